import { z } from 'zod'

/** How a value is typed in: a line, several lines, a day, a moment, or one of some words. */
export type EntryKind = 'line' | 'passage' | 'date' | 'time' | 'choice'

/** What a personal value means; notices cover it by this and never by what it looks like. */
export type PersonalMeaning = 'phone' | 'identity' | 'home-address' | 'person-name'

/** One thing that a person enters and that papers print: the one place where its name in words stands. */
export interface EntryField {
  readonly name: string
  readonly title: string
  readonly kind: EntryKind
  /** of a `choice` */
  readonly choices?: readonly string[]
  /** heading under which it is entered */
  readonly group: string
  readonly meaning?: PersonalMeaning
  /** an example or what belongs here */
  readonly hint?: string
}

/** A table that is entered row by row: pieces of evidence, questions and answers. */
export interface EntryList {
  readonly name: string
  readonly title: string
  readonly group: string
  readonly fields: readonly EntryField[]
}

/** Values of fields: what is not known is `null` and prints as room to write by hand. */
export type EntryValues<Fields extends readonly EntryField[]> = {
  readonly [Name in Fields[number]['name']]: string | null
}
export type EntryLists<Lists extends readonly EntryList[]> = {
  readonly [List in Lists[number] as List['name']]: readonly EntryValues<List['fields']>[]
}

const longest = { line: 500, passage: 8000, date: 10, time: 16, choice: 60 } as const satisfies Record<
  EntryKind,
  number
>
/** Controls, separators of lines, and what nobody sees: marks and overrides of direction, blanks without width. */
const unseen = '\\p{Cc}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff'
const shapes = {
  line: new RegExp(`^[^${unseen}]+$`, 'u'),
  passage: new RegExp(`^(?:[^${unseen}]|\\n)+$`, 'u'),
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  time: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/,
  choice: /./u,
} as const satisfies Record<EntryKind, RegExp>
const shapeWords = {
  line: '须为一行文字，不能只有空白，也不能含有不可见字符',
  passage: '不能只有空白，也不能含有不可见字符',
  date: '须为日期，形如2026-11-20',
  time: '须为日期和时刻，形如2026-11-20T09:30',
  choice: '须为所列各项之一',
} as const satisfies Record<EntryKind, string>

function valueSchema(field: EntryField): z.ZodType<string | null> {
  const { kind, title, choices } = field
  return z
    .string()
    .max(longest[kind], `“${title}”不超过${longest[kind]}字`)
    .refine(
      (value) =>
        shapes[kind].test(value) &&
        value.trim() !== '' &&
        value.isWellFormed() &&
        (kind !== 'choice' || choices?.includes(value) === true),
      `“${title}”${shapeWords[kind]}`,
    )
    .nullable()
    .default(null)
}

function valuesSchema(fields: readonly EntryField[]): Record<string, z.ZodType> {
  return Object.fromEntries(fields.map((field) => [field.name, valueSchema(field)]))
}

/** The schema of what is entered: every field may be left out and is then `null`, every list is then empty. */
export function entrySchema<
  const Fields extends readonly EntryField[],
  const Lists extends readonly EntryList[],
>(fields: Fields, lists: Lists): z.ZodType<EntryValues<Fields> & EntryLists<Lists>> {
  const tables = lists.map(({ name, title, fields: own }) => [
    name,
    z
      .array(z.strictObject(valuesSchema(own)))
      .max(200, `“${title}”不超过200条`)
      .default([]),
  ])
  const shape = { ...valuesSchema(fields), ...(Object.fromEntries(tables) as Record<string, z.ZodType>) }
  // The object is built from the same descriptors as the type.
  return z.strictObject(shape) as unknown as z.ZodType<EntryValues<Fields> & EntryLists<Lists>>
}
