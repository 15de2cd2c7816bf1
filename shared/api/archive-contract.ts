import { z } from 'zod'
import { documentSchema } from './document-contract.ts'
import { drawNumber } from './draw-contract.ts'
import { call, fullPath } from './parts.ts'
import { refusals } from './refusals.ts'

const known = refusals('DRAW_UNKNOWN')

/** The archive (档案) of a draw: everything that is kept of it, out of the program. */
export const archiveContract = {
  /** Writes the whole file into a new folder or a zip below `folder`, readable without this program; all or nothing. */
  write: call
    .errors({ ...known, ...refusals('NOT_DRAWN_YET', 'DOCUMENT_CHANGED') })
    .input(z.strictObject({ number: drawNumber, folder: fullPath, as: z.enum(['folder', 'zip']) }))
    .output(z.strictObject({ path: z.string(), files: z.int(), bytes: z.int() })),
  /** The 档案目录 as a paper, archived. */
  catalogue: call
    .errors({ ...known, ...refusals('NOT_DRAWN_YET') })
    .input(z.strictObject({ number: drawNumber }))
    .output(documentSchema),
}
