import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import type { Settings } from '../../../shared/api/setting-contract.ts'
import { describePreset, type PresetEntry } from '../../../shared/rules/describe-preset.ts'
import { presetNames, presetOf, presets } from '../../../shared/rules/preset.ts'
import { strengthWords } from '../../../shared/rules/strength.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { OwnRulesDrawer } from './own-rules-drawer.tsx'

/** 执行细则: which text the office works by, every rule of it with its clause, and the office's own text. */
export function PresetSheet({ settings }: { readonly settings: Settings }) {
  const { query } = useApi()
  const { message, modal } = App.useApp()
  const own = useQuery(query.settings.customRules.queryOptions({ input: {} }))
  const [preset, setPreset] = useState(settings.preset)
  const [open, setOpen] = useState(false)
  const [editing, setEditing] = useState(false)
  const write = useMutation(
    query.settings.write.mutationOptions({ onSuccess: () => void message.success('执行细则已更换') }),
  )
  const chosen = presetOf(preset, own.data ?? null)
  const entries = describePreset(chosen)
  const save = (): void => {
    modal.confirm({
      title: `执行细则换为《${chosen.title}》`,
      width: 520,
      content: '以后的名单、分层、上下限和时限按新的细则；已经锁定的摇号保持锁定时的细则不变。更换记入台账。',
      okText: '更换执行细则',
      cancelText: '返回',
      onOk: () => write.mutate({ preset }),
    })
  }
  return (
    <Sheet title="执行细则">
      <div className="form">
        <div className="form-line">
          <label htmlFor="preset">执行细则</label>
          <div>
            <Select
              id="preset"
              value={preset}
              options={presetNames.map((name) => ({
                value: name,
                label:
                  name === 'custom' && own.data != null ? `自定义（${own.data.title}）` : presets[name].title,
              }))}
              onChange={setPreset}
            />
            <p className="quiet">
              现场见证：{chosen.witnessRoles.join('、')}。
              {chosen.clause === null
                ? '细则没有写明由谁到场，按通行做法请纪检监察人员到场。'
                : `依据：${chosen.clause}。`}
            </p>
          </div>
        </div>
        <Problem error={own.error ?? write.error} />
        <div className="form-buttons preset-buttons">
          <Button
            type="primary"
            loading={write.isPending}
            disabled={preset === settings.preset}
            onClick={save}
          >
            更换执行细则
          </Button>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起规定' : `查看全部规定（${entries.length} 条）`}
          </Button>
          {preset === 'custom' ? <Button onClick={() => setEditing(true)}>编辑自定义细则</Button> : null}
        </div>
      </div>
      {open ? <PresetTable title={chosen.title} entries={entries} /> : null}
      {editing && own.data !== undefined ? (
        <OwnRulesDrawer rules={presetOf('custom', own.data)} close={() => setEditing(false)} />
      ) : null}
    </Sheet>
  )
}

/** Every rule of a text: what it says, where it says so, and whether it yields to a reason. */
function PresetTable({
  title,
  entries,
}: {
  readonly title: string
  readonly entries: readonly PresetEntry[]
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keys too.
    <section className="preset-table" tabIndex={0} aria-label={`${title}的各项规定`}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">规定</th>
            <th scope="col">依据</th>
            <th scope="col">效力</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.title} ${entry.value}`}>
              <td className="preset-title">{entry.title}</td>
              <td>{entry.value}</td>
              <td className="preset-clause">{entry.clause ?? <span className="quiet">没有写明</span>}</td>
              <td className="moment">{entry.strength === null ? '' : strengthWords[entry.strength]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
