import { desc, eq } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { importRun } from './schema.ts'

/** One import (导入) that was confirmed: from which file, and how many rows came out of it. */
export type ImportRun = typeof importRun.$inferSelect

/** The imports into the registers: append-only; the versions they wrote name them. */
export class ImportStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** Writes an import and returns its id, to be handed to the register store in the stamp of its rows. */
  insert(run: Omit<ImportRun, 'id'>): number {
    this.connection.requireTransaction()
    return this.connection.orm.insert(importRun).values(run).returning({ id: importRun.id }).get().id
  }

  /** One import, or `null`. */
  get(id: number): ImportRun | null {
    return this.connection.orm.select().from(importRun).where(eq(importRun.id, id)).get() ?? null
  }

  /** All imports, newest first. */
  list(): ImportRun[] {
    return this.connection.orm.select().from(importRun).orderBy(desc(importRun.id)).all()
  }
}
