import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { damaged, tooLarge } from './sheet-refusal.ts'

/** What a reader of one kind of part wants to hear. Names come without a namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/** A table program keeps 32,767 characters in a cell; the parser holds a text until it ends, however long. */
const longestText = 1_000_000

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Feeds XML text to `listener`, and yields after each piece of it, so that what the listener collected can be
 * taken away.
 *
 * @throws SheetRefusal FILE_DAMAGED when the XML is not well-formed, FILE_TOO_LARGE when a text has no end
 */
export async function* parseXml(
  pieces: AsyncIterable<string>,
  path: string,
  listener: XmlListener,
): AsyncGenerator<void> {
  const parser = new SaxesParser()
  let failure: Error | null = null
  parser.on('error', (error) => {
    failure ??= error
  })
  // A document type can define entities that grow without end; a workbook has none.
  parser.on('doctype', () => {
    failure ??= new Error('DOCTYPE')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => listener.open(localName(tag.name), tag.attributes))
  parser.on('closetag', (tag: SaxesTagPlain) => listener.close(localName(tag.name)))
  parser.on('text', (text) => listener.text(text))
  parser.on('cdata', (text) => listener.text(text))
  let sinceTag = 0
  for await (const piece of pieces) {
    const tag = piece.lastIndexOf('<')
    sinceTag = tag < 0 ? sinceTag + piece.length : piece.length - tag
    if (sinceTag > longestText) throw tooLarge(`${path}中有一格超过${longestText}字`)
    parser.write(piece)
    if (failure !== null) throw damaged(`${path}的格式有误`)
    yield
  }
  parser.close()
  if (failure !== null) throw damaged(`${path}的格式有误`)
  yield
}

/** Reads a whole small part. */
export async function readXml(
  pieces: AsyncIterable<string>,
  path: string,
  listener: XmlListener,
): Promise<void> {
  for await (const _ of parseXml(pieces, path, listener));
}

/** `_x000D_` and the like, by which workbooks write characters that XML does not allow (ECMA-376 22.9.2.19). */
export function unescapeXstring(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

/**
 * A copy of `text`. What the parser hands out are slices, each of which would keep the whole piece of XML around
 * it in memory.
 */
export function copyText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every character that takes one byte.
  const encoding = /^[\u0000-\u00ff]*$/.test(text) ? 'latin1' : 'utf16le'
  return Buffer.from(text, encoding).toString(encoding)
}
