import { growingDelay, type Pause, pause } from './pause.ts'

export interface FollowOptions {
  /** Told of every failure; answering `stop` gives up: a draw that is not there will not come by asking again. */
  readonly onFailure?: (error: unknown) => 'stop' | undefined
  /** how to wait between attempts */
  readonly pause?: Pause
}

/**
 * Follows a subscription of the core: every value goes to `onValue`, and when it ends or fails (the core was started
 * anew) it is opened again, after 250 ms, then longer, up to 2 s. Answers with how to stop; after that nothing more
 * is told.
 */
export function follow<Value>(
  open: (signal: AbortSignal) => Promise<AsyncIterator<Value>>,
  onValue: (value: Value) => void,
  options: FollowOptions = {},
): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  void run()
  return () => stopping.abort()

  async function run(): Promise<void> {
    let attempt = 0
    while (!signal.aborted) {
      try {
        attempt = (await followOnce(open, onValue, signal)) ? 0 : attempt
      } catch (error) {
        if (signal.aborted || options.onFailure?.(error) === 'stop') return
      }
      if (signal.aborted) return
      await (options.pause ?? pause)(growingDelay(attempt), signal)
      attempt += 1
    }
  }
}

/** Follows to the end of one subscription. Answers whether anything came of it. */
async function followOnce<Value>(
  open: (signal: AbortSignal) => Promise<AsyncIterator<Value>>,
  onValue: (value: Value) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const values = await open(signal)
  const leave = () => void values.return?.().catch(() => undefined)
  signal.addEventListener('abort', leave)
  let came = false
  try {
    if (signal.aborted) leave()
    while (!signal.aborted) {
      const next = await values.next()
      if (next.done || signal.aborted) break
      came = true
      onValue(next.value)
    }
  } finally {
    signal.removeEventListener('abort', leave)
  }
  return came
}
