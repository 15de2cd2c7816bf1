import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the build leaves the windows, a folder each. */
export const builtPages = fileURLToPath(new URL('../../build/out/pages', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wav': 'audio/wav',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/** An address of a built page: the page itself, or a file beside it. No other name reaches the disk. */
const asset = /^\/assets\/[A-Za-z0-9_-][A-Za-z0-9_.-]*$/

/** The file of a built window at this address, `null` where there is none. */
export async function readPageFile(folder: string, pathname: string): Promise<PageFile | null> {
  const name = pathname === '/' ? '/index.html' : pathname
  const type = types[path.posix.extname(name)]
  if (type === undefined || (name !== '/index.html' && !asset.test(name))) return null
  try {
    return { type, bytes: await readFile(path.join(folder, name)) }
  } catch {
    // Not there, or no file: to whoever asks it is the same.
    return null
  }
}
