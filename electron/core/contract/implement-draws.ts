import type { DrawSession } from '../../../shared/api/session.ts'
import type { Core } from '../core.ts'
import { listChain, listDraws } from './draw-list.ts'
import type { ConsoleRoot, StageRoot } from './roots.ts'
import type { SessionFeed } from './session-feed.ts'
import type { StageDesk } from './stage-desk.ts'

/** The reading of sessions and the next step: what the stage can do, and the console too. */
class SessionDesk {
  readonly #core: Core
  readonly #feed: SessionFeed
  readonly #stage: StageDesk

  constructor(core: Core, feed: SessionFeed, stage: StageDesk) {
    this.#core = core
    this.#feed = feed
    this.#stage = stage
  }

  read(number: string) {
    return this.#core.draws.read(number)
  }

  watch(number: string, signal: AbortSignal | undefined, as?: (session: DrawSession) => DrawSession) {
    return this.#feed.watch(this.read(number), signal, as)
  }

  /** Shows as much more as the pace of the stage says. */
  next(actor: string, number: string) {
    return this.#feed.publish(this.#core.draws.next(actor, number, this.#stage.read().pace))
  }
}

/** Draw sessions on the stage, as everybody may see them. Nothing reaches it but through `seenByAll`. */
export function implementStageDraws(
  { draws: root }: StageRoot,
  core: Core,
  feed: SessionFeed,
  stage: StageDesk,
) {
  const sessions = new SessionDesk(core, feed, stage)
  const seen = (session: DrawSession) => core.draws.seenByAll(session)
  return {
    read: root.read.handler(({ input }) => seen(sessions.read(input.number))),
    watch: root.watch.handler(({ input, signal }) => sessions.watch(input.number, signal, seen)),
    next: root.next.handler(({ input, context }) => seen(sessions.next(context.actor, input.number))),
    pool: root.pool.handler(({ input: { number, ...part } }) => core.draws.poolSeenByAll(number, part)),
  }
}

/** Draw sessions on the console. Whatever changes a session is told to everybody who watches it. */
export function implementDraws(
  { draws: root }: ConsoleRoot,
  core: Core,
  feed: SessionFeed,
  stage: StageDesk,
) {
  const sessions = new SessionDesk(core, feed, stage)
  const { draws } = core
  return {
    read: root.read.handler(({ input }) => sessions.read(input.number)),
    watch: root.watch.handler(({ input, signal }) => sessions.watch(input.number, signal)),
    next: root.next.handler(({ input, context }) => sessions.next(context.actor, input.number)),
    pool: root.pool.handler(({ input: { number, ...part } }) => core.draws.pool(number, part)),
    list: root.list.handler(({ input }) => listDraws(core, input)),
    draft: root.draft.handler(({ input, context }) => {
      const id = draws.draft(context.actor, input.plan, input.id)
      // A draft that is mended after its number was taken changes what its session says.
      const held = core.database.draws.draws().find((draw) => draw.draftId === id)
      if (held !== undefined) feed.publish(draws.read(held.number))
      return { id }
    }),
    drafts: root.drafts.handler(() => draws.drafts()),
    readDraft: root.readDraft.handler(({ input }) => draws.draftedPlan(input.id)),
    discardDraft: root.discardDraft.handler(({ input }) => {
      draws.discardDraft(input.id)
      return {}
    }),
    preview: root.preview.handler(({ input, context }) => draws.preview(context.actor, input.plan)),
    propose: root.propose.handler(({ input }) => draws.propose(input)),
    drift: root.drift.handler(({ input }) => draws.drift(input.number)),
    commit: root.commit.handler(({ input, context }) =>
      feed.publish(draws.commit(context.actor, input.draft)),
    ),
    freeze: root.freeze.handler(({ input, context }) =>
      feed.publish(draws.freeze(context.actor, input.number)),
    ),
    enterDigits: root.enterDigits.handler(({ input, context }) =>
      feed.publish(draws.enterDigits(context.actor, input.number, input.seat, input.digits)),
    ),
    openDigits: root.openDigits.handler(({ input, context }) =>
      feed.publish(draws.openDigits(context.actor, input.number)),
    ),
    confirmDigits: root.confirmDigits.handler(({ input, context }) =>
      feed.publish(draws.confirmDigits(context.actor, input.number)),
    ),
    contribute: root.contribute.handler(({ input, context }) =>
      feed.publish(draws.contribute(context.actor, input.number, input.seat, input.digits)),
    ),
    reveal: root.reveal.handler(({ input, context }) =>
      feed.publish(draws.reveal(context.actor, input.number, input.upTo)),
    ),
    confirm: root.confirm.handler(({ input, context }) =>
      feed.publish(draws.confirm(context.actor, input.number)),
    ),
    disclose: root.disclose.handler(({ input: { number, ...order }, context }) => {
      const session = draws.disclose(context.actor, number, order)
      // Every draw of the chain is public from now on, also one that another window watches.
      for (const other of listChain(core, number)) feed.publish(draws.read(other.number))
      return session
    }),
    inForce: root.inForce.handler(({ input }) => draws.inForce(input.number)),
    chain: root.chain.handler(({ input }) => listChain(core, input.number)),
    abort: root.abort.handler(({ input: { number, ...order }, context }) =>
      feed.publish(draws.abort(context.actor, number, order)),
    ),
    declareVoid: root.declareVoid.handler(({ input: { number, ...order }, context }) =>
      feed.publish(draws.declareVoid(context.actor, number, order)),
    ),
    again: root.again.handler(({ input: { number, plan, ...why }, context }) =>
      feed.publish(draws.again(context.actor, number, why, plan)),
    ),
  }
}
