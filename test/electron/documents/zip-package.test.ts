import { crc32, inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { zipPackage } from '../../../electron/documents/zip-package.ts'

const at = new Date('2026-11-20T09:30:00+08:00')
const files = new Map([
  ['manifest.txt', new TextEncoder().encode('SSJ-DRAW-1 manifest\n'.repeat(500))],
  ['forms/抽查工作记录表.pdf', Uint8Array.from({ length: 70_000 }, (_, n) => (n * n * 31) % 251)],
  ['forms/䶮𬭎堃.pdf', new Uint8Array()],
  ['earlier/1/aborted.txt', new TextEncoder().encode('x\n')],
])

/** One entry of the central directory, read by the letter of APPNOTE.TXT 4.3.12 and 4.3.7. */
interface Entry {
  readonly name: string
  readonly flags: number
  readonly localFlags: number
  readonly crc: number
  readonly data: Buffer
}

function entries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    expect(zip.readUInt32BE(at)).toBe(0x504b0102)
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const local = zip.readUInt32LE(at + 42)
    expect(zip.readUInt32BE(local)).toBe(0x504b0304)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + size)
    const entry = {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      flags: zip.readUInt16LE(at + 8),
      localFlags: zip.readUInt16LE(local + 6),
      crc: zip.readUInt32LE(at + 16),
      data: zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed,
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    return entry
  })
}

test('a package has exactly its files, no entry for a folder, and every file comes back', async () => {
  const found = entries(Buffer.from(await zipPackage(files, at)))
  expect(found.map((entry) => entry.name)).toEqual([...files.keys()])
  expect(found.filter((entry) => entry.name.endsWith('/'))).toEqual([])
  for (const entry of found) expect(new Uint8Array(entry.data)).toEqual(files.get(entry.name))
})

test('every name is marked as UTF-8, in the directory and before the data', async () => {
  for (const entry of entries(Buffer.from(await zipPackage(files, at))))
    expect([entry.flags & 0x800, entry.localFlags & 0x800]).toEqual([0x800, 0x800])
})

test('the CRC of every file is right', async () => {
  for (const entry of entries(Buffer.from(await zipPackage(files, at))))
    expect(entry.crc).toBe(crc32(files.get(entry.name) ?? 'missing'))
})

test('the same files at the same time give the same bytes', async () => {
  const once = Buffer.from(await zipPackage(files, at))
  expect(Buffer.from(await zipPackage(new Map(files), new Date(at)))).toEqual(once)
  expect(Buffer.from(await zipPackage(files, new Date('2026-11-20T09:31:00+08:00')))).not.toEqual(once)
})
