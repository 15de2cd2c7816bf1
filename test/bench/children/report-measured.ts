import type { Measured } from '../measured-child.ts'

/** Runs the work once, timed, and prints what was measured for the process that started this one. */
export async function reportMeasured(work: () => number | Promise<number>): Promise<void> {
  const start = performance.now()
  const count = await work()
  const seconds = (performance.now() - start) / 1000
  // libuv gives maxRSS in kilobytes of 1024 bytes on every platform.
  const megabytes = (process.resourceUsage().maxRSS * 1024) / 1e6
  const measured: Measured = { seconds, megabytes, count }
  process.stdout.write(JSON.stringify(measured))
}
