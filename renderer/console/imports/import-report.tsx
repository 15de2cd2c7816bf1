import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Collapse, Radio, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ImportSummary } from '../../../shared/api/import-report.ts'
import { registerTitles } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { GoneRows } from './gone-rows.tsx'
import { HeaderMapping, headerWords } from './header-mapping.tsx'
import type { Decide, ImportResult, ImportState, ImportTab, Inspected } from './import-calls.ts'
import { ImportRows } from './import-rows.tsx'
import { ConflictRules, GoneRules, QuestionRules } from './import-rules.tsx'

/** The report of an import: what each row would do, how the header was read, and the decisions. */
export function ImportReport({
  inspected,
  onDone,
  onAgain,
  onMapped,
}: {
  readonly inspected: Inspected
  readonly onDone: (result: ImportResult) => void
  readonly onAgain: () => void
  /** columns were given another meaning, and the file is to be read anew */
  readonly onMapped: () => void
}) {
  const { token, report } = inspected
  const { core } = useApi()
  const { modal } = App.useApp()
  const [state, setState] = useState<ImportState>(inspected.state)
  const [revision, setRevision] = useState(0)
  const decide = useMutation({
    mutationKey: [['imports', 'inspect']],
    mutationFn: (decision: Parameters<Decide>[0]) => core.imports.decide({ token, decision }),
    onSuccess: (next) => {
      setState(next)
      setRevision((before) => before + 1)
    },
  })
  const confirm = useMutation({
    mutationFn: () => core.imports.confirm({ token, skipBad: state.skips > 0 }),
    onSuccess: onDone,
  })
  const take: Decide = (decision) => decide.mutate(decision)
  const write = (): void => {
    if (state.retire === 0) {
      confirm.mutate()
      return
    }
    modal.confirm({
      title: `停用不在表中的 ${inDigits(state.retire)} 条`,
      content: `这些条目不在“${report.file.name}”中，将退出${registerTitles[report.register]}，历史仍可查到。其余的改动同时写入。`,
      okText: '停用并导入',
      okButtonProps: { danger: true },
      cancelText: '返回',
      onOk: () => confirm.mutate(),
    })
  }
  const rows = (tab: ImportTab) => (
    <ImportRows token={token} tab={tab} revision={revision} busy={decide.isPending} onDecide={take} />
  )
  const tabs: readonly (readonly [string, string, number, ReactNode])[] = [
    [
      'undecided',
      '待确认',
      state.tabs.undecided,
      <>
        <QuestionRules state={state} onDecide={take} />
        {rows('undecided')}
      </>,
    ],
    [
      'conflict',
      '两边都改过',
      state.tabs.conflict,
      <>
        <ConflictRules state={state} onDecide={take} />
        {rows('conflict')}
      </>,
    ],
    ['refused', '不能导入', state.tabs.refused, rows('refused')],
    ['new', '新增', state.tabs.new, rows('new')],
    ['changed', '有改动', state.tabs.changed, rows('changed')],
    [
      'gone',
      '不在表中',
      state.gone,
      <>
        <GoneRules state={state} onDecide={take} />
        <GoneRows
          token={token}
          register={report.register}
          revision={revision}
          busy={decide.isPending}
          onDecide={take}
        />
      </>,
    ],
    ['unchanged', '没有变化', state.tabs.unchanged, rows('unchanged')],
  ]
  const shown = tabs.filter(([, , count]) => count > 0)
  return (
    <>
      <Sheet
        title={`${report.file.name}：共 ${inDigits(report.counts.rows)} 行`}
        actions={<Button onClick={onAgain}>换一个文件</Button>}
      >
        <Counts state={state} />
        <Whole state={state} register={registerTitles[report.register]} onDecide={take} />
        <Notes report={report} />
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: 'header',
              label: headerWords(report),
              children: <HeaderMapping report={report} onMapped={onMapped} />,
            },
          ]}
        />
      </Sheet>
      <Sheet>
        <Problem error={decide.error} />
        {shown.length === 0 ? (
          <p>文件里没有可以导入的行。</p>
        ) : (
          <Tabs
            items={shown.map(([key, title, count, children]) => ({
              key,
              label: `${title} ${inDigits(count)}`,
              children,
            }))}
          />
        )}
      </Sheet>
      <div className="decision">
        <Problem error={confirm.error} />
        <div className="decision-line">
          <p>{outcomeWords(state)}</p>
          <Button onClick={onAgain} disabled={confirm.isPending}>
            不导入
          </Button>
          <Button
            type="primary"
            size="large"
            disabled={state.writes === 0 || decide.isPending}
            loading={confirm.isPending}
            onClick={write}
          >
            {confirm.isPending ? '正在写入' : buttonWords(state)}
          </Button>
        </div>
      </div>
    </>
  )
}

function inDigits(count: number): string {
  return count.toLocaleString('zh-CN')
}

function outcomeWords(state: ImportState): string {
  if (state.writes === 0)
    return state.unchanged > 0 && state.skips === 0
      ? '文件与名录完全一致，没有需要写入的内容。'
      : '没有可以写入的内容。请先作出决定，或按说明改正文件后重新导入。'
  const parts = [`新增 ${inDigits(state.new)}`, `更新 ${inDigits(state.changed)}`]
  if (state.retire > 0) parts.push(`停用 ${inDigits(state.retire)}`)
  parts.push(`没有变化 ${inDigits(state.unchanged)}`)
  if (state.skips > 0) parts.push(`跳过 ${inDigits(state.skips)} 行（不能导入或还没有决定）`)
  return `${parts.join('，')}。`
}

function buttonWords({ writes, skips }: ImportState): string {
  const what = `写入 ${inDigits(writes)} 条`
  return skips === 0 ? what : `${what}，跳过 ${inDigits(skips)} 行`
}

function Counts({ state }: { readonly state: ImportState }) {
  const open = state.undecided - state.undecidedDecided
  const conflicts = state.conflicts - state.conflictsDecided
  const facts: readonly (readonly [string, number, string])[] = [
    ['新增', state.new, 'good'],
    ['有改动', state.changed, 'good'],
    ['没有变化', state.unchanged, ''],
    ['待确认', open, open > 0 ? 'warn' : ''],
    ['两边都改过，待定', conflicts, conflicts > 0 ? 'warn' : ''],
    ['不能导入', state.refused, state.refused > 0 ? 'bad' : ''],
    ['不在表中', state.gone, state.retire > 0 ? 'warn' : ''],
  ]
  return (
    <dl className="figures">
      {facts
        .filter(([title, count]) => count > 0 || ['新增', '有改动', '没有变化'].includes(title))
        .map(([title, count, kind]) => (
          <div key={title} className={kind}>
            <dt>{title}</dt>
            <dd>{inDigits(count)}</dd>
          </div>
        ))}
    </dl>
  )
}

function Whole({
  state,
  register,
  onDecide,
}: {
  readonly state: ImportState
  readonly register: string
  readonly onDecide: Decide
}) {
  return (
    <div className="import-whole">
      <span id="import-whole">这个文件是</span>
      <Radio.Group
        aria-labelledby="import-whole"
        value={state.whole}
        onChange={(event) => onDecide({ change: 'whole', whole: event.target.value === true })}
        options={[
          { value: false, label: `${register}的一部分` },
          { value: true, label: `全部${register}` },
        ]}
      />
      <span className="quiet">
        {state.whole
          ? state.gone === 0
            ? '名录中的条目都在文件里。'
            : `名录中有 ${inDigits(state.gone)} 条不在文件里，默认全部保留；要停用的，请在“不在表中”里选定。`
          : '文件里没有的条目不受影响。'}
      </span>
    </div>
  )
}

function Notes({ report }: { readonly report: ImportSummary }) {
  const assumed = report.assumed.map(
    ({ title, word }) => `文件没有“${title}”一列，新增的条目都按“${word}”登记。`,
  )
  const notes = [...report.notes, ...assumed]
  if (notes.length === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      className="problem"
      title={
        <ul className="plain-list">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      }
    />
  )
}
