import { writeSampleWorkbook } from '../sample-workbook.ts'

// write-workbook.ts FILE ROWS inline|shared [next]
const [file, rows, strings, edition] = process.argv.slice(2)
if (file === undefined) throw new Error('which file')
await writeSampleWorkbook(file, Number(rows), strings === 'shared', edition === 'next' ? 'next' : 'first')
