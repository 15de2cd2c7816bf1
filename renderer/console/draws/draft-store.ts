import { createStore } from 'zustand/vanilla'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import { readPlan } from './plan-problems.ts'

/** Whether what the form shows is what the core keeps. */
export type Kept =
  | { readonly state: 'new' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved' }
  /** the form is no plan yet: nothing was sent */
  | { readonly state: 'not-a-plan'; readonly problems: readonly string[] }
  /** the core would not take it */
  | { readonly state: 'refused'; readonly sentence: string }

export interface DraftState<Form> {
  readonly form: Form
  /** id of the draft in the core; `null` before its first saving */
  readonly draft: string | null
  /** the plan as it was last read from the form, whole; `null` while the form is none */
  readonly plan: DrawPlan | null
  readonly kept: Kept
  readonly change: (patch: Partial<Form>) => void
  /** Saves at once what has still to be saved; the id of the draft, `null` where the form could not be saved. */
  readonly flush: () => Promise<string | null>
}

export interface DraftWork<Form> {
  readonly form: Form
  readonly draft: string | null
  readonly planOf: (form: Form) => unknown
  readonly save: (plan: DrawPlan, draft: string | null) => Promise<string>
  readonly sentenceOf: (error: unknown) => string
  /** milliseconds between the last change and the saving */
  readonly delay: number
}

/**
 * A form that is kept in the core as a draft a moment after every change, one saving at a time: what is typed
 * outlives the window.
 */
export function createDraftStore<Form extends object>(work: DraftWork<Form>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  let dirty = false

  const store = createStore<DraftState<Form>>()((set, get) => {
    const read = (form: Form) => readPlan(work.planOf(form))
    async function save(): Promise<void> {
      clearTimeout(timer)
      if (!dirty) return
      dirty = false
      const { plan, draft } = get()
      if (plan === null) return
      set({ kept: { state: 'saving' } })
      try {
        const id = await work.save(plan, draft)
        set({ draft: id, ...(dirty ? {} : { kept: { state: 'saved' } as const }) })
      } catch (error) {
        dirty = true
        set({ kept: { state: 'refused', sentence: work.sentenceOf(error) } })
      }
    }
    function queue(): Promise<void> {
      running = running.then(save)
      return running
    }
    const first = read(work.form)
    return {
      form: work.form,
      draft: work.draft,
      plan: first.ok ? first.plan : null,
      kept: work.draft === null ? { state: 'new' } : { state: 'saved' },
      change(patch) {
        const form = { ...get().form, ...patch }
        const result = read(form)
        dirty = true
        clearTimeout(timer)
        set({
          form,
          plan: result.ok ? result.plan : null,
          kept: result.ok ? { state: 'saving' } : { state: 'not-a-plan', problems: result.problems },
        })
        if (result.ok) timer = setTimeout(() => void queue(), work.delay)
      },
      async flush() {
        if (get().draft === null) dirty = true
        await queue()
        return get().kept.state === 'saved' ? get().draft : null
      },
    }
  })
  return store
}
export type DraftStore<Form> = ReturnType<typeof createDraftStore<Form & object>>
