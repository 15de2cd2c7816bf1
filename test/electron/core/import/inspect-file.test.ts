import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { type InspectFileOptions, inspectFile } from '../../../../electron/core/import/inspect-file.ts'
import { renderRefusal, renderReport } from '../../../../electron/core/import/render-report.ts'
import { emptyLookups, objectLookup } from '../../../../shared/registry/lookups.ts'
import { serialSchema } from '../../../../shared/registry/office.ts'
import { sheetData, temporaryFiles, workbookBytes } from '../../documents/sheet-fixtures.ts'

const write = temporaryFiles()
const codeA = '91350881MAJXNTB1FH'
const codeB = '91350881MA1H593TF7'

function inspect(path: string, options: Partial<InspectFileOptions<'objects'>> = {}) {
  return inspectFile({ path, register: 'objects', existing: emptyLookups.objects, ...options })
}

async function reportOf(path: string, options: Partial<InspectFileOptions<'objects'>> = {}) {
  const outcome = await inspect(path, options)
  if (outcome.outcome === 'refusal') throw new Error(outcome.message)
  return outcome
}

async function refusalOf(path: string, options: Partial<InspectFileOptions<'objects'>> = {}) {
  const outcome = await inspect(path, options)
  if (outcome.outcome === 'report') throw new Error('not refused')
  return outcome
}

const workbook = (...rows: string[][]) => workbookBytes({ sheets: [sheetData(rows)] })

describe('looking at a file', () => {
  it('reads a workbook as table programs write it: merged title, remark, dates, rich text, links', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('人员')
    sheet.addRow(['云岭县住房和城乡建设局执法检查工作人员名录'])
    sheet.mergeCells('A1:F1')
    sheet.addRow([])
    sheet.addRow(['填报时间：2026年6月'])
    sheet.addRow(['所属\n部门', '执法证编号', '姓 名', '有效期至', '联系电话', '是否可任组长'])
    const row = sheet.addRow(['城建股', 13990716001, '', new Date(Date.UTC(2027, 5, 30)), '', true])
    row.getCell(3).value = { richText: [{ text: '龚' }, { text: '䶮', font: { bold: true } }] }
    row.getCell(5).value = { text: '13000078896', hyperlink: 'tel:13000078896' }
    const path = write('people.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const outcome = await inspectFile({ path, register: 'inspectors', existing: emptyLookups.inspectors })
    expect(outcome).toMatchObject({
      header: { line: 4 },
      file: { sheet: '人员', kind: 'xlsx' },
      rows: [
        {
          verdict: 'normalised',
          line: 5,
          row: {
            name: '龚䶮',
            department: '城建股',
            certificate: '13990716001',
            certificateExpiry: '2027-06-30',
            phone: '13000078896',
            mayLead: true,
          },
          changes: [{ address: 'B5' }, { address: 'F5', before: 'TRUE', after: '是' }],
        },
      ],
    })
  })

  it('finds the columns in any order and under other titles', async () => {
    const path = write(
      'order.xlsx',
      workbook(
        ['经营状态', '联系电话', '社会信用代码', '企业名称', '对象类别'],
        ['存续', '0597-7531234', codeA, '云岭县甲公司', '企业'],
      ),
    )
    expect((await reportOf(path)).rows).toMatchObject([
      {
        verdict: 'taken',
        row: { name: '云岭县甲公司', uscc: codeA, phone: '0597-7531234', state: '存续', kind: '企业' },
      },
    ])
  })

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte-order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
  ])('reads a .csv in %s', async (_, encode) => {
    const path = write('table.csv', encode(`市场主体名录库\n名称,信用代码\n云岭县𬭎达公司,${codeA}\n`))
    expect(await reportOf(path)).toMatchObject({
      header: { line: 2 },
      rows: [{ verdict: 'taken', line: 3, row: { name: '云岭县𬭎达公司' } }],
    })
  })

  it('tells about other sheets, read and not read', async () => {
    const table = sheetData([
      ['名称', '信用代码'],
      ['云岭县甲公司', codeA],
    ])
    const path = write(
      'sheets.xlsx',
      workbookBytes({ sheets: ['<sheetData/>', sheetData([['说明']]), table, table], hidden: [2] }),
    )
    const { notes, file } = await reportOf(path)
    expect(file.sheet).toBe('表3')
    expect(notes.join('\n')).toMatch(
      /“表3”是隐藏的[\s\S]*“表4”也有同样的表头，没有读取[\s\S]*没有读取工作表“表2”/,
    )
  })

  it('says how far it is, and stops when told to', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => [`云岭县${index}号工程`, '项目'])
    const path = write('progress.xlsx', workbook(['名称', '种类'], ...rows))
    const seen: number[] = []
    await reportOf(path, { onProgress: (progress) => seen.push(progress.rows) })
    expect(seen).toEqual([1000, 2000])
    const controller = new AbortController()
    const refusal = await refusalOf(path, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(refusal).toMatchObject({ code: 'CANCELLED' })
    expect(refusal.message).toContain('没有写入任何数据')
  })

  it('refuses the lines within merged cells of the data', async () => {
    const xml = `${sheetData([['名称', '股室'], ['云岭县甲公司', '城建股'], ['云岭县乙公司']])}<mergeCells><mergeCell ref="B2:B3"/></mergeCells>`
    const { rows } = await reportOf(write('merged.xlsx', workbookBytes({ sheets: [xml] })))
    expect(rows.map((row) => row.verdict)).toEqual(['taken', 'refused'])
  })
})

describe('a file that cannot be imported', () => {
  const empty = Array.from({ length: 10_000 }, () => ['', ' ', '\u3000'])

  it.each([
    ['nothing but 10,000 empty rows', 'FILE_EMPTY', '只有空行', workbook(...empty)],
    [
      '10,000 empty rows under a header',
      'NO_DATA_ROWS',
      '只有10000个空行',
      workbook(['名称', '状态'], ...empty),
    ],
    ['a header alone', 'NO_DATA_ROWS', '没有数据', workbook(['名称', '状态'])],
    [
      'no known header',
      'NO_KNOWN_HEADER',
      '名称、种类、统一社会信用代码',
      workbook(['甲', '乙'], ['丙', '丁']),
    ],
    [
      'a column twice',
      'AMBIGUOUS_HEADER',
      'B列“企业名称”与C列“名称”',
      workbook(['状态', '企业名称', '名称'], ['存续', '甲', '乙']),
    ],
    ['something else than a workbook', 'FILE_NOT_A_WORKBOOK', '不是工作簿', Buffer.from('%PDF-1.7')],
  ])('is refused with a sentence: %s', async (_, code, words, bytes) => {
    const refusal = await refusalOf(write('refused.xlsx', bytes))
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(words)
    expect(refusal.message).toContain('没有写入任何数据')
    expect(renderRefusal(refusal)).toContain('不能导入“refused.xlsx”')
  })
})

describe('the report in words', () => {
  const rows = [
    ['名称', '信用代码', '状态', '注册资本'],
    [' 云岭县甲公司', codeA, '存续', '100万'],
    ['云岭县乙公司', '91350881MA1H593TF8', '存续', ''],
    ['云岭县丙公司', '', '正常', ''],
    ['', codeB, '存续', ''],
  ]

  it('gives counts, every defect with line, cell and reason, and before and after', async () => {
    const first = await reportOf(
      write('first.xlsx', workbook(['名称', '信用代码'], ['云岭县旧名公司', codeA])),
    )
    const known = first.rows[0]
    if (known?.verdict !== 'taken') throw new Error('not taken')
    const existing = objectLookup([{ serial: serialSchema.parse('O000001'), row: known.row }])
    const text = renderReport(await reportOf(write('report.xlsx', workbook(...rows)), { existing }))
    for (const words of [
      '共4行：可导入0行，整理后可导入1行，待确认1行，拒绝2行',
      '未读取的列：D列“注册资本”，有内容1格，首见D2',
      '表中没有“种类”一列，新增的行按“企业”登记',
      '第3行  B3“信用代码”：统一社会信用代码“91350881MA1H593TF8”校验不符',
      '第4行  C4“状态”：“正常”不是状态的规定用词',
      '［可选：存续（可能是）／停业',
      '第5行  A5“名称”：没有填写名称',
      '第2行  A2“名称”：「⟨U+0020⟩云岭县甲公司」→「云岭县甲公司」（去掉首尾空格）',
      '更新 O000001：名称：云岭县旧名公司 → 云岭县甲公司',
      '尚未写入任何数据',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('cuts no list without saying how much is left out', async () => {
    const text = renderReport(await reportOf(write('cut.xlsx', workbook(...rows))), { entries: 1 })
    expect(text).toContain('拒绝（2行）')
    expect(text).toContain('另有1行没有列出')
  })
})
