import { randomUUID } from 'node:crypto'
import { isHeldFile } from '../../../db/held-files.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { Keep } from '../../../shared/registry/three-way.ts'
import type { WritingContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { storeOf } from '../registers/registers.ts'
import type { Comparison } from './compare-report.ts'
import type { ChosenHeader } from './find-table.ts'
import { rememberedMapping } from './header-memory.ts'
import type { ImportRefusal, ImportReport } from './import-report.ts'
import { inspectFile } from './inspect-file.ts'
import { OpenImport } from './open-import.ts'
import { storedLookup } from './stored-lookup.ts'
import { type Undone, undoImport } from './undo-import.ts'

/** A report that waits for a person's decision. */
export interface PendingImport<R extends RegisterName = RegisterName> {
  readonly token: string
  readonly report: ImportReport<R>
  /** beside the register and what was imported before */
  readonly comparison: Comparison
}

/** What a person decided about a report. */
export interface ImportDecision {
  /** answers by line, one a question in its order; `null` leaves it open */
  readonly answers?: Readonly<Record<number, readonly (string | null)[]>>
  /** by line and field, which side stands where the file and this office both changed it */
  readonly keep?: Readonly<Record<number, Readonly<Record<string, Keep>>>>
  /** rows of the register that are not in the file and leave it; by default none */
  readonly retire?: readonly Serial[]
  /** leave out every row that is refused or still undecided */
  readonly skipBad?: boolean
}

/** What a confirmed import wrote. */
export interface ImportDone {
  readonly register: RegisterName
  readonly added: number
  readonly changed: number
  /** rows that are not in the file and left the register */
  readonly retired: number
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
  readonly #context: WritingContext
  readonly #pending = new Map<string, OpenImport>()

  constructor(context: WritingContext) {
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
      readonly name?: string | undefined
      /** the header row that a person pointed at */
      readonly header?: ChosenHeader | null | undefined
    } = {},
  ): Promise<PendingImport<R> | ImportRefusal> {
    const { database } = this.#context
    refuseHeldFile(database, path)
    const registersAt = database.registerVersions()
    const existing = storedLookup(database, register)
    const mapping = rememberedMapping(database, register)
    const report = await inspectFile({ path, register, existing, mapping, ...options })
    if (report.outcome === 'refusal') return report
    const token = randomUUID()
    const open = new OpenImport<R>(this.#context, report, registersAt)
    this.#pending.set(token, open)
    return { token, report, comparison: open.comparison }
  }

  /** A report that waits, with what was decided about it. Refuses with `IMPORT_UNKNOWN`. */
  open(token: string): OpenImport {
    const open = this.#pending.get(token)
    if (open === undefined) throw unknownImport()
    return open
  }

  /** Forgets a report. */
  discard(token: string): void {
    this.#pending.delete(token)
  }

  /** Writes a report's rows: {@link OpenImport.confirm}. Refuses with `IMPORT_UNKNOWN` besides. */
  confirm(actor: string, token: string, decision: ImportDecision = {}): ImportDone {
    const done = this.open(token).confirm(actor, decision)
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
  undo(actor: string, id: number, reason: string): Undone {
    return this.#context.database.transaction(() => undoImport(this.#context, actor, id, reason))
  }
}

/** Refuses a file that the program itself holds open with locks. */
export function refuseHeldFile(
  database: { readonly folder: string; readonly file: string },
  path: string,
): void {
  if (isHeldFile(database, path))
    throw new RefusalError(
      'FILE_NOT_READABLE',
      '这是程序正在使用的文件，不是名录，没有打开它。没有写入任何数据。请另选文件。',
    )
}

/** That no report waits under a token. */
export function unknownImport(): RefusalError {
  return new RefusalError(
    'IMPORT_UNKNOWN',
    '没有这份导入报告，或已导入过。没有写入任何数据。请重新选择文件。',
  )
}
