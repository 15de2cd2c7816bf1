/** Waits, or until `signal` is aborted. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>

export const pause: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end)
  })

/** How long to wait before the next attempt: 250 ms, growing to 2 s. */
export function growingDelay(attempt: number): number {
  return Math.min(250 * 2 ** attempt, 2_000)
}
