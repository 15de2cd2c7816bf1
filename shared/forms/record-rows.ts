import { codePiece, type FormBlock, type TableRow } from './form-model.ts'
import { countsTable, wideRow } from './form-parts.ts'
import type { InspectionFacts } from './inspection-facts.ts'

/** Which record an inspection's form rests on: 记录校验码 D, by which anyone finds and recomputes it. */
export function recordRow({ draw }: InspectionFacts): TableRow {
  return wideRow('记录校验码 D', draw === null ? '' : [codePiece(draw.digest)])
}

/** The counts that stand on every form of a draw, also when they are 0; nothing on a blank form. */
export function recordCounts({ draw }: InspectionFacts): FormBlock[] {
  return draw === null ? [] : [countsTable(draw, '抽取次数统计')]
}
