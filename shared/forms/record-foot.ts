import { codePiece, type FormBlock } from './form-model.ts'
import { cells, codeRow, countsTable } from './form-parts.ts'
import type { InspectionFacts } from './inspection-facts.ts'

/**
 * Foot of an inspection's table form: 记录校验码 D of the draw that it rests on, by which anyone finds and recomputes the
 * record, and the counts that stand on every form of a draw, also when they are 0. Nothing on a blank form.
 */
export function recordFoot({ draw }: InspectionFacts, paper: 'upright' | 'across' = 'upright'): FormBlock[] {
  if (draw === null) return []
  const label = '记录校验码 D'
  // Paper across has room for the whole digest on one line.
  const oneLine = cells([{ text: label, role: 'label' }, [codePiece(draw.digest)]])
  return [
    {
      kind: 'group',
      blocks: [
        countsTable(draw, '抽取次数统计'),
        {
          kind: 'grid',
          columns: [{ width: 25 }, { width: 131 }],
          rows: [paper === 'across' ? oneLine : codeRow(label, draw.digest)],
        },
      ],
    },
  ]
}
