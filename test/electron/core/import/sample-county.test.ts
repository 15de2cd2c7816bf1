import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport } from '../../../../electron/core/import/import-report.ts'
import { inspectFile } from '../../../../electron/core/import/inspect-file.ts'
import type { RegisterName } from '../../../../shared/registry/columns.ts'
import {
  emptyLookups,
  inspectorLookup,
  type Lookups,
  objectLookup,
  recusalLookup,
} from '../../../../shared/registry/lookups.ts'
import { serialSchema } from '../../../../shared/registry/office.ts'
import type { Existing, RowVerdict } from '../../../../shared/registry/verdict.ts'

const folder = fileURLToPath(new URL('../../../../build/resources/sample-county/', import.meta.url))

async function report<R extends RegisterName>(
  register: R,
  name: string,
  existing: Lookups[R] = emptyLookups[register],
): Promise<ImportReport<R>> {
  const outcome = await inspectFile({ path: folder + name, register, existing })
  if (outcome.outcome === 'refusal') throw new Error(outcome.message)
  return outcome
}

/** Everything the report says about a row. */
function said(row: RowVerdict<unknown>): string {
  switch (row.verdict) {
    case 'taken':
      return ''
    case 'normalised':
      return row.changes
        .map((change) => `${change.address} ${change.before} ${change.what.join()}`)
        .join('\n')
    case 'undecided':
      return row.questions.map((question) => `${question.address} ${question.reason}`).join('\n')
    case 'refused':
      return row.findings.map((finding) => `${finding.address} ${finding.reason}`).join('\n')
  }
}

function registered<Row>(letter: string, rows: readonly RowVerdict<Row>[]): Existing<Row>[] {
  return rows.flatMap((row, index) =>
    row.verdict === 'taken' || row.verdict === 'normalised'
      ? [{ serial: serialSchema.parse(`${letter}${String(index + 1).padStart(6, '0')}`), row: row.row }]
      : [],
  )
}

function linesOf(rows: readonly RowVerdict<unknown>[], verdict: RowVerdict<unknown>['verdict']): number[] {
  return rows.filter((row) => row.verdict === verdict).map((row) => row.line)
}

describe('the sample with defects (市场主体名录库-有错.xlsx)', () => {
  const defects: [number, RowVerdict<unknown>['verdict'], string, string][] = [
    [5, 'refused', 'C5', '第18位校验码应为“9”，表中是“0”'],
    [10, 'refused', 'A10', '没有填写市场主体名称'],
    [12, 'refused', 'C12', '与第13行重复'],
    [13, 'refused', 'C13', '与第12行重复'],
    [16, 'normalised', 'A16', '⟨U+0020⟩云岭县达天工程监理有限公司⟨U+3000⟩ 去掉首尾空格'],
    [21, 'normalised', 'C21', '全角字母、数字、符号改为半角'],
    [25, 'normalised', 'J25', '以数字保存，改为文本'],
    [29, 'refused', 'A29', 'A29是公式'],
    [33, 'undecided', 'N33', '可能是“存续”'],
    [38, 'undecided', 'A38', '与第39行同名'],
    [39, 'undecided', 'A39', '与第38行同名'],
    [46, 'normalised', 'A46', '去掉单元格内换行'],
  ]
  let objects: ImportReport<'objects'>
  beforeAll(async () => {
    objects = await report('objects', '市场主体名录库-有错.xlsx')
  })

  it.each(defects)('names the defect on line %i: %s at %s, %s', (line, verdict, address, words) => {
    const row = objects.rows.find((candidate) => candidate.line === line)
    expect(row?.verdict).toBe(verdict)
    expect(row === undefined ? '' : said(row)).toContain(`${address} `)
    expect(row === undefined ? '' : said(row)).toContain(words)
  })

  it('takes every other line as it is', () => {
    const others = objects.rows.filter((row) => !defects.some(([line]) => line === row.line))
    expect(others).toHaveLength(48)
    expect(others.every((row) => row.verdict === 'taken')).toBe(true)
    expect(objects.counts).toMatchObject({ rows: 60, taken: 48, normalised: 4, undecided: 3, refused: 5 })
  })

  it('keeps rare characters and the brackets of a joined name', () => {
    const names = objects.rows.flatMap((row) =>
      row.verdict === 'taken' || row.verdict === 'normalised' ? [row.row.name] : [],
    )
    expect(names).toContain('云岭县𬭎达建筑工程有限公司')
    expect(names).toContain('云岭县达厦工程监理有限公司（分公司）')
  })
})

describe('the registers of the sample county', () => {
  it('has 412 objects under a merged title and a remark, two of them projects of one name', async () => {
    const objects = await report('objects', '市场主体名录库.xlsx')
    expect(objects.header.line).toBe(3)
    expect(objects.counts).toMatchObject({ rows: 412, taken: 410, undecided: 2 })
    expect(linesOf(objects.rows, 'undecided')).toEqual([24, 141])
  })

  it('asks about the six people of the short list whose remark says 借调, and about nobody else', async () => {
    const inspectors = await report('inspectors', '执法检查人员名录.xlsx')
    expect(inspectors.ignored).toMatchObject([{ title: '序号', why: 'serial', cells: 32 }])
    expect(linesOf(inspectors.rows, 'undecided')).toEqual([4, 5, 13, 23, 31, 33])
    expect(linesOf(inspectors.rows, 'taken')).toHaveLength(26)
    expect(inspectors.rows[0]).toMatchObject({ row: { remark: '建筑业股', certificate: '13990716001' } })
  })

  it('asks about 休假 on the long list, and reads the other 31 people whole', async () => {
    const inspectors = await report('inspectors', '执法检查人员名录-详.xlsx')
    expect(linesOf(inspectors.rows, 'undecided')).toEqual([29])
    expect(inspectors.rows[5]).toMatchObject({
      verdict: 'taken',
      row: {
        name: '龚䶮',
        specialties: ['建筑市场', '质量安全', '燃气', '供热', '房地产', '物业'],
        establishment: '行政',
        certificateExpiry: '2027-06-30',
        mayLead: false,
        state: '在岗',
      },
    })
  })

  it('takes the short list over the long one as the same people, and only adds to them', async () => {
    const long = await report('inspectors', '执法检查人员名录-详.xlsx')
    const existing = inspectorLookup(registered('P', long.rows))
    const short = await report('inspectors', '执法检查人员名录.xlsx', existing)
    const [first] = short.rows
    expect(first).toMatchObject({ row: { establishment: '行政', unit: '云岭县住房和城乡建设局' } })
    expect(
      first?.verdict === 'taken' &&
        first.effect.effect === 'changed' &&
        first.effect.fields.map((field) => field.field),
    ).toEqual(['unit', 'region', 'issuer', 'remark'])
  })

  it('takes all 13 items, ratios in hundredths of a per cent, the last two with their reason', async () => {
    const items = await report('items', '随机抽查事项清单.xlsx')
    expect(items.counts).toMatchObject({ rows: 13, taken: 13 })
    expect(items.rows[5]).toMatchObject({
      row: { name: '燃气经营安全检查', ratio: 5000, frequency: 2, category: '重点' },
    })
    expect(items.rows[12]).toMatchObject({
      row: { included: false, ratio: null, frequency: 0, reasonNotIncluded: '突发安全事件，不适用双随机' },
    })
  })

  it('takes all 14 recusals of the GB18030 file once both registers are there, and none before', async () => {
    const objects = registered('O', (await report('objects', '市场主体名录库.xlsx')).rows)
    const inspectors = registered('P', (await report('inspectors', '执法检查人员名录-详.xlsx')).rows)
    const before = await report('recusals', '回避关系.csv')
    expect(before.counts).toMatchObject({ rows: 14, refused: 14 })
    const after = await report('recusals', '回避关系.csv', recusalLookup(objects, inspectors, []))
    expect(after.file.encoding).toBe('gb18030')
    expect(after.counts).toMatchObject({ rows: 14, taken: 14 })
    const codes = after.rows.map((row) => (row.verdict === 'taken' ? row.row.reasonCode : ''))
    expect(codes).toEqual([
      ...['former-post', 'contract', 'former-post', 'contract', 'kin', 'kin', 'interest'],
      ...['kin', 'kin', 'interest', 'kin', 'former-post', 'kin', 'interest'],
    ])
  })

  it('is unchanged when it is imported a second time', async () => {
    const first = await report('objects', '市场主体名录库.xlsx')
    const again = await report('objects', '市场主体名录库.xlsx', objectLookup(registered('O', first.rows)))
    expect(again.counts).toMatchObject({ unchanged: 410, new: 0, changed: 0 })
  })

  it('knows that the plan and the list of powers are none of the four registers', async () => {
    for (const name of ['年度抽查计划.xlsx', '权责清单.xlsx']) {
      for (const register of ['objects', 'inspectors', 'recusals'] as const) {
        const outcome = await inspectFile({ path: folder + name, register, existing: emptyLookups[register] })
        expect(outcome).toMatchObject({ outcome: 'refusal', code: 'NO_KNOWN_HEADER' })
      }
    }
  })
})
