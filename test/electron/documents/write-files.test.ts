import { spawnSync } from 'node:child_process'
import * as nodeFs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Disk, writeFiles } from '../../../electron/documents/write-files.ts'
import { contents, temporaryFolder } from '../../db/temporary-folder.ts'

const bytes = (n: number, length = 5_000) => new Uint8Array(length).fill(n)
const three = new Map([
  ['甲.pdf', bytes(1)],
  ['乙.pdf', bytes(2)],
  ['包.zip', bytes(3)],
])

/** An error as Node gives it. */
const failure = (code: string) => Object.assign(new Error(code), { code })

/** A disk that writes at most `size` bytes in all, in small pieces, and is full then. */
function fullDisk(size: number): Disk {
  let left = size
  return {
    ...nodeFs,
    writeSync: ((handle: number, data: Uint8Array, offset: number) => {
      if (left === 0) throw failure('ENOSPC')
      const length = Math.min(left, 1_000, data.length - offset)
      left -= length
      return nodeFs.writeSync(handle, data, offset, length)
    }) as typeof nodeFs.writeSync,
  }
}

describe('files are written whole or not at all', () => {
  test('each under its name with its bytes, in a folder that is made where it is not there', () => {
    const folder = path.join(temporaryFolder(), '文书', '二〇二六')
    writeFiles(folder, three)
    expect(nodeFs.readdirSync(folder).sort()).toEqual([...three.keys()].sort())
    for (const [name, data] of three)
      expect(new Uint8Array(nodeFs.readFileSync(path.join(folder, name)))).toEqual(data)
  })

  test('an older file of the same name is replaced', () => {
    const folder = temporaryFolder()
    writeFiles(folder, three)
    writeFiles(folder, new Map([['甲.pdf', bytes(9, 10)]]))
    expect(nodeFs.readFileSync(path.join(folder, '甲.pdf'))).toEqual(Buffer.alloc(10, 9))
    expect(nodeFs.readdirSync(folder)).toHaveLength(3)
  })

  test('writes that take a part only are gone on with', () => {
    const folder = temporaryFolder()
    writeFiles(folder, three, fullDisk(15_000))
    for (const [name, data] of three)
      expect(new Uint8Array(nodeFs.readFileSync(path.join(folder, name)))).toEqual(data)
  })

  for (const size of [0, 999, 7_500, 14_999])
    test(`a disk that is full after ${size} bytes leaves what was there and no temporary file`, () => {
      const folder = temporaryFolder()
      writeFiles(folder, new Map([['甲.pdf', bytes(7)]]))
      const before = contents(folder)
      expect(() => writeFiles(folder, three, fullDisk(size))).toThrow('ENOSPC')
      expect(contents(folder)).toEqual(before)
    })

  for (const call of ['openSync', 'fsyncSync', 'renameSync'] as const)
    test(`an error of ${call} at the first file leaves what was there and no temporary file`, () => {
      const folder = temporaryFolder()
      writeFiles(folder, new Map([['甲.pdf', bytes(7)]]))
      const before = contents(folder)
      const failing = {
        ...nodeFs,
        [call]: () => {
          throw failure('EIO')
        },
      }
      expect(() => writeFiles(folder, three, failing)).toThrow('EIO')
      expect(contents(folder)).toEqual(before)
    })
})

test('every file is on the disk before the first has its name, and the folder is flushed at the end', () => {
  const calls: string[] = []
  const names = new Map<number, string>()
  const disk: Disk = {
    ...nodeFs,
    openSync: (...args: Parameters<typeof nodeFs.openSync>) => {
      const handle = nodeFs.openSync(...args)
      names.set(handle, path.basename(String(args[0])).replace(/\..*/, ''))
      return handle
    },
    fsyncSync: (handle) => {
      calls.push(`flush ${names.get(handle)}`)
      nodeFs.fsyncSync(handle)
    },
    renameSync: (from, to) => {
      calls.push(`rename ${path.basename(String(to))}`)
      nodeFs.renameSync(from, to)
    },
  }
  const folder = path.join(temporaryFolder(), 'out')
  writeFiles(folder, three, disk)
  const flushed = ['flush 甲', 'flush 乙', 'flush 包']
  const renamed = ['rename 甲.pdf', 'rename 乙.pdf', 'rename 包.zip']
  expect(calls).toEqual([...flushed, ...renamed, 'flush out'])
})

test('a process killed at any call of the disk leaves no half file under a final name', () => {
  const script = fileURLToPath(new URL('../core/children/write-and-die.ts', import.meta.url))
  const names = ['一.pdf', '二.zip']
  const run = (death: number) => {
    const folder = temporaryFolder()
    const child = spawnSync(process.execPath, [script, folder, String(death), ...names], { encoding: 'utf8' })
    return { folder, child }
  }
  const total = Number(run(0).child.stdout)
  // Each opened, written, flushed and renamed; then the folder opened and flushed.
  expect(total).toBe(10)
  for (let death = 1; death <= total; death++) {
    const { folder, child } = run(death)
    expect(child.signal).toBe('SIGKILL')
    for (const [index, name] of names.entries()) {
      const file = path.join(folder, name)
      if (nodeFs.existsSync(file))
        expect(new Uint8Array(nodeFs.readFileSync(file))).toEqual(bytes(index + 1, 100_000))
      // The renames are the seventh and the eighth call: whoever dies later has them all.
      expect(nodeFs.existsSync(file)).toBe(death > 7 + index)
    }
  }
})
