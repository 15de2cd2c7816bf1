import path from 'node:path'
import type { Core } from '../core.ts'
import type { BackupFile } from '../data/stored-data.ts'
import type { ConsoleRoot } from './roots.ts'

/** Gives a file that a window handed over (上传), which is used up. Refuses with `UPLOAD_UNKNOWN`. */
export type TakeUpload = (upload: string) => BackupFile & { discard(): void }

/** The data folder, backups and their restoration. */
export function implementData({ data: root }: ConsoleRoot, core: Core, takeUpload: TakeUpload) {
  const { data } = core
  return {
    info: root.info.handler(() => data.info()),
    backups: root.backups.handler(() => data.backups()),
    backUp: root.backUp.handler(({ input, context }) => data.backUp(context.actor, input.folder)),
    compare: root.compare.handler(({ input }) => {
      if ('path' in input) return data.compare({ path: input.path, name: path.basename(input.path) })
      const upload = takeUpload(input.upload)
      try {
        return data.compare(upload)
      } finally {
        upload.discard()
      }
    }),
    restore: root.restore.handler(({ input, context }) =>
      data.restore(context.actor, input.token, input.reason),
    ),
  }
}
