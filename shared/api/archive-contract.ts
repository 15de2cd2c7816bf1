import { z } from 'zod'
import { documentSchema } from './document-contract.ts'
import { drawNumber } from './draw-contract.ts'
import { call, digest, fullPath, list } from './parts.ts'
import { refusals } from './refusals.ts'

const known = refusals('DRAW_UNKNOWN')

/** A file that is kept of an inspection, as the page lists it. */
export const archivedFileSchema = z.strictObject({
  /** opens it like any document */
  id: z.string(),
  /** what it is, in words: 文书, 签字件, 照片 … */
  kind: z.string(),
  name: z.string(),
  /** media type */
  type: z.string(),
  pages: z.int().nullable(),
  bytes: z.int(),
  sha256: digest,
  at: z.string(),
  by: z.string(),
  note: z.string().nullable(),
  /** the folder that it is written out into */
  folder: z.string(),
  /** a paper that the program made, and that can be printed as a counted copy */
  printable: z.boolean(),
})
export type ArchivedFileState = z.infer<typeof archivedFileSchema>

/** The archive (档案) of a draw: everything that is kept of it and of what amends it. */
export const archiveContract = {
  /** Everything that is kept, the oldest first; of a match or a replacement that of the draw that it amends. */
  list: call
    .errors(known)
    .input(z.strictObject({ number: drawNumber }))
    .output(list(archivedFileSchema)),
  /** Writes the whole file into a new folder or a zip below `folder`, readable without this program; all or nothing. */
  write: call
    .errors({ ...known, ...refusals('NOT_DRAWN_YET', 'FORM_NOT_READY', 'DOCUMENT_CHANGED') })
    .input(z.strictObject({ number: drawNumber, folder: fullPath, as: z.enum(['folder', 'zip']) }))
    .output(z.strictObject({ path: z.string(), files: z.int(), bytes: z.int() })),
  /** The 档案目录 as a paper, archived. */
  catalogue: call
    .errors({ ...known, ...refusals('NOT_DRAWN_YET', 'FORM_NOT_READY') })
    .input(z.strictObject({ number: drawNumber }))
    .output(documentSchema),
}
