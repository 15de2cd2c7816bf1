import { Alert, Input } from 'antd'
import { useRef } from 'react'
import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import { cited } from '../../../shared/rules/cited.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { ruleCodes, ruleWords, statedRule } from '../../../shared/rules/set-aside.ts'
import type { SetAsideForm } from './basis-form.ts'
import { Field } from './field.tsx'

type RuleProblem = NonNullable<DrawPreview['rules']>['problems'][number]

/** What a rule code is called; the code itself where it is none of ours. */
function nameOf(code: string): string {
  return Object.entries(ruleWords).find(([known]) => known === code)?.[1] ?? code
}

function ruleOf(preset: Preset | null, code: string): string {
  const known = ruleCodes.find((candidate) => candidate === code)
  const rule = preset === null || known === undefined ? null : statedRule(preset, known)
  return rule === null ? '' : cited(rule)
}

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
  // What was said of a rule is shown on while its reason is being typed.
  const said = useRef(new Map<string, string>())
  for (const { code, sentence } of problems) said.current.set(code, sentence)
  const yielding = [
    ...new Set([
      ...setAside.map(({ rule }) => rule),
      ...problems.filter(({ canSetAside }) => canSetAside).map(({ code }) => code),
    ]),
  ]
  const reasonOf = (code: string) => setAside.find(({ rule }) => rule === code)?.reason ?? ''
  const put = (rule: string, reason: string) =>
    change(
      reason === ''
        ? setAside.filter((row) => row.rule !== rule)
        : setAside.some((row) => row.rule === rule)
          ? setAside.map((row) => (row.rule === rule ? { rule, reason } : row))
          : [...setAside, { rule, reason }],
    )
  const standing = new Set(problems.map(({ code }) => code))
  return (
    <>
      {problems
        .filter(({ canSetAside }) => !canSetAside)
        .map(({ code, sentence }) => (
          <Alert key={`${code} ${sentence}`} className="draws-note" type="error" showIcon title={sentence} />
        ))}
      {yielding.map((code) => (
        <div
          key={code}
          className={standing.has(code) ? 'draws-set-aside draws-set-aside-open' : 'draws-set-aside'}
        >
          <p>
            {standing.has(code)
              ? said.current.get(code)
              : `${ruleOf(preset, code) || nameOf(code)}。本次不按此执行。`}
          </p>
          <Field label={`不按“${nameOf(code)}”执行的理由`} hint="印在记录表和校验单上">
            <Input
              maxLength={300}
              value={reasonOf(code)}
              placeholder="原则上的规定，写明理由可以不按此执行"
              onChange={(event) => put(code, event.target.value)}
            />
          </Field>
        </div>
      ))}
    </>
  )
}
