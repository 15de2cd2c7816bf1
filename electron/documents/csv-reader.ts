import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import { cellAddress, type RawRow } from '../../shared/registry/raw-row.ts'
import { damaged, type SheetLimits, SheetRefusal, tooLarge } from './sheet-refusal.ts'

/** Encodings that offices write. GB18030 contains GBK and GB2312. */
export type CsvEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

async function* decoded(file: FileHandle, encoding: CsvEncoding): AsyncGenerator<string> {
  // A byte-order mark is removed by the decoder.
  const decoder = new TextDecoder(encoding, { fatal: true })
  const buffer = Buffer.alloc(64 * 1024)
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position)
    if (bytesRead === 0) break
    position += bytesRead
    const text = decoder.decode(buffer.subarray(0, bytesRead), { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

async function fits(file: FileHandle, encoding: CsvEncoding): Promise<boolean> {
  try {
    for await (const text of decoded(file, encoding)) if (text.includes('\0')) return false
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/**
 * The encoding of a text file: by its byte-order mark, else UTF-8 where every byte fits, else GB18030. The whole
 * file is looked at, because one name late in it can decide.
 *
 * @throws SheetRefusal FILE_ENCODING_UNKNOWN
 */
export async function detectEncoding(file: FileHandle, start: Buffer): Promise<CsvEncoding> {
  const marked =
    start[0] === 0xff && start[1] === 0xfe
      ? 'utf-16le'
      : start[0] === 0xfe && start[1] === 0xff
        ? 'utf-16be'
        : null
  const candidates: readonly CsvEncoding[] = marked === null ? ['utf-8', 'gb18030'] : [marked]
  for (const encoding of candidates) {
    if (await fits(file, encoding)) return encoding
  }
  throw new SheetRefusal(
    'FILE_ENCODING_UNKNOWN',
    '文件既不是UTF-8也不是GB18030编码的文本，无法读取',
    '请用WPS表格或Excel打开，另存为.xlsx后重新导入',
  )
}

/** The separator of the first lines: comma, tab or semicolon, whichever they have most of. */
async function detectDelimiter(file: FileHandle, encoding: CsvEncoding): Promise<string> {
  let start = ''
  for await (const text of decoded(file, encoding)) {
    start = text.slice(0, 8192)
    break
  }
  const unquoted = start.replace(/"[^"]*"/g, '')
  const count = (separator: string) => unquoted.split(separator).length
  const [first = ','] = [',', '\t', ';'].sort((left, right) => count(right) - count(left))
  return first
}

/**
 * The rows of a .csv file (RFC 4180; also with tabs or semicolons). A line is a record as table programs count
 * them, empty ones included. Every cell is text; text that begins with `=` is text.
 *
 * @throws SheetRefusal FILE_DAMAGED (a quote that is never closed), FILE_TOO_LARGE
 */
export async function* readCsvRows(
  file: FileHandle,
  encoding: CsvEncoding,
  limits: SheetLimits,
): AsyncGenerator<RawRow> {
  const delimiter = await detectDelimiter(file, encoding)
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
    max_record_size: 1_000_000,
  })
  // What fails in feeding fails the parser, and is met below.
  const feeding = pipeline(decoded(file, encoding), parser).catch(() => {})
  let line = 0
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      line += 1
      if (line > limits.rows) throw tooLarge(`超过${limits.rows}行`)
      if (record.length > limits.columns && record.slice(limits.columns).some((cell) => cell !== '')) {
        throw tooLarge(`第${line}行超过${limits.columns}列`)
      }
      const cells = record.flatMap((value, index) =>
        value === ''
          ? []
          : [{ column: index + 1, address: cellAddress(index + 1, line), value, source: 'text' as const }],
      )
      yield { line, cells }
    }
  } catch (error) {
    if (error instanceof CsvError) throw damaged(`第${line + 1}行起引号不成对，或一格超过100万字`)
    throw error
  } finally {
    // Ends the feeding too when whoever reads has stopped early.
    parser.destroy()
    await feeding
  }
}
