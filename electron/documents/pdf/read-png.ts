import { crc32, inflateSync } from 'node:zlib'

/** A picture as rows of red, green and blue. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly kind: number
  readonly interlaced: boolean
}

interface Parts {
  readonly header: Header
  readonly palette: Uint8Array
  readonly transparency: Uint8Array | null
  readonly data: Uint8Array
}

const signature = '89504e470d0a1a0a'
/** More than a logo has; a small file can claim to be a huge picture. */
const mostPixels = 16_000_000

/** Depths of a sample that PNG allows by kind of colour, and samples a pixel (ISO/IEC 15948, 11.2.2). */
const kinds: Readonly<Record<number, { readonly depths: readonly number[]; readonly samples: number }>> = {
  0: { depths: [1, 2, 4, 8, 16], samples: 1 },
  2: { depths: [8, 16], samples: 3 },
  3: { depths: [1, 2, 4, 8], samples: 1 },
  4: { depths: [8, 16], samples: 2 },
  6: { depths: [8, 16], samples: 4 },
}

/** First column and row, and steps, of the passes of an interlaced picture (ISO/IEC 15948, 8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Reads a PNG of any kind and lays it on white. Throws where a part is missing, damaged or not what it says. */
export function readPng(bytes: Uint8Array): Pixels {
  const parts = readParts(bytes)
  const { width, height, interlaced } = parts.header
  const pixels = new Uint8Array(width * height * 3)
  let at = 0
  for (const [x, y, stepX, stepY] of interlaced ? passes : ([[0, 0, 1, 1]] as const)) {
    const columns = Math.ceil((width - x) / stepX)
    const rows = Math.ceil((height - y) / stepY)
    if (columns <= 0 || rows <= 0) continue
    at = readPass(parts, at, columns, rows, (column, row, colour) => {
      pixels.set(colour, ((y + row * stepY) * width + x + column * stepX) * 3)
    })
  }
  return { width, height, pixels }
}

function readParts(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (Buffer.from(bytes.subarray(0, 8)).toString('hex') !== signature) throw new Error('no PNG')
  let header: Header | null = null
  let palette = new Uint8Array()
  let transparency: Uint8Array | null = null
  const data: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) throw new Error('a PNG that ends too early')
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) throw new Error('a damaged PNG')
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    const content = bytes.slice(at + 8, end)
    if (name === 'IHDR') header = readHeader(content)
    else if (name === 'PLTE') palette = content
    else if (name === 'tRNS') transparency = content
    else if (name === 'IDAT') data.push(content)
    else if (name === 'IEND') {
      if (header === null) throw new Error('a PNG without its header')
      const size = header.width * header.height * 8 + header.height * 8 + 1024
      return {
        header,
        palette,
        transparency,
        data: inflateSync(Buffer.concat(data), { maxOutputLength: size }),
      }
    }
    at = end + 4
  }
  throw new Error('a PNG that ends too early')
}

function readHeader(content: Uint8Array): Header {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (content.length !== 13) throw new Error('a PNG whose header is none')
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, kind = 0, packing, filters, interlace = 0] = content.subarray(8)
  if (width === 0 || height === 0 || width * height > mostPixels) throw new Error('a PNG too large or empty')
  const isKnown =
    kinds[kind]?.depths.includes(depth) === true && packing === 0 && filters === 0 && interlace < 2
  if (!isKnown) throw new Error('a PNG of an unknown kind')
  return { width, height, depth, kind, interlaced: interlace === 1 }
}

type Put = (column: number, row: number, colour: readonly number[]) => void

/** Undoes the filters of one pass and gives each pixel; returns where the next pass begins. */
function readPass(parts: Parts, start: number, columns: number, rows: number, put: Put): number {
  const { header, data } = parts
  const { depth, kind } = header
  const samples = kinds[kind]?.samples ?? 1
  const stride = Math.ceil((columns * samples * depth) / 8)
  const step = Math.max(1, (samples * depth) >> 3)
  let before = new Uint8Array(stride)
  let at = start
  for (let row = 0; row < rows; row++) {
    if (at + 1 + stride > data.length) throw new Error('a PNG with too few pixels')
    const line = data.slice(at + 1, at + 1 + stride)
    unfilter(data[at] ?? 0, line, before, step)
    const sample = (index: number) => sampleOf(line, index, depth)
    for (let column = 0; column < columns; column++) {
      put(
        column,
        row,
        colourOf(parts, (place) => sample(column * samples + place)),
      )
    }
    before = line
    at += 1 + stride
  }
  return at
}

function unfilter(filter: number, line: Uint8Array, before: Uint8Array, step: number): void {
  for (let index = 0; index < line.length; index++) {
    const left = index < step ? 0 : (line[index - step] ?? 0)
    const up = before[index] ?? 0
    const corner = index < step ? 0 : (before[index - step] ?? 0)
    line[index] = (line[index] ?? 0) + predicted(filter, left, up, corner)
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) throw new Error('a PNG with an unknown filter')
  const sum = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function sampleOf(line: Uint8Array, index: number, depth: number): number {
  if (depth === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0)
  if (depth === 8) return line[index] ?? 0
  const bit = index * depth
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
}

/** Red, green and blue of a pixel on white. */
function colourOf(parts: Parts, sample: (place: number) => number): [number, number, number] {
  const { kind, depth } = parts.header
  const full = 2 ** depth - 1
  const byte = (value: number) => Math.round((value * 255) / full)
  if (kind === 3) {
    const index = sample(0)
    if (index * 3 + 2 >= parts.palette.length) throw new Error('a PNG with a colour outside its palette')
    const [red = 0, green = 0, blue = 0] = parts.palette.subarray(index * 3)
    return onWhite(red, green, blue, (parts.transparency?.[index] ?? 255) / 255)
  }
  const grey = kind === 0 || kind === 4
  const raw: [number, number, number] = grey
    ? [sample(0), sample(0), sample(0)]
    : [sample(0), sample(1), sample(2)]
  const alpha = kind === 4 ? sample(1) / full : kind === 6 ? sample(3) / full : clear(parts, raw) ? 0 : 1
  return onWhite(byte(raw[0]), byte(raw[1]), byte(raw[2]), alpha)
}

/** Whether it is the one colour that shows through. */
function clear({ header, transparency }: Parts, raw: readonly number[]): boolean {
  if (transparency === null) return false
  const places = header.kind === 0 ? 1 : 3
  return raw.slice(0, places).every((value, place) => {
    return value === (((transparency[place * 2] ?? 0) << 8) | (transparency[place * 2 + 1] ?? 0))
  })
}

function onWhite(red: number, green: number, blue: number, alpha: number): [number, number, number] {
  const over = (value: number) => Math.round(value * alpha + 255 * (1 - alpha))
  return [over(red), over(green), over(blue)]
}
