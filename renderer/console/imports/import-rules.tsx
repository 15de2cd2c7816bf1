import { Button, Select, Space } from 'antd'
import type { Decide, ImportState } from './import-calls.ts'

const questionWords: Readonly<Record<ImportState['questions'][number]['question'], string>> = {
  'unknown-word': '不认识的词，或没有填写',
  ratio: '比例的写法不明确',
  seconded: '备注写有借调等',
  'other-name': '证号已在别人名下',
  'repeated-name': '文件里有同名',
  'same-name': '名录里有同名',
}

/** The rules for what a person must confirm: one choice a kind of question, for all that are still open. */
export function QuestionRules({
  state,
  onDecide,
}: {
  readonly state: ImportState
  readonly onDecide: Decide
}) {
  if (state.questions.length === 0)
    return <p className="rules quiet">这一页的问题都已经决定，仍可逐行修改。</p>
  // Always in one order: a row that moved after a decision would be taken for another.
  const questions = state.questions.toSorted((a, b) => (a.question < b.question ? -1 : 1))
  return (
    <div className="rules">
      {questions.map(({ question, open, suggested, options }) => (
        <div key={question} className="rule">
          <span>
            {questionWords[question]}：还有 {open.toLocaleString('zh-CN')} 处
          </span>
          <Select
            className="answer"
            aria-label={`${questionWords[question]}，统一决定`}
            placeholder="统一决定"
            popupMatchSelectWidth={false}
            value={null}
            options={[
              ...(suggested > 0 ? [{ value: 'suggestion', label: `采用建议（${suggested} 处）` }] : []),
              ...(question === 'same-name' ? [{ value: 'only', label: '只有一条同名的，更新那一条' }] : []),
              ...options.map(({ value, label }) => ({ value, label: `都按“${label}”` })),
              { value: 'leave-out', label: '都不导入' },
            ]}
            onChange={(answer: string | null) => {
              if (answer !== null) onDecide({ change: 'answer-all', question, answer })
            }}
          />
        </div>
      ))}
      <p className="quiet">
        统一决定只管还没有决定的；没有决定的行这一次不导入。已决定{' '}
        {state.undecidedDecided.toLocaleString('zh-CN')} 行，共 {state.undecided.toLocaleString('zh-CN')} 行。
      </p>
    </div>
  )
}

/** The rules for fields that both sides changed. */
export function ConflictRules({
  state,
  onDecide,
}: {
  readonly state: ImportState
  readonly onDecide: Decide
}) {
  const rules = state.fields.map(({ field, title, open, total }) => ({ field, title, open, total }))
  return (
    <div className="rules">
      <p className="quiet">
        上次导入以后，这些内容在本单位改过，文件里也改过，而且改得不一样。请决定以哪一边为准。
      </p>
      {rules.map(({ field, title, open, total }) => (
        <div key={field} className="rule">
          <span>
            {title}：{total.toLocaleString('zh-CN')} 处，{open === 0 ? '都已决定' : `待定 ${open} 处`}
          </span>
          <Space.Compact>
            <Button onClick={() => onDecide({ change: 'field-all', field, keep: 'ours' })}>
              都保留本单位的
            </Button>
            <Button onClick={() => onDecide({ change: 'field-all', field, keep: 'theirs' })}>
              都采用文件的
            </Button>
          </Space.Compact>
        </div>
      ))}
    </div>
  )
}

/** The rules for rows that are not in the file. */
export function GoneRules({ state, onDecide }: { readonly state: ImportState; readonly onDecide: Decide }) {
  const byHand = state.gone - state.goneImported
  return (
    <div className="rules">
      <div className="rule">
        <span>
          名录中有、文件里没有的 {state.gone.toLocaleString('zh-CN')} 条
          {byHand > 0 ? `，其中 ${byHand.toLocaleString('zh-CN')} 条是本单位自行登记或改过的` : ''}。
        </span>
        <Space.Compact>
          <Button onClick={() => onDecide({ change: 'gone-all', which: 'all', retire: false })}>
            全部保留
          </Button>
          {state.goneImported > 0 ? (
            <Button onClick={() => onDecide({ change: 'gone-all', which: 'imported', retire: true })}>
              停用由导入而来的 {state.goneImported.toLocaleString('zh-CN')} 条
            </Button>
          ) : null}
          {byHand > 0 ? (
            <Button onClick={() => onDecide({ change: 'gone-all', which: 'all', retire: true })}>
              全部停用
            </Button>
          ) : null}
        </Space.Compact>
      </div>
    </div>
  )
}
