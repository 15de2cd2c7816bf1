import type { ZodError } from 'zod'
import type { EntryField, EntryKind, EntryList } from '../../../shared/forms/entry-fields.ts'

/** The fields and tables of something that is entered (文书要素, 检查情况). */
export interface EntryShape {
  readonly fields: readonly EntryField[]
  readonly lists: readonly EntryList[]
}

type StoredRow = Readonly<Record<string, string | null>>
/** What was entered, as the core keeps it. */
export type StoredEntry = Readonly<Record<string, string | null | readonly StoredRow[]>>

/** A row of a table as it is being typed. */
export interface TypedRow {
  /** tells the row from the others while rows are moved */
  readonly key: number
  readonly texts: Readonly<Record<string, string>>
}

/** What stands in the boxes: text everywhere, also where it is no value yet. */
export interface TypedEntry {
  readonly texts: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, readonly TypedRow[]>>
}

/** The boxes as what is stored fills them. */
export function typedEntry({ fields, lists }: EntryShape, entry: StoredEntry): TypedEntry {
  return {
    texts: textsOf(fields, entry),
    rows: Object.fromEntries(
      lists.map(({ name, fields: own }) => [
        name,
        rowsOf(entry, name).map((row, key) => ({ key, texts: textsOf(own, row) })),
      ]),
    ),
  }
}

function textsOf(fields: readonly EntryField[], values: StoredEntry): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = values[name]
      const text = typeof value === 'string' ? value : ''
      return [name, kind === 'time' ? text.replace('T', ' ') : text]
    }),
  )
}

function rowsOf(entry: StoredEntry, name: string): readonly StoredRow[] {
  const rows = entry[name]
  return Array.isArray(rows) ? rows : []
}

/** What the boxes say, to be stored; rows of which nothing is filled in are left out. */
export function storedEntry({ fields, lists }: EntryShape, typed: TypedEntry): StoredEntry {
  return {
    ...valuesOf(fields, typed.texts),
    ...Object.fromEntries(
      lists.map(({ name, fields: own }) => [
        name,
        filledRows(own, typed.rows[name]).map(({ texts }) => valuesOf(own, texts)),
      ]),
    ),
  }
}

function filledRows(fields: readonly EntryField[], rows: readonly TypedRow[] = []): readonly TypedRow[] {
  return rows.filter(({ texts }) => fields.some(({ name }) => (texts[name] ?? '').trim() !== ''))
}

function valuesOf(
  fields: readonly EntryField[],
  texts: Readonly<Record<string, string>>,
): Record<string, string | null> {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const text = readText(kind, texts[name] ?? '')
      return [name, text === '' ? null : text]
    }),
  )
}

/** A text as it is stored: dates in the one way of writing, however they were typed. */
export function readText(kind: EntryKind, typed: string): string {
  if (kind === 'date') return readDay(typed) ?? typed.trim()
  if (kind === 'time') return readMoment(typed) ?? typed.trim()
  if (kind === 'choice') return typed
  // Tabs and line ends come with what was pasted from a table or a letter.
  const text = typed.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')
  return kind === 'line' ? text.replaceAll('\n', ' ').trim() : text.trim()
}

const two = (digits: string) => digits.padStart(2, '0')

/** A day as people write it (2026年3月5日, 2026.3.5, 2026/03/05, 20260305), as 2026-03-05; `null` where it is none. */
export function readDay(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  const found =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (found === null) return null
  const [, year = '', month = '', day = ''] = found
  const iso = `${year}-${two(month)}-${two(day)}`
  const date = new Date(`${iso}T00:00:00Z`)
  // A 31st that a month does not have would roll over into the next.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** A moment as people write it (2026-3-5 9:30, 2026年3月5日9时30分), as 2026-03-05T09:30; `null` where it is none. */
export function readMoment(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  const found = /^(.*\d日?)(?:\s+|T|(?<=日))(\d{1,2})\s*[:时点]\s*(\d{1,2})?分?$/.exec(text)
  if (found === null) return null
  const [, before = '', hour = '', minute = '0'] = found
  const day = readDay(before)
  if (day === null || Number(hour) > 23 || Number(minute) > 59) return null
  return `${day}T${two(hour)}:${two(minute)}`
}

/** Whether two entries say the same. */
export function sameEntry(shape: EntryShape, one: StoredEntry, other: StoredEntry): boolean {
  return namesOf(shape).every((name) => sameValue(one[name], other[name]))
}

/** How many fields of a group hold something, tables counted by row. */
export function filledIn(shape: EntryShape, group: string, typed: TypedEntry): number {
  const fields = shape.fields.filter((field) => field.group === group)
  const lists = shape.lists.filter((list) => list.group === group)
  return (
    fields.filter(({ name }) => (typed.texts[name] ?? '').trim() !== '').length +
    lists.reduce((sum, { name, fields: own }) => sum + filledRows(own, typed.rows[name]).length, 0)
  )
}

/** Whether anything at all was entered. */
export function isFilled(entry: StoredEntry): boolean {
  return Object.values(entry).some((value) => (typeof value === 'string' ? true : (value?.length ?? 0) > 0))
}

const namesOf = ({ fields, lists }: EntryShape) => [...fields, ...lists].map(({ name }) => name)

function sameValue(one: StoredEntry[string] | undefined, other: StoredEntry[string] | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/** One place where another window wrote something else than what this window began with. */
export interface EntryDifference {
  readonly name: string
  readonly title: string
  readonly theirs: string
  /** what stands here; `null` where this window left the place as it was */
  readonly mine: string | null
}

/** Where `theirs` was changed since `base`, in the order of the form, and whether `mine` was changed there too. */
export function entryDifferences(
  shape: EntryShape,
  base: StoredEntry,
  mine: StoredEntry,
  theirs: StoredEntry,
): readonly EntryDifference[] {
  return [...shape.fields, ...shape.lists].flatMap(({ name, title }) => {
    if (sameValue(base[name], theirs[name]) || sameValue(mine[name], theirs[name])) return []
    const untouched = sameValue(base[name], mine[name])
    return [{ name, title, theirs: inWords(theirs[name]), mine: untouched ? null : inWords(mine[name]) }]
  })
}

function inWords(value: StoredEntry[string] | undefined): string {
  if (value === null || value === undefined || value.length === 0) return '（空）'
  if (typeof value === 'string') return value
  const rows = value.map((row) => Object.values(row).filter((text) => text !== null))
  return rows.map((texts, index) => `${index + 1}. ${texts.join('，')}`).join('\n')
}

/**
 * Both windows' changes together: what only one of them changed stands as that one wrote it; where both did, `wins`
 * says whose counts.
 */
export function mergeEntries(
  shape: EntryShape,
  base: StoredEntry,
  mine: StoredEntry,
  theirs: StoredEntry,
  wins: 'mine' | 'theirs',
): StoredEntry {
  return Object.fromEntries(
    namesOf(shape).map((name) => {
      const changedByMe = !sameValue(base[name], mine[name])
      const changedByThem = !sameValue(base[name], theirs[name])
      const kept = changedByMe && (!changedByThem || wins === 'mine')
      return [name, (kept ? mine[name] : theirs[name]) ?? null]
    }),
  )
}

/** Where a value stands: `place`, or in a table `samples 0 name`. */
export const placeOf = (...parts: readonly (string | number)[]): string => parts.join(' ')

/** What is wrong with which value, by its place; rows are counted as they stand in the boxes, empty ones with them. */
export function entryProblems(
  shape: EntryShape,
  typed: TypedEntry,
  error: ZodError,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    error.issues.map(({ path, message }) => {
      const [name, at, field] = path.map(String)
      const list = shape.lists.find((one) => one.name === name)
      if (list === undefined || at === undefined) return [name ?? '', message]
      const row = filledRows(list.fields, typed.rows[list.name])[Number(at)]
      return [placeOf(list.name, row?.key ?? 0, field ?? ''), message]
    }),
  )
}
