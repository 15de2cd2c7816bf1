import type { RegisterName } from './columns.ts'
import type { InspectionItem } from './inspection-item.ts'
import type { InspectionObject } from './inspection-object.ts'
import type { Inspector } from './inspector.ts'
import { foldName } from './normalise.ts'
import type { Serial } from './office.ts'
import type { PlanLine } from './plan-line.ts'
import type { Power } from './power.ts'
import type { Recusal } from './recusal.ts'
import type { Existing } from './verdict.ts'
import type { Visit } from './visit.ts'

/*
 * What a judge may ask of the register as it stands. `null` and `[]` mean: not there. `…ByName` should compare by
 * `foldName`, so that （） and () are one.
 */

export interface ObjectLookup {
  byUscc(uscc: string): Existing<InspectionObject> | null
  byName(name: string): readonly Existing<InspectionObject>[]
}
export interface InspectorLookup {
  byCertificate(certificate: string): Existing<Inspector> | null
  byName(name: string): readonly Existing<Inspector>[]
}
export interface ItemLookup {
  byName(name: string): readonly Existing<InspectionItem>[]
}
export interface RecusalLookup {
  objects: ObjectLookup
  inspectors: InspectorLookup
  pair(object: Serial, inspector: Serial): Existing<Recusal> | null
}

export interface PlanLookup {
  /** the line of this number in this year */
  byNumber(year: number, number: string): Existing<PlanLine> | null
  /** the item of this name as the list spells it; `null` where the list has none */
  itemNamed(name: string): string | null
}
export interface VisitLookup {
  objects: ObjectLookup
  /** the visit of the same object, day and kind */
  same(object: Serial, date: string, kind: string, number: string | null): Existing<Visit> | null
}
export interface PowerLookup {
  byName(name: string): readonly Existing<Power>[]
}

/** The lookup that each register's judge needs. */
export interface Lookups {
  objects: ObjectLookup
  inspectors: InspectorLookup
  items: ItemLookup
  recusals: RecusalLookup
  plans: PlanLookup
  visits: VisitLookup
  powers: PowerLookup
}

function indexByName<Row extends { readonly name: string }>(rows: Iterable<Existing<Row>>) {
  const index = new Map<string, Existing<Row>[]>()
  for (const existing of rows) {
    const key = foldName(existing.row.name)
    const same = index.get(key)
    if (same === undefined) index.set(key, [existing])
    else same.push(existing)
  }
  return (name: string): readonly Existing<Row>[] => index.get(foldName(name)) ?? []
}

/** A lookup over rows in memory. */
export function objectLookup(rows: readonly Existing<InspectionObject>[]): ObjectLookup {
  const codes = new Map<string, Existing<InspectionObject>>()
  for (const existing of rows) if (existing.row.uscc !== null) codes.set(existing.row.uscc, existing)
  return { byUscc: (uscc) => codes.get(uscc) ?? null, byName: indexByName(rows) }
}

/** A lookup over rows in memory. */
export function inspectorLookup(rows: readonly Existing<Inspector>[]): InspectorLookup {
  const certificates = new Map<string, Existing<Inspector>>()
  for (const existing of rows) {
    if (existing.row.certificate !== null) certificates.set(existing.row.certificate, existing)
  }
  return {
    byCertificate: (certificate) => certificates.get(certificate) ?? null,
    byName: indexByName(rows),
  }
}

/** A lookup over rows in memory. */
export function itemLookup(rows: readonly Existing<InspectionItem>[]): ItemLookup {
  return { byName: indexByName(rows) }
}

/** A lookup over rows in memory. */
export function recusalLookup(
  objects: readonly Existing<InspectionObject>[],
  inspectors: readonly Existing<Inspector>[],
  recusals: readonly Existing<Recusal>[],
): RecusalLookup {
  const pairs = new Map(
    recusals.map((existing) => [`${existing.row.object} ${existing.row.inspector}`, existing] as const),
  )
  return {
    objects: objectLookup(objects),
    inspectors: inspectorLookup(inspectors),
    pair: (object, inspector) => pairs.get(`${object} ${inspector}`) ?? null,
  }
}

/** A lookup over rows in memory. */
export function planLookup(
  lines: readonly Existing<PlanLine>[],
  items: readonly Existing<InspectionItem>[],
): PlanLookup {
  const numbers = new Map(lines.map((line) => [`${line.row.year} ${line.row.number}`, line] as const))
  const names = new Map(items.map(({ row }) => [foldName(row.name), row.name]))
  return {
    byNumber: (year, number) => numbers.get(`${year} ${number}`) ?? null,
    itemNamed: (name) => names.get(foldName(name)) ?? null,
  }
}

/** A lookup over rows in memory. */
export function visitLookup(
  objects: readonly Existing<InspectionObject>[],
  visits: readonly Existing<Visit>[],
): VisitLookup {
  const key = (object: string, date: string, kind: string, number: string | null) =>
    `${object} ${date} ${kind} ${number ?? '-'}`
  const known = new Map(
    visits.map((visit) => {
      const { object, date, kind, number } = visit.row
      return [key(object, date, kind, number), visit] as const
    }),
  )
  return {
    objects: objectLookup(objects),
    same: (object, date, kind, number) => known.get(key(object, date, kind, number)) ?? null,
  }
}

/** A lookup over rows in memory. */
export function powerLookup(rows: readonly Existing<Power>[]): PowerLookup {
  return { byName: indexByName(rows) }
}

/** The lookups of a data folder with nothing in it. */
export const emptyLookups: Lookups & Record<RegisterName, unknown> = {
  objects: objectLookup([]),
  inspectors: inspectorLookup([]),
  items: itemLookup([]),
  recusals: recusalLookup([], [], []),
  plans: planLookup([], []),
  visits: visitLookup([], []),
  powers: powerLookup([]),
}
