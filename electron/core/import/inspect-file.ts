import { basename } from 'node:path'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { HeaderMapping } from '../../../shared/registry/header.ts'
import { createJudge, type Judgement } from '../../../shared/registry/judge.ts'
import type { Lookups } from '../../../shared/registry/lookups.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import { openTable, type TableFile } from '../../documents/sheet-reader.ts'
import { nothingWritten, type SheetLimits, SheetRefusal } from '../../documents/sheet-refusal.ts'
import { type ChosenHeader, findTable } from './find-table.ts'
import type { ImportCounts, ImportRefusal, ImportReport } from './import-report.ts'

/** What to look at, and against which register. */
export interface InspectFileOptions<R extends RegisterName> {
  readonly path: string
  readonly register: R
  /** How the report calls the file; by default as it is called on disk, where an upload has a name of its own. */
  readonly name?: string | undefined
  /** What the register holds now: shared/registry/lookups.ts. */
  readonly existing: Lookups[R]
  /** What titles of this register's files mean that we do not know ourselves, or know wrongly. */
  readonly mapping?: HeaderMapping | undefined
  /** The header row that a person pointed at, where none was found. */
  readonly header?: ChosenHeader | null | undefined
  readonly signal?: AbortSignal | undefined
  /** Called every thousand rows. */
  readonly onProgress?: ((progress: { readonly rows: number }) => void) | undefined
  readonly limits?: SheetLimits | undefined
}

function count<R extends RegisterName>(judgement: Judgement<RegisterRows[R]>): ImportCounts {
  const verdicts = { taken: 0, normalised: 0, undecided: 0, refused: 0 }
  const effects = { new: 0, changed: 0, unchanged: 0 }
  for (const row of judgement.verdicts) {
    verdicts[row.verdict] += 1
    if (row.verdict === 'taken' || row.verdict === 'normalised') effects[row.effect.effect] += 1
  }
  return { rows: judgement.verdicts.length, ...verdicts, empty: judgement.emptyRows, ...effects }
}

async function inspectTable<R extends RegisterName>(
  file: TableFile,
  options: InspectFileOptions<R>,
): Promise<ImportReport<R> | ImportRefusal> {
  const { register, existing, signal, onProgress } = options
  const table = await findTable(file, register, options.mapping, options.header)
  if ('outcome' in table) return table
  const judge = createJudge(register, table.header, existing)
  const { rows, merges } = table.sheet.read()
  let seen = 0
  for await (const row of rows) {
    if (row.line <= table.header.line) continue
    judge.add(row)
    seen += 1
    if (seen % 1000 === 0) {
      signal?.throwIfAborted()
      onProgress?.({ rows: seen })
    }
  }
  signal?.throwIfAborted()
  const judgement = judge.finish(merges())
  if (judgement.verdicts.length === 0) {
    const empty = seen === 0 ? '' : `，只有${seen}个空行`
    return {
      outcome: 'refusal',
      code: 'NO_DATA_ROWS',
      file: file.name,
      message: `表头（第${table.header.line}行）之下没有数据${empty}。${nothingWritten}请核对是否选错了文件或工作表。`,
    }
  }
  return {
    outcome: 'report',
    register,
    file: {
      name: file.name,
      sha256: file.sha256,
      kind: file.kind,
      encoding: file.encoding,
      sheet: table.sheet.name,
    },
    header: table.header,
    ignored: judgement.ignored,
    assumed: judgement.assumed,
    notes: table.notes,
    counts: count<R>(judgement),
    rows: judgement.verdicts,
  }
}

/**
 * Reads a table file and judges every row of it against a register. Nothing is written.
 *
 * @returns the report, or why the file as a whole cannot be imported
 * @throws only what is no expected failure of a file
 */
export async function inspectFile<R extends RegisterName>(
  options: InspectFileOptions<R>,
): Promise<ImportReport<R> | ImportRefusal> {
  const { path, limits, signal } = options
  try {
    const file = await openTable(path, {
      signal,
      name: options.name,
      ...(limits === undefined ? {} : { limits }),
    })
    try {
      return await inspectTable(file, options)
    } finally {
      await file.close()
    }
  } catch (error) {
    const name = options.name ?? basename(path)
    if (error instanceof SheetRefusal) {
      return { outcome: 'refusal', code: error.code, file: name, message: error.message }
    }
    if (signal?.aborted === true) {
      return {
        outcome: 'refusal',
        code: 'CANCELLED',
        file: name,
        message: `已取消读取。${nothingWritten}需要时可重新导入。`,
      }
    }
    throw error
  }
}
