import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** The archive (档案) of draws. */
export function implementArchive({ archive: root }: ConsoleRoot, { archives }: Core) {
  return {
    list: root.list.handler(({ input: { number } }) => archives.list(number)),
    write: root.write.handler(({ input, context }) => archives.write(context.actor, input)),
    catalogue: root.catalogue.handler(({ input: { number }, context }) =>
      archives.catalogue(context.actor, number),
    ),
  }
}
