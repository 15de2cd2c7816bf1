import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { crc32 } from '../../../shared/package/bytes.ts'
import { MAX_UNPACKED_BYTES, readPackage } from '../../../shared/package/read-package.ts'
import { knownAnswer, knownAnswers, knownAnswerZip } from './known-answers.ts'

const encoder = new TextEncoder()
const text = (value: string): Uint8Array => encoder.encode(value)

const sentence = (zip: Uint8Array): string => {
  const read = readPackage(zip)
  if (read.ok) throw new Error('the zip was taken')
  return read.sentence
}

/** `zip` with `bytes` written at each place where `marker` stands, `offset` bytes after its beginning. */
function patched(
  zip: Uint8Array,
  marker: readonly number[],
  offset: number,
  bytes: readonly number[],
): Uint8Array {
  const changed = new Uint8Array(zip)
  for (const at of zip.keys())
    if (marker.every((byte, index) => zip[at + index] === byte)) changed.set(bytes, at + offset)
  return changed
}
const local = [0x50, 0x4b, 3, 4]
const central = [0x50, 0x4b, 1, 2]
const end = [0x50, 0x4b, 5, 6]

async function yazlZip(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}

describe('a package is unpacked', () => {
  test('every known answer', () => {
    for (const { name } of knownAnswers) expect(knownAnswer(name).has('manifest.txt')).toBe(true)
  })

  test('as the program itself packs it, Chinese names and all', async () => {
    const read = readPackage(
      await yazlZip({ 'a.txt': 'a'.repeat(1000), 'forms/抽查工作记录表.pdf': '%PDF', 'e.txt': '' }),
    )
    expect(read.ok && [...read.files.keys()]).toEqual(['a.txt', 'forms/抽查工作记录表.pdf', 'e.txt'])
  })

  test('stored and deflated alike', () => {
    for (const level of [0, 9] as const) {
      const read = readPackage(zipSync({ 'a.txt': text('名单名单名单') }, { level }))
      expect(read.ok && new TextDecoder().decode(read.files.get('a.txt'))).toBe('名单名单名单')
    }
  })

  test('CRC-32 is that of the standard', () => {
    expect(crc32(text('123456789'))).toBe(0xcbf43926)
  })
})

describe('what is no package is refused with a sentence', () => {
  const zip = knownAnswerZip('1-each')

  test('no zip, empty, cut short, with something behind its end', () => {
    expect(sentence(text('%PDF-1.7 …'))).toContain('不是zip')
    expect(sentence(new Uint8Array())).toContain('空的')
    expect(sentence(zip.subarray(0, zip.length - 1))).toContain('不完整')
    expect(sentence(Uint8Array.of(...zip, 0))).toContain('不完整，或末尾附有多余')
  })

  test('something before the first file or between the files', () => {
    expect(sentence(Uint8Array.of(0, ...zip))).toContain('没有核对任何内容')
  })

  test('directories, duplicate names, names that lead outside', () => {
    expect(sentence(zipSync({ 'forms/': new Uint8Array() }))).toContain('文件夹')
    for (const name of ['../a', '/a', 'a/../b', 'a\\b', 'c:a', 'a//b', './a', 'a\n'])
      expect(sentence(zipSync({ [name]: text('x') }))).toContain('不允许')
    const two = zipSync({ 'a.txt': text('1'), 'b.txt': text('2') })
    const b = [...text('b.txt')]
    expect(sentence(patched(two, b, 0, [...text('a.txt')]))).toContain('两个')
  })

  test('a name that is neither ASCII nor marked as UTF-8, or no UTF-8', () => {
    const named = zipSync({ 表: text('x') })
    expect(sentence(patched(patched(named, local, 6, [0, 0]), central, 8, [0, 0]))).toContain('UTF-8')
    const broken = patched(named, [...text('表')], 0, [0xff])
    expect(sentence(broken)).toContain('UTF-8')
  })

  test('encryption, unknown compression', () => {
    const one = zipSync({ 'a.txt': text('x') })
    expect(sentence(patched(patched(one, local, 6, [1, 0]), central, 8, [1, 0]))).toContain('加密')
    expect(sentence(patched(patched(one, local, 8, [12, 0]), central, 10, [12, 0]))).toContain('压缩方式')
  })

  test('a directory that says other things than the files', () => {
    const one = zipSync({ 'a.txt': text('x') })
    expect(sentence(patched(one, local, 30, [...text('b')]))).toContain('不一样')
    expect(sentence(patched(one, central, 42, [1]))).toContain('位置')
    expect(sentence(patched(one, end, 20, [1]))).toContain('目录')
  })

  test('a wrong CRC, a wrong length', () => {
    const one = zipSync({ 'a.txt': text('x') }, { level: 0 })
    expect(sentence(patched(one, central, 16, [0]))).toContain('CRC')
    const deflated = zipSync({ 'a.txt': text('xyxyxyxyxyxy') }, { level: 9 })
    expect(sentence(patched(deflated, central, 24, [5]))).toContain('长度')
    expect(sentence(patched(deflated, central, 24, [50]))).toContain('长度')
  })

  test('a zip bomb, by what it announces and by what it hides', () => {
    const one = zipSync({ 'a.txt': text('x') })
    const huge = [0, 0, 0, 0x30]
    expect(new DataView(Uint8Array.from(huge).buffer).getUint32(0, true)).toBeGreaterThan(MAX_UNPACKED_BYTES)
    expect(sentence(patched(one, central, 24, huge))).toContain('512兆')
    const zeros = zipSync({ 'a.txt': new Uint8Array(5_000_000) }, { level: 9 })
    expect(sentence(patched(zeros, central, 24, [10, 0, 0, 0]))).toContain('长度')
  })

  test('any byte of a zip changed: it is refused, or not a crash', () => {
    for (const at of zip.keys()) {
      const changed = new Uint8Array(zip)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      expect(typeof readPackage(changed).ok).toBe('boolean')
    }
  })
})
