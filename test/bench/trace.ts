import type { CDPSession } from 'playwright-core'

/** One event of a Chromium trace, as far as it is looked at. Times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly ts: number
  readonly dur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
}

/** Traces Chromium while `act` runs. */
export async function traced(session: CDPSession, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => {
    for (const event of value) if (isEvent(event)) events.push(event)
  }
  session.on('Tracing.dataCollected', collect)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'devtools.timeline.frame', 'toplevel', '__metadata'],
    },
  })
  await act()
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', collect)
  return events
}

function isEvent(event: object): event is TraceEvent {
  return 'name' in event && 'ts' in event && 'pid' in event && 'tid' in event
}

/** The longest task of the main threads of pages, in seconds. */
export function longestTask(events: readonly TraceEvent[]): number {
  const mains = new Set(
    events
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map((event) => `${event.pid} ${event.tid}`),
  )
  let longest = 0
  // Every event counts, whatever its name: which ones stand for a whole task differs between versions of Chromium.
  for (const { pid, tid, dur = 0 } of events) if (mains.has(`${pid} ${tid}`)) longest = Math.max(longest, dur)
  return longest / 1e6
}
