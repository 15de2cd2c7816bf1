import { randomUUID } from 'node:crypto'
import type { ImportChange, ImportTab, InspectEvent } from '../../../shared/api/import-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { RowVerdict } from '../../../shared/registry/verdict.ts'
import type { Core } from '../core.ts'
import type { ChosenHeader } from '../import/find-table.ts'
import { ImportThread } from '../import/import-thread.ts'
import { type ImportDecision, type ImportDone, refuseHeldFile, unknownImport } from '../import/imports.ts'
import type { NamedFile } from '../import/thread-calls.ts'
import { RefusalError } from '../outcome.ts'

/** Reports that wait for a decision at most: a window that is closed leaves its report and its thread behind. */
const reportsKept = 3

/** A report that waits in its thread. */
interface Waiting {
  readonly thread: ImportThread
  readonly register: RegisterName
  readonly fileName: string
  isWriting: boolean
}

interface Part {
  readonly limit: number
  readonly offset: number
}

/** A file to inspect: by its path, or one that a window handed over, which keeps its own name. */
export type ImportSource = { readonly path: string } | { readonly upload: string }

/** Where files are that windows handed over. Refuses with `UPLOAD_UNKNOWN`. */
export interface TakenUploads {
  take(upload: string): { readonly name: string; readonly path: string }
}

const noUploads: TakenUploads = {
  take: () => {
    throw new RefusalError('UPLOAD_UNKNOWN', '没有收到这个文件。没有写入任何数据。请重新选择文件。')
  },
}

/**
 * Imports as windows use them. Each is read, compared, decided and written in a thread of its own, which holds the
 * report: this thread is told summaries and pages of rows, and goes on answering every window.
 */
export class ImportDesk {
  readonly #core: Core
  readonly #uploads: TakenUploads
  readonly #written: (register: RegisterName) => void
  readonly #running = new Map<string, ImportThread>()
  readonly #waiting = new Map<string, Waiting>()
  #writing = 0

  /** @param written is told of every import that was written */
  constructor(
    core: Core,
    uploads: TakenUploads = noUploads,
    written: (register: RegisterName) => void = () => {},
  ) {
    this.#core = core
    this.#uploads = uploads
    this.#written = written
    core.atClose(() => {
      for (const thread of this.#running.values()) void thread.end()
      for (const { thread } of this.#waiting.values()) void thread.end()
    })
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
    header: ChosenHeader | null = null,
  ): AsyncGenerator<InspectEvent, void, undefined> {
    const file = this.#fileOf(source)
    const token = randomUUID()
    let rows = 0
    let turn = Promise.withResolvers<void>()
    const thread = this.#startThread((read) => {
      rows = read
      turn.resolve()
    })
    const stop = () => void thread.end()
    signal?.addEventListener('abort', stop, { once: true })
    this.#running.set(token, thread)
    try {
      yield { event: 'started', token }
      const inspection = thread.ask('inspect', { register, file, header })
      const done = inspection.then(
        () => true,
        () => true,
      )
      let told = 0
      while (!(await Promise.race([done, turn.promise.then(() => false)]))) {
        turn = Promise.withResolvers()
        if (rows === told) continue
        told = rows
        yield { event: 'progress', rows }
      }
      const { report, state } = await inspection
      this.#keep(token, { thread, register, fileName: report.file.name, isWriting: false })
      yield { event: 'report', token, report, state }
    } finally {
      signal?.removeEventListener('abort', stop)
      if (!this.#waiting.has(token)) await thread.end()
      this.#running.delete(token)
    }
  }

  /** The first rows of every sheet of a file. Refuses with the file's code. */
  async head(source: ImportSource) {
    const file = this.#fileOf(source)
    return this.#once((thread) => thread.ask('head', { file }))
  }

  /** A page of a report's rows, of one tab or with these verdicts. Refuses with `IMPORT_UNKNOWN`. */
  async rows(
    token: string,
    wanted: {
      readonly tab: ImportTab | null
      readonly verdicts: readonly RowVerdict<unknown>['verdict'][]
    },
    part: Part,
  ) {
    return this.#report(token).thread.ask('rows', { ...wanted, ...part })
  }

  /** A page of the rows that are not in the file. Refuses with `IMPORT_UNKNOWN`. */
  async gone(token: string, part: Part) {
    return this.#report(token).thread.ask('gone', part)
  }

  /** Takes a decision. Refuses with `IMPORT_UNKNOWN` or `ANSWER_INVALID`. */
  async decide(token: string, decision: ImportChange) {
    return this.#report(token).thread.ask('decide', { decision })
  }

  /** Writes a report's rows, as `Imports.confirm` does, in its thread; meanwhile nothing else writes. */
  async confirm(actor: string, token: string, decision: ImportDecision): Promise<ImportDone> {
    const report = this.#report(token)
    report.isWriting = true
    try {
      const done = await this.#alone(report.fileName, () => report.thread.ask('confirm', { actor, decision }))
      this.#waiting.delete(token)
      await report.thread.end()
      if (done.importId !== null) this.#written(done.register)
      return done
    } finally {
      report.isWriting = false
    }
  }

  /** The imports into a register that were written, the newest first. */
  list(register: RegisterName, part: Part) {
    return this.#core.imports.list(register, part)
  }

  /** Takes an import back, as `Imports.undo` does, in a thread; meanwhile nothing else writes. */
  async undo(actor: string, id: number, reason: string) {
    return this.#alone(`第${id}次导入的撤销`, () =>
      this.#once((thread) => thread.ask('undo', { actor, id, reason })),
    )
  }

  /** Forgets a report, or stops the inspection that would give it. One that is being written goes on. */
  async discard(token: string): Promise<void> {
    await this.#running.get(token)?.end()
    const report = this.#waiting.get(token)
    if (report === undefined || report.isWriting) return
    this.#waiting.delete(token)
    await report.thread.end()
  }

  #fileOf(source: ImportSource): NamedFile {
    const file = 'path' in source ? { path: source.path } : this.#uploads.take(source.upload)
    refuseHeldFile(this.#core.database, file.path)
    return file
  }

  #startThread(onProgress?: (rows: number) => void): ImportThread {
    return new ImportThread(this.#core.database.folder, () => this.#core.time(), onProgress)
  }

  async #once<T>(work: (thread: ImportThread) => Promise<T>): Promise<T> {
    const thread = this.#startThread()
    try {
      return await work(thread)
    } finally {
      await thread.end()
    }
  }

  /** While another thread writes, whatever this one would write is refused at once and never waits for the lock. */
  async #alone<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.#writing += 1
    this.#core.database.reserveWrites(
      `正在写入“${what}”，需要几秒到几十秒，本次操作没有写入；此前保存的数据完好。请稍候再试。`,
    )
    try {
      return await work()
    } finally {
      this.#writing -= 1
      if (this.#writing === 0) this.#core.database.reserveWrites(null)
    }
  }

  #report(token: string): Waiting {
    const report = this.#waiting.get(token)
    if (report === undefined) throw unknownImport()
    return report
  }

  #keep(token: string, report: Waiting): void {
    this.#waiting.set(token, report)
    const oldest = [...this.#waiting].find(([, { isWriting }]) => !isWriting)
    if (this.#waiting.size > reportsKept && oldest !== undefined) void this.discard(oldest[0])
  }
}
