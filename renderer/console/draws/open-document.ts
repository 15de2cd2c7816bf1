import { useApi } from '../api.ts'

type Where = 'preview' | 'system'

/** Shows a stored document; where the shell answers with an address, this page opens it. */
export function useOpenDocument(): (id: string, where: Where) => Promise<void> {
  const { shell } = useApi()
  return async (id, where) => {
    const { address } = await shell.openDocument({ id, where })
    if (address !== null) window.open(address, '_blank', 'noopener')
  }
}

/** Hands bytes, as they are or in base64, to the browser's own download. */
export function downloadBytes(name: string, type: string, data: string | Uint8Array<ArrayBuffer>): void {
  const bytes = typeof data === 'string' ? bytesOf(data) : data
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the address over by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** The bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
