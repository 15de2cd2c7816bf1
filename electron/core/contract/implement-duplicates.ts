import type { Core } from '../core.ts'
import type { DuplicateDesk } from './duplicate-desk.ts'
import type { ConsoleRoot } from './roots.ts'

/** Rows that may be the same (疑似重复): found, merged, or told apart for good. */
export function implementDuplicates({ duplicates: root }: ConsoleRoot, core: Core, desk: DuplicateDesk) {
  return {
    search: root.search.handler(async ({ input }) => ({ pairs: await desk.search(input.register) })),
    pairs: root.pairs.handler(({ input: { register, ...part } }) => ({
      searching: desk.isSearching(register),
      found: core.duplicates.pairs(register, part),
    })),
    merge: root.merge.handler(({ input: { register, keep, retire, reason }, context }) =>
      core.duplicates.merge(context.actor, register, keep, retire, reason),
    ),
    distinct: root.distinct.handler(({ input: { register, first, second }, context }) => {
      core.duplicates.distinct(context.actor, register, first, second)
      return {}
    }),
  }
}
