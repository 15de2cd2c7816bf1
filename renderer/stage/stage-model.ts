import { type DrawSession, isConcealed } from '../../shared/api/session.ts'
import type { StageState } from '../../shared/api/stage-contract.ts'
import { follow } from '../connection/follow.ts'
import type { Frame, Roll } from './frame.ts'
import type { KeyAction } from './key-action.ts'
import { loadPools, type Pools } from './pool-rows.ts'
import { groupEnds, nextRoll } from './reveal-frame.ts'
import type { StageCalls } from './stage-calls.ts'
import { type Views, viewsOf } from './views-of.ts'

/** Between two steps at least so many milliseconds pass: a clicker pressed twice is pressed once. */
const leastBetweenSteps = 800

/** All that the window shows. */
export interface Picture {
  readonly stage: StageState | null
  readonly session: DrawSession | null
  readonly pools: Pools | null
  /** the picture that is looked at */
  readonly frame: Frame | null
  /** the page of it, from 0, and how many there are */
  readonly page: number
  readonly pages: number
  /** the rows that roll: at once after the key, then to rest on the answer; `null` where nothing rolls */
  readonly rolling: Roll | null
  readonly dark: boolean
  /** a step is to be shown, or a page or picture to be looked at */
  readonly canGoOn: boolean
  readonly canGoBack: boolean
  /** whether somebody turned a page of this picture: from then on none turns by itself */
  readonly turned: boolean
}

/** Where somebody was looking, for the page that is loaded anew. */
export interface LookedAt {
  /** the picture that stood then: when another one stands, that one is shown */
  readonly home: string
  readonly key: string
  readonly page: number
  /** where what was shown together ended */
  readonly ends: readonly number[]
}

/** Where that is kept. */
export interface Place {
  read(): LookedAt | null
  write(place: LookedAt): void
}

export interface StageModelOptions {
  readonly core: StageCalls
  readonly place: Place
  /** whether nothing moves, whatever the console says: the system's own setting */
  readonly calm: () => boolean
}

const nothing: Views = { frames: [], home: 0, armed: false }

/** What stands on the stage (大屏), and what a key makes of it. It looks and shows the next step; it draws nothing. */
export class StageModel {
  readonly #core: StageCalls
  readonly #place: Place
  readonly #calm: () => boolean
  readonly #listeners = new Set<() => void>()
  #stage: StageState | null = null
  #session: DrawSession | null = null
  #pools: Pools | null = null
  #poolsAsked: string | null = null
  #views = nothing
  /** Where what was shown together ended: a later change of pace takes no picture apart. */
  #ends: readonly number[] = []
  #at = 0
  #page = 0
  #pages = 1
  #turned = false
  #rolling: Roll | null = null
  #asking = false
  #dark = false
  #lastStep = Number.NEGATIVE_INFINITY
  #showing: string | null = null
  #stopSession: (() => void) | null = null
  #picture: Picture

  constructor({ core, place, calm }: StageModelOptions) {
    this.#core = core
    this.#place = place
    this.#calm = calm
    this.#picture = this.#compose()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly picture = (): Picture => this.#picture

  /** Follows what the console directs. Answers with how to stop. */
  start(): () => void {
    const stop = follow(
      (signal) => this.#core.stage.watch({}, { signal }),
      (stage) => this.#direct(stage),
    )
    return () => {
      stop()
      this.#stopSession?.()
    }
  }

  /** What a key asks for, at `now` in milliseconds. */
  act(action: KeyAction, now: number): void {
    if (action === 'dark') this.#dark = !this.#dark
    else if (this.#dark) this.#dark = false
    else if (action === 'back') this.#goBack()
    else this.#goOn(now)
    this.#tell()
  }

  /** How many pages the picture takes. */
  laidOut(pages: number): void {
    if (pages === this.#pages) return
    this.#pages = pages
    this.#page = Math.min(this.#page, pages - 1)
    this.#tell()
  }

  /** Turns to the next page by itself, unless somebody has turned one. */
  turnByItself(): void {
    if (this.#turned || this.#page + 1 >= this.#pages) return
    this.#page += 1
    this.#tell()
  }

  /** The rows have come to rest. */
  rested(): void {
    if (this.#rolling === null || this.#rolling.rest === null) return
    this.#rolling = null
    this.#tell()
  }

  #direct(stage: StageState): void {
    this.#stage = stage
    if (stage.showing !== this.#showing) {
      this.#showing = stage.showing
      this.#stopSession?.()
      this.#stopSession = null
      this.#session = null
      this.#rolling = null
      const number = stage.showing
      if (number !== null)
        this.#stopSession = follow(
          (signal) => this.#core.draws.watch({ number }, { signal }),
          (session) => this.#take(session),
        )
    }
    // The title stands only where no draw is shown: while one is on its way the picture before it stays.
    if (this.#session !== null || stage.showing === null) this.#look(false)
    this.#tell()
  }

  #take(session: DrawSession): void {
    const before = this.#session
    if (session.number !== this.#showing || isOlder(session, before)) return
    this.#session = session
    this.#ends = this.#endsOf(session, before)
    this.#loadPools(session)
    this.#look(before !== null && before.number === session.number)
    this.#tell()
  }

  /** What came together stays together; what was shown before this window looked is taken as the pace makes it. */
  #endsOf(session: DrawSession, before: DrawSession | null): readonly number[] {
    if (!('revealed' in session) || session.revealed === 0) return []
    const live = before?.number === session.number && before.attempt === session.attempt
    if (live) {
      const known = this.#ends
      return known.at(-1) === session.revealed ? known : [...known, session.revealed]
    }
    const kept = this.#place.read()
    const isOurs = kept?.home.startsWith(`${session.number}/${session.attempt}/`) === true
    const ends = isOurs ? kept.ends.filter((end) => end <= session.revealed) : []
    return groupEnds(session.shown, this.#stage?.pace ?? 'each', ends).map(({ to }) => to)
  }

  /** Makes the pictures anew. Where another one stands now it is turned to, and its rows roll if it is `live`. */
  #look(live: boolean): void {
    if (this.#stage === null) return
    const standing = this.#views.frames[this.#views.home]?.key
    const lookedAt = this.#frame()?.key
    this.#views = viewsOf(this.#session, this.#stage, this.#ends)
    const home = this.#views.frames[this.#views.home]
    if (home?.key !== standing) {
      const kept = live ? null : this.#place.read()
      const remembered = kept !== null && kept.home === home?.key ? kept : null
      const found =
        remembered === null ? -1 : this.#views.frames.findIndex((frame) => frame.key === remembered.key)
      this.#turnTo(found === -1 ? this.#views.home : found, found === -1 ? 0 : (remembered?.page ?? 0))
      const moves = live && home?.roll != null && !this.#isStill()
      this.#rolling = moves ? (home?.roll ?? null) : null
    } else {
      const same = this.#views.frames.findIndex((frame) => frame.key === lookedAt)
      this.#at = same === -1 ? this.#views.home : same
    }
  }

  #goOn(now: number): void {
    if (this.#rolling !== null || this.#asking || now - this.#lastStep < leastBetweenSteps) return
    this.#lastStep = now
    if (this.#page + 1 < this.#pages) {
      this.#page += 1
      this.#turned = true
    } else if (this.#at + 1 < this.#views.frames.length) this.#turnTo(this.#at + 1, 0)
    else void this.#showNext()
  }

  #goBack(): void {
    if (this.#rolling !== null) return
    if (this.#page > 0) {
      this.#page -= 1
      this.#turned = true
    } else if (this.#at > 0) {
      this.#turnTo(this.#at - 1, 0)
      this.#turned = true
    }
  }

  /** Asks for the next step. The rows begin to roll at once; only the answer says where they rest. */
  async #showNext(): Promise<void> {
    const session = this.#session
    if (session === null || session.state !== 'drawn' || !this.#views.armed) return
    this.#asking = true
    if (!this.#isStill()) this.#rolling = nextRoll(session)
    try {
      this.#take(await this.#core.draws.next({ number: session.number }))
    } catch {
      // Nothing was shown, or the answer was lost: what is stored comes by the subscription, and the key is asked anew.
      if (this.#rolling?.rest === null) this.#rolling = null
    } finally {
      this.#asking = false
      this.#tell()
    }
  }

  #turnTo(at: number, page: number): void {
    this.#at = at
    this.#page = page
    this.#pages = Math.max(1, page + 1)
    this.#turned = page > 0
  }

  #loadPools(session: DrawSession): void {
    if (!('freeze' in session)) return
    const { number, freeze } = session
    // Once names are disclosed the same lists are other rows.
    const wanted = `${freeze} ${isConcealed(session)}`
    if (this.#poolsAsked === wanted) return
    this.#poolsAsked = wanted
    this.#pools = null
    void loadPools(this.#core.draws, number, freeze, new AbortController().signal).then(
      (pools) => {
        if (this.#poolsAsked !== wanted) return
        this.#pools = pools
        this.#tell()
      },
      () => {
        // Asked for again with the next snapshot; until then results are shown without rolling.
        if (this.#poolsAsked === wanted) this.#poolsAsked = null
      },
    )
  }

  #isStill(): boolean {
    return this.#stage?.still === true || this.#calm() || this.#pools === null
  }

  #frame(): Frame | null {
    return this.#views.frames[this.#at] ?? null
  }

  #compose(): Picture {
    return {
      stage: this.#stage,
      session: this.#session,
      pools: this.#pools,
      frame: this.#frame(),
      page: this.#page,
      pages: this.#pages,
      rolling: this.#rolling,
      dark: this.#dark,
      canGoOn: this.#page + 1 < this.#pages || this.#at + 1 < this.#views.frames.length || this.#views.armed,
      canGoBack: this.#page > 0 || this.#at > 0,
      turned: this.#turned,
    }
  }

  #tell(): void {
    this.#picture = this.#compose()
    const key = this.#frame()?.key
    const home = this.#views.frames[this.#views.home]?.key
    if (key !== undefined && home !== undefined && this.#session !== null)
      this.#place.write({ home, key, page: this.#page, ends: this.#ends })
    for (const listener of this.#listeners) listener()
  }
}

/** A snapshot that was overtaken by another on its way: nothing that was shown is ever taken back. */
function isOlder(session: DrawSession, before: DrawSession | null): boolean {
  if (before === null || before.number !== session.number) return false
  if (session.attempt !== before.attempt) return session.attempt < before.attempt
  if (!('revealed' in before)) return false
  return !('revealed' in session) || session.revealed < before.revealed
}
