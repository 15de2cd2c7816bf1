import type { ConsoleClient } from '../../shared/api/client.ts'
import { uploadPiece } from '../../shared/api/upload-contract.ts'

/** What an upload calls. */
export type UploadCalls = Pick<ConsoleClient, 'uploads'>

export interface UploadOptions {
  /** told after every piece: bytes that have arrived, of how many */
  readonly onProgress?: (received: number, size: number) => void
  readonly signal?: AbortSignal
}

/**
 * Hands a file to the core piece by piece (上传) and answers with the id that other calls take. What was begun and
 * not finished is discarded. Refusals of the core are thrown as they come.
 */
export async function uploadFile(
  core: UploadCalls,
  file: File,
  options: UploadOptions = {},
): Promise<string> {
  const { onProgress, signal } = options
  signal?.throwIfAborted()
  const { upload } = await core.uploads.begin({ name: file.name, size: file.size })
  try {
    for (let offset = 0; offset < file.size; offset += uploadPiece) {
      const piece = await file.slice(offset, offset + uploadPiece).arrayBuffer()
      signal?.throwIfAborted()
      const { received } = await core.uploads.append({
        upload,
        offset,
        data: toBase64(new Uint8Array(piece)),
      })
      onProgress?.(received, file.size)
    }
    signal?.throwIfAborted()
    return upload
  } catch (error) {
    // The first failure is what the operator must read: that nothing could be tidied up either adds nothing.
    await core.uploads.discard({ upload }).catch(() => undefined)
    throw error
  }
}

/** Bytes as base64, in parts that a call's arguments can hold. */
function toBase64(bytes: Uint8Array): string {
  const part = 0x8000
  let text = ''
  for (let start = 0; start < bytes.length; start += part)
    text += String.fromCharCode(...bytes.subarray(start, start + part))
  return btoa(text)
}
