import ExcelJS from 'exceljs'
import { reportMeasured } from './report-measured.ts'

// import-exceljs.ts FILE: every cell of every row by exceljs' streaming reader, and nothing done with it.
const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('which file')

await reportMeasured(async () => {
  let rows = 0
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, {})) {
    for await (const row of sheet) if (Array.isArray(row.values)) rows += 1
  }
  return rows
})
