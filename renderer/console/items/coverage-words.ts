import type { ItemCoverage } from '../../../shared/api/item-contract.ts'
import { inBrackets } from '../../../shared/rules/cited.ts'
import { perCent } from '../../../shared/rules/per-cent.ts'

type FieldCoverage = ItemCoverage['fields'][number]

/** How a field stands to its target, in a sentence: what is in the list, what the target is, what is missing. */
export function coverageInWords(
  field: FieldCoverage,
  coverage: Pick<ItemCoverage, 'clause' | 'reasonsCount' | 'powers'>,
): string {
  const { total, covered, reasoned, target } = field
  const of = coverage.powers === 0 ? '清单中的事项' : '权责清单中的监督检查事项'
  if (total === 0) return `没有${field.field}的${coverage.powers === 0 ? '事项' : '监督检查职权'}。`
  const reasons =
    reasoned.length === 0
      ? ''
      : `，${reasoned.length}项写明理由不纳入${coverage.reasonsCount ? '（计入）' : ''}`
  const lack = lacking(field, coverage.reasonsCount)
  return `${of}共${total}项，纳入双随机${covered}项${reasons}；目标${perCent(target)}${inBrackets(coverage.clause)}${
    lack === 0 ? '。' : `，还差${lack}项。`
  }`
}

/** How many more items reach the target; 0 where it is reached, or there is nothing to reach it with. */
export function lacking(
  { total, covered, reasoned, target }: Pick<FieldCoverage, 'total' | 'covered' | 'reasoned' | 'target'>,
  reasonsCount: boolean,
): number {
  const counted = covered + (reasonsCount ? reasoned.length : 0)
  return Math.max(0, Math.ceil((target * total) / 10_000) - counted)
}
