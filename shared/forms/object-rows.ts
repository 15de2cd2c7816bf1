import type { TableRow } from './form-model.ts'
import { pairRow } from './form-parts.ts'
import type { VisitedObjectFacts } from './inspection-facts.ts'

/** What else the register (检查对象名录库) says of an object, in a four-column grid; every cell is empty where it says nothing. */
export function objectRows(object: VisitedObjectFacts | null): TableRow[] {
  const kinds = [object?.kind, object?.businessCategory].flatMap((word) => word ?? [])
  return [
    pairRow('种类、类别', kinds.join('、'), '所在区域', object?.region ?? ''),
    pairRow('联络人', object?.contact ?? '', '责任股室', object?.department ?? ''),
  ]
}
