import type { RegisterName } from '../../../shared/registry/columns.ts'
import { type Header, matchHeader } from '../../../shared/registry/header.ts'
import { createJudge, type Judgement } from '../../../shared/registry/judge.ts'
import { emptyLookups, type Lookups } from '../../../shared/registry/lookups.ts'
import { type CellSource, cellAddress, type RawCell, type RawRow } from '../../../shared/registry/raw-row.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'

/** A cell of a test's table: text, a number, or both value and source. */
export type TestCell = string | number | { value: string; source: CellSource; format?: string }

/** A row as a reader would hand it over. */
export function rawRow(line: number, cells: readonly TestCell[]): RawRow {
  const raw = cells.flatMap((cell, index): RawCell[] => {
    if (cell === '') return []
    const at = { column: index + 1, address: cellAddress(index + 1, line) }
    if (typeof cell === 'string') return [{ ...at, value: cell, source: 'text' }]
    return typeof cell === 'number'
      ? [{ ...at, value: String(cell), source: 'number' }]
      : [{ ...at, ...cell }]
  })
  return { line, cells: raw }
}

/** The header in `titles`, which the test knows to be one. */
export function headerOf(register: RegisterName, titles: readonly TestCell[], line = 1): Header {
  const match = matchHeader(register, rawRow(line, titles))
  if (match.match !== 'header') throw new Error(`no header: ${JSON.stringify(match)}`)
  return match.header
}

/** Judges `rows` under `titles`; the first row is line 2. */
export function judgeTable<R extends RegisterName>(
  register: R,
  titles: readonly string[],
  rows: readonly (readonly TestCell[])[],
  existing: Lookups[R] = emptyLookups[register],
): Judgement<RegisterRows[R]> {
  const judge = createJudge(register, headerOf(register, titles), existing)
  for (const [index, cells] of rows.entries()) judge.add(rawRow(index + 2, cells))
  return judge.finish()
}
