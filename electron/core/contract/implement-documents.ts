import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'
import type { SessionFeed } from './session-feed.ts'

/** Forms, packages and the papers that come back. A signed form changes its session, which every window is told. */
export function implementDocuments({ documents: root }: ConsoleRoot, core: Core, feed: SessionFeed) {
  const { documents } = core
  return {
    list: root.list.handler(({ input: { number } }) => documents.list(number)),
    prepareFreezeSlip: root.prepareFreezeSlip.handler(({ input: { number }, context }) =>
      documents.prepareFreezeSlip(context.actor, number),
    ),
    prepareForms: root.prepareForms.handler(({ input: { number }, context }) =>
      documents.prepareForms(context.actor, number),
    ),
    preparePackage: root.preparePackage.handler(({ input: { number }, context }) =>
      documents.preparePackage(context.actor, number),
    ),
    attach: root.attach.handler(({ input, context }) => {
      const document = documents.attach(context.actor, input)
      return { document, session: feed.publish(core.draws.read(input.number)) }
    }),
    read: root.read.handler(({ input: { id } }) => {
      const { document, bytes } = documents.read(id)
      return { document, data: Buffer.from(bytes).toString('base64') }
    }),
    copy: root.copy.handler(({ input: { ids, folder } }) => ({ files: documents.copy(ids, folder) })),
    writeForms: root.writeForms.handler(({ input: { number, folder } }) => {
      refuseUnknown(core, number)
      return core.writeForms(number, folder)
    }),
    writePackage: root.writePackage.handler(({ input: { number, folder }, context }) => {
      refuseUnknown(core, number)
      return core.writePackage(context.actor, number, folder)
    }),
  }
}

/** Refuses with `DRAW_UNKNOWN`: a number that was never taken is not one that is yet to be drawn. */
function refuseUnknown(core: Core, number: string): void {
  core.draws.read(number)
}
