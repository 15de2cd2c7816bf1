import type { RegisterVersion } from '../../../db/register-version.ts'
import type {
  ObjectGroup,
  ObjectKind,
  YearFacts,
  YearLine,
  YearObject,
  YearPerson,
} from '../../../shared/forms/year-facts.ts'
import type { RegisterPart } from '../../../shared/forms/year-rows.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { Inspector } from '../../../shared/registry/inspector.ts'
import { serialSchema } from '../../../shared/registry/office.ts'
import { type CoreContext, now, office } from '../context.ts'
import { standingDraws } from './standing-draws.ts'

/** All that the overview of a year counts, read anew: registers as they are now, draws and visits of the year. */
export function readYearFacts(context: CoreContext, year: number): YearFacts {
  const { database } = context
  const draws = standingDraws(context, year)
  const visits = database.visits
    .current()
    .filter(({ row }) => row.date.startsWith(String(year)))
    .map(({ serial, row: { object, kind, date, number, department, item } }) => ({
      serial,
      object,
      kind,
      date,
      number,
      department,
      item,
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const serials = new Set<string>([
    ...draws.flatMap(({ objects }) => objects),
    ...visits.map(({ object }) => object),
  ])
  return {
    office: office(context)?.name ?? '',
    year,
    on: now(context).slice(0, 10),
    lines: readLines(context, year),
    items: database.items
      .current()
      .map(({ row: { name, department, included } }) => ({ name, department, included })),
    register: readGroups(context),
    touched: readTouched(context, serials),
    people: readPeople(context, new Set(draws.flatMap(({ people }) => people.map(({ serial }) => serial)))),
    draws,
    visits,
  }
}

/** The plan lines of a year, by their number. */
export function readLines({ database }: CoreContext, year: number): readonly YearLine[] {
  return database.plans
    .current()
    .filter(({ row }) => row.year === year)
    .map(({ serial, row: { number, item, furtherItems, department, period, frequency } }) => ({
      serial,
      number,
      items: [item, ...furtherItems],
      department,
      period,
      frequency,
    }))
    .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
}

/** Counts of the objects that are 存续: by the search index, so that 100,000 of them are counted at once. */
function readGroups({ database: { sqlite } }: CoreContext): readonly ObjectGroup[] {
  return sqlite
    .prepare<[], { kind: ObjectKind; region: string; department: string; count: number }>(
      `SELECT kind, region, department, count(*) AS count FROM inspection_object_search
       WHERE state = '存续' GROUP BY kind, region, department`,
    )
    .all()
    .map((group) => ({
      ...group,
      region: group.region === '' ? null : group.region,
      department: group.department === '' ? null : group.department,
    }))
}

function readTouched(
  { database: { objects } }: CoreContext,
  serials: ReadonlySet<string>,
): ReadonlyMap<string, YearObject> {
  const touched = new Map<string, YearObject>()
  for (const serial of serials) {
    const parsed = serialSchema.safeParse(serial)
    const newest = parsed.success ? objects.get(parsed.data) : null
    if (newest !== null) touched.set(serial, objectOf(newest))
  }
  return touched
}

function objectOf({ serial, change, row }: RegisterVersion<InspectionObject>): YearObject {
  const { name, kind, region, department, state } = row
  return { serial, name, kind, region, department, standing: change !== 'retired' && state === '存续' }
}

/** A part of the objects that are 存续, out of the search index and only what the overview shows of them. */
export function standingObjects({ database: { sqlite } }: CoreContext): RegisterPart {
  return ({ kind, region, department }, except, { limit, offset }) => {
    const wanted = Object.entries({ kind, region, department }).filter(([, value]) => value !== undefined)
    const where = ["found.state = '存续'", ...wanted.map(([column]) => `found.${column} = ?`)]
    const values: unknown[] = wanted.map(([, value]) => value)
    if (except.length > 0) {
      where.push('found.serial NOT IN (SELECT value FROM json_each(?))')
      values.push(JSON.stringify(except))
    }
    const from = `FROM inspection_object_search AS found WHERE ${where.join(' AND ')}`
    const total =
      sqlite
        .prepare<unknown[], number>(`SELECT count(*) ${from}`)
        .pluck()
        .get(...values) ?? 0
    const objects = sqlite
      .prepare<unknown[], Omit<YearObject, 'standing'>>(
        `SELECT part.serial AS serial, said.name AS name, part.kind AS kind,
           nullif(part.region, '') AS region, nullif(part.department, '') AS department
         FROM (SELECT * ${from} ORDER BY found.serial LIMIT ? OFFSET ?) AS part
         JOIN inspection_object_version AS said USING (serial, version) ORDER BY part.serial`,
      )
      .all(...values, limit, offset)
    return { total, objects: objects.map((object) => ({ ...object, standing: true })) }
  }
}

function readPeople(
  { database: { inspectors } }: CoreContext,
  drawn: ReadonlySet<string>,
): readonly YearPerson[] {
  const current = inspectors.current()
  const known = new Set<string>(current.map(({ serial }) => serial))
  const gone = [...drawn].flatMap((serial) => {
    const parsed = serialSchema.safeParse(serial)
    const newest = parsed.success && !known.has(serial) ? inspectors.get(parsed.data) : null
    return newest === null ? [] : [newest]
  })
  return [...current, ...gone].map(personOf)
}

function personOf({ serial, change, row }: RegisterVersion<Inspector>): YearPerson {
  const { name, department, unit, state, kind, origin } = row
  const counted = change !== 'retired' && state === '在岗' && kind === '执法人员' && origin === '本单位'
  return { serial, name, department: department ?? unit, counted }
}
