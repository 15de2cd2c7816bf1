/** Dots of a logo's longer side at most: it is printed some centimetres wide. */
const sideMost = 900
/** Bytes at most, as the core takes them. */
const bytesMost = 200 * 1024
/** Place of the colour type in a PNG, and its value for dots without transparency (PNG 11.2.2). */
const colourTypeAt = 25
const opaque = 2

/**
 * A picture on white, small enough to be kept, as the address of its data: an archive copy may not be see-through
 * (PDF/A-1b). `null` where the file is no picture that can be read, or stays too large.
 */
export async function flattenPicture(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return null
  const scale = Math.min(1, sideMost / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const png = canvas.toDataURL('image/png')
  if (isOpaque(png) && isSmall(png)) return png
  const jpeg = canvas.toDataURL('image/jpeg', 0.95)
  return isSmall(jpeg) ? jpeg : null
}

function isOpaque(address: string): boolean {
  return atob(address.slice(address.indexOf(',') + 1)).charCodeAt(colourTypeAt) === opaque
}

/** Base64 is four characters for three bytes. */
function isSmall(address: string): boolean {
  return ((address.length - address.indexOf(',')) * 3) / 4 <= bytesMost
}
