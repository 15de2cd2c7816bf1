/** Hands a file, given as base64 in pieces, to the window's own download. */
export function saveFile(name: string, type: string, pieces: readonly string[]): void {
  const parts = pieces.map((piece) => {
    const text = atob(piece)
    const bytes = new Uint8Array(text.length)
    for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
    return bytes
  })
  const address = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the address over by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
