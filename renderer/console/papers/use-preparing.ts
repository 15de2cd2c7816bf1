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
  const [done, setDone] = useState<Prepared | null>(null)
  const under = useRef<AbortController | null>(null)
  return {
    busy,
    progress,
    refusal,
    done,
    cancel: () => under.current?.abort(),
    forget() {
      setDone(null)
      setRefusal(null)
    },
    async run(wanted) {
      if (under.current !== null) return null
      const stop = new AbortController()
      under.current = stop
      setBusy(true)
      setProgress(null)
      setRefusal(null)
      setDone(null)
      try {
        const made = await prepareForms(core, { number, ...wanted }, setProgress, stop.signal)
        setDone(made)
        return made
      } catch (error) {
        const cancelled = stop.signal.aborted || refusalCode(error) === 'CANCELLED'
        setRefusal(cancelled ? '已取消，没有生成任何文书，原有文书没有改动。' : refusalSentence(error))
        return null
      } finally {
        under.current = null
        setBusy(false)
        void askAnew(queries)
      }
    },
  }
}
