import { useRef, useState } from 'react'
import { useApi } from '../api.ts'
import { refusalSentence } from '../refusal-sentence.ts'

/** One action at a time, and the sentence of its refusal for the place where it was asked for. */
export interface Action {
  readonly busy: boolean
  readonly refusal: string | null
  /** What the work gives; `null` where it was refused, or where another is still under way. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | null>
  readonly forget: () => void
}

/** Whatever is shown is asked for anew afterwards, also after a refusal: it may tell of something that changed. */
export function useAction(): Action {
  const { queries } = useApi()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const running = useRef(false)
  return {
    busy,
    refusal,
    forget: () => setRefusal(null),
    async run(work) {
      // A double click asks once.
      if (running.current) return null
      running.current = true
      setBusy(true)
      setRefusal(null)
      try {
        return await work()
      } catch (error) {
        setRefusal(refusalSentence(error))
        return null
      } finally {
        running.current = false
        setBusy(false)
        void queries.invalidateQueries()
      }
    },
  }
}
