import { Alert, Input } from 'antd'
import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import { cited } from '../../../shared/rules/cited.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { canSetAside, ruleCodes, ruleWords, statedRule } from '../../../shared/rules/set-aside.ts'
import type { SetAsideForm } from './basis-form.ts'
import { Field } from './field.tsx'

type RuleProblem = NonNullable<DrawPreview['rules']>['problems'][number]

/** What a rule code is called; the code itself where it is none of ours. */
function nameOf(code: string): string {
  return Object.entries(ruleWords).find(([known]) => known === code)?.[1] ?? code
}

function yields(preset: Preset | null, code: string): boolean {
  const known = ruleCodes.find((candidate) => candidate === code)
  return preset !== null && known !== undefined && canSetAside(preset, known)
}

function ruleOf(preset: Preset | null, code: string): string {
  const known = ruleCodes.find((candidate) => candidate === code)
  const rule = preset === null || known === undefined ? null : statedRule(preset, known)
  return rule === null ? '' : cited(rule)
}

/** Rules that leave objects out; the others bound numbers and seats. */
const leavingOut: ReadonlySet<string> = new Set(['yearly-cap', 'already-drawn', 'passed-this-year'])

/**
 * Rules that the plan does not keep, with their clause. One with 原则上 has a field for the reason that sets it aside,
 * which stays while the reason stands, although the rule is no problem any more.
 */
export function RuleProblems({
  problems,
  setAside,
  preset,
  change,
}: {
  readonly problems: readonly RuleProblem[]
  readonly setAside: readonly SetAsideForm[]
  readonly preset: Preset | null
  readonly change: (setAside: readonly SetAsideForm[]) => void
}) {
  const yielding = problems.filter(({ canSetAside }) => canSetAside)
  return (
    <>
      {problems
        .filter(({ canSetAside }) => !canSetAside)
        .map(({ code, sentence }) => (
          <Alert key={`${code} ${sentence}`} className="draws-note" type="error" showIcon title={sentence} />
        ))}
      <SetAsideRows
        mine={(code) => !leavingOut.has(code)}
        open
        rules={yielding.map(({ code, sentence }) => ({ code, sentence }))}
        setAside={setAside}
        preset={preset}
        change={change}
      />
    </>
  )
}

/** Rules with 原则上 that leave objects out of this draw: with a printed reason they may be drawn all the same. */
export function YieldingExclusions({
  excluded,
  setAside,
  preset,
  change,
}: {
  readonly excluded: DrawPreview['excluded']
  readonly setAside: readonly SetAsideForm[]
  readonly preset: Preset | null
  readonly change: (setAside: readonly SetAsideForm[]) => void
}) {
  const counts = new Map<string, number>()
  for (const { reasonCode } of excluded)
    if (leavingOut.has(reasonCode)) counts.set(reasonCode, (counts.get(reasonCode) ?? 0) + 1)
  const rules = [...counts].flatMap(([code, count]) =>
    yields(preset, code) ? [{ code, sentence: `${ruleOf(preset, code)}。据此排除 ${count} 个对象。` }] : [],
  )
  return (
    <SetAsideRows
      mine={(code) => leavingOut.has(code)}
      open={false}
      rules={rules}
      setAside={setAside}
      preset={preset}
      change={change}
    />
  )
}

function SetAsideRows({
  mine,
  open,
  rules,
  setAside,
  preset,
  change,
}: {
  readonly mine: (code: string) => boolean
  /** whether a rule without a reason stands in the way */
  readonly open: boolean
  readonly rules: readonly { readonly code: string; readonly sentence: string }[]
  readonly setAside: readonly SetAsideForm[]
  readonly preset: Preset | null
  readonly change: (setAside: readonly SetAsideForm[]) => void
}) {
  const standing = new Map(rules.map(({ code, sentence }) => [code, sentence]))
  const codes = new Set([...setAside.map(({ rule }) => rule).filter(mine), ...standing.keys()])
  const reasonOf = (code: string) => setAside.find(({ rule }) => rule === code)?.reason ?? ''
  const put = (rule: string, reason: string) =>
    change(
      setAside.some((row) => row.rule === rule)
        ? setAside.map((row) => (row.rule === rule ? { rule, reason } : row))
        : [...setAside, { rule, reason }],
    )
  return [...codes].map((code) => (
    <div
      key={code}
      className={standing.has(code) && open ? 'draws-set-aside draws-set-aside-open' : 'draws-set-aside'}
    >
      <p>{standing.get(code) ?? `${ruleOf(preset, code) || nameOf(code)}。本次不按此执行。`}</p>
      <Field label={`不按“${nameOf(code)}”执行的理由`} hint="印在记录表和校验单上">
        <Input
          maxLength={300}
          value={reasonOf(code)}
          placeholder="原则上的规定，写明理由可以不按此执行"
          onChange={(event) => put(code, event.target.value)}
          onBlur={(event) => {
            // A reason that was taken away again leaves nothing behind.
            if (event.target.value.trim() === '') change(setAside.filter((row) => row.rule !== code))
          }}
        />
      </Field>
    </div>
  ))
}
