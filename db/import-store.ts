import { count, desc, eq } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { importRun, importUndo } from './schema.ts'

/** One import (导入) that was confirmed: from which file, and how many rows came out of it. */
export type ImportRun = typeof importRun.$inferSelect

/** That an import was taken back (撤销导入): when, by whom, why, and how many rows that concerned. */
export type ImportUndo = typeof importUndo.$inferSelect

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

  /** A part of the imports into one register, the newest first, each with its undoing. */
  ofRegister(
    register: ImportRun['register'],
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): { total: number; rows: { run: ImportRun; undo: ImportUndo | null }[] } {
    const { orm } = this.connection
    const total = orm.select({ total: count() }).from(importRun).where(eq(importRun.register, register)).get()
    const rows = orm
      .select({ run: importRun, undo: importUndo })
      .from(importRun)
      .leftJoin(importUndo, eq(importUndo.importId, importRun.id))
      .where(eq(importRun.register, register))
      .orderBy(desc(importRun.id))
      .limit(limit)
      .offset(offset)
      .all()
    return { total: total?.total ?? 0, rows }
  }

  /** Writes that an import was taken back; a second time is refused by the database. */
  insertUndo(undo: ImportUndo): void {
    this.connection.requireTransaction()
    this.connection.orm.insert(importUndo).values(undo).run()
  }

  /** The undoing of an import, or `null` where it stands. */
  undoOf(id: number): ImportUndo | null {
    return this.connection.orm.select().from(importUndo).where(eq(importUndo.importId, id)).get() ?? null
  }
}
