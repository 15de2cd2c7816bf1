import type { ImportDesk } from './import-desk.ts'
import type { ConsoleRoot } from './roots.ts'

/** Imports (导入): the report, the decision, and what can be taken back. */
export function implementImports({ imports: root }: ConsoleRoot, desk: ImportDesk) {
  return {
    inspect: root.inspect.handler(({ input, signal }) => desk.inspect(input.register, input, signal)),
    rows: root.rows.handler(({ input: { token, verdicts, ...part } }) => desk.rows(token, verdicts, part)),
    confirm: root.confirm.handler(({ input: { token, ...decision }, context }) =>
      desk.confirm(context.actor, token, decision),
    ),
    list: root.list.handler(({ input: { register, ...part } }) => desk.list(register, part)),
    undo: root.undo.handler(({ input: { id, reason }, context }) => desk.undo(context.actor, id, reason)),
    discard: root.discard.handler(({ input }) => {
      desk.discard(input.token)
      return {}
    }),
  }
}
