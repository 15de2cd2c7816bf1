import type BetterSqlite3 from 'better-sqlite3'
import type { RegisterDescriptor } from './register-descriptors.ts'
import { searchText, searchWords } from './search-text.ts'

/** Values that are wanted, by field; any of a field's. `''` stands for a row that says nothing there. */
export type SearchFilters = Readonly<Record<string, readonly string[]>>

/** How often a value occurs. */
export interface FacetValue {
  readonly value: string
  readonly count: number
}

/** By the name of the field, the values that occur, the most frequent first. */
export type Facets = Readonly<Record<string, readonly FacetValue[]>>

const quoted = (column: string) => `"${column}"`

/**
 * The search index of one register: for each row in force its search text and the values that can be filtered.
 * Written in the transaction of the version that it is about.
 */
export class RegisterSearch<Row extends object, Lookup extends keyof Row & string> {
  private readonly sqlite: BetterSqlite3.Database
  private readonly descriptor: RegisterDescriptor<Row, Lookup>
  private readonly table: string
  private readonly putRow: BetterSqlite3.Statement
  private readonly removeRow: BetterSqlite3.Statement<[string]>

  constructor(sqlite: BetterSqlite3.Database, descriptor: RegisterDescriptor<Row, Lookup>) {
    this.sqlite = sqlite
    this.descriptor = descriptor
    this.table = `${descriptor.name}_search`
    const columns = ['serial', 'version', 'search_text', ...this.filterColumns()].map(quoted)
    this.putRow = sqlite.prepare(
      `INSERT OR REPLACE INTO ${this.table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    this.removeRow = sqlite.prepare(`DELETE FROM ${this.table} WHERE serial = ?`)
  }

  /** Writes what is searched of a row from now on. */
  put(serial: string, version: number, row: Row): void {
    const { searched, named, filtered } = this.descriptor
    const values = searched.map((field) => textOf(row[field]))
    const name = named === null ? null : textOf(row[named])
    this.putRow.run([
      serial,
      version,
      searchText([serial, ...values], name),
      ...filtered.map((field) => filterText(row[field])),
    ])
  }

  /** A retired row is no longer found. */
  remove(serial: string): void {
    this.removeRow.run(serial)
  }

  /** Before the index is filled anew. */
  clear(): void {
    this.sqlite.exec(`DELETE FROM ${this.table}`)
  }

  /** How many rows are in force. */
  count(): number {
    return this.sqlite.prepare<[], number>(`SELECT count(*) FROM ${this.table}`).pluck().get() ?? 0
  }

  /** How many rows hold every word of `piece` and pass the filters, and a part of their serials and versions. */
  find(
    piece: string,
    filters: SearchFilters,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): { readonly total: number; readonly rows: readonly (readonly [string, number])[] } {
    const parameters: string[] = []
    const conditions = [
      ...searchWords(piece).map((word) => this.wordCondition(word, parameters)),
      ...Object.entries(filters).map(([field, values]) => this.filterCondition(field, values, parameters)),
    ]
    const where =
      conditions.length === 0 ? '' : `WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`
    const rows = this.sqlite
      .prepare<(string | number)[], [string, number]>(
        `SELECT serial, version FROM ${this.table} ${where} ORDER BY serial LIMIT ? OFFSET ?`,
      )
      .raw()
      .all(...parameters, limit, offset)
    // A part that is not full is the last one: everything has been looked at already.
    if (rows.length < limit && (rows.length > 0 || offset === 0)) return { total: offset + rows.length, rows }
    const total =
      this.sqlite
        .prepare<string[], number>(`SELECT count(*) FROM ${this.table} ${where}`)
        .pluck()
        .get(...parameters) ?? 0
    return { total, rows }
  }

  /** For every field that can be filtered, the values that occur now. */
  facets(): Facets {
    return Object.fromEntries(
      this.descriptor.filtered.map((field) => {
        const [column, as] = this.descriptor.fields[field]
        const stored = this.sqlite
          .prepare<[], FacetValue>(
            `SELECT ${quoted(column)} AS value, count(*) AS count FROM ${this.table} GROUP BY value`,
          )
          .all()
        return [field, ordered(as === 'list' ? ofEach(stored) : stored)]
      }),
    )
  }

  private filterColumns(): string[] {
    return this.descriptor.filtered.map((field) => this.descriptor.fields[field][0])
  }

  /** A word occurs in the row's own text, or in that of a row it names. */
  private wordCondition(word: string, parameters: string[]): string {
    parameters.push(word)
    const own = 'instr(search_text, ?) > 0'
    const named = this.descriptor.refersTo.map(([field, register]) => {
      parameters.push(word)
      const column = quoted(this.descriptor.fields[field][0])
      const version = `(SELECT ${column} FROM ${this.descriptor.name}_version AS said
        WHERE said.serial = ${this.table}.serial AND said.version = ${this.table}.version)`
      return `${version} IN (SELECT serial FROM ${register}_search WHERE instr(search_text, ?) > 0)`
    })
    return [own, ...named].join(' OR ')
  }

  private filterCondition(field: string, values: readonly string[], parameters: string[]): string {
    const filtered = this.descriptor.filtered.find((one) => one === field)
    if (filtered === undefined) throw new TypeError(`${field} cannot be filtered`)
    const [name, as] = this.descriptor.fields[filtered]
    const column = `${this.table}.${quoted(name)}`
    parameters.push(...values)
    const wanted = values.map(() => '?').join(', ')
    if (as !== 'list') return `${column} IN (${wanted})`
    const said = `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value IN (${wanted}))`
    return values.includes('') ? `${said} OR ${column} = '[]'` : said
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function filterText(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value)
  return value === null || value === undefined ? '' : String(value)
}

/** Whole lists with their counts, as their values with theirs: few lists differ, and few are taken apart. */
function ofEach(lists: readonly FacetValue[]): FacetValue[] {
  const counts = new Map<string, number>()
  for (const { value: list, count } of lists) {
    const values: unknown = JSON.parse(list)
    if (!Array.isArray(values)) throw new TypeError(`${list} is no list`)
    for (const value of values.length === 0 ? [''] : values)
      counts.set(String(value), (counts.get(String(value)) ?? 0) + count)
  }
  return [...counts].map(([value, count]) => ({ value, count }))
}

function ordered(values: readonly FacetValue[]): FacetValue[] {
  return values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
