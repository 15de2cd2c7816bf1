import { type Pixels, parseFormCode, readCode } from './read-code.ts'

/** Longest side of the picture at each try: a scan at 300 dpi, a photograph, a small one. */
const sides = [2_400, 1_600, 3_400, 1_100]

/** Parts of a picture that are tried by themselves where the whole says nothing, as shares of width and height. */
const parts = [
  { x: 0, y: 0.5, width: 1, height: 0.5 },
  { x: 0, y: 0, width: 1, height: 0.5 },
  { x: 0, y: 0, width: 0.6, height: 1 },
]

/**
 * The text of a form's code in a photograph or scan (JPEG, PNG), tried at several sizes and in parts; `null` where
 * it cannot be read. A code that is not a form's is given only where no form's is found: the core then says that it
 * is another.
 */
export async function readPageCode(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file)
  let other: string | null = null
  try {
    for (const part of [{ x: 0, y: 0, width: 1, height: 1 }, ...parts])
      for (const side of sides) {
        const text = readCode(drawPart(bitmap, part, side))
        if (text !== null && parseFormCode(text) !== null) return text
        other ??= text
        // Lets the window breathe between two tries.
        await new Promise((resolve) => setTimeout(resolve))
      }
  } finally {
    bitmap.close()
  }
  return other
}

function drawPart(bitmap: ImageBitmap, part: (typeof parts)[number], side: number): Pixels {
  const width = bitmap.width * part.width
  const height = bitmap.height * part.height
  const scale = Math.min(2, side / Math.max(width, height))
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(
    bitmap,
    bitmap.width * part.x,
    bitmap.height * part.y,
    width,
    height,
    0,
    0,
    canvas.width,
    canvas.height,
  )
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
