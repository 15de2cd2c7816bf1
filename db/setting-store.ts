import { eq } from 'drizzle-orm'
import { type OfficeCode, officeCodeSchema } from '../shared/registry/office.ts'
import { text } from '../shared/registry/text.ts'
import type { Connection } from './connection.ts'
import { setting } from './schema.ts'

/** A setting (设置): its key and what its value must be. */
export interface Setting<T> {
  readonly key: string
  /** throws on what is no such value */
  readonly schema: { parse(value: unknown): T }
}

/** 单位代码: fixed once; the database refuses to change it. */
export const officeCode: Setting<OfficeCode> = { key: 'office.code', schema: officeCodeSchema }
/** 单位名称 */
export const officeName: Setting<string> = { key: 'office.name', schema: text }

/** Settings: the only values of the store, with the drafts of draws, that change in place. */
export class SettingStore {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** The value of `which`, or `null` where it was never set. Throws where what is stored is not such a value. */
  read<T>(which: Setting<T>): T | null {
    const row = this.connection.orm.select().from(setting).where(eq(setting.key, which.key)).get()
    return row === undefined ? null : which.schema.parse(row.value)
  }

  /** Sets `which`. Throws on a value its schema refuses, and on another office code than the one set. */
  write<T>(which: Setting<T>, value: T): void {
    this.connection.requireTransaction()
    const parsed = which.schema.parse(value)
    this.connection.orm
      .insert(setting)
      .values({ key: which.key, value: parsed })
      .onConflictDoUpdate({ target: setting.key, set: { value: parsed } })
      .run()
  }

  /** Forgets the value of `which`. Throws for the office code. */
  clear<T>(which: Setting<T>): void {
    this.connection.requireTransaction()
    this.connection.orm.delete(setting).where(eq(setting.key, which.key)).run()
  }
}
