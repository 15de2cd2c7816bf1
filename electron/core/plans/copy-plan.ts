import type { RegisterVersion } from '../../../db/register-version.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'

/** A line as it would stand in another year. */
export interface CopiedLine {
  readonly from: Serial
  readonly row: PlanLine
  /** why it is left out; `null` where it can be copied */
  readonly obstacle: string | null
}

/**
 * Lines as they would stand in the year `to`: numbers take the new year, and the reason why a rule was set aside is not
 * taken along, because it was given for its own year. A number that is there already, or an item that is no longer
 * drawn, is not copied.
 */
export function copiedLines(
  lines: readonly RegisterVersion<PlanLine>[],
  to: number,
  there: readonly PlanLine[],
  items: readonly InspectionItem[],
): readonly CopiedLine[] {
  const taken = new Set(there.map(({ number }) => number))
  const byName = new Map(items.map((item) => [item.name, item]))
  return lines.map(({ serial, row }) => {
    const number = row.number.startsWith(`${row.year}`)
      ? `${to}${row.number.slice(String(row.year).length)}`
      : row.number
    const copied = { ...row, year: to, number, exceptionReason: null }
    return { from: serial, row: copied, obstacle: obstacleOf(copied, taken, byName) }
  })
}

function obstacleOf(
  { year, number, item }: PlanLine,
  taken: ReadonlySet<string>,
  items: ReadonlyMap<string, InspectionItem>,
): string | null {
  if (taken.has(number)) return `${year}年度已有计划编号“${number}”`
  const listed = items.get(item)
  if (listed === undefined) return `随机抽查事项清单中已没有“${item}”`
  return listed.included ? null : `“${item}”现在未纳入双随机`
}
