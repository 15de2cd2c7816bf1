import type { Measured } from '../measured-child.ts'

/** What the work came to, and how large it is. */
interface Made {
  readonly count: number
  readonly bytes: number
}

/** Runs the work once, timed, and prints what was measured for the process that started this one. */
export async function reportMeasured(work: () => number | Made | Promise<number | Made>): Promise<void> {
  const start = performance.now()
  const made = await work()
  const seconds = (performance.now() - start) / 1000
  // libuv gives maxRSS in kilobytes of 1024 bytes on every platform.
  const megabytes = (process.resourceUsage().maxRSS * 1024) / 1e6
  const { count, bytes } = typeof made === 'number' ? { count: made, bytes: 0 } : made
  const measured: Measured = { seconds, megabytes, count, bytes }
  process.stdout.write(JSON.stringify(measured))
}
