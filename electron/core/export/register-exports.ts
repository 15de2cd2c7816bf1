import { setImmediate } from 'node:timers/promises'
import type {
  ExportEvent,
  ExportFormat,
  exportPurposes,
  RowScope,
} from '../../../shared/api/register-work-contract.ts'
import { type RegisterName, registerTitles } from '../../../shared/registry/columns.ts'
import { writeCsv } from '../../documents/write-csv.ts'
import { type CellValue, writeWorkbook } from '../../documents/write-workbook.ts'
import { type CoreContext, now, office, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { type AnyRow, eachRowNow, rowsThen } from '../registers/row-scope.ts'
import { cellTexts, type ExportColumn, exportCells, exportColumns } from './export-cells.ts'

/** What is to leave the program, how, and for what. */
export interface ExportOrder {
  readonly register: RegisterName
  readonly scope: RowScope
  /** ISO 8601 with offset; `null` for now */
  readonly moment: string | null
  readonly format: ExportFormat
  readonly purpose: keyof typeof exportPurposes
}

/** After so many rows other calls are answered, and the window is told. */
const rowsAtOnce = 500
/** Bytes of a piece of the file. */
const pieceSize = 512 * 1024

const types: Readonly<Record<ExportFormat, { readonly ending: string; readonly type: string }>> = {
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  'csv-utf-8': { ending: 'csv', type: 'text/csv; charset=utf-8' },
  'csv-gb18030': { ending: 'csv', type: 'text/csv; charset=gb18030' },
}

/**
 * A register as a file that our own import reads again without changing a row. Written while the window is told how far
 * it is; what stops listening stops the writing. The ledger is told before the first piece leaves.
 */
export class RegisterExports {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** Refuses with `EXPORT_EMPTY`. */
  async *run(actor: string, order: ExportOrder): AsyncGenerator<ExportEvent, void, undefined> {
    const { register, scope, moment, format } = order
    const full = order.purpose === 'internal'
    const { count, rows } =
      moment === null
        ? eachRowNow(this.#context, register, scope)
        : counted(rowsThen(this.#context, register, scope, Date.parse(moment)))
    if (count === 0)
      throw new RefusalError(
        'EXPORT_EMPTY',
        `${registerTitles[register]}中没有可以导出的条目。没有写出文件。请先清除条件或选择其他日期。`,
      )
    const columns = exportColumns(register, full)
    const at = now(this.#context)
    const progress = new Progress()
    const stop = new AbortController()
    const cells = this.#cells(rows, columns, full, progress, stop.signal)
    const making =
      format === 'xlsx' ? this.#workbook(order, columns, count, cells, at) : csv(columns, cells, format)
    making.catch(() => undefined)
    try {
      while (!(await progress.turn(making))) yield { event: 'progress', rows: progress.rows, total: count }
      const bytes = await making
      this.#context.database.transaction(() =>
        record(this.#context, actor, 'register.exported', {
          register,
          rows: progress.written,
          format,
          purpose: full ? '内部使用' : '对外提供',
          personal: full ? '完整' : '部分隐去',
          ...(moment === null ? {} : { moment }),
        }),
      )
      for (let offset = 0; offset < bytes.length; offset += pieceSize) {
        const piece = bytes.subarray(offset, offset + pieceSize)
        yield { event: 'piece', data: Buffer.from(piece).toString('base64') }
      }
      const { ending, type } = types[format]
      const name = `${registerTitles[register]}-${(moment ?? at).slice(0, 10)}.${ending}`
      yield { event: 'file', name, type, bytes: bytes.length, rows: progress.written }
    } finally {
      stop.abort()
    }
  }

  async *#cells(
    rows: Iterable<AnyRow>,
    columns: readonly ExportColumn[],
    full: boolean,
    progress: Progress,
    signal: AbortSignal,
  ): AsyncGenerator<CellValue[], void, undefined> {
    for (const version of rows) {
      yield exportCells(this.#context.database, version, columns, full)
      progress.written += 1
      if (progress.written % rowsAtOnce !== 0) continue
      progress.tell(progress.written)
      await setImmediate()
      signal.throwIfAborted()
    }
  }

  #workbook(
    { register, moment, purpose }: ExportOrder,
    columns: readonly ExportColumn[],
    count: number,
    rows: AsyncIterable<CellValue[]>,
    at: string,
  ): Promise<Uint8Array> {
    const title = registerTitles[register]
    const said = [
      office(this.#context)?.name ?? null,
      `${(moment ?? at).slice(0, 10)}的名录，共${count}条`,
      purpose === 'internal' ? '内部使用，含个人信息，请妥善保管' : '身份证号、手机号码已部分隐去',
    ].filter((one) => one !== null)
    return writeWorkbook({ sheets: [{ name: title, title, notes: [said.join('　　')], columns, rows }] })
  }
}

const counted = (rows: readonly AnyRow[]) => ({ count: rows.length, rows })

async function csv(
  columns: readonly ExportColumn[],
  rows: AsyncIterable<CellValue[]>,
  format: 'csv-utf-8' | 'csv-gb18030',
): Promise<Uint8Array> {
  async function* lines(): AsyncGenerator<string[], void, undefined> {
    yield columns.map(({ title }) => title)
    for await (const cells of rows) yield cellTexts(cells, columns)
  }
  const parts: Uint8Array[] = []
  for await (const part of writeCsv(lines(), format === 'csv-utf-8' ? 'utf-8' : 'gb18030')) parts.push(part)
  return Buffer.concat(parts)
}

/** How far a writing is, for whoever waits for the next step of it. */
class Progress {
  /** rows that were told */
  rows = 0
  written = 0
  #next = Promise.withResolvers<void>()

  tell(rows: number): void {
    this.rows = rows
    this.#next.resolve()
  }

  /** Waits for a step or the end; whether it is the end. */
  async turn(making: Promise<unknown>): Promise<boolean> {
    const ended = making.then(
      () => true,
      () => true,
    )
    const done = await Promise.race([ended, this.#next.promise.then(() => false)])
    this.#next = Promise.withResolvers()
    return done
  }
}
