import { decodeQR } from 'qr/decode.js'

/** Pixels as a canvas gives them, four bytes each. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray | Uint8Array
}

/** What the code on a form says: which draw, and its D. */
export interface FormCode {
  readonly number: string
  readonly digest: string
}

/** Milliseconds that one picture may take. */
const patience = 1_500

/** The text of the first QR code in a picture; `null` where none can be read. */
export function readCode(pixels: Pixels): string | null {
  try {
    return decodeQR(
      { width: pixels.width, height: pixels.height, data: pixels.data },
      { format: 'RGBA', effort: 8, timeLimit: patience },
    )
  } catch {
    // The decoder throws where there is no code: that is an answer here, and a person compares by hand.
    return null
  }
}

/** Reads `SSJ-DRAW-1 <number> D=<digest>`; `null` for the code of something else. */
export function parseFormCode(text: string): FormCode | null {
  const parts = /^SSJ-DRAW-1 (\S+) D=([0-9a-f]{64})$/.exec(text)
  return parts?.[1] === undefined || parts[2] === undefined ? null : { number: parts[1], digest: parts[2] }
}
