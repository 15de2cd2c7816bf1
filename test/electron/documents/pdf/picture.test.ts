import { describe, expect, it } from 'vitest'
import { readPicture } from '../../../../electron/documents/pdf/picture.ts'
import { readPng } from '../../../../electron/documents/pdf/read-png.ts'
import { clearLogo, pngUrl } from './sample-logo.ts'

function bytesOf(url: string): Uint8Array {
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

function urlOf(type: 'png' | 'jpeg', bytes: Uint8Array): string {
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`
}

/** A JPEG of one size and so many inks, as far as a reader of its size looks. */
function jpeg(colours: number): Uint8Array {
  const frame = [0xff, 0xc0, 0, 8 + 3 * colours, 8, 0, 20, 0, 30, colours]
  return Uint8Array.from([0xff, 0xd8, ...frame, ...new Array<number>(3 * colours).fill(1), 0xff, 0xd9])
}

describe('a logo that is a PNG', () => {
  it('lies on white where it shows through', () => {
    const rows = Uint8Array.from([0, 255, 0, 0, 255, 0, 0, 255, 0, 10, 20, 30, 128])
    const { pixels } = readPng(bytesOf(pngUrl({ width: 3, height: 1, depth: 8, kind: 6, rows })))
    expect([...pixels]).toEqual([255, 0, 0, 255, 255, 255, 132, 137, 142])
  })

  it('is read with colours of a palette, of which one may show through', () => {
    const { pixels } = readPng(
      bytesOf(
        pngUrl({
          width: 4,
          height: 1,
          depth: 2,
          kind: 3,
          rows: Uint8Array.from([0, 0b00_01_10_00]),
          palette: Uint8Array.from([1, 2, 3, 40, 50, 60, 7, 8, 9]),
          transparency: Uint8Array.from([255, 0]),
        }),
      ),
    )
    expect([...pixels]).toEqual([1, 2, 3, 255, 255, 255, 7, 8, 9, 1, 2, 3])
  })

  it('is read in grey of one bit and of sixteen', () => {
    const oneBit = pngUrl({ width: 3, height: 1, depth: 1, kind: 0, rows: Uint8Array.from([0, 0b010_00000]) })
    expect([...readPng(bytesOf(oneBit)).pixels]).toEqual([0, 0, 0, 255, 255, 255, 0, 0, 0])
    const deep = pngUrl({ width: 1, height: 1, depth: 16, kind: 0, rows: Uint8Array.from([0, 0xff, 0xff]) })
    expect([...readPng(bytesOf(deep)).pixels]).toEqual([255, 255, 255])
  })

  it('is read with every filter of a row', () => {
    const rows = Uint8Array.from([
      ...[0, 10, 20, 30],
      ...[1, 5, 5, 5],
      ...[2, 1, 1, 1],
      ...[3, 2, 2, 2],
      ...[4, 1, 1, 1],
    ])
    const { pixels } = readPng(bytesOf(pngUrl({ width: 3, height: 5, depth: 8, kind: 0, rows })))
    const grey = [...pixels].filter((_, index) => index % 3 === 0)
    // By hand from ISO/IEC 15948, 9.2.
    expect(grey).toEqual([10, 20, 30, 5, 10, 15, 6, 11, 16, 5, 10, 15, 6, 11, 16])
  })

  it('is put together from the seven passes of an interlaced picture', () => {
    // 3 × 3: passes 1 (0,0), 4 (2,0), 5 (0,2 and 2,2), 6 (1,0 and 1,2), 7 (row 1); each row with its filter byte.
    const rows = Uint8Array.from([...[0, 1], ...[0, 3], ...[0, 7, 9], ...[0, 2], ...[0, 8], ...[0, 4, 5, 6]])
    const url = pngUrl({ width: 3, height: 3, depth: 8, kind: 0, interlaced: true, rows })
    const grey = [...readPng(bytesOf(url)).pixels].filter((_, index) => index % 3 === 0)
    expect(grey).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('is refused where it is cut off, damaged, or another file under that name', () => {
    const whole = bytesOf(clearLogo())
    const damaged = Uint8Array.from(whole)
    damaged[60] = (damaged[60] ?? 0) ^ 1
    for (const bytes of [whole.subarray(0, 200), damaged, Buffer.from('不是图片'), new Uint8Array()]) {
      expect(() => readPicture(urlOf('png', bytes))).toThrow()
    }
    const few = pngUrl({ width: 9, height: 9, depth: 8, kind: 2, rows: Uint8Array.from([0, 1, 2, 3]) })
    expect(() => readPicture(few)).toThrow()
  })

  it('is refused where it claims to be larger than any logo', () => {
    const huge = pngUrl({ width: 60_000, height: 60_000, depth: 8, kind: 2, rows: new Uint8Array(10) })
    expect(() => readPicture(huge)).toThrow('too large')
  })
})

describe('a logo that is a JPEG', () => {
  it('goes onto paper as it is, in its own size', () => {
    expect(readPicture(urlOf('jpeg', jpeg(3)))).toMatchObject({ width: 30, height: 20 })
    expect(readPicture(urlOf('jpeg', jpeg(1)))).toMatchObject({ width: 30, height: 20 })
  })

  it('is refused in four inks, which the archive format cannot keep, and where it is cut off', () => {
    expect(() => readPicture(urlOf('jpeg', jpeg(4)))).toThrow('three colours')
    expect(() => readPicture(urlOf('jpeg', jpeg(3).subarray(0, 15)))).toThrow()
    expect(() => readPicture(urlOf('jpeg', Buffer.from('不是图片')))).toThrow()
  })
})
