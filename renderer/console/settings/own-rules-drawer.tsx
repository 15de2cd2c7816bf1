import { useMutation } from '@tanstack/react-query'
import { App, Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { type Preset, type PresetName, presetNames, presets } from '../../../shared/rules/preset.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { nameFields, ruleGroups } from './own-rule-fields.ts'
import { OwnRuleRow } from './own-rule-row.tsx'
import { formOfRules, rulesOfForm } from './own-rules.ts'

/** 自定义: the office's own 执行细则, rule by rule, each with its words and its clause. */
export function OwnRulesDrawer({ rules, close }: { readonly rules: Preset; readonly close: () => void }) {
  const { query } = useApi()
  const { modal, message } = App.useApp()
  const [form, setForm] = useState(() => formOfRules(rules))
  const [problems, setProblems] = useState<readonly { readonly path: string; readonly words: string }[]>([])
  const [touched, setTouched] = useState(false)
  const [group, setGroup] = useState(0)
  const write = useMutation(
    query.settings.writeCustomRules.mutationOptions({
      onSuccess: () => {
        void message.success('细则已保存')
        close()
      },
    }),
  )
  const change = (next: typeof form): void => {
    setForm(next)
    setTouched(true)
  }
  const leave = (): void => {
    if (!touched) {
      close()
      return
    }
    modal.confirm({
      title: '改动还没有保存',
      content: '关闭以后，刚才填写的内容不会保留。',
      okText: '不保存，关闭',
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      cancelText: '继续填写',
      onOk: close,
    })
  }
  const save = (): void => {
    const read = rulesOfForm(form)
    if (!read.ok) {
      setProblems(read.problems)
      const first = read.problems[0]?.path
      const at = ruleGroups.findIndex(({ rules: of }) => of.some(({ path }) => path === first))
      setGroup(at + 1)
      return
    }
    setProblems([])
    modal.confirm({
      title: '保存本单位的执行细则',
      content: '以后的名单、分层和上下限按新的规定；已经锁定的摇号保持锁定时的规定不变。改动记入台账。',
      okText: '保存细则',
      cancelText: '返回',
      onOk: () => write.mutate({ rules: read.rules }),
    })
  }
  const begin = (name: PresetName): void => {
    const { names } = form
    const own = { title: names.title, shortName: names.shortName }
    modal.confirm({
      title: `以“${presets[name].shortName}”为底本`,
      content: '下面的各项规定换成它的内容和条款，再逐项修改；保存以前不生效。',
      okText: '换成它的内容',
      cancelText: '返回',
      onOk: () => {
        const copied = formOfRules(presets[name])
        change({ ...copied, names: { ...copied.names, ...own } })
      },
    })
  }
  const groups = ['称谓', ...ruleGroups.map(({ title }) => title)]
  const shown = group === 0 ? null : ruleGroups[group - 1]
  const problemAt = (path: string) => {
    const found = problems.filter((problem) => problem.path === path)
    return found.length === 0 ? null : found.map(({ words }) => words).join('；')
  }
  return (
    <Drawer
      open
      size={880}
      onClose={leave}
      title="本单位的执行细则（自定义）"
      footer={
        <div className="own-rules-foot">
          <Button type="primary" loading={write.isPending} onClick={save}>
            保存细则
          </Button>
          <Button onClick={leave}>返回</Button>
          {problems.length === 0 ? null : (
            <span className="field-problem" role="alert">
              有 {problems.length} 处不合要求，没有保存。
            </span>
          )}
        </div>
      }
    >
      <Problem error={write.error} />
      <div className="own-rules-begin">
        <label htmlFor="own-rules-base">从已有的细则开始</label>
        <Select
          id="own-rules-base"
          placeholder="选一部细则作底本"
          value={null}
          options={presetNames
            .filter((name) => name !== 'custom')
            .map((name) => ({ value: name, label: presets[name].title }))}
          onChange={(name: PresetName | null) => {
            if (name !== null) begin(name)
          }}
        />
      </div>
      <div className="own-rules">
        <ul className="own-rules-groups">
          {groups.map((title, index) => (
            <li key={title}>
              <button type="button" aria-pressed={index === group} onClick={() => setGroup(index)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
        <div className="own-rules-shown">
          {shown === null || shown === undefined ? (
            <section className="own-rule" aria-label="称谓">
              <div className="own-rule-fields">
                {nameFields.map(([key, title]) => (
                  <div className="own-rule-line" key={key}>
                    <label htmlFor={`own-name-${key}`}>{title}</label>
                    <Input
                      id={`own-name-${key}`}
                      maxLength={100}
                      value={form.names[key]}
                      onChange={(event) =>
                        change({ ...form, names: { ...form.names, [key]: event.target.value } })
                      }
                    />
                  </div>
                ))}
              </div>
              {problemAt('names') === null ? null : (
                <p className="field-problem" role="alert">
                  {problemAt('names')}
                </p>
              )}
            </section>
          ) : (
            shown.rules.map((field) => {
              const rule = form.rules[field.path]
              return rule === undefined ? null : (
                <OwnRuleRow
                  key={field.path}
                  field={field}
                  rule={rule}
                  problem={problemAt(field.path)}
                  change={(next) => change({ ...form, rules: { ...form.rules, [field.path]: next } })}
                />
              )
            })
          )}
        </div>
      </div>
    </Drawer>
  )
}
