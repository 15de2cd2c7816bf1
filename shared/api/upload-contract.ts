import { z } from 'zod'
import { text } from '../registry/text.ts'
import { call, nothing } from './parts.ts'
import { refusals } from './refusals.ts'

/** Names a file that a window handed to the core. */
export const uploadId = z.uuid()

/** Bytes of one uploaded file at most. */
export const maximumUpload = 200 * 1024 * 1024

/** Bytes of one piece at most: as base64 it stays below what the transports take. */
export const uploadPiece = 1024 * 1024

/**
 * Files from a window (上传), piece by piece: a dropped file has no path that a page may know. An upload is used up
 * by the call that takes it, and none outlives the core.
 */
export const uploadsContract = {
  begin: call
    .errors(refusals('FILE_TOO_LARGE'))
    .input(z.strictObject({ name: text, size: z.int().min(0) }))
    .output(z.strictObject({ upload: uploadId })),
  /** The next piece, as base64. Refused where it does not follow what is there. */
  append: call
    .errors(refusals('UPLOAD_UNKNOWN', 'UPLOAD_BROKEN'))
    .input(
      z.strictObject({
        upload: uploadId,
        offset: z.int().min(0),
        data: z.base64().max(Math.ceil(uploadPiece / 3) * 4),
      }),
    )
    .output(z.strictObject({ received: z.int() })),
  /** Forgets an upload. An unknown one is no error. */
  discard: call.input(z.strictObject({ upload: uploadId })).output(nothing),
}
