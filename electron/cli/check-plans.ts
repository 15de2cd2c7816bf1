import { strengthWords } from '../../shared/rules/strength.ts'
import type { Core } from '../core/core.ts'

/** What is wrong with the plans of the two newest years, in the words of the 执行细则, for a terminal and for `--json`. */
export function checkPlans(core: Core): { readonly json: readonly object[]; readonly text: string } {
  const years = core.rules.plannedYears()
  const checked = years.slice(0, 2).map((year) => ({ year, ...core.rules.planProblems(year) }))
  const text = checked
    .map(({ year, problems, unconfirmed }) =>
      [
        problems.length === 0
          ? `${year}年度计划对照执行细则核对，没有问题。`
          : `${year}年度计划对照执行细则核对，有${problems.length}处：`,
        ...problems.map(
          ({ line, sentence, strength }) =>
            `  ${line === null ? '全计划' : line}：${sentence}（${strengthWords[strength]}）`,
        ),
        ...(unconfirmed.length === 0
          ? []
          : [`  适用对象还没有经人确认的事项，暂按清单所列计数：${unconfirmed.join('、')}`]),
      ].join('\n'),
    )
    .join('\n')
  return { json: checked, text }
}
