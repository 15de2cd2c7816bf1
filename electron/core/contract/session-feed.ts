import { AsyncIteratorClass, EventPublisher } from '@orpc/server'
import type { DrawSession } from '../../../shared/api/session.ts'

/** Snapshots kept for a subscriber that does not fetch them; the oldest go first, and the newest says everything. */
const kept = 100

/** Tells every window of every later state of a session, whichever window caused it. */
export class SessionFeed {
  readonly #publisher = new EventPublisher<Record<string, DrawSession>>({ maxBufferedEvents: kept })

  /** How many sessions are watched by anybody. */
  get watched(): number {
    return this.#publisher.size
  }

  /** Gives the session on to whoever watches it, and back. */
  publish(session: DrawSession): DrawSession {
    this.#publisher.publish(session.number, session)
    return session
  }

  /**
   * The present state, then every later one. `present` is read and the subscription taken in the same turn of the
   * event loop, so that no state is missed or told twice. Ends with `signal` or when the iterator is left. `as` says
   * how each is told here: console and stage do not see the same of a confidential draw.
   */
  watch(
    present: DrawSession,
    signal: AbortSignal | undefined,
    as: (session: DrawSession) => DrawSession = (session) => session,
  ): AsyncIteratorClass<DrawSession> {
    const later = this.#publisher.subscribe(present.number, signal === undefined ? {} : { signal })
    let first: DrawSession | null = present
    return new AsyncIteratorClass(
      async () => {
        const value = first
        first = null
        if (value !== null) return { done: false, value: as(value) }
        const next = await later.next()
        return next.done === true ? next : { done: false, value: as(next.value) }
      },
      async () => {
        await later.return()
      },
    )
  }
}
