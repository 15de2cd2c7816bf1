import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** Where the icons lie. They are kept in the repository; this script makes them anew, to the byte. */
const folder = join(import.meta.dirname, 'icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512] as const

type Colour = readonly [red: number, green: number, blue: number]
const navy: Colour = [27, 54, 93]
const seal: Colour = [176, 42, 48]
const paper: Colour = [251, 249, 244]

/** Points of a drawing that is 1 wide and 1 high: the colour there, `null` for nothing. */
function colourAt(x: number, y: number): Colour | null {
  if (!inRounded(x, y, 0.04, 0.04, 0.92, 0.92, 0.2)) return null
  // Two slips of paper (双), one behind the other, and the seal on the one in front.
  if (isIn(x, y, 0.6, 0.6, 0.17)) return isIn(x, y, 0.6, 0.6, 0.075) ? paper : seal
  if (inRounded(x, y, 0.36, 0.34, 0.46, 0.46, 0.06)) return paper
  if (inRounded(x, y, 0.33, 0.31, 0.46, 0.46, 0.06)) return navy
  if (inRounded(x, y, 0.18, 0.19, 0.46, 0.46, 0.06)) return [178, 190, 208]
  return navy
}

function isIn(x: number, y: number, centreX: number, centreY: number, radius: number): boolean {
  return (x - centreX) ** 2 + (y - centreY) ** 2 <= radius ** 2
}

function inRounded(
  x: number,
  y: number,
  left: number,
  top: number,
  width: number,
  height: number,
  radius: number,
): boolean {
  if (x < left || y < top || x > left + width || y > top + height) return false
  const nearX = Math.min(Math.max(x, left + radius), left + width - radius)
  const nearY = Math.min(Math.max(y, top + radius), top + height - radius)
  return (x === nearX && y === nearY) || isIn(x, y, nearX, nearY, radius)
}

/** The drawing as RGBA rows, each led by PNG's filter byte. Every pixel is the mean of 16 points in it. */
function raster(size: number): Uint8Array {
  const rows = new Uint8Array(size * (1 + size * 4))
  const points = 4
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0]
      let covered = 0
      for (let point = 0; point < points ** 2; point += 1) {
        const x = (column + ((point % points) + 0.5) / points) / size
        const y = (row + (Math.floor(point / points) + 0.5) / points) / size
        const colour = colourAt(x, y)
        if (colour === null) continue
        covered += 1
        for (const [index, value] of colour.entries()) sum[index] = (sum[index] ?? 0) + value
      }
      const at = row * (1 + size * 4) + 1 + column * 4
      for (const [index, value] of sum.entries()) rows[at + index] = covered === 0 ? 0 : value / covered
      rows[at + 3] = (covered * 255) / points ** 2
    }
  return rows
}

function png(size: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raster(size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** An icon of Windows: a directory of pictures, each a PNG. */
function ico(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const directory = Buffer.alloc(6 + pictures.length * 16)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(pictures.length, 4)
  let offset = directory.length
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + index * 16
    directory[at] = picture.size % 256
    directory[at + 1] = picture.size % 256
    directory.writeUInt16LE(1, at + 4)
    directory.writeUInt16LE(32, at + 6)
    directory.writeUInt32LE(picture.png.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += picture.png.length
  }
  return Buffer.concat([directory, ...pictures.map((picture) => picture.png)])
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true })
  const pictures = sizes.map((size) => ({ size, png: png(size) }))
  for (const { size, png: bytes } of pictures) writeFileSync(join(folder, `${size}x${size}.png`), bytes)
  writeFileSync(join(folder, 'icon.ico'), ico(pictures.filter(({ size }) => size <= 256)))
}
