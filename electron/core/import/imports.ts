import { randomUUID } from 'node:crypto'
import { isHeldFile } from '../../../db/held-files.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { lookupOf, storeOf } from '../registers/registers.ts'
import type { ImportRefusal, ImportReport } from './import-report.ts'
import { inspectFile } from './inspect-file.ts'
import { settleReport } from './settle-report.ts'
import { undoImport } from './undo-import.ts'
import { writeImport } from './write-import.ts'

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
  /** names the import, to be undone; `null` where nothing was written into the register */
  readonly importId: number | null
}

/** An import that was written, as a list of them shows it. */
export interface WrittenImport {
  readonly id: number
  readonly register: RegisterName
  readonly fileName: string
  readonly at: string
  readonly by: string
  readonly added: number
  readonly changed: number
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null
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
      /** what the file is called, where it lies on disk under another name */
      readonly name?: string
    } = {},
  ): Promise<PendingImport<R> | ImportRefusal> {
    if (isHeldFile(this.#context.database, path))
      throw new RefusalError(
        'FILE_NOT_READABLE',
        '这是程序正在使用的文件，不是名录，没有打开它。没有写入任何数据。请另选文件。',
      )
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
    const settled = settleReport(pending.report, decision)
    const done = this.#context.database.transaction(() => writeImport(this.#context, actor, settled))
    this.#pending.delete(token)
    return done
  }

  /** The imports into a register that were written, the newest first. */
  list(
    register: RegisterName,
    part: { readonly limit: number; readonly offset: number },
  ): { readonly total: number; readonly rows: readonly WrittenImport[] } {
    const { database } = this.#context
    const { total, rows } = database.imports.ofRegister(register, part)
    const store = storeOf(database, register)
    return {
      total,
      rows: rows.map(({ run: { id, fileName, at, by, changed }, undo }) => {
        const undone = undo === null ? null : { at: undo.at, by: undo.by, reason: undo.reason }
        return { id, register, fileName, at, by, added: store.addedBy(id), changed, undone }
      }),
    }
  }

  /** Takes an import back: {@link undoImport}. */
  undo(actor: string, id: number, reason: string): { readonly retired: number; readonly restored: number } {
    return this.#context.database.transaction(() => undoImport(this.#context, actor, id, reason))
  }

  /** Grows with every version of any register: whether a report is still about what it was made from. */
  #registersAt(): number {
    return this.#context.database.registerVersions()
  }
}
