import { App } from 'antd'
import { useState } from 'react'
import type { ZodType } from 'zod'
import type { InspectionState } from '../../../shared/api/form-contract.ts'
import { useApi } from '../api.ts'
import { type Action, useAction } from '../draws/use-action.ts'
import type { EntryDraft } from './entry-drafts.ts'
import { type EntryShape, entryProblems, placeOf, storedEntry } from './entry-values.ts'

interface Saving {
  readonly action: Action
  /** what the last saving found wrong and is wrong still, by its place */
  readonly problems: Readonly<Record<string, string>>
  /** Whether it is stored. */
  readonly save: () => Promise<boolean>
}

/** Reads what was typed and stores it; what is wrong stands at its place and nothing is stored. */
export function useSaving<Entry>({
  number,
  prefix,
  shape,
  schema,
  draft,
  store,
}: {
  readonly number: string
  /** what the ids of the boxes begin with */
  readonly prefix: string
  readonly shape: EntryShape
  readonly schema: ZodType<Entry>
  readonly draft: EntryDraft
  readonly store: (entry: Entry, version: number) => Promise<InspectionState>
}): Saving {
  const { query, queries } = useApi()
  const { message } = App.useApp()
  const action = useAction()
  const [told, setTold] = useState<readonly string[]>([])
  const read = schema.safeParse(storedEntry(shape, draft.typed))
  const found = read.success ? {} : entryProblems(shape, draft.typed, read.error)
  return {
    action,
    // What is put right, or given up, is no problem any more; what is still being typed is none yet.
    problems: Object.fromEntries(Object.entries(found).filter(([place]) => told.includes(place))),
    async save() {
      if (!read.success) {
        setTold(Object.keys(found))
        const [first] = Object.keys(found)
        requestAnimationFrame(() => focusPlace(prefix, first ?? ''))
        return false
      }
      setTold([])
      const saved = await action.run(async () => {
        const state = await store(read.data, draft.version)
        queries.setQueryData(query.forms.entry.queryKey({ input: { number } }), state)
        draft.discard()
        return state
      })
      if (saved === null) return false
      void message.success('已保存')
      return true
    },
  }
}

function focusPlace(prefix: string, place: string): void {
  const box = document.getElementById(`${prefix}${place.split(' ').join('-')}`)
  box?.focus()
  box?.scrollIntoView({ block: 'center' })
}

/** Places with something wrong that stand under a heading. */
export function problemsIn(
  shape: EntryShape,
  group: string,
  problems: Readonly<Record<string, string>>,
): number {
  const names = [...shape.fields, ...shape.lists].filter((one) => one.group === group).map(({ name }) => name)
  return Object.keys(problems).filter((place) =>
    names.some((name) => place === name || place.startsWith(placeOf(name, ''))),
  ).length
}
