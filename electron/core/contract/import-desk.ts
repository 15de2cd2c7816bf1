import { randomUUID } from 'node:crypto'
import type { InspectEvent } from '../../../shared/api/import-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { RegisterRows, RowVerdict } from '../../../shared/registry/verdict.ts'
import type { Core } from '../core.ts'
import type { ImportReport } from '../import/import-report.ts'
import type { ImportDecision, ImportDone } from '../import/imports.ts'
import { RefusalError } from '../outcome.ts'

/** Reports that wait for a decision at most: a window that is closed leaves its report behind. */
const reportsKept = 8

interface Finished {
  readonly report: ImportReport
  /** what the core calls it */
  readonly token: string
}

/** A file to inspect: by its path, or one that a window handed over, which keeps its own name. */
export type ImportSource = { readonly path: string } | { readonly upload: string }
interface NamedFile {
  readonly path: string
  readonly name?: string
}

/** Where files are that windows handed over. Refuses with `UPLOAD_UNKNOWN`. */
export interface TakenUploads {
  take(upload: string): { readonly name: string; readonly path: string }
  discard(upload: string): void
}

const noUploads: TakenUploads = {
  take: () => {
    throw new RefusalError('UPLOAD_UNKNOWN', '没有收到这个文件。没有写入任何数据。请重新选择文件。')
  },
  discard: () => undefined,
}

/** Imports as windows use them: an inspection can be watched and stopped, its report read by the page. */
export class ImportDesk {
  readonly #core: Core
  readonly #uploads: TakenUploads
  readonly #running = new Map<string, AbortController>()
  readonly #finished = new Map<string, Finished>()

  constructor(core: Core, uploads: TakenUploads = noUploads) {
    this.#core = core
    this.#uploads = uploads
  }

  /** How many inspections are going on. */
  get running(): number {
    return this.#running.size
  }

  /** Inspects a file, telling how far it is. Refuses with the file's code; stopped by `signal` or `discard`. */
  async *inspect(
    register: RegisterName,
    source: ImportSource,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<InspectEvent, void, undefined> {
    const file: NamedFile = 'path' in source ? source : this.#uploads.take(source.upload)
    const token = randomUUID()
    const stop = new AbortController()
    this.#running.set(token, stop)
    try {
      yield { event: 'started', token }
      const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal])
      let rows = 0
      let told = 0
      let turn = Promise.withResolvers<void>()
      const inspection = this.#core.imports.inspect(register, file.path, {
        signal: either,
        ...(file.name === undefined ? {} : { name: file.name }),
        onProgress: (progress) => {
          rows = progress.rows
          turn.resolve()
        },
      })
      const done = inspection.then(
        () => true,
        () => true,
      )
      while (!(await Promise.race([done, turn.promise.then(() => false)]))) {
        turn = Promise.withResolvers()
        if (rows === told) continue
        told = rows
        yield { event: 'progress', rows }
      }
      const outcome = await inspection
      if ('outcome' in outcome) throw new RefusalError(outcome.code, outcome.message)
      this.#keep(token, { report: outcome.report, token: outcome.token })
      // The report holds the rows: what is confirmed is read from it, never again from the file.
      if ('upload' in source) this.#uploads.discard(source.upload)
      const { outcome: _outcome, rows: _rows, ...report } = outcome.report
      yield { event: 'report', token, report }
    } finally {
      stop.abort()
      this.#running.delete(token)
    }
  }

  /** A page of a report's rows with these verdicts. Refuses with `IMPORT_UNKNOWN`. */
  rows(
    token: string,
    verdicts: readonly RowVerdict<unknown>['verdict'][],
    part: { readonly limit: number; readonly offset: number },
  ): { readonly total: number; readonly rows: readonly RowVerdict<RegisterRows[RegisterName]>[] } {
    const finished = this.#finished.get(token)
    if (finished === undefined)
      throw new RefusalError(
        'IMPORT_UNKNOWN',
        '没有这份导入报告，或已导入过。没有写入任何数据。请重新选择文件。',
      )
    const rows = finished.report.rows.filter((row) => verdicts.includes(row.verdict))
    return { total: rows.length, rows: rows.slice(part.offset, part.offset + part.limit) }
  }

  /** Writes a report's rows, as `Imports.confirm` does. */
  confirm(actor: string, token: string, decision: ImportDecision): ImportDone {
    const done = this.#core.imports.confirm(actor, this.#finished.get(token)?.token ?? token, decision)
    this.#finished.delete(token)
    return done
  }

  /** The imports into a register that were written, the newest first. */
  list(register: RegisterName, part: { readonly limit: number; readonly offset: number }) {
    return this.#core.imports.list(register, part)
  }

  /** Takes an import back, as `Imports.undo` does. */
  undo(actor: string, id: number, reason: string) {
    return this.#core.imports.undo(actor, id, reason)
  }

  /** Forgets a report, or stops the inspection that would give it. */
  discard(token: string): void {
    this.#running.get(token)?.abort()
    const finished = this.#finished.get(token)
    if (finished !== undefined) this.#core.imports.discard(finished.token)
    this.#finished.delete(token)
  }

  #keep(token: string, finished: Finished): void {
    this.#finished.set(token, finished)
    const [oldest] = this.#finished.keys()
    if (this.#finished.size > reportsKept && oldest !== undefined) this.discard(oldest)
  }
}
