import { crc32, deflateSync } from 'node:zlib'

/** What a PNG is made of, for pictures that no program of ours writes. */
export interface PngOrder {
  readonly width: number
  readonly height: number
  readonly depth: number
  /** kind of colour, ISO/IEC 15948 11.2.2 */
  readonly kind: number
  readonly interlaced?: boolean
  /** filter bytes and samples */
  readonly rows: Uint8Array
  readonly palette?: Uint8Array
  readonly transparency?: Uint8Array
}

/** The data: URL of a PNG. */
export function pngUrl(order: PngOrder): string {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(order.width, 0)
  header.writeUInt32BE(order.height, 4)
  header.set([order.depth, order.kind, 0, 0, order.interlaced === true ? 1 : 0], 8)
  const bytes = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    part('IHDR', header),
    ...(order.palette === undefined ? [] : [part('PLTE', order.palette)]),
    ...(order.transparency === undefined ? [] : [part('tRNS', order.transparency)]),
    part('IDAT', deflateSync(order.rows)),
    part('IEND', Buffer.alloc(0)),
  ])
  return `data:image/png;base64,${bytes.toString('base64')}`
}

/** A blue disc that fades into nothing: every pixel has another transparency. */
export function clearLogo(side = 60): string {
  const rows = Buffer.alloc((side * 4 + 1) * side)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const far = Math.hypot(x - side / 2, y - side / 2) / (side / 2)
      rows.set([20, 80, 200, Math.max(0, Math.round(255 * (1 - far)))], y * (side * 4 + 1) + 1 + x * 4)
    }
  }
  return pngUrl({ width: side, height: side, depth: 8, kind: 6, rows })
}

function part(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(content.length, 0)
  whole.set(named, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
