import { randomUUID } from 'node:crypto'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { registerTitles } from '../../../shared/registry/columns.ts'
import { decide } from '../../../shared/registry/decide.ts'
import type { Effect, RegisterRows, UndecidedRow } from '../../../shared/registry/verdict.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { lookupOf, storeOf } from '../registers/registers.ts'
import type { ImportRefusal, ImportReport } from './import-report.ts'
import { inspectFile } from './inspect-file.ts'

/** A report that waits for a person's decision. */
export interface PendingImport<R extends RegisterName = RegisterName> {
  readonly token: string
  readonly report: ImportReport<R>
}

/** What a person decided about a report. */
export interface ImportDecision {
  /** answers by line, one a question in its order; `null` leaves it open */
  readonly answers?: Readonly<Record<number, readonly (string | null)[]>>
  /** leave out every row that is refused or still undecided */
  readonly skipBad?: boolean
}

/** What a confirmed import wrote. */
export interface ImportDone {
  readonly register: RegisterName
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** lines left out: refused, undecided or by decision */
  readonly skipped: readonly number[]
}

/**
 * Imports: first the report, then the decision. Nothing is written before it is confirmed, then everything in
 * one transaction with its ledger entry.
 */
export class Imports {
  readonly #context: CoreContext
  readonly #pending = new Map<string, { readonly report: ImportReport; readonly registersAt: number }>()

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** Reads a file and reports what it would do. Can be cancelled; writes nothing. */
  async inspect<R extends RegisterName>(
    register: R,
    path: string,
    options: {
      readonly signal?: AbortSignal
      readonly onProgress?: (progress: { readonly rows: number }) => void
    } = {},
  ): Promise<PendingImport<R> | ImportRefusal> {
    const registersAt = this.#registersAt()
    const existing = lookupOf(this.#context.database, register)
    const report = await inspectFile({ path, register, existing, ...options })
    if (report.outcome === 'refusal') return report
    const token = randomUUID()
    this.#pending.set(token, { report, registersAt })
    return { token, report }
  }

  /** Forgets a report. */
  discard(token: string): void {
    this.#pending.delete(token)
  }

  /**
   * Writes a report's rows. Refuses, writing nothing: `IMPORT_UNKNOWN`, `IMPORT_STALE` (the registers changed
   * since), `IMPORT_UNDECIDED` (rows are refused or undecided and `skipBad` is not said), `IMPORT_CONFLICT`.
   */
  confirm(actor: string, token: string, decision: ImportDecision = {}): ImportDone {
    const pending = this.#pending.get(token)
    if (pending === undefined)
      throw new RefusalError(
        'IMPORT_UNKNOWN',
        '没有这份导入报告，或已导入过。没有写入任何数据。请重新选择文件。',
      )
    if (pending.registersAt !== this.#registersAt())
      throw new RefusalError(
        'IMPORT_STALE',
        '生成导入报告之后名录已有改动。没有写入任何数据。请重新选择文件，生成新的报告。',
      )
    const done = this.#write(actor, pending.report, decision)
    this.#pending.delete(token)
    return done
  }

  #write<R extends RegisterName>(
    actor: string,
    report: ImportReport<R>,
    decision: ImportDecision,
  ): ImportDone {
    const { register, counts, file } = report
    const { rows, skipped } = settle(report, decision)
    return this.#context.database.transaction(() => {
      const at = now(this.#context)
      const added = rows.filter((r) => r.effect.effect === 'new')
      const changed = rows.filter((r) => r.effect.effect === 'changed')
      const importId = this.#context.database.imports.insert({
        register,
        fileName: file.name,
        sha256: file.sha256,
        at,
        by: actor,
        taken: rows.length,
        normalised: counts.normalised,
        changed: changed.length,
        skipped: skipped.length,
      })
      const stamp = { at, by: actor, importId }
      const store = storeOf(this.#context.database, register)
      store.add(
        added.map((r) => r.row),
        stamp,
      )
      for (const { row, effect } of changed)
        if (effect.effect === 'changed') store.change(effect.serial, row, stamp)
      const data = {
        register,
        file: file.name,
        sha256: file.sha256,
        added: added.length,
        changed: changed.length,
      }
      record(
        this.#context,
        actor,
        'register.imported',
        { ...data, import: importId, skipped: skipped.length },
        at,
      )
      const unchanged = rows.length - added.length - changed.length
      return { register, added: added.length, changed: changed.length, unchanged, skipped }
    })
  }

  /** Grows with every version of any register: whether a report is still about what it was made from. */
  #registersAt(): number {
    return this.#context.database.registerVersions()
  }
}

interface Settled<Row> {
  readonly line: number
  readonly row: Row
  readonly effect: Effect
}

function settle<R extends RegisterName>(
  report: ImportReport<R>,
  decision: ImportDecision,
): { readonly rows: readonly Settled<RegisterRows[R]>[]; readonly skipped: readonly number[] } {
  const rows: Settled<RegisterRows[R]>[] = []
  const skipped: number[] = []
  const open: number[] = []
  for (const verdict of report.rows) {
    if (verdict.verdict === 'taken' || verdict.verdict === 'normalised') {
      rows.push({ line: verdict.line, row: verdict.row, effect: verdict.effect })
    } else if (verdict.verdict === 'refused') open.push(verdict.line)
    else {
      const answers = decision.answers?.[verdict.line] ?? []
      const decided = answered(report.register, verdict, answers)
      if (decided.decision === 'row')
        rows.push({ line: verdict.line, row: decided.row, effect: decided.effect })
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
  return { rows, skipped: [...skipped, ...open].sort((a, b) => a - b) }
}

/** `decide`, where an answer that was never offered is the caller's mistake and refused. */
function answered<R extends RegisterName>(
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
