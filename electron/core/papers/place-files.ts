import { createHash, randomUUID } from 'node:crypto'
import type { CoreContext } from '../context.ts'

/** What is known of a file before it lies in its place. */
interface FileToPlace {
  readonly name: string
  readonly data: Uint8Array
}

/** What its place and its bytes add. */
interface InPlace {
  readonly id: string
  /** as it was free */
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A file that lies in its place and that no row names yet. */
export type Placed<Wanted extends FileToPlace> = Omit<Wanted, 'data'> & InPlace

/** Where files go, and how it is known whose they are. */
export interface Place {
  /** below `documents` */
  readonly folder: string
  /** names that rows give already, of files that may be gone */
  readonly taken: readonly string[]
  /** whether a row names the file */
  readonly isNamed: (id: string) => boolean
}

/**
 * Puts files into their place, whole and flushed, and then runs `step`, the transaction that names them. Where that
 * fails the files go again, so that nothing lies there unnamed.
 */
export function withPlacedFiles<Wanted extends FileToPlace, T>(
  { papers }: CoreContext,
  { folder, taken, isNamed }: Place,
  wanted: readonly Wanted[],
  step: (placed: readonly Placed<Wanted>[]) => T,
): T {
  const kept = papers.keep(
    folder,
    wanted.map(({ name, data }) => ({ name, bytes: data })),
    taken,
  )
  const placed = wanted.map(({ data, ...said }, index) => {
    const file = kept[index]
    if (file === undefined) throw new Error(`no file was kept for ${said.name}`)
    const sha256 = createHash('sha256').update(data).digest('hex')
    return { ...said, ...file, id: randomUUID(), bytes: data.byteLength, sha256 }
  })
  try {
    return step(placed)
  } catch (error) {
    // A failure after the commit takes no file away that a row names.
    papers.remove(placed.filter(({ id }) => !isNamed(id)).map(({ path }) => path))
    throw error
  }
}
