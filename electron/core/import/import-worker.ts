import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type Database, openDatabase } from '../../../db/open-database.ts'
import { instant } from '../clock.ts'
import type { WritingContext } from '../context.ts'
import { findSimilar } from '../duplicates/find-similar.ts'
import { outcomeOfAsync, RefusalError } from '../outcome.ts'
import { Imports, unknownImport } from './imports.ts'
import { readHead } from './read-head.ts'
import type { ThreadCall, ThreadCalls, ThreadOrder, ThreadTold } from './thread-calls.ts'

/** One import in a thread of its own: its own connection, its own report, and nothing left when it ends. */
class ImportProgram {
  readonly #port: MessagePort
  readonly #imports: Imports
  readonly #database: Database
  #now = 0
  #token = ''

  constructor(port: MessagePort, database: Database) {
    this.#port = port
    this.#database = database
    const context: WritingContext = { database, clock: () => new Date(this.#now) }
    this.#imports = new Imports(context)
  }

  async take(order: ThreadOrder): Promise<void> {
    this.#now = order.now
    const { id } = order
    try {
      const outcome = await outcomeOfAsync(() => this.#answer(order))
      if (outcome.ok) this.#tell({ told: 'answer', id, answer: outcome.value })
      else this.#tell({ told: 'refusal', id, ...outcome.refusal })
    } catch (error) {
      this.#tell({ told: 'fault', id, error })
    }
  }

  async #answer({ call, ask }: ThreadOrder): Promise<ThreadCalls[ThreadCall]['answer']> {
    switch (call) {
      case 'inspect':
        return this.#inspect(ask)
      case 'head':
        return readHead(ask.file.path, ask.file.name)
      case 'decide':
        return this.#open().decide(ask.decision)
      case 'rows':
        return ask.tab === null ? this.#open().rowsOf(ask.verdicts, ask) : this.#open().rows(ask.tab, ask)
      case 'gone':
        return this.#open().gone(ask)
      case 'confirm':
        return this.#imports.confirm(ask.actor, this.#token, ask.decision)
      case 'undo':
        return this.#imports.undo(ask.actor, ask.id, ask.reason)
      case 'similar':
        return findSimilar(this.#database, ask.register)
    }
  }

  async #inspect({
    register,
    file,
    header,
  }: ThreadCalls['inspect']['ask']): Promise<ThreadCalls['inspect']['answer']> {
    const pending = await this.#imports.inspect(register, file.path, {
      name: file.name,
      header,
      onProgress: ({ rows }) => this.#tell({ told: 'progress', rows }),
    })
    if ('outcome' in pending) throw new RefusalError(pending.code, pending.message)
    this.#token = pending.token
    const { outcome: _outcome, rows: _rows, ...report } = pending.report
    return { report, state: this.#open().state() }
  }

  #open() {
    if (this.#token === '') throw unknownImport()
    return this.#imports.open(this.#token)
  }

  #tell(told: ThreadTold): void {
    this.#port.postMessage(told)
  }
}

if (parentPort !== null) {
  const { folder } = workerData as { readonly folder: string }
  const opened = openDatabase({ folder, at: instant(new Date()), instance: 'held' })
  const port = parentPort
  if (!opened.ok) throw new Error(opened.refusal.message)
  const program = new ImportProgram(port, opened.database)
  port.on('message', (order: ThreadOrder) => void program.take(order))
}
