import { zipSync } from 'fflate'

interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Files as one zip, for a browser that takes one download at a time: of thirty it keeps ten without a word. A name that
 * stands twice gets a number. Nothing is pressed smaller: PDF and pictures are so already.
 */
export function zipped(files: readonly NamedBytes[]): Uint8Array<ArrayBuffer> {
  const named: Record<string, Uint8Array> = {}
  for (const { name, bytes } of files) named[freeName(name, named)] = bytes
  return zipSync(named, { level: 0 })
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  const dot = name.lastIndexOf('.')
  const [stem, end] = dot < 1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  let free = name
  for (let n = 2; Object.hasOwn(taken, free); n++) free = `${stem}-${n}${end}`
  return free
}
