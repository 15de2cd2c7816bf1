import { type RegisterName, registerColumns } from './columns.ts'
import { sameValue, showValue } from './draft.ts'
import type { FieldValue } from './verdict.ts'

/** Who changed a field since the last import of its row: the file, this office (here), or both, differently. */
export type ChangedBy = 'file' | 'here' | 'both'
/** Which of the two stands from now on: what the register says, or what the file says. */
export type Keep = 'ours' | 'theirs'

/** A field in which register and file differ, beside what both once agreed on; as shown, not as stored. */
export interface MergedField {
  readonly field: string
  readonly title: string
  /** what the last import of the row said */
  readonly base: string
  /** what the register says now */
  readonly ours: string
  /** what the file says */
  readonly theirs: string
  readonly by: ChangedBy
}

/**
 * The fields in which a row of the register and the file's row differ, each with who changed it since `base`, the
 * last version of it that came from a file. A field that only this office changed is not taken back by a file that
 * repeats what it said before; one that both changed is for a person to decide.
 */
export function threeWay(
  register: RegisterName,
  base: object,
  ours: object,
  theirs: object,
): readonly MergedField[] {
  const before = new Map<string, FieldValue>(Object.entries(base))
  const here = new Map<string, FieldValue>(Object.entries(ours))
  return Object.entries(theirs as Readonly<Record<string, FieldValue>>).flatMap(([field, there]) => {
    const was = before.get(field) ?? null
    const is = here.get(field) ?? null
    if (sameValue(is, there)) return []
    const column = registerColumns[register].find((candidate) => candidate.field === field) ?? null
    const by: ChangedBy = sameValue(was, is) ? 'file' : sameValue(was, there) ? 'here' : 'both'
    return [
      {
        field,
        title: column?.title ?? field,
        base: showValue(was, column),
        ours: showValue(is, column),
        theirs: showValue(there, column),
        by,
      },
    ]
  })
}

/** What stands without anybody's decision: whoever alone changed a field is followed; `null` where both did. */
export function keptBy(by: ChangedBy): Keep | null {
  if (by === 'both') return null
  return by === 'file' ? 'theirs' : 'ours'
}

/** The file's row with these fields as the register has them. */
export function keepOurs<Row extends object>(ours: Row, theirs: Row, fields: readonly string[]): Row {
  const kept = Object.entries(ours).filter(([field]) => fields.includes(field))
  return { ...theirs, ...Object.fromEntries(kept) }
}
