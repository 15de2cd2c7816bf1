import { type Serial, serialSchema } from '../shared/registry/office.ts'
import type { StoredAs } from './register-descriptors.ts'

/** What happened to a row in one version of it. */
export type RegisterChange = 'added' | 'changed' | 'retired'

/** One version of a register row: what it said, since when, by whom and why. */
export interface RegisterVersion<Row> {
  readonly serial: Serial
  /** from 1 */
  readonly version: number
  readonly change: RegisterChange
  /** ISO 8601 with offset, and the same as epoch milliseconds */
  readonly at: string
  readonly moment: number
  readonly by: string
  readonly reason: string | null
  readonly importId: number | null
  readonly row: Row
}

/** The columns of a version before its fields, in the order {@link readVersion} expects. */
export const versionColumns = [
  'serial',
  'version',
  'change',
  'at',
  'moment',
  'by',
  'change_reason',
  'import_id',
] as const

/** A value as better-sqlite3 returns and takes it (no BLOB is stored anywhere). */
export type Stored = string | number | null

/** The value of a field as its column holds it. */
export function toStored(value: unknown, as: StoredAs): Stored {
  if (value === null) return null
  if (as === 'list' && Array.isArray(value)) return JSON.stringify(value)
  if (as === 'flag' && typeof value === 'boolean') return value ? 1 : 0
  if (as === 'integer' && typeof value === 'number') return value
  if (as === 'text' && typeof value === 'string') return value
  throw new TypeError(`a field stored as ${as} cannot hold a ${typeof value}`)
}

function fromStored(value: Stored, as: StoredAs): unknown {
  if (value === null) return null
  if (as === 'list') return value === '[]' ? [] : JSON.parse(String(value))
  return as === 'flag' ? value === 1 : value
}

/** Name and kind of storage of every field, in the order of the columns. */
export type StoredFields = readonly (readonly [name: string, as: StoredAs])[]

/**
 * A version from the columns of its row. The constraints of the table are those of the register's zod schema
 * (a test holds the two together), so a row is converted and not validated once more: 100,000 rows are loaded
 * at every freeze.
 */
export function readVersion<Row>(columns: readonly Stored[], fields: StoredFields): RegisterVersion<Row> {
  const [serial, version, change, at, moment, by, reason, importId] = columns
  const row: Record<string, unknown> = {}
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]
    if (field !== undefined)
      row[field[0]] = fromStored(columns[versionColumns.length + index] ?? null, field[1])
  }
  return { serial, version, change, at, moment, by, reason, importId, row } as RegisterVersion<Row>
}

/** The serial with this letter and number: `O000123`. */
export function serialOf(letter: string, number: number): Serial {
  return serialSchema.parse(`${letter}${String(number).padStart(6, '0')}`)
}
