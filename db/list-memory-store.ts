import { and, asc, eq } from 'drizzle-orm'
import type { RegisterName } from '../shared/registry/columns.ts'
import type { Connection } from './connection.ts'
import { distinctPair, headerMapping, savedFilter } from './schema.ts'

/** A filter of a register under a name (常用筛选). */
export type SavedFilterRow = typeof savedFilter.$inferSelect
/** Which field an office's own header title means (表头对应). */
export type HeaderMappingRow = typeof headerMapping.$inferSelect
/** Two rows that look alike and were decided not to be the same. */
export type DistinctPairRow = typeof distinctPair.$inferSelect

/** What the pages about registers remember for the office. */
export class ListMemoryStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  private get orm() {
    return this.connection.orm
  }

  /** Keeps a filter; one of the same register and name is replaced. */
  saveFilter(row: SavedFilterRow): void {
    this.connection.requireTransaction()
    const { body, at, by } = row
    this.orm
      .insert(savedFilter)
      .values(row)
      .onConflictDoUpdate({ target: [savedFilter.register, savedFilter.name], set: { body, at, by } })
      .run()
  }

  filters(register: RegisterName): SavedFilterRow[] {
    return this.orm
      .select()
      .from(savedFilter)
      .where(eq(savedFilter.register, register))
      .orderBy(asc(savedFilter.name))
      .all()
  }

  removeFilter(id: string): void {
    this.connection.requireTransaction()
    this.orm.delete(savedFilter).where(eq(savedFilter.id, id)).run()
  }

  /** Remembers what a title of a file's header means. */
  saveMapping(row: HeaderMappingRow): void {
    this.connection.requireTransaction()
    const { field, at, by } = row
    this.orm
      .insert(headerMapping)
      .values(row)
      .onConflictDoUpdate({ target: [headerMapping.register, headerMapping.title], set: { field, at, by } })
      .run()
  }

  mappings(register: RegisterName): HeaderMappingRow[] {
    return this.orm
      .select()
      .from(headerMapping)
      .where(eq(headerMapping.register, register))
      .orderBy(asc(headerMapping.title))
      .all()
  }

  removeMapping(register: RegisterName, title: string): void {
    this.connection.requireTransaction()
    this.orm
      .delete(headerMapping)
      .where(and(eq(headerMapping.register, register), eq(headerMapping.title, title)))
      .run()
  }

  insertDistinct(row: DistinctPairRow): void {
    this.connection.requireTransaction()
    this.orm.insert(distinctPair).values(row).run()
  }

  distinctPairs(register: DistinctPairRow['register']): DistinctPairRow[] {
    return this.orm.select().from(distinctPair).where(eq(distinctPair.register, register)).all()
  }
}
