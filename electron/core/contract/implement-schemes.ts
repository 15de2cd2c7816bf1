import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** 实施方案. */
export function implementSchemes({ schemes: root }: ConsoleRoot, { schemes }: Core) {
  return {
    list: root.list.handler(({ input }) => schemes.list(input.line)),
    read: root.read.handler(({ input }) => schemes.read(input.id)),
    propose: root.propose.handler(({ input }) => schemes.propose(input.line, input.items)),
    save: root.save.handler(({ input, context }) =>
      schemes.save(context.actor, input.id, input.line, input.body),
    ),
    discard: root.discard.handler(({ input, context }) => {
      schemes.discard(context.actor, input.id)
      return {}
    }),
    print: root.print.handler(({ input, context }) => schemes.print(context.actor, input.id)),
    approve: root.approve.handler(({ input, context }) => schemes.approve(context.actor, input)),
  }
}
