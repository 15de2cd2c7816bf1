import { create } from 'qrcode'

/** The matrix of a QR code with error correction M: `count` squares a side, row by row, 1 where dark. */
export function qrSquares(content: string): { count: number; dark: Uint8Array } {
  const { modules } = create(content, { errorCorrectionLevel: 'M' })
  return { count: modules.size, dark: Uint8Array.from(modules.data) }
}
