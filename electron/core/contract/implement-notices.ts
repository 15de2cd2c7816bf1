import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** Public notices (公示稿). */
export function implementNotices({ notices: root }: ConsoleRoot, { notices }: Core) {
  return {
    list: root.list.handler(({ input: { number } }) => notices.list(number)),
    make: root.make.handler(({ input, context }) => notices.make(context.actor, input)),
    preview: root.preview.handler(({ input: { id } }) => ({ html: notices.preview(id) })),
    confirm: root.confirm.handler(({ input, context }) => notices.confirm(context.actor, input)),
  }
}
