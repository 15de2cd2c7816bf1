import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** 审核, 批准, 公布, 备案/报送 of the lists. */
export function implementReleases({ releases: root }: ConsoleRoot, { releases }: Core) {
  return {
    of: root.of.handler(({ input }) => releases.of(input)),
    make: root.make.handler(({ input, context }) => releases.make(context.actor, input.list, input.reason)),
    register: root.register.handler(({ input, context }) =>
      releases.register(context.actor, input.release, input.order),
    ),
    print: root.print.handler(({ input, context }) => releases.print(context.actor, input)),
    compare: root.compare.handler(({ input: { list, from, to } }) => releases.compare(list, from, to)),
  }
}
