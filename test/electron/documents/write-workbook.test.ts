import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openTable } from '../../../electron/documents/sheet-reader.ts'
import { writeWorkbook } from '../../../electron/documents/write-workbook.ts'
import type { RawRow } from '../../../shared/registry/raw-row.ts'
import { temporaryFiles } from './sheet-fixtures.ts'

const place = temporaryFiles()

const columns = [
  { title: '名称', width: 30 },
  { title: '统一社会信用代码', width: 22 },
  { title: '抽查比例', width: 10, format: 'ratio' },
  { title: '抽查频次', width: 10, format: 'number' },
  { title: '证件有效期', width: 14, format: 'date' },
] as const

/** Names that XML or a workbook could misread, a code that begins with zeros, one of 18 digits. */
const rows = [
  ['云岭“第一”<物业>&服务有限公司', '000123', 500, 2, '2027-06-30'],
  ['=1+1', '110101199003070011', 1250, 0, '1900-01-05'],
  ['䶮𬭎_x0041_  空格', '12-34', 1, 366, '长期'],
  [null, '', null, null, null],
] as const

async function read(name: string, bytes: Uint8Array): Promise<{ rows: RawRow[]; merges: unknown }> {
  const file = await openTable(place(name, bytes))
  try {
    const sheet = file.sheets[0]
    if (sheet === undefined) throw new Error('no sheet')
    const { rows: all, merges } = sheet.read()
    const found: RawRow[] = []
    for await (const row of all) found.push(row)
    return { rows: found, merges: merges() }
  } finally {
    await file.close()
  }
}

const cells = (row: RawRow | undefined) =>
  (row?.cells ?? []).map(({ value, source, format }) => [value, source, format ?? null])

describe('A written workbook', () => {
  test('is read again by our own reader, value by value, codes as text', async () => {
    const bytes = await writeWorkbook({
      sheets: [{ name: '名录', title: '检查对象名录', notes: ['截至 2026-11-20'], columns, rows }],
    })
    const { rows: found, merges } = await read('own.xlsx', bytes)
    expect(found.slice(0, 3).map((row) => cells(row).map(([value]) => value))).toEqual([
      ['检查对象名录'],
      ['截至 2026-11-20'],
      ['名称', '统一社会信用代码', '抽查比例', '抽查频次', '证件有效期'],
    ])
    expect(cells(found[3])).toEqual([
      ['云岭“第一”<物业>&服务有限公司', 'text', null],
      ['000123', 'text', null],
      ['0.05', 'number', '0%'],
      ['2', 'number', null],
      ['2027-06-30', 'date', null],
    ])
    expect(cells(found[4]).map(([value, source]) => [value, source])).toEqual([
      ['=1+1', 'text'],
      ['110101199003070011', 'text'],
      ['0.125', 'number'],
      ['0', 'number'],
      // Before March 1900 the days of a workbook are off by one: such a day stays text.
      ['1900-01-05', 'text'],
    ])
    expect(cells(found[5]).map(([value]) => value)).toEqual([
      '䶮𬭎_x0041_  空格',
      '12-34',
      '0.0001',
      '366',
      '长期',
    ])
    expect(merges).toEqual([
      { fromColumn: 1, toColumn: 5, fromLine: 1, toLine: 1 },
      { fromColumn: 1, toColumn: 5, fromLine: 2, toLine: 2 },
    ])
  })

  test('says the same to another program, and is set up to be printed', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        { name: '名录：一/二', title: '检查对象名录', columns, rows },
        { name: '名录：一?二', columns, rows: [] },
      ],
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['名录：一-二', '名录：一-二-2'])
    const sheet = book.worksheets[0]
    expect(sheet?.getCell('A3').value).toBe('云岭“第一”<物业>&服务有限公司')
    expect(sheet?.getCell('B4').value).toBe('110101199003070011')
    expect(sheet?.getCell('B4').numFmt).toBe('@')
    expect([sheet?.getCell('C3').value, sheet?.getCell('C3').numFmt]).toEqual([0.05, '0%'])
    expect(sheet?.getCell('C4').numFmt).toBe('0.00%')
    expect(sheet?.getCell('E3').value).toEqual(new Date('2027-06-30T00:00:00Z'))
    expect(sheet?.getCell('B1').master.address).toBe('A1')
    expect(sheet?.getCell('A2').font.bold).toBe(true)
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:2',
    })
  })

  test('asks for one row after the other and hands on the error of a row', async () => {
    let asked = 0
    async function* failing() {
      for (; asked < 5_000; asked += 1) yield ['云岭县', String(asked), null, null, null]
      throw new Error('cancelled')
    }
    const written = writeWorkbook({ sheets: [{ name: '名录', columns, rows: failing() }] })
    await expect(written).rejects.toThrow('cancelled')
    expect(asked).toBe(5_000)
  })

  test('is the same bytes for the same content', async () => {
    const once = await writeWorkbook({ sheets: [{ name: '名录', columns, rows }] })
    const again = await writeWorkbook({ sheets: [{ name: '名录', columns, rows }] })
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true)
  })
})
