import { z } from 'zod'
import type { RowTarget, YearAsk } from '../forms/year-rows.ts'
import { objectKinds } from '../registry/inspection-object.ts'
import { serialSchema } from '../registry/office.ts'
import { text } from '../registry/text.ts'
import { visitKinds, visitSchema } from '../registry/visit.ts'
import { call, list, nothing, page, part } from './parts.ts'
import { refusals } from './refusals.ts'

const year = z.int().min(2000).max(2999)
const month = z.int().min(1).max(12).optional()
const name = z.string().max(500).optional()
const count = z.int().min(0)

const objectFigures = z.strictObject({
  name: z.string(),
  registered: count,
  drawn: count,
  visited: count,
  either: count,
})

/** What the overview of a year (年度总览) says: shared/forms/year-figures.ts tells what each figure counts. */
export const yearFiguresSchema = z.strictObject({
  office: z.string(),
  year,
  on: z.string(),
  plan: z.strictObject({
    lines: count,
    times: count,
    held: count,
    done: count,
    late: count,
    thisMonth: count,
    undated: count,
  }),
  draws: z.strictObject({
    all: count,
    planned: count,
    outside: count,
    unfounded: count,
    objects: count,
  }),
  visits: z.strictObject({ own: count, ofOthers: count }),
  items: z.strictObject({
    included: count,
    planned: count,
    drawn: count,
    open: count,
    notIncluded: count,
  }),
  all: objectFigures,
  twice: count,
  gone: count,
  kinds: list(objectFigures),
  regions: list(objectFigures),
  departments: list(objectFigures.extend({ lines: count, times: count, held: count, late: count })),
  people: z.strictObject({
    counted: count,
    least: count,
    middle: z.number().min(0),
    most: count,
    spread: list(z.strictObject({ times: count, people: count })),
    others: count,
  }),
  months: list(
    z.strictObject({
      month: z.int().min(1).max(12),
      due: count,
      planned: count,
      others: count,
      objects: count,
      visits: count,
    }),
  ),
})

const askSchema: z.ZodType<YearAsk, YearAsk> = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('draws'),
    basis: z.enum(['line', 'outside', 'none', 'off-line']).optional(),
    month,
    line: z.string().max(20).optional(),
    item: name,
    person: z.string().max(20).optional(),
    department: name,
  }),
  z.strictObject({
    of: z.literal('objects'),
    state: z.enum(['all', 'drawn', 'visited', 'either', 'none', 'twice', 'gone']),
    kind: z.enum(objectKinds).optional(),
    region: name,
    department: name,
  }),
  z.strictObject({
    of: z.literal('people'),
    times: count.optional(),
    others: z.boolean().optional(),
  }),
  z.strictObject({
    of: z.literal('lines'),
    state: z.enum(['all', 'done', 'late', 'month', 'open', 'undated']),
    department: name,
    month,
  }),
  z.strictObject({
    of: z.literal('items'),
    state: z.enum(['included', 'planned', 'drawn', 'open', 'not-included']),
  }),
  z.strictObject({ of: z.literal('visits'), month, others: z.boolean().optional() }),
])

const targetSchema: z.ZodType<RowTarget, RowTarget> = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('draw'), number: z.string() }),
  z.strictObject({ to: z.literal('object'), serial: z.string() }),
  z.strictObject({ to: z.literal('person'), serial: z.string() }),
  z.strictObject({ to: z.literal('line'), serial: z.string() }),
  z.strictObject({ to: z.literal('item'), name: z.string() }),
])

/** What a year has seen of one object (检查对象), held against the preset's cap. */
export const objectYearSchema = z.strictObject({
  year,
  draws: list(
    z.strictObject({ number: z.string(), at: z.string(), task: z.string(), items: list(z.string()) }),
  ),
  visits: list(z.strictObject({ serial: serialSchema, row: visitSchema })),
  /** draws and visits together */
  count,
  /** how often at most; `null` where the preset says nothing */
  most: z.int().min(1).nullable(),
  /** the count against the cap, with its clause */
  sentence: z.string(),
  clause: z.string().nullable(),
})
export type ObjectYearAnswer = z.infer<typeof objectYearSchema>

/** A visit with the name of its object. */
export const listedVisitSchema = z.strictObject({
  serial: serialSchema,
  version: z.int(),
  objectName: z.string(),
  /** the object was retired from its register */
  retired: z.boolean(),
  row: visitSchema,
})
export type ListedVisit = z.infer<typeof listedVisitSchema>

/** 年度总览 and 非双随机检查: what a year has seen. Nothing here writes. */
export const yearContract = {
  /** The years of which there is anything, this one among them, the newest first. */
  years: call.input(nothing).output(list(year)),
  read: call.input(z.strictObject({ year })).output(yearFiguresSchema),
  /** The rows behind a figure. */
  rows: call.input(z.strictObject({ year, ask: askSchema, ...part })).output(
    z.strictObject({
      columns: list(z.strictObject({ title: z.string(), number: z.boolean() })),
      total: z.int(),
      rows: list(z.strictObject({ cells: list(z.string()), target: targetSchema })),
    }),
  ),
  /** The overview as A4 pages (PDF, base64); nothing is filed. */
  print: call
    .input(z.strictObject({ year }))
    .output(z.strictObject({ name: z.string(), type: z.string(), pages: z.int(), data: z.string() })),
  /** All draws and visits of one object in a year. */
  ofObject: call
    .errors(refusals('ROW_UNKNOWN'))
    .input(z.strictObject({ serial: serialSchema, year }))
    .output(objectYearSchema),
  /** The year's visits that no draw decided, the newest first. */
  visits: call
    .input(
      z.strictObject({
        year,
        piece: z.string().max(100).default(''),
        months: z.array(z.int().min(1).max(12)).max(12).default([]),
        kinds: z.array(z.enum(visitKinds)).max(20).default([]),
        departments: z.array(z.string().max(500)).max(200).default([]),
        ...part,
      }),
    )
    .output(
      page(listedVisitSchema).extend({
        /** the departments of the year's visits, by which they can be filtered */
        departments: list(text),
      }),
    ),
}
