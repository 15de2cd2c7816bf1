import type { Database } from '../../../db/open-database.ts'
import {
  headerKey,
  type RegisterName,
  registerColumns,
  registerTitles,
} from '../../../shared/registry/columns.ts'
import { type HeaderMapping, notRead } from '../../../shared/registry/header.ts'
import { now, type WritingContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'

/** What a person said that a title means: a field, `-` for not to be read, `null` for what the program knows itself. */
export interface TitleMapping {
  readonly title: string
  readonly field: string | null
}

/** What this office's own header titles mean (表头对应), as it was said before. */
export function rememberedMapping({ listMemory }: Database, register: RegisterName): HeaderMapping {
  return new Map(listMemory.mappings(register).map(({ title, field }) => [title, field]))
}

/** Remembers what titles mean, for this file and the next. Refuses with `ANSWER_INVALID` for an unknown field. */
export function rememberMapping(
  context: WritingContext,
  actor: string,
  register: RegisterName,
  mapping: readonly TitleMapping[],
): void {
  const fields = new Set(registerColumns[register].map(({ field }) => field))
  for (const { field } of mapping)
    if (field !== null && field !== notRead && !fields.has(field))
      throw new RefusalError(
        'ANSWER_INVALID',
        `${registerTitles[register]}没有“${field}”这一栏。没有写入任何数据。请从所列各栏中选择。`,
      )
  const { database } = context
  const at = now(context)
  database.transaction(() => {
    for (const { title, field } of mapping) {
      const key = headerKey(title)
      if (key === '') continue
      if (field === null) database.listMemory.removeMapping(register, key)
      else database.listMemory.saveMapping({ register, title: key, field, at, by: actor })
    }
  })
}
