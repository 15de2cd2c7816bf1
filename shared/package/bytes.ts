import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Lowercase hex SHA-256 of bytes; of a text's UTF-8 bytes it is `H` of draw-spec section 1. */
export function sha256BytesHex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** The text of UTF-8 bytes, a BOM kept as U+FEFF; `null` when they are not UTF-8. Same bytes, same text and back. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The UTF-8 bytes of a text. */
export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 of ISO 3309, as zip files have it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** Order of paths by their UTF-8 bytes, which for astral characters is not JavaScript's own order. */
export function byUtf8Bytes(a: string, b: string): number {
  const left = encodeUtf8(a)
  const right = encodeUtf8(b)
  const shorter = Math.min(left.length, right.length)
  for (let at = 0; at < shorter; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
