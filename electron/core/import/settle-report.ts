import { type RegisterName, registerTitles } from '../../../shared/registry/columns.ts'
import { decide } from '../../../shared/registry/decide.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { type Keep, keptBy } from '../../../shared/registry/three-way.ts'
import type { Effect, RegisterRows, UndecidedRow } from '../../../shared/registry/verdict.ts'
import { RefusalError } from '../outcome.ts'
import type { Merge } from './compare-report.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportDecision } from './imports.ts'

/** A row that is to be written, and what that does to the register. */
export interface Settled<Row> {
  readonly line: number
  readonly row: Row
  readonly effect: Effect
  /** fields that stay as the register has them, against the file */
  readonly kept: readonly string[]
}

/** What is written of a report once a person has decided. */
export interface SettledReport<R extends RegisterName = RegisterName> {
  readonly report: ImportReport<R>
  readonly rows: readonly Settled<RegisterRows[R]>[]
  /** lines left out: refused, undecided or by decision */
  readonly skipped: readonly number[]
  /** rows of the register that are not in the file and leave it */
  readonly retire: readonly Serial[]
}

/** What becomes of a row that the file would change; `null` where nobody changed it here. */
type MergeOf<Row> = (line: number, serial: Serial, row: Row) => Merge | null

/** Which fields of a merge stay as they are here, and whether one is still to be decided. */
export function keptFields(
  { fields }: Merge,
  decided: Readonly<Record<string, Keep>>,
): { readonly kept: readonly string[]; readonly open: readonly string[] } {
  const kept: string[] = []
  const open: string[] = []
  for (const { field, by } of fields) {
    const keep = decided[field] ?? keptBy(by)
    if (keep === null) open.push(field)
    else if (keep === 'ours') kept.push(field)
  }
  return { kept, open }
}

function isKeptWhole({ fields }: Merge, kept: readonly string[]): boolean {
  return fields.every(({ field, by }) => by === 'here' && kept.includes(field))
}

/**
 * Puts a report and its decision together. Refuses with `IMPORT_UNDECIDED`, `IMPORT_CONFLICT`, `ANSWER_INVALID`.
 * `mergeOf` tells of the rows that were changed here too; without it the file is followed.
 */
export function settleReport<R extends RegisterName>(
  report: ImportReport<R>,
  decision: ImportDecision,
  mergeOf: MergeOf<RegisterRows[R]> = () => null,
): SettledReport<R> {
  const rows: Settled<RegisterRows[R]>[] = []
  const skipped: number[] = []
  const open: number[] = []
  const take = (line: number, row: RegisterRows[R], effect: Effect): void => {
    const merge = effect.effect === 'changed' ? mergeOf(line, effect.serial, row) : null
    const merged = merge === null ? null : keptFields(merge, decision.keep?.[line] ?? {})
    if (merged !== null && merged.open.length > 0) open.push(line)
    else if (merge !== null && isKeptWhole(merge, merged?.kept ?? []))
      // The file says what it said before, and what was changed here stands: there is nothing to write.
      rows.push({ line, row, effect: { effect: 'unchanged', serial: merge.serial }, kept: [] })
    else rows.push({ line, row, effect, kept: merged?.kept ?? [] })
  }
  for (const verdict of report.rows) {
    if (verdict.verdict === 'taken' || verdict.verdict === 'normalised') {
      take(verdict.line, verdict.row, verdict.effect)
    } else if (verdict.verdict === 'refused') open.push(verdict.line)
    else {
      const answers = decision.answers?.[verdict.line] ?? []
      const decided = answered(report.register, verdict, answers)
      if (decided.decision === 'row') take(verdict.line, decided.row, decided.effect)
      else if (decided.decision === 'left-out') skipped.push(verdict.line)
      else open.push(verdict.line)
    }
  }
  if (open.length > 0 && decision.skipBad !== true)
    throw new RefusalError(
      'IMPORT_UNDECIDED',
      `${registerTitles[report.register]}有${open.length}行被拒绝或待确认（第${open.slice(0, 20).join('、')}${open.length > 20 ? '……' : ''}行）。没有写入任何数据。请改正文件、作出决定，或选择跳过这些行后重试。`,
    )
  refuseTwice(rows)
  return {
    report,
    rows,
    skipped: [...skipped, ...open].sort((a, b) => a - b),
    retire: decision.retire ?? [],
  }
}

/** `decide`, where an answer that was never offered is the caller's mistake and refused. */
export function answered<R extends RegisterName>(
  register: R,
  verdict: UndecidedRow<RegisterRows[R]>,
  answers: readonly (string | null)[],
) {
  try {
    return decide(register, verdict, answers)
  } catch (error) {
    if (error instanceof RangeError)
      throw new RefusalError('ANSWER_INVALID', `${error.message}。没有写入任何数据。请从所列选项中选择。`)
    throw error
  }
}

/** Two lines answered with the same row of the register would overwrite each other. */
function refuseTwice(rows: readonly Settled<unknown>[]): void {
  const lineOf = new Map<string, number>()
  for (const { line, effect } of rows) {
    if (effect.effect === 'new') continue
    const before = lineOf.get(effect.serial)
    if (before !== undefined)
      throw new RefusalError(
        'IMPORT_CONFLICT',
        `第${before}行和第${line}行都指向名录中的“${effect.serial}”。没有写入任何数据。请为其中一行另作决定。`,
      )
    lineOf.set(effect.serial, line)
  }
}
