import { basename } from 'node:path'
import { visible } from '../../../shared/registry/normalise.ts'
import { columnLetters } from '../../../shared/registry/raw-row.ts'
import { openTable } from '../../documents/sheet-reader.ts'
import { SheetRefusal } from '../../documents/sheet-refusal.ts'
import { RefusalError } from '../outcome.ts'

/** Rows of a sheet that are shown, columns of a row, and characters of a cell. */
const rowsShown = 20
const columnsShown = 60
const charactersShown = 60

/** The beginning of every sheet of a file, for whoever has to point at the header. */
export interface FileHead {
  readonly sheets: readonly {
    readonly name: string
    readonly rows: readonly {
      readonly line: number
      readonly cells: readonly { readonly column: number; readonly letters: string; readonly text: string }[]
    }[]
  }[]
}

/** Reads the beginning of every sheet of a file. Refuses with the file's code. */
export async function readHead(path: string, name: string = basename(path)): Promise<FileHead> {
  try {
    const file = await openTable(path, { name })
    try {
      const sheets = []
      for (const sheet of file.sheets) {
        const rows = []
        for await (const row of sheet.read().rows) {
          const cells = row.cells
            .filter(({ value }) => value.trim() !== '')
            .slice(0, columnsShown)
            .map(({ column, value }) => ({
              column,
              letters: columnLetters(column),
              text: visible(value.trim().slice(0, charactersShown)),
            }))
          if (cells.length > 0) rows.push({ line: row.line, cells })
          if (rows.length >= rowsShown) break
        }
        sheets.push({ name: sheet.name, rows })
      }
      return { sheets }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof SheetRefusal) throw new RefusalError(error.code, error.message)
    throw error
  }
}
