import { useRef, useState } from 'react'
import type { ConsoleClient } from '../../../shared/api/client.ts'
import type { PrepareEvent } from '../../../shared/api/form-contract.ts'
import { askAnew, useApi } from '../api.ts'
import { refusalCode, refusalSentence } from '../refusal-sentence.ts'

/** What came of making forms. */
export type Prepared = Extract<PrepareEvent, { readonly event: 'done' }>
/** How far the making is; `null` until the first word of it. */
export type PrepareProgress = Extract<PrepareEvent, { readonly event: 'progress' }>

interface Wanted {
  readonly number: string
  /** `null`: all that can be made */
  readonly forms: string[] | null
  readonly combined?: boolean
}

/** Makes forms and gives what was made; leaving by `signal` leaves nothing behind. */
export async function prepareForms(
  core: ConsoleClient,
  wanted: Wanted,
  onProgress: (progress: PrepareProgress) => void,
  signal?: AbortSignal,
): Promise<Prepared> {
  for await (const event of await core.forms.prepare(wanted, signal === undefined ? {} : { signal })) {
    if (event.event === 'done') return event
    onProgress(event)
  }
  signal?.throwIfAborted()
  throw new Error('the making ended without a word')
}

/** One making at a time, with its progress and its end. */
export interface Preparing {
  readonly busy: boolean
  readonly progress: PrepareProgress | null
  readonly refusal: string | null
  /** whether the last one was cancelled */
  readonly cancelled: boolean
  /** what came of the last one */
  readonly done: Prepared | null
  /** `null` where it was refused or cancelled */
  readonly run: (wanted: Omit<Wanted, 'number'>) => Promise<Prepared | null>
  readonly cancel: () => void
  readonly forget: () => void
}

export function usePreparing(number: string): Preparing {
  const { core, queries } = useApi()
  const [progress, setProgress] = useState<PrepareProgress | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [cancelled, setCancelled] = useState(false)
  const [done, setDone] = useState<Prepared | null>(null)
  const under = useRef<AbortController | null>(null)
  return {
    busy,
    progress,
    refusal,
    cancelled,
    done,
    cancel: () => under.current?.abort(),
    forget() {
      setDone(null)
      setRefusal(null)
      setCancelled(false)
    },
    async run(wanted) {
      if (under.current !== null) return null
      const stop = new AbortController()
      under.current = stop
      setBusy(true)
      setProgress(null)
      setRefusal(null)
      setCancelled(false)
      setDone(null)
      try {
        const made = await prepareForms(core, { number, ...wanted }, setProgress, stop.signal)
        // What is listed below is of the papers that were made by the time that they are told of.
        await askAnew(queries)
        setDone(made)
        return made
      } catch (error) {
        if (stop.signal.aborted || refusalCode(error) === 'CANCELLED') setCancelled(true)
        else setRefusal(refusalSentence(error))
        void askAnew(queries)
        return null
      } finally {
        under.current = null
        setBusy(false)
      }
    },
  }
}
