import type BetterSqlite3 from 'better-sqlite3'
import type { InspectionItem } from '../shared/registry/inspection-item.ts'
import type { InspectionObject } from '../shared/registry/inspection-object.ts'
import type { Inspector } from '../shared/registry/inspector.ts'
import type { Serial } from '../shared/registry/office.ts'
import type { PlanLine } from '../shared/registry/plan-line.ts'
import type { Power } from '../shared/registry/power.ts'
import type { Recusal } from '../shared/registry/recusal.ts'
import type { Visit } from '../shared/registry/visit.ts'
import type { Connection } from './connection.ts'
import type { RegisterDescriptor, StoredAs } from './register-descriptors.ts'
import { type Facets, RegisterSearch, type SearchFilters } from './register-search.ts'
import {
  type RegisterVersion,
  readVersion,
  type Stored,
  type StoredFields,
  serialOf,
  toStored,
  versionColumns,
} from './register-version.ts'

/** Who changes a register, when, why, and out of which import. */
export interface Stamp {
  /** ISO 8601 to the second with a numeric offset */
  readonly at: string
  readonly by: string
  readonly reason?: string | null
  readonly importId?: number | null
}

/** A part of a search's answer, and how many rows there are in all. */
export interface SearchAnswer<Row> {
  readonly total: number
  readonly rows: RegisterVersion<Row>[]
}

/** How many rows {@link RegisterStore.iterate} reads at a time: no cursor stays open while the caller writes. */
const page = 2_000

type Select<Parameters extends unknown[]> = BetterSqlite3.Statement<Parameters, Stored[]>

/** A positional parameter, or the named ones of a statement. */
type Parameter = string | number | Readonly<Record<string, string | number>>

const quoted = (column: string) => `"${column}"`

/**
 * One register with its history. Every change is a new version; deleting is retiring, for good: who comes
 * back is added anew under a new serial. What breaks that (a gap in the versions, a second holder of one
 * certificate) is refused by the database and thrown.
 */
export class RegisterStore<Row extends object, Lookup extends keyof Row & string> {
  private readonly connection: Connection
  private readonly descriptor: RegisterDescriptor<Row, Lookup>
  private readonly fields: StoredFields
  private readonly columns: string
  private readonly table: string
  private readonly view: string
  private readonly index: RegisterSearch<Row, Lookup>
  private readonly insertVersion: BetterSqlite3.Statement
  private readonly advanceCounter: BetterSqlite3.Statement<[number, string], { last: number }>
  private readonly selectNewest: Select<[string]>
  private readonly selectAfter: Select<[string, number]>
  private readonly selectVersion: Select<[string, number]>
  /** prepared once: a re-import asks for the history of every row that it would change */
  private readonly selectHistory: Select<[string]>
  private facetsKept: { readonly versions: number; readonly facets: Facets } | null = null

  constructor(connection: Connection, descriptor: RegisterDescriptor<Row, Lookup>) {
    const { sqlite } = connection
    const fields = Object.entries<readonly [string, StoredAs]>(descriptor.fields)
    const columns = [...versionColumns, ...fields.map(([, [column]]) => column)]
    this.connection = connection
    this.descriptor = descriptor
    this.fields = fields.map(([name, [, as]]) => [name, as])
    this.columns = columns.map(quoted).join(', ')
    this.table = `${descriptor.name}_version`
    this.index = new RegisterSearch(sqlite, descriptor)
    this.view = `${descriptor.name}_current`
    this.insertVersion = sqlite.prepare(
      `INSERT INTO ${this.table} (${this.columns}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    this.advanceCounter = sqlite.prepare(
      'UPDATE serial_counter SET last = last + ? WHERE kind = ? RETURNING last',
    )
    this.selectNewest = this.select(`FROM ${this.table} WHERE serial = ? ORDER BY version DESC LIMIT 1`)
    this.selectAfter = this.select(`FROM ${this.view} WHERE serial > ? ORDER BY serial LIMIT ?`)
    this.selectVersion = this.select(`FROM ${this.table} WHERE serial = ? AND version = ?`)
    this.selectHistory = this.select(`FROM ${this.table} WHERE serial = ? ORDER BY version`)
  }

  /** Adds rows and returns their new serials, in the same order. */
  add(rows: readonly Row[], stamp: Stamp): Serial[] {
    this.connection.requireTransaction()
    if (rows.length === 0) return []
    const last = this.advanceCounter.get(rows.length, this.descriptor.letter)?.last
    if (last === undefined) throw new Error(`no counter of serials for ${this.descriptor.letter}`)
    const first = last - rows.length + 1
    return rows.map((row, index) => {
      const serial = serialOf(this.descriptor.letter, first + index)
      this.insert(serial, 1, 'added', row, stamp)
      return serial
    })
  }

  /** Writes what a row says from now on, as its next version. Throws where the row is unknown or retired. */
  change(serial: Serial, row: Row, stamp: Stamp): RegisterVersion<Row> {
    return this.follow(serial, 'changed', row, stamp)
  }

  /** Takes a row out of the register; its history stays. Throws where it is unknown or retired already. */
  retire(serial: Serial, stamp: Stamp): RegisterVersion<Row> {
    return this.follow(serial, 'retired', null, stamp)
  }

  /** The newest version of a row, a retired one too (`change === 'retired'`); `null` where there is none. */
  get(serial: Serial): RegisterVersion<Row> | null {
    const columns = this.selectNewest.get(serial)
    return columns === undefined ? null : this.read(columns)
  }

  /** All versions of a row, oldest first. */
  history(serial: Serial): RegisterVersion<Row>[] {
    return this.selectHistory.all(serial).map((columns) => this.read(columns))
  }

  /** All rows that are not retired, by serial. */
  current(): RegisterVersion<Row>[] {
    return this.all(`FROM ${this.view} ORDER BY serial`)
  }

  /** The rows of {@link current} one after the other; the caller may write while iterating. */
  *iterate(): Generator<RegisterVersion<Row>, void, undefined> {
    for (let after = ''; ; ) {
      const rows = this.selectAfter.all(after, page)
      for (const columns of rows) {
        const version = this.read(columns)
        after = version.serial
        yield version
      }
      if (rows.length < page) return
    }
  }

  /**
   * What the register said at a moment (epoch milliseconds): of every row the newest version written up to and
   * including it, without the retired. Where the clock was set back meanwhile, the later version counts.
   */
  asOf(moment: number): RegisterVersion<Row>[] {
    return this.all(
      `FROM ${this.table} AS then_valid
       WHERE change <> 'retired' AND version = (
         SELECT max(version) FROM ${this.table} WHERE serial = then_valid.serial AND moment <= ?)
       ORDER BY serial`,
      moment,
    )
  }

  /** How many versions there are of all rows together: it grows with every change of the register. */
  versions(): number {
    return this.number(`SELECT count(*) FROM ${this.table}`)
  }

  /** How many rows are not retired. */
  count(): number {
    return this.number(`SELECT count(*) FROM ${this.view}`)
  }

  /** The rows not retired whose indexed field holds exactly `value`, by serial. */
  find(field: Lookup, value: string): RegisterVersion<Row>[] {
    return this.all(`FROM ${this.view} WHERE ${this.column(field)} = ? ORDER BY serial`, value)
  }

  /** For an import: every value of an indexed field with the serials of the rows not retired that hold it. */
  keys(field: Lookup): Map<string, Serial[]> {
    const column = this.column(field)
    const rows: unknown[] = this.connection.sqlite
      .prepare(`SELECT ${column}, serial FROM ${this.view} WHERE ${column} IS NOT NULL`)
      .raw()
      .all()
    const found = new Map<string, Serial[]>()
    for (const [value, serial] of rows as [string, Serial][]) {
      const serials = found.get(value)
      if (serials === undefined) found.set(value, [serial])
      else serials.push(serial)
    }
    return found
  }

  /**
   * The rows not retired that hold every word of `piece`, in a searched field, the serial, or the sound of the name,
   * and pass the filters; all of them for `''`. By serial.
   */
  search(
    piece: string,
    part: { readonly limit: number; readonly offset: number },
    filters: SearchFilters = {},
  ): SearchAnswer<Row> {
    const { total, rows } = this.index.find(piece, filters, part)
    return {
      total,
      rows: rows.map(([serial, version]) => {
        const columns = this.selectVersion.get(serial, version)
        if (columns === undefined) throw new Error(`the search index knows a version ${version} of ${serial}`)
        return this.read(columns)
      }),
    }
  }

  /** For every field that can be filtered, the values that occur now; counted once for every state of the register. */
  facets(): Facets {
    const versions = this.versions()
    if (this.facetsKept?.versions !== versions) this.facetsKept = { versions, facets: this.index.facets() }
    return this.facetsKept.facets
  }

  /** The versions that an import wrote, by serial. */
  ofImport(importId: number): RegisterVersion<Row>[] {
    return this.all(`FROM ${this.table} WHERE import_id = ? ORDER BY serial`, importId)
  }

  /** How many rows an import added. */
  addedBy(importId: number): number {
    return this.number(
      `SELECT count(*) FROM ${this.table} WHERE import_id = ? AND change = 'added'`,
      importId,
    )
  }

  /** Fills the search index anew, out of the rows in force. */
  fillIndex(): void {
    this.connection.requireTransaction()
    this.index.clear()
    for (const { serial, version, row } of this.iterate()) this.index.put(serial, version, row)
  }

  private follow(serial: Serial, change: 'changed' | 'retired', row: Row | null, stamp: Stamp) {
    this.connection.requireTransaction()
    const newest = this.get(serial)
    if (newest === null) throw new Error(`${serial} is not in the register`)
    if (newest.change === 'retired') throw new Error(`${serial} is retired from the register`)
    this.insert(serial, newest.version + 1, change, row ?? newest.row, stamp)
    const written = this.get(serial)
    if (written === null) throw new Error(`${serial} was not written`)
    return written
  }

  private insert(serial: Serial, version: number, change: string, row: Row, stamp: Stamp): void {
    const moment = Date.parse(stamp.at)
    if (Number.isNaN(moment)) throw new TypeError(`${stamp.at} is no time`)
    const values: Stored[] = [
      serial,
      version,
      change,
      stamp.at,
      moment,
      stamp.by,
      stamp.reason ?? null,
      stamp.importId ?? null,
    ]
    const fields = row as Record<string, unknown>
    for (const [name, as] of this.fields) values.push(toStored(fields[name], as))
    this.insertVersion.run(values)
    if (change === 'retired') this.index.remove(serial)
    else this.index.put(serial, version, row)
  }

  private column(field: Lookup): string {
    return quoted(this.descriptor.fields[field][0])
  }

  private read(columns: readonly Stored[]): RegisterVersion<Row> {
    return readVersion<Row>(columns, this.fields)
  }

  private select<Parameters extends unknown[]>(rest: string): Select<Parameters> {
    return this.connection.sqlite.prepare<Parameters, Stored[]>(`SELECT ${this.columns} ${rest}`).raw()
  }

  private all(rest: string, ...parameters: Parameter[]): RegisterVersion<Row>[] {
    return this.select<Parameter[]>(rest)
      .all(...parameters)
      .map((columns) => this.read(columns))
  }

  private number(sql: string, ...parameters: Parameter[]): number {
    return (
      this.connection.sqlite
        .prepare<Parameter[], number>(sql)
        .pluck()
        .get(...parameters) ?? 0
    )
  }
}

/** 检查对象名录库 */
export type ObjectStore = RegisterStore<InspectionObject, 'name' | 'uscc'>
/** 执法检查人员名录库 */
export type InspectorStore = RegisterStore<Inspector, 'name' | 'certificate' | 'idNumber'>
/** 随机抽查事项清单 */
export type ItemStore = RegisterStore<InspectionItem, 'name'>
/** 回避关系 */
export type RecusalStore = RegisterStore<Recusal, 'object' | 'inspector'>
/** 年度计划 */
export type PlanStore = RegisterStore<PlanLine, 'item' | 'number'>
/** 非双随机检查登记 */
export type VisitStore = RegisterStore<Visit, 'object'>
/** 权责清单 */
export type PowerStore = RegisterStore<Power, 'name'>
