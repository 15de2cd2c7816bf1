import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Core } from '../core.ts'
import type { MergedRegister } from '../duplicates/find-similar.ts'
import { ImportThread } from '../import/import-thread.ts'
import { RefusalError } from '../outcome.ts'
import type { FaultLog } from './connection.ts'

/** Searches for rows that may be the same, one search after the other, each in a thread of its own. */
export class DuplicateDesk {
  readonly #core: Core
  readonly #log: FaultLog
  readonly #searching = new Map<MergedRegister, number>()
  #last: Promise<unknown> = Promise.resolve()
  #thread: ImportThread | null = null
  #isClosed = false

  constructor(core: Core, log: FaultLog) {
    this.#core = core
    this.#log = log
    core.atClose(() => {
      this.#isClosed = true
      void this.#thread?.end()
    })
  }

  isSearching(register: MergedRegister): boolean {
    return (this.#searching.get(register) ?? 0) > 0
  }

  /** Searches a register and keeps what was found; gives how many pairs. Refuses with `CANCELLED` when it ends. */
  async search(register: MergedRegister): Promise<number> {
    this.#count(register, 1)
    const before = this.#last
    const turn = Promise.withResolvers<void>()
    this.#last = turn.promise
    try {
      await before
      return await this.#search(register)
    } finally {
      this.#count(register, -1)
      turn.resolve()
    }
  }

  /** Searches after an import, without anybody waiting for it. */
  searchAfter(register: RegisterName): void {
    if (register !== 'objects' && register !== 'inspectors') return
    this.search(register).catch((error: unknown) => {
      if (!(error instanceof RefusalError)) this.#log({ call: 'duplicates.search', error })
    })
  }

  async #search(register: MergedRegister): Promise<number> {
    if (this.#isClosed)
      throw new RefusalError('CANCELLED', '程序正在关闭，没有查找。没有写入任何数据。请重新打开后再试。')
    const thread = new ImportThread(this.#core.database.folder, () => this.#core.time())
    this.#thread = thread
    try {
      const pairs = await thread.ask('similar', { register })
      this.#core.duplicates.keep(register, pairs)
      return pairs.length
    } finally {
      await thread.end()
      this.#thread = null
    }
  }

  #count(register: MergedRegister, by: number): void {
    this.#searching.set(register, (this.#searching.get(register) ?? 0) + by)
  }
}
