import type { Core } from '../../../../electron/core/core.ts'

/** A PNG as far as its beginning says. */
export const png = Buffer.from('89504e470d0a1a0a0000', 'hex')
export const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex')
export const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')

/** A whole upload, as a window hands it over. */
export function handOver(core: Core, name: string, bytes: Uint8Array = png): string {
  const upload = core.uploads.begin(name, bytes.length)
  core.uploads.append(upload, 0, bytes)
  return upload
}
