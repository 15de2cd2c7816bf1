import type { Core } from '../core.ts'
import { listDraws } from './draw-list.ts'
import type { ConsoleRoot, StageRoot } from './roots.ts'
import type { SessionFeed } from './session-feed.ts'

/** The reading of sessions and the next step: what the stage can do, and the console too. */
class SessionDesk {
  readonly #core: Core
  readonly #feed: SessionFeed

  constructor(core: Core, feed: SessionFeed) {
    this.#core = core
    this.#feed = feed
  }

  read(number: string) {
    return this.#core.draws.read(number)
  }

  watch(number: string, signal: AbortSignal | undefined) {
    return this.#feed.watch(this.read(number), signal)
  }

  next(actor: string, number: string) {
    const session = this.read(number)
    // In any other state the core says why nothing can be revealed.
    const revealed = session.state === 'drawn' ? session.revealed : 0
    return this.#feed.publish(this.#core.draws.reveal(actor, number, revealed + 1))
  }
}

/** Draw sessions on the stage. */
export function implementStageDraws({ draws: root }: StageRoot, core: Core, feed: SessionFeed) {
  const sessions = new SessionDesk(core, feed)
  return {
    read: root.read.handler(({ input }) => sessions.read(input.number)),
    watch: root.watch.handler(({ input, signal }) => sessions.watch(input.number, signal)),
    next: root.next.handler(({ input, context }) => sessions.next(context.actor, input.number)),
  }
}

/** Draw sessions on the console. Whatever changes a session is told to everybody who watches it. */
export function implementDraws({ draws: root }: ConsoleRoot, core: Core, feed: SessionFeed) {
  const sessions = new SessionDesk(core, feed)
  const { draws } = core
  return {
    read: root.read.handler(({ input }) => sessions.read(input.number)),
    watch: root.watch.handler(({ input, signal }) => sessions.watch(input.number, signal)),
    next: root.next.handler(({ input, context }) => sessions.next(context.actor, input.number)),
    list: root.list.handler(({ input }) => listDraws(core, input)),
    draft: root.draft.handler(({ input, context }) => {
      const id = draws.draft(context.actor, input.plan, input.id)
      // A draft that is mended after its number was taken changes what its session says.
      const held = core.database.draws.draws().find((draw) => draw.draftId === id)
      if (held !== undefined) feed.publish(draws.read(held.number))
      return { id }
    }),
    preview: root.preview.handler(({ input, context }) => draws.preview(context.actor, input.plan)),
    commit: root.commit.handler(({ input, context }) =>
      feed.publish(draws.commit(context.actor, input.draft)),
    ),
    freeze: root.freeze.handler(({ input, context }) =>
      feed.publish(draws.freeze(context.actor, input.number)),
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
