import { writeSampleWorkbook } from '../sample-workbook.ts'

// write-workbook.ts FILE ROWS inline|shared
const [file, rows, strings] = process.argv.slice(2)
if (file === undefined) throw new Error('which file')
await writeSampleWorkbook(file, Number(rows), strings === 'shared')
