import * as nodeFs from 'node:fs'
import type { Disk } from '../../../../electron/documents/write-files.ts'

/**
 * The PC's own disk, until SIGKILL before the `death`-th call of what changes files. A write that is to be the last
 * gets half of its bytes to the disk first.
 */
export function mortalDisk(death: number): Disk & { readonly calls: () => number } {
  let calls = 0
  const count = (last: () => void = () => {}) => {
    calls += 1
    if (calls !== death) return
    last()
    process.kill(process.pid, 'SIGKILL')
    throw new Error('still alive')
  }
  return {
    ...nodeFs,
    calls: () => calls,
    openSync: (...args: Parameters<typeof nodeFs.openSync>) => {
      count()
      return nodeFs.openSync(...args)
    },
    writeSync: ((handle: number, bytes: Uint8Array, offset: number) => {
      count(() => {
        nodeFs.writeSync(handle, bytes, 0, bytes.length >> 1)
        nodeFs.fsyncSync(handle)
      })
      return nodeFs.writeSync(handle, bytes, offset)
    }) as typeof nodeFs.writeSync,
    fsyncSync: (handle: number) => {
      count()
      nodeFs.fsyncSync(handle)
    },
    renameSync: (from: nodeFs.PathLike, to: nodeFs.PathLike) => {
      count()
      nodeFs.renameSync(from, to)
    },
  }
}
