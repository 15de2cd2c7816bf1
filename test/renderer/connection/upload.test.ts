import { expect, it } from 'vitest'
import { type UploadCalls, uploadFile } from '../../../renderer/connection/upload.ts'
import { uploadPiece } from '../../../shared/api/upload-contract.ts'

const upload = '5b3bb0c4-2f06-4b3c-9f0e-0d6ab7c3d111'

/** The core's side: keeps what it was handed, and breaks off at a byte. */
function desk(breaksAt = Number.POSITIVE_INFINITY) {
  const received: Uint8Array[] = []
  const discarded: string[] = []
  const uploads = {
    begin: async () => ({ upload }),
    append: async ({ offset, data }: { upload: string; offset: number; data: string }) => {
      if (offset >= breaksAt) throw new Error('disk full')
      const bytes = Buffer.from(data, 'base64')
      received.push(bytes)
      return { received: offset + bytes.length }
    },
    discard: async (input: { upload: string }) => {
      discarded.push(input.upload)
      return {}
    },
  } satisfies UploadCalls['uploads']
  return { calls: { uploads }, received, discarded }
}

const bytes = Uint8Array.from({ length: 2 * uploadPiece + 5 }, (_, index) => (index * 7) % 256)
const file = new File([bytes], '企业名单.xlsx')

it('hands over a file whole, in pieces that the core takes, and tells how far it is', async () => {
  const { calls, received, discarded } = desk()
  const progress: number[] = []
  expect(await uploadFile(calls, file, { onProgress: (count) => progress.push(count) })).toBe(upload)
  expect(Buffer.concat(received).equals(bytes)).toBe(true)
  expect(progress).toEqual([uploadPiece, 2 * uploadPiece, bytes.length])
  expect(discarded).toEqual([])
})

it('hands over an empty file, which is for the core to refuse', async () => {
  const { calls, received } = desk()
  expect(await uploadFile(calls, new File([], 'empty.csv'))).toBe(upload)
  expect(received).toEqual([])
})

it('discards what was begun when the core breaks off, and says what the core said', async () => {
  const { calls, discarded } = desk(uploadPiece)
  await expect(uploadFile(calls, file)).rejects.toThrow('disk full')
  expect(discarded).toEqual([upload])
})

it('discards what was begun when the operator cancels', async () => {
  const { calls, discarded, received } = desk()
  const cancel = new AbortController()
  const cancelled = uploadFile(calls, file, { signal: cancel.signal, onProgress: () => cancel.abort() })
  await expect(cancelled).rejects.toThrow(DOMException)
  expect(received).toHaveLength(1)
  expect(discarded).toEqual([upload])
})
