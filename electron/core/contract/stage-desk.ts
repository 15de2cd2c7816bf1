import { AsyncIteratorClass, EventPublisher } from '@orpc/server'
import type { StageState } from '../../../shared/api/stage-contract.ts'
import type { Core } from '../core.ts'
import type { StageDirection } from '../draws/stage-state.ts'
import type { ConsoleRoot, StageRoot } from './roots.ts'

/** The newest state says everything: a subscriber that does not fetch gets no more than a few old ones. */
const kept = 10

/** The stage (大屏) as its own window and the console watch it. */
export class StageDesk {
  readonly #core: Core
  readonly #publisher = new EventPublisher<{ state: StageState }>({ maxBufferedEvents: kept })
  #windows = 0
  #newest: StageState

  constructor(core: Core) {
    this.#core = core
    this.#newest = this.read()
  }

  /** How many stage windows are watching. */
  get windows(): number {
    return this.#windows
  }

  read(): StageState {
    this.#newest = { ...this.#core.draws.stage(), windows: this.#windows }
    return this.#newest
  }

  direct(change: Partial<StageDirection>): StageState {
    this.#core.draws.directStage(change)
    return this.tell()
  }

  /** Tells every watcher how the stage stands: after a change of office or emblem too. */
  tell(): StageState {
    return this.#publish(this.read())
  }

  #publish(state: StageState): StageState {
    this.#publisher.publish('state', state)
    return state
  }

  /** The present state, then every later one. A `stage` window counts from here until it leaves. */
  watch(from: 'console' | 'stage', signal: AbortSignal | undefined): AsyncIteratorClass<StageState> {
    const left = from === 'stage' ? this.#enter(signal) : () => undefined
    const later = this.#publisher.subscribe('state', signal === undefined ? {} : { signal })
    let first: StageState | null = this.read()
    return new AsyncIteratorClass(
      async () => {
        if (first === null) return later.next()
        const value = first
        first = null
        return { done: false, value }
      },
      async () => {
        left()
        await later.return()
      },
    )
  }

  /** Counts a window in; what is given back counts it out, once. */
  #enter(signal: AbortSignal | undefined): () => void {
    let inside = true
    this.#windows += 1
    this.tell()
    const leave = () => {
      if (!inside) return
      inside = false
      this.#windows -= 1
      // A window may leave after the database was closed, so nothing is read anew.
      this.#publish({ ...this.#newest, windows: this.#windows })
    }
    signal?.addEventListener('abort', leave, { once: true })
    return leave
  }
}

/** The stage as the stage itself sees it. */
export function implementStageView({ stage: root }: StageRoot, stage: StageDesk) {
  return { watch: root.watch.handler(({ signal }) => stage.watch('stage', signal)) }
}

/** The stage as the console directs it. */
export function implementStageDirection({ stage: root }: ConsoleRoot, stage: StageDesk) {
  return {
    watch: root.watch.handler(({ signal }) => stage.watch('console', signal)),
    show: root.show.handler(({ input: { number } }) => stage.direct({ showing: number })),
    set: root.set.handler(({ input: { pace, still, sound } }) =>
      stage.direct({
        ...(pace === undefined ? {} : { pace }),
        ...(still === undefined ? {} : { still }),
        ...(sound === undefined ? {} : { sound }),
      }),
    ),
  }
}
