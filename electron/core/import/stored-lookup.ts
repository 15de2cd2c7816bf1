import type { Database } from '../../../db/open-database.ts'
import type { RegisterStore } from '../../../db/register-store.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { InspectorLookup, Lookups, ObjectLookup } from '../../../shared/registry/lookups.ts'
import { foldName } from '../../../shared/registry/normalise.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { Existing } from '../../../shared/registry/verdict.ts'
import { lookupOf } from '../registers/registers.ts'

/** Most keys belong to one row: a list for each of 100,000 would cost more than the serials. */
type Serials = Serial | Serial[]

function put(index: Map<string, Serials>, key: string, serial: Serial): void {
  const before = index.get(key)
  if (before === undefined) index.set(key, serial)
  else if (typeof before === 'string') index.set(key, [before, serial])
  else before.push(serial)
}

function listOf(serials: Serials | undefined): readonly Serial[] {
  if (serials === undefined) return []
  return typeof serials === 'string' ? [serials] : serials
}

/** A row of a register that is read when it is looked at: 100,000 of them at once are half of the memory. */
class StoredRow<Row> implements Existing<Row> {
  readonly serial: Serial
  readonly #read: (serial: Serial) => Row

  constructor(serial: Serial, read: (serial: Serial) => Row) {
    this.serial = serial
    this.#read = read
  }

  get row(): Row {
    return this.#read(this.serial)
  }
}

function reader<Row extends object>(store: Pick<RegisterStore<Row, never>, 'get'>) {
  let last: { readonly serial: Serial; readonly row: Row } | null = null
  const read = (serial: Serial): Row => {
    if (last?.serial === serial) return last.row
    const version = store.get(serial)
    if (version === null) throw new Error(`${serial} is not in the register`)
    last = { serial, row: version.row }
    return version.row
  }
  return (serial: Serial): Existing<Row> => new StoredRow(serial, read)
}

function byFoldedName(keys: ReadonlyMap<string, readonly Serial[]>): Map<string, Serials> {
  const index = new Map<string, Serials>()
  for (const [name, serials] of keys) for (const serial of serials) put(index, foldName(name), serial)
  return index
}

function byCode(keys: ReadonlyMap<string, readonly Serial[]>): ReadonlyMap<string, Serial> {
  const index = new Map<string, Serial>()
  for (const [code, serials] of keys) {
    const newest = serials.at(-1)
    if (newest !== undefined) index.set(code, newest)
  }
  return index
}

function storedObjects({ objects }: Database): ObjectLookup {
  const codes = byCode(objects.keys('uscc'))
  const names = byFoldedName(objects.keys('name'))
  const existing = reader(objects)
  return {
    byUscc: (uscc) => {
      const serial = codes.get(uscc)
      return serial === undefined ? null : existing(serial)
    },
    byName: (name) => listOf(names.get(foldName(name))).map(existing),
  }
}

function storedInspectors({ inspectors }: Database): InspectorLookup {
  const codes = byCode(inspectors.keys('certificate'))
  const names = byFoldedName(inspectors.keys('name'))
  const existing = reader(inspectors)
  return {
    byCertificate: (certificate) => {
      const serial = codes.get(certificate)
      return serial === undefined ? null : existing(serial)
    },
    byName: (name) => listOf(names.get(foldName(name))).map(existing),
  }
}

/**
 * What a judge of a file may ask of the registers as they stand now. The two large registers answer from indexes
 * of their keys and read a row only when it is asked for; the answers hold as long as the register does not change.
 */
export function storedLookup<R extends RegisterName>(database: Database, register: R): Lookups[R] {
  const large: { readonly [N in RegisterName]?: () => Lookups[N] } = {
    objects: () => storedObjects(database),
    inspectors: () => storedInspectors(database),
  }
  return large[register]?.() ?? lookupOf(database, register)
}
