import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { openTable, type TableFile } from '../../../electron/documents/sheet-reader.ts'
import {
  SheetRefusal,
  type SheetRefusalCode,
  sheetLimits,
} from '../../../electron/documents/sheet-refusal.ts'
import { serialToDay } from '../../../electron/documents/sheet-rows.ts'
import type { RawCell, RawRow } from '../../../shared/registry/raw-row.ts'
import { sheetData, temporaryFiles, workbookBytes, workbookParts } from './sheet-fixtures.ts'

const write = temporaryFiles()

async function readAll(path: string, sheet = 0): Promise<{ file: TableFile; rows: RawRow[] }> {
  const file = await openTable(path)
  try {
    const rows: RawRow[] = []
    const reading = file.sheets[sheet]?.read()
    if (reading !== undefined) for await (const row of reading.rows) rows.push(row)
    return { file, rows }
  } finally {
    await file.close()
  }
}

async function cellsOf(cells: string, extra: { strings?: string; styles?: string; from1904?: boolean } = {}) {
  const xml = `<sheetData><row r="7">${cells}</row></sheetData>`
  const { rows } = await readAll(write('cells.xlsx', workbookBytes({ sheets: [xml], ...extra })))
  return (rows[0]?.cells ?? []).map(({ address, value, source }: RawCell) => `${address} ${source} ${value}`)
}

async function refusalOf(reading: Promise<unknown>): Promise<SheetRefusal> {
  const outcome = await reading.then(
    () => null,
    (error: unknown) => error,
  )
  if (outcome instanceof SheetRefusal) return outcome
  throw outcome ?? new Error('not refused')
}

describe('the cells of a workbook', () => {
  it('come with address, text and what they are stored as', async () => {
    const strings = '<si><t>共享</t></si><si><t xml:space="preserve"> 空格 </t></si>'
    const cells = [
      '<c r="A7" t="s"><v>0</v></c>',
      '<c r="C7" t="s"><v>1</v></c>',
      '<c r="D7" t="inlineStr"><is><t>内联</t></is></c>',
      '<c r="E7"><v>13900001234</v></c>',
      '<c r="F7" t="b"><v>1</v></c>',
      '<c r="G7" t="e"><v>#REF!</v></c>',
      '<c r="H7" t="str"><v>文本</v></c>',
      '<c r="I7" t="d"><v>2026-03-31T00:00:00</v></c>',
      '<c r="J7" s="3"/>',
    ]
    expect(await cellsOf(cells.join(''), { strings })).toEqual([
      'A7 text 共享',
      'C7 text  空格 ',
      'D7 text 内联',
      'E7 number 13900001234',
      'F7 boolean TRUE',
      'G7 error #REF!',
      'H7 text 文本',
      'I7 date 2026-03-31',
    ])
  })

  it('keep every run of rich text, in the cell and shared', async () => {
    const runs = '<r><t>云岭县</t></r><r><rPr><b/></rPr><t>燃气</t></r><r><t>公司</t></r>'
    const cells = `<c r="A7" t="s"><v>0</v></c><c r="B7" t="inlineStr"><is>${runs}</is></c>`
    expect(await cellsOf(cells, { strings: `<si>${runs}</si>` })).toEqual([
      'A7 text 云岭县燃气公司',
      'B7 text 云岭县燃气公司',
    ])
  })

  it('leave out the 拼音 kept beside a name', async () => {
    const name = '<t>张平</t><rPh sb="0" eb="1"><t>zhāng</t></rPh><phoneticPr fontId="1"/>'
    const cells = `<c r="A7" t="s"><v>0</v></c><c r="B7" t="inlineStr"><is>${name}</is></c>`
    expect(await cellsOf(cells, { strings: `<si>${name}</si>` })).toEqual(['A7 text 张平', 'B7 text 张平'])
  })

  it('are formulas when they have one, shared and array formulas too, whatever the result', async () => {
    const cells = [
      '<c r="A7"><f>B7&amp;"x"</f><v>1</v></c>',
      '<c r="B7" t="str"><f t="shared" ref="B7:B9" si="0">A7</f><v>甲</v></c>',
      '<c r="C7" t="str"><f t="shared" si="0"/><v>乙</v></c>',
      '<c r="D7" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ]
    expect(await cellsOf(cells.join(''))).toEqual([
      'A7 formula B7&"x"',
      'B7 formula A7',
      'C7 formula ',
      'D7 formula 1/0',
    ])
  })

  it('are dates by the format of the number, of which 27 to 36 and 50 to 58 are Chinese', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
      '<numFmt numFmtId="181" formatCode="0.00&quot;days&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="180"/><xf numFmtId="181"/></cellXfs>'
    const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>46112</v></c>`).join('')
    expect(await cellsOf(cells, { styles })).toEqual([
      'A7 number 46112',
      'B7 date 2026-03-31',
      'C7 date 2026-03-31',
      'D7 date 2026-03-31',
      'E7 number 46112',
    ])
    const from1904 = await cellsOf('<c s="1"><v>44650</v></c>', { styles, from1904: true })
    expect(from1904).toEqual(['A7 date 2026-03-31'])
  })

  it('count days as table programs do, with the 29 February 1900 that never was', () => {
    expect([1, 59, 61, 46112.5].map((day) => serialToDay(day, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2026-03-31 12:00:00',
    ])
  })

  it('decode entities once and the escapes of forbidden characters', async () => {
    const cells = '<c t="inlineStr"><is><t>A&amp;amp;B_x000A_C&#x7532;</t></is></c>'
    expect(await cellsOf(cells)).toEqual(['A7 text A&amp;B\nC甲'])
  })

  it('are placed by counting where rows and cells have no reference', async () => {
    const xml =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row></sheetData>'
    const { rows } = await readAll(write('counted.xlsx', workbookBytes({ sheets: [xml] })))
    expect(rows.flatMap((row) => row.cells.map((cell) => cell.address))).toEqual(['A1', 'B1', 'C5', 'D5'])
  })

  it('hold Chinese characters whole wherever the file is cut into chunks', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => [`云岭县犇𬭎堃${index}号燃气有限公司`])
    const { rows } = await readAll(write('long.xlsx', workbookBytes({ sheets: [sheetData(names)] })))
    expect(rows.map((row) => row.cells[0]?.value)).toEqual(names.map(([name]) => name))
  })

  it('come with the merged cells of the sheet at its end', async () => {
    const xml = `${sheetData([['标题']])}<mergeCells><mergeCell ref="A1:N1"/><mergeCell ref="B3:B9"/></mergeCells>`
    const file = await openTable(write('merged.xlsx', workbookBytes({ sheets: [xml] })))
    const reading = file.sheets[0]?.read()
    if (reading === undefined) throw new Error('no sheet')
    for await (const _ of reading.rows);
    await file.close()
    expect(reading.merges()).toEqual([
      { fromColumn: 1, fromLine: 1, toColumn: 14, toLine: 1 },
      { fromColumn: 2, fromLine: 3, toColumn: 2, toLine: 9 },
    ])
  })

  it('can be read again from the beginning, also after stopping early', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [`第${index}行`])
    const file = await openTable(write('again.xlsx', workbookBytes({ sheets: [sheetData(rows)] })))
    for (const expected of [1, 5000]) {
      let seen = 0
      for await (const _ of file.sheets[0]?.read().rows ?? []) {
        seen += 1
        if (seen === expected) break
      }
      expect(seen).toBe(expected)
    }
    await file.close()
  })
})

describe('the rows of a .csv', () => {
  const text = '名称,状态\r\n云岭县𬭎达公司,存续\r\n\r\n"龚䶮,""甲""\n乙",=1+1\r\n'
  const expected = [
    { line: 1, values: ['名称', '状态'] },
    { line: 2, values: ['云岭县𬭎达公司', '存续'] },
    { line: 3, values: [] },
    { line: 4, values: ['龚䶮,"甲"\n乙', '=1+1'] },
  ]

  it.each([
    ['UTF-8', 'utf-8', Buffer.from(text)],
    ['UTF-8 with a byte-order mark', 'utf-8', Buffer.from(`\ufeff${text}`)],
    ['GB18030', 'gb18030', iconv.encode(text, 'gb18030')],
    ['UTF-16 with a byte-order mark', 'utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('are the same in %s', async (_, encoding, bytes) => {
    const { file, rows } = await readAll(write('table.csv', bytes))
    expect(file.encoding).toBe(encoding)
    expect(rows.map((row) => ({ line: row.line, values: row.cells.map((cell) => cell.value) }))).toEqual(
      expected,
    )
    expect(rows.every((row) => row.cells.every((cell) => cell.source === 'text'))).toBe(true)
  })

  it('may be separated by tabs or semicolons', async () => {
    for (const separator of ['\t', ';']) {
      const { rows } = await readAll(write('other.csv', `名称${separator}状态\n甲${separator}存续\n`))
      expect(rows[1]?.cells.map((cell) => cell.address)).toEqual(['A2', 'B2'])
    }
  })

  it('hold GB18030 characters whole wherever the file is cut into chunks', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `x云岭县犇𬭎堃${index}`)
    const { rows } = await readAll(write('long.csv', iconv.encode(names.join('\n'), 'gb18030')))
    expect(rows.map((row) => row.cells[0]?.value)).toEqual(names)
  })
})

describe('an open file', () => {
  it('is known by the SHA-256 of its bytes', async () => {
    const path = write('digest.csv', '名称\n甲\n')
    const { file } = await readAll(path)
    expect(file.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
  })

  it('lists its sheets in their order, hidden ones too', async () => {
    const bytes = workbookBytes({ sheets: [sheetData([['甲']]), sheetData([['乙']])], hidden: [1] })
    const { file } = await readAll(write('sheets.xlsx', bytes))
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表1', false],
      ['表2', true],
    ])
  })

  it('is what its content says and not its name', async () => {
    const { file } = await readAll(write('workbook.csv', workbookBytes({ sheets: [sheetData([['甲']])] })))
    expect(file.kind).toBe('xlsx')
  })
})

const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)])
const good = workbookBytes({
  sheets: [
    sheetData([
      ['名称', '状态'],
      ['甲', '存续'],
    ]),
  ],
})
const withSheet = (sheet: Uint8Array) => ({
  ...workbookParts({ sheets: [''] }),
  'xl/worksheets/sheet1.xml': sheet,
})

/** `bytes` with the unpacked size of its largest part declared as `size` in the directory. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(bytes)
  let largest = -1
  for (
    let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    if (largest < 0 || copy.readUInt32LE(at + 24) > copy.readUInt32LE(largest + 24)) largest = at
  }
  copy.writeUInt32LE(size, largest + 24)
  return copy
}

describe('what cannot be read is refused in words', () => {
  const files: [string, string, () => Uint8Array | string, SheetRefusalCode, string][] = [
    ['an empty file', 'a.csv', () => '', 'FILE_EMPTY', '文件是空的'],
    ['an .xls', 'a.xls', () => old, 'FILE_IS_OLD_WORKBOOK', '另存为.xlsx'],
    ['an .xls named .xlsx', 'b.xlsx', () => old, 'FILE_IS_OLD_WORKBOOK', '.xls或.et'],
    [
      'an encrypted workbook',
      'c.xlsx',
      () => Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]),
      'FILE_IS_ENCRYPTED',
      '取消密码',
    ],
    [
      'a picture named .xlsx',
      'd.xlsx',
      () => Buffer.from('89504e470d0a1a0a', 'hex'),
      'FILE_NOT_A_WORKBOOK',
      '请选择',
    ],
    [
      'another kind of zip',
      'e.xlsx',
      () => zipSync({ 'a.txt': Buffer.from('a') }),
      'FILE_NOT_A_WORKBOOK',
      '压缩包',
    ],
    ['a truncated workbook', 'f.xlsx', () => good.subarray(0, good.length - 40), 'FILE_DAMAGED', '不完整'],
    ['a workbook cut in half', 'g.xlsx', () => good.subarray(0, good.length / 2), 'FILE_DAMAGED', '不完整'],
    [
      'a sheet whose XML ends early',
      'h.xlsx',
      () => zipSync(withSheet(Buffer.from('<worksheet><sheetData><row r="1">'))),
      'FILE_DAMAGED',
      '格式有误',
    ],
    [
      'a sheet with entities of its own',
      'i.xlsx',
      () => zipSync(withSheet(Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'))),
      'FILE_DAMAGED',
      '格式有误',
    ],
    [
      'a sheet that is no UTF-8',
      'j.xlsx',
      () => zipSync(withSheet(Buffer.from('3c776f726b73686565743eff', 'hex'))),
      'FILE_DAMAGED',
      '不是有效的文本',
    ],
    [
      'a zip bomb that admits its size',
      'k.xlsx',
      () => zipSync(withSheet(new Uint8Array(20 * 1024 * 1024))),
      'FILE_TOO_LARGE',
      '压缩炸弹',
    ],
    [
      'a zip bomb that lies about its size',
      'l.xlsx',
      () => declaring(zipSync(withSheet(Buffer.alloc(20 * 1024 * 1024, ' '))), 1000),
      'FILE_TOO_LARGE',
      '压缩炸弹',
    ],
    [
      'a part that unpacks to more than a register can need',
      'm.xlsx',
      () => declaring(good, 600 * 1024 * 1024),
      'FILE_TOO_LARGE',
      '过大',
    ],
    [
      'a row beyond the last column',
      'n.xlsx',
      () => workbookBytes({ sheets: ['<sheetData><row r="1"><c r="GS1"><v>1</v></c></row></sheetData>'] }),
      'FILE_TOO_LARGE',
      '超过200列',
    ],
    [
      'bytes of no encoding',
      'o.csv',
      () => Buffer.from('c3ff00ff', 'hex'),
      'FILE_ENCODING_UNKNOWN',
      'GB18030',
    ],
    ['a quote that is never closed', 'p.csv', () => '名称,状态\n"甲,存续\n', 'FILE_DAMAGED', '引号'],
  ]

  it.each(files)('%s', async (_, name, bytes, code, words) => {
    const refusal = await refusalOf(readAll(write(name, bytes())))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(words)
    expect(refusal.message).toContain('没有写入任何数据')
  })

  it('a file whose content does not fit its checksum', async () => {
    const broken = Buffer.from(zipSync(workbookParts({ sheets: [sheetData([['名称']])] }), { level: 0 }))
    const at = broken.indexOf('名称')
    broken.write('各', at)
    const refusal = await refusalOf(readAll(write('checksum.xlsx', broken)))
    expect(refusal.message).toContain('校验不符')
  })

  it('more rows than a register can need', async () => {
    const path = write('rows.xlsx', workbookBytes({ sheets: [sheetData([['甲'], ['乙'], ['丙']])] }))
    const csv = write('rows.csv', '甲\n乙\n丙\n')
    for (const name of [path, csv]) {
      const file = await openTable(name, { limits: { ...sheetLimits, rows: 2 } })
      const reading = (async () => {
        for await (const _ of file.sheets[0]?.read().rows ?? []);
      })()
      expect((await refusalOf(reading)).message).toContain('超过2行')
      await file.close()
    }
  })

  it('a file that is not there, a folder, and one that may not be read', async () => {
    const path = write('secret.csv', '名称\n')
    expect((await refusalOf(openTable(`${path}.no`))).code).toBe('FILE_NOT_FOUND')
    expect((await refusalOf(openTable(dirname(path)))).code).toBe('FILE_NOT_READABLE')
    chmodSync(path, 0)
    // The administrator of a Unix machine may read everything: a child without his rights looks.
    const child = fileURLToPath(new URL('children/open-table.ts', import.meta.url))
    const run = spawnSync(process.execPath, [child, path], { encoding: 'utf8' })
    expect([run.stdout, run.stderr]).toEqual(['FILE_NOT_READABLE', ''])
  })
})
