import type { Core } from '../core.ts'
import type { ImportDesk } from './import-desk.ts'
import type { ConsoleRoot } from './roots.ts'

/** Imports (导入): the report, the decision, and what can be taken back. */
export function implementImports({ imports: root }: ConsoleRoot, core: Core, desk: ImportDesk) {
  return {
    inspect: root.inspect.handler(({ input, signal }) =>
      desk.inspect(input.register, input, signal, input.header ?? null),
    ),
    head: root.head.handler(({ input }) => desk.head(input)),
    mapHeader: root.mapHeader.handler(({ input: { register, mapping }, context }) => {
      core.rememberMapping(context.actor, register, mapping)
      return {}
    }),
    decide: root.decide.handler(({ input: { token, decision } }) => desk.decide(token, decision)),
    gone: root.gone.handler(({ input: { token, ...part } }) => desk.gone(token, part)),
    rows: root.rows.handler(({ input: { token, tab, verdicts, ...part } }) =>
      desk.rows(token, { tab: tab ?? null, verdicts }, part),
    ),
    confirm: root.confirm.handler(({ input: { token, ...decision }, context }) =>
      desk.confirm(context.actor, token, decision),
    ),
    list: root.list.handler(({ input: { register, ...part } }) => desk.list(register, part)),
    undo: root.undo.handler(({ input: { id, reason }, context }) => desk.undo(context.actor, id, reason)),
    discard: root.discard.handler(async ({ input }) => {
      await desk.discard(input.token)
      return {}
    }),
  }
}
