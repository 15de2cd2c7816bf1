import path from 'node:path'
import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** The data folder, backups and their restoration. */
export function implementData({ data: root }: ConsoleRoot, core: Core) {
  const { data, uploads } = core
  return {
    info: root.info.handler(() => data.info()),
    backups: root.backups.handler(() => data.backups()),
    backUp: root.backUp.handler(({ input, context }) => data.backUp(context.actor, input.folder)),
    compare: root.compare.handler(({ input }) => {
      if ('path' in input) return data.compare({ path: input.path, name: path.basename(input.path) })
      const upload = uploads.take(input.upload)
      try {
        return data.compare(upload)
      } finally {
        uploads.discard(input.upload)
      }
    }),
    restore: root.restore.handler(({ input, context }) =>
      data.restore(context.actor, input.token, input.reason),
    ),
  }
}
