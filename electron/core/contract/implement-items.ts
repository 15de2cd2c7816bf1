import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** 随机抽查事项清单 beyond its rows. */
export function implementItems({ items: root }: ConsoleRoot, { items }: Core) {
  return {
    list: root.list.handler(() => items.list()),
    applying: root.applying.handler(() => items.applying()),
    confirm: root.confirm.handler(({ input, context }) => items.confirm(context.actor, input.items)),
    coverage: root.coverage.handler(() => items.coverage()),
    powers: root.powers.handler(() => items.powers()),
    link: root.link.handler(({ input: { item, ...seen }, context }) => items.link(context.actor, seen, item)),
    fromPower: root.fromPower.handler(({ input: { row, ...seen }, context }) =>
      items.fromPower(context.actor, seen, row),
    ),
  }
}
