import { randomUUID } from 'node:crypto'
import { type SavedFilter, savedFilterBodySchema } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { type CoreContext, now } from '../context.ts'
import { RefusalError } from '../outcome.ts'

/**
 * Filters that a register's page keeps under a name (常用筛选). They are a page's own memory: nothing of the office's
 * lists changes with them, so the ledger does not tell of them.
 */
export class SavedFilters {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** By name. One that no longer can be read, because its fields are gone, is left out. */
  list(register: RegisterName): SavedFilter[] {
    return this.#context.database.listMemory.filters(register).flatMap(({ id, name, body }) => {
      const parsed = savedFilterBodySchema.safeParse(body)
      return parsed.success ? [{ id, register, name, ...parsed.data }] : []
    })
  }

  /** Keeps a filter; one of the same name is replaced. */
  save(actor: string, filter: Omit<SavedFilter, 'id'>): SavedFilter {
    const { register, name, piece, filters } = filter
    const { database } = this.#context
    return database.transaction(() => {
      const body = { piece, filters }
      const id = randomUUID()
      database.listMemory.saveFilter({ id, register, name, body, at: now(this.#context), by: actor })
      const kept = this.list(register).find((one) => one.name === name)
      if (kept === undefined) throw new Error(`the filter ${name} was not kept`)
      return kept
    })
  }

  /** Refuses with `FILTER_UNKNOWN` or `FILTER_NAME_TAKEN`. */
  rename(actor: string, register: RegisterName, id: string, name: string): SavedFilter {
    const { database } = this.#context
    return database.transaction(() => {
      const known = this.list(register)
      const filter = known.find((one) => one.id === id)
      if (filter === undefined)
        throw new RefusalError('FILTER_UNKNOWN', '这个常用筛选已经删除。没有改动任何数据。请刷新后重新选择。')
      if (known.some((one) => one.id !== id && one.name === name))
        throw new RefusalError(
          'FILTER_NAME_TAKEN',
          `已有名为“${name}”的常用筛选。没有改动任何数据。请换一个名称。`,
        )
      const { piece, filters } = filter
      database.listMemory.removeFilter(id)
      database.listMemory.saveFilter({
        id,
        register,
        name,
        body: { piece, filters },
        at: now(this.#context),
        by: actor,
      })
      return { ...filter, name }
    })
  }

  /** An unknown one is no error: it is gone. */
  remove(id: string): void {
    const { database } = this.#context
    database.transaction(() => database.listMemory.removeFilter(id))
  }
}
