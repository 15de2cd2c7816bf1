import { encodeGb18030 } from './gb18030.ts'

/** The encodings in which tables are written: UTF-8 with a byte-order mark, by which table programs know it, or GB18030. */
export type WrittenEncoding = 'utf-8' | 'gb18030'

/** Text of this many characters is encoded at a time. */
const pieceSize = 64_000

/** What a table program would run as a formula; a telephone number with its country is none. */
const formula = /^(?:[=@]|[+-](?![\d\s()-]*$))/

/** One cell (RFC 4180). */
function cell(value: string): string {
  // A tab in front keeps a table program from running it; our own import takes it off again.
  const safe = formula.test(value) ? `\t${value}` : value
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table of text as CSV, piece by piece; the rows are asked for one by one. */
export async function* writeCsv(
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  encoding: WrittenEncoding,
): AsyncGenerator<Uint8Array, void, undefined> {
  const utf8 = new TextEncoder()
  const encode = (text: string) => (encoding === 'utf-8' ? utf8.encode(text) : encodeGb18030(text))
  let piece = encoding === 'utf-8' ? '\ufeff' : ''
  for await (const row of rows) {
    piece += `${row.map(cell).join(',')}\r\n`
    if (piece.length < pieceSize) continue
    yield encode(piece)
    piece = ''
  }
  if (piece !== '') yield encode(piece)
}
