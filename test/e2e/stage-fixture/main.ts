import { LinkSwitch } from '../../../renderer/connection/link-state.ts'
import { mountStage } from '../../../renderer/stage/mount-stage.tsx'
import type { StageCalls } from '../../../renderer/stage/stage-calls.ts'
import type { DrawSession, RevealStep } from '../../../shared/api/session.ts'
import type { StageState } from '../../../shared/api/stage-contract.ts'
import type { SampleDraw } from '../../renderer/stage/sample-sessions.ts'

/** What the test hands over: the lists of a draw, all its steps, and what is shown first. */
export interface FixtureDraw extends Pick<SampleDraw, 'objects' | 'inspectors' | 'steps'> {
  readonly stage: StageState
  readonly session: DrawSession | null
}

/** How a test directs the page. */
export interface Fixture {
  begin(draw: FixtureDraw): void
  show(session: DrawSession): void
  direct(stage: StageState): void
  link(up: boolean): void
  /** answers of `next` are held back until they are let go */
  hold(held: boolean): void
  /** how often the next step was asked for */
  readonly asked: () => number
}

declare global {
  interface Window {
    fixture: Fixture
  }
}

/** Values as they come, for one listener after another, beginning with the last. */
class Feed<Value> {
  #last: Value | undefined
  readonly #wake = new Set<() => void>()
  push(value: Value): void {
    this.#last = value
    for (const wake of this.#wake) wake()
    this.#wake.clear()
  }
  async *watch(): AsyncGenerator<Value, void, void> {
    let told: Value | undefined
    for (;;) {
      if (this.#last !== undefined && this.#last !== told) {
        told = this.#last
        yield told
      } else await new Promise<void>((resolve) => this.#wake.add(resolve))
    }
  }
}

const stages = new Feed<StageState>()
const sessions = new Feed<DrawSession>()
const links = new LinkSwitch(true)
let draw: FixtureDraw | null = null
let now: { stage: StageState; session: DrawSession } | null = null
let asked = 0
let letGo: (() => void) | null = null
let held: Promise<void> | null = null

/** As far as the core would go: not beyond what is shown together. */
function goOn(session: DrawSession, steps: readonly RevealStep[], pace: StageState['pace']): DrawSession {
  if (session.state !== 'drawn') throw new Error('WRONG_STATE')
  const size = { all: steps.length, tens: 10, each: 1 }[pace]
  const kind = steps[session.revealed]?.step
  const part = steps.slice(session.revealed, session.revealed + size)
  const end = part.findIndex((step) => step.step !== kind)
  const revealed = session.revealed + (end === -1 ? part.length : end)
  const shown = steps.slice(0, revealed)
  return { ...session, revealed, shown, state: revealed === steps.length ? 'revealed' : 'drawn' }
}

const core = {
  stage: { watch: async () => stages.watch() },
  draws: {
    watch: async () => sessions.watch(),
    pool: async ({ what, limit, offset }) => {
      const rows = (what === 'object' ? draw?.objects : draw?.inspectors) ?? []
      return { total: rows.length, rows: rows.slice(offset, offset + limit) }
    },
    next: async () => {
      asked += 1
      if (held !== null) await held
      const session = goOn(sessionNow(), draw?.steps ?? [], now?.stage.pace ?? 'each')
      window.fixture.show(session)
      return session
    },
  },
} satisfies StageCalls

function sessionNow(): DrawSession {
  if (now === null) throw new Error('DRAW_UNKNOWN')
  return now.session
}

window.fixture = {
  begin(fresh) {
    draw = fresh
    if (fresh.session !== null) {
      now = { stage: fresh.stage, session: fresh.session }
      sessions.push(fresh.session)
    }
    stages.push(fresh.stage)
  },
  show(session) {
    if (now !== null) now = { ...now, session }
    sessions.push(session)
  },
  direct(stage) {
    if (now !== null) now = { ...now, stage }
    stages.push(stage)
  },
  link: (up) => links.set(up),
  hold(hold) {
    letGo?.()
    letGo = null
    held = null
    if (hold)
      held = new Promise((resolve) => {
        letGo = resolve
      })
  },
  asked: () => asked,
}

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
mountStage(root, { core, links })
