import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useApi } from '../api.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import { createDraftStore } from './draft-store.ts'

/** A form that the core keeps as a draft. `key` names the page: another one is another form. */
export function useDraftStore<Form extends object>(
  key: string,
  first: () => { readonly form: Form; readonly draft: string | null },
  planOf: (form: Form) => unknown,
) {
  const { core } = useApi()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form is begun once for its page.
  const store = useMemo(
    () =>
      createDraftStore<Form>({
        ...first(),
        planOf,
        sentenceOf: refusalSentence,
        delay: 600,
        save: async (plan, id) => (await core.draws.draft(id === null ? { plan } : { plan, id })).id,
      }),
    [key, core],
  )
  useEffect(
    () => () => {
      const { draft, kept, flush } = store.getState()
      // What was typed last is kept when one goes to another page; an untouched form leaves no draft.
      if (draft !== null || kept.state !== 'new') void flush()
    },
    [store],
  )
  return useStore(store)
}
