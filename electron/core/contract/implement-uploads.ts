import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'

/** Files that a window hands over, piece by piece. */
export function implementUploads({ uploads: root }: ConsoleRoot, core: Core) {
  return {
    begin: root.begin.handler(({ input: { name, size } }) => ({ upload: core.uploads.begin(name, size) })),
    append: root.append.handler(({ input: { upload, offset, data } }) => ({
      received: core.uploads.append(upload, offset, Buffer.from(data, 'base64')),
    })),
    discard: root.discard.handler(({ input }) => {
      core.uploads.discard(input.upload)
      return {}
    }),
  }
}
