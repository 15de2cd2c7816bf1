import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

const momentOf = (moment: string | null) => (moment === null ? null : Date.parse(moment))

/** Work on whole registers. */
export function implementRegisterWork({ registerWork: root }: ConsoleRoot, core: Core) {
  const { filters, bulk, exports, revisions } = core.registerWork
  return {
    filters: {
      list: root.filters.list.handler(({ input: { register } }) => filters.list(register)),
      save: root.filters.save.handler(({ input, context }) => filters.save(context.actor, input)),
      rename: root.filters.rename.handler(({ input: { register, id, name }, context }) =>
        filters.rename(context.actor, register, id, name),
      ),
      remove: root.filters.remove.handler(({ input: { id } }) => {
        filters.remove(id)
        return {}
      }),
    },
    past: {
      rows: root.past.rows.handler(({ input: { register, scope, moment, ...part } }) =>
        core.registerWork.past(register, scope, Date.parse(moment), part),
      ),
      differences: root.past.differences.handler(({ input: { register, since, until, changes, ...part } }) =>
        core.registerWork.differences(register, momentOf(since), momentOf(until), changes, part),
      ),
    },
    bulk: {
      preview: root.bulk.preview.handler(({ input: { register, scope, order } }) =>
        bulk.preview(register, scope, order),
      ),
      rows: root.bulk.rows.handler(({ input: { token, verdict, ...part } }) =>
        bulk.rows(token, verdict, part),
      ),
      apply: root.bulk.apply.handler(({ input: { token, reason }, context }) =>
        bulk.apply(context.actor, token, reason),
      ),
      list: root.bulk.list.handler(({ input: { register } }) => bulk.list(register)),
      undo: root.bulk.undo.handler(({ input: { id, reason }, context }) =>
        bulk.undo(context.actor, id, reason),
      ),
    },
    revisions: {
      read: root.revisions.read.handler(() => revisions.read()),
      confirm: root.revisions.confirm.handler(({ input, context }) =>
        revisions.confirm(context.actor, input),
      ),
      proof: root.revisions.proof.handler(({ input: { id } }) => {
        const { name, type, bytes } = revisions.proof(id)
        return { name, type, data: Buffer.from(bytes).toString('base64') }
      }),
    },
    export: root.export.handler(({ input, context }) => exports.run(context.actor, input)),
  }
}
