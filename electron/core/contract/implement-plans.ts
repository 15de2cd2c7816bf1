import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** 年度计划. */
export function implementPlans({ plans: root }: ConsoleRoot, { plans }: Core) {
  return {
    years: root.years.handler(() => plans.years()),
    year: root.year.handler(({ input }) => plans.year(input.year)),
    copyable: root.copyable.handler(({ input }) => plans.copyable(input.from, input.to)),
    copy: root.copy.handler(({ input: { years, lines }, context }) =>
      plans.copy(context.actor, years.from, years.to, lines),
    ),
  }
}
