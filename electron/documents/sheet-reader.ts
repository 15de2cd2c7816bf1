import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { MergedCells } from '../../shared/registry/judge.ts'
import type { RawRow } from '../../shared/registry/raw-row.ts'
import { type CsvEncoding, detectEncoding, readCsvRows } from './csv-reader.ts'
import { type SheetLimits, SheetRefusal, sheetLimits } from './sheet-refusal.ts'
import { readSheetRows } from './sheet-rows.ts'
import { readWorkbookParts } from './sheet-workbook.ts'
import { encrypted, partText, readZipParts } from './sheet-zip.ts'

/*
 * Rows are not read through exceljs' streaming reader: exceljs 4.4.0 decodes every chunk of a sheet by itself, so
 * a Chinese character that lies across two chunks becomes U+FFFD (142 names in a file of 100,000 rows), of rich
 * text in a cell it keeps the last run alone, a name with its 拼音 becomes the 拼音, and the digits of a number as
 * stored are lost. Each would put wrong names into a register without a word.
 */

/** One sheet of a table file. */
export interface TableSheet {
  /** The sheet's name; the file's for .csv, which has but one. */
  readonly name: string
  readonly hidden: boolean
  /** Reads from the beginning; may be called again. Rows without any cell may be left out. */
  read(): { readonly rows: AsyncGenerator<RawRow>; merges(): readonly MergedCells[] }
}

/** An open table file. `close` it when done. */
export interface TableFile {
  readonly name: string
  readonly kind: 'xlsx' | 'csv'
  readonly encoding: CsvEncoding | null
  /** Lowercase hex SHA-256 of the file's bytes. */
  readonly sha256: string
  readonly sheets: readonly TableSheet[]
  close(): Promise<void>
}

const oldMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex')

function notAWorkbook(): SheetRefusal {
  return new SheetRefusal(
    'FILE_NOT_A_WORKBOOK',
    '这个文件不是工作簿，也不是.csv文本',
    '请选择.xlsx或.csv文件',
  )
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r')
    if ((await file.stat()).isFile()) return file
    await file.close()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new SheetRefusal('FILE_NOT_FOUND', `找不到文件：${path}`, '请核对路径和文件名')
    }
    throw new SheetRefusal(
      'FILE_NOT_READABLE',
      `文件无法读取：${path}（${String(code)}）`,
      '请关闭占用它的程序、检查读取权限后重试',
    )
  }
  throw new SheetRefusal('FILE_NOT_READABLE', `这不是一个文件：${path}`, '请选择.xlsx或.csv文件')
}

/** SHA-256 of the file, and whether it holds `needle`. */
async function digest(file: FileHandle, needle: Buffer, signal: AbortSignal | undefined) {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(256 * 1024)
  let tail = Buffer.alloc(0)
  let found = false
  for (let position = 0; ; ) {
    signal?.throwIfAborted()
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position)
    if (bytesRead === 0) break
    position += bytesRead
    const chunk = buffer.subarray(0, bytesRead)
    hash.update(chunk)
    const joined = Buffer.concat([tail, chunk])
    found ||= joined.includes(needle)
    tail = Buffer.from(joined.subarray(-needle.length))
  }
  return { sha256: hash.digest('hex'), found }
}

/** The workbooks of before 2007 (.xls), those of WPS (.et), and encrypted ones are all OLE2 files. */
function refuseOldWorkbook(isEncrypted: boolean): never {
  if (isEncrypted) throw encrypted()
  throw new SheetRefusal(
    'FILE_IS_OLD_WORKBOOK',
    '这是旧格式的工作簿（.xls或.et），不支持',
    '请用WPS表格或Excel打开，另存为.xlsx后重新导入',
  )
}

async function workbookSheets(file: FileHandle, size: number, limits: SheetLimits): Promise<TableSheet[]> {
  const parts = await readZipParts(file, size, limits)
  const book = await readWorkbookParts(file, parts)
  return book.sheets.map(({ name, hidden, part }) => ({
    name,
    hidden,
    read: () => readSheetRows(partText(file, part), part.path, book, limits),
  }))
}

/**
 * Opens a .xlsx or .csv file; what it is, its content decides and not its name. The file stays open, so that it
 * is the same file from the digest to the last row.
 *
 * @throws SheetRefusal every reason why the file cannot be read; `signal`'s reason when aborted
 */
export async function openTable(
  path: string,
  options: {
    readonly limits?: SheetLimits
    readonly signal?: AbortSignal | undefined
    /** what the file is called, where it lies on disk under another name */
    readonly name?: string | undefined
  } = {},
): Promise<TableFile> {
  const limits = options.limits ?? sheetLimits
  const file = await openFile(path)
  try {
    const { size } = await file.stat()
    const name = options.name ?? basename(path)
    if (size === 0) throw new SheetRefusal('FILE_EMPTY', '文件是空的', '请核对是否选错了文件')
    const { sha256, found } = await digest(file, Buffer.from('EncryptedPackage', 'utf16le'), options.signal)
    const start = Buffer.alloc(8)
    await file.read(start, 0, 8, 0)
    const common = { name, sha256, close: () => file.close() }
    if (start.equals(oldMagic)) refuseOldWorkbook(found)
    if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
      return { ...common, kind: 'xlsx', encoding: null, sheets: await workbookSheets(file, size, limits) }
    }
    if (!/\.(csv|txt|tsv)$/i.test(name)) throw notAWorkbook()
    const encoding = await detectEncoding(file, start)
    const read = () => ({ rows: readCsvRows(file, encoding, limits), merges: () => [] })
    return { ...common, kind: 'csv', encoding, sheets: [{ name, hidden: false, read }] }
  } catch (error) {
    await file.close()
    throw error
  }
}
