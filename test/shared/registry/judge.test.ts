import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/registry/decide.ts'
import { createJudge } from '../../../shared/registry/judge.ts'
import {
  emptyLookups,
  inspectorLookup,
  itemLookup,
  objectLookup,
  recusalLookup,
} from '../../../shared/registry/lookups.ts'
import { visible } from '../../../shared/registry/normalise.ts'
import { serialSchema } from '../../../shared/registry/office.ts'
import type { Existing, RegisterRows, RowVerdict } from '../../../shared/registry/verdict.ts'
import { headerOf, judgeTable, rawRow, type TestCell } from './table.ts'

const objectTitles = ['名称', '种类', '统一社会信用代码', '联系方式', '标记', '状态']
const codeA = '91350881MAJXNTB1FH'
const codeB = '91350881MA1H593TF7'

function reasons(row: RowVerdict<unknown> | undefined): string {
  if (row?.verdict === 'refused') return row.findings.map((finding) => finding.reason).join('\n')
  return row?.verdict === 'undecided' ? row.questions.map((question) => question.reason).join('\n') : ''
}

/** Rows as they would be in the register after taking them, with serials of `letter`. */
function registered<Row>(letter: string, rows: readonly RowVerdict<Row>[]): Existing<Row>[] {
  return rows.flatMap((row, index) =>
    row.verdict === 'taken' || row.verdict === 'normalised'
      ? [{ serial: serialSchema.parse(`${letter}${String(index + 1).padStart(6, '0')}`), row: row.row }]
      : [],
  )
}

describe('judging the rows of a table', () => {
  it('takes a clean row as it is', () => {
    const { verdicts } = judgeTable('objects', objectTitles, [
      ['云岭县甲建筑有限公司', '企业', codeA, '13000048325', '经营异常', '存续'],
    ])
    expect(verdicts).toMatchObject([
      {
        verdict: 'taken',
        line: 2,
        row: { name: '云岭县甲建筑有限公司', uscc: codeA, marks: ['经营异常'], address: null },
        effect: { effect: 'new' },
      },
    ])
  })

  it('takes a stroke for nothing where something is required too: nobody is called “-” or “无”', () => {
    const { verdicts } = judgeTable('objects', objectTitles, [
      ['-', '企业', codeA, '', '', '存续'],
      ['无', '企业', codeB, '', '', '存续'],
    ])
    expect(verdicts.map((row) => row.verdict)).toEqual(['refused', 'refused'])
    expect(reasons(verdicts[0])).toContain('没有填写名称')
  })

  it('refuses both of two rows with the same 统一社会信用代码, each naming the other, full width or not', () => {
    const { verdicts } = judgeTable('objects', objectTitles, [
      ['云岭县甲公司', '企业', codeA, '', '', '存续'],
      ['云岭县丙公司', '企业', codeB, '', '', '存续'],
      ['云岭县乙公司', '企业', '９１３５０８８１ＭＡＪＸＮＴＢ１ＦＨ', '', '', '存续'],
    ])
    expect(verdicts.map((row) => row.verdict)).toEqual(['refused', 'taken', 'refused'])
    expect(reasons(verdicts[0])).toContain('与第4行重复')
    expect(reasons(verdicts[2])).toContain('与第2行重复')
  })

  it('refuses every row that shares its 执法证号 with another', () => {
    const { verdicts } = judgeTable(
      'inspectors',
      ['姓名', '执法证号'],
      [
        ['张平', '13990716001'],
        ['李浩', 13990716001],
        ['周华', '13990716001'],
      ],
    )
    expect(verdicts.every((row) => row.verdict === 'refused')).toBe(true)
    expect(reasons(verdicts[1])).toContain('与第2行、第4行重复')
  })

  it('asks about a name that stands twice when the codes differ or one is missing', () => {
    const { verdicts } = judgeTable('objects', objectTitles, [
      ['云岭县鑫华（集团）公司', '企业', codeA, '', '', '存续'],
      ['云岭县鑫华(集团)公司', '企业', '', '', '', '存续'],
    ])
    expect(verdicts).toMatchObject([
      { verdict: 'undecided', questions: [{ question: 'repeated-name', lines: [3] }] },
      { verdict: 'undecided', questions: [{ question: 'repeated-name', lines: [2] }] },
    ])
  })

  it('takes namesakes with certificates of their own', () => {
    const { verdicts } = judgeTable(
      'inspectors',
      ['姓名', '执法证号'],
      [
        ['张平', '13990716001'],
        ['张平', '13990716002'],
      ],
    )
    expect(verdicts.map((row) => row.verdict)).toEqual(['taken', 'taken'])
  })

  it('asks about namesakes of whom one has no certificate', () => {
    const { verdicts } = judgeTable(
      'inspectors',
      ['姓名', '执法证号'],
      [
        ['张平', '13990716001'],
        ['张平', ''],
      ],
    )
    expect(verdicts.map((row) => row.verdict)).toEqual(['undecided', 'undecided'])
  })

  it('asks about a state that was left empty, and never assumes 存续', () => {
    const { verdicts } = judgeTable('objects', objectTitles, [['云岭县甲公司', '企业', codeA]])
    expect(verdicts[0]).toMatchObject({ verdict: 'undecided', questions: [{ address: 'F2', word: '' }] })
  })

  it('asks about 借调 in a remark, and takes a department in a remark for a remark', () => {
    const { verdicts } = judgeTable(
      'inspectors',
      ['姓名', '执法证号', '备注'],
      [
        ['张平', '13990716001', '借调'],
        ['李浩', '13990716002', '建筑业股'],
      ],
    )
    expect(verdicts[0]).toMatchObject({
      verdict: 'undecided',
      questions: [{ question: 'seconded', address: 'C2', remark: '借调', suggestion: null }],
    })
    expect(verdicts[1]).toMatchObject({ verdict: 'taken', row: { remark: '建筑业股', department: null } })
  })

  it('asks before a certificate number that is registered gets another name', () => {
    const titles = ['姓名', '执法证号', '股室']
    const first = judgeTable('inspectors', titles, [['张平', '13990716001', '建筑业股']])
    const existing = inspectorLookup(registered('P', first.verdicts))
    const again = judgeTable('inspectors', titles, [['李浩', '13990716001', '建筑业股']], existing)
    expect(again.verdicts).toMatchObject([
      { verdict: 'undecided', questions: [{ question: 'other-name', address: 'A2', registered: '张平' }] },
    ])
    const [row] = again.verdicts
    if (row?.verdict !== 'undecided') throw new Error('not undecided')
    expect(decide('inspectors', row, ['same-person'])).toMatchObject({
      decision: 'row',
      row: { name: '李浩' },
      effect: { effect: 'changed' },
    })
    expect(decide('inspectors', row, ['leave-out'])).toMatchObject({ decision: 'left-out' })
  })

  it('does not ask about 借调 where the office has written the state beside it', () => {
    const { verdicts } = judgeTable(
      'inspectors',
      ['姓名', '备注', '状态'],
      [
        ['张平', '借调市局', '借调'],
        ['李浩', '借调市局', '在岗'],
      ],
    )
    expect(verdicts.map((row) => row.verdict)).toEqual(['taken', 'undecided'])
  })

  it('refuses an item that is not included and gives no reason (S1 附件2一)', () => {
    const { verdicts } = judgeTable(
      'items',
      ['事项名称', '是否纳入双随机', '未纳入理由'],
      [
        ['燃气经营安全检查', '是', ''],
        ['突发事件调查', '否', ''],
        ['施工许可核查', '否', '已合并一次完成'],
      ],
    )
    expect(verdicts.map((row) => row.verdict)).toEqual(['taken', 'refused', 'taken'])
    expect(verdicts[1]).toMatchObject({ findings: [{ address: 'C3' }] })
  })

  it('refuses * as a department, which a list of the draw keeps for any department', () => {
    const { verdicts } = judgeTable('inspectors', ['姓名', '股室'], [['张平', '*']])
    expect(verdicts[0]?.verdict).toBe('refused')
  })

  it('counts rows without anything in them and gives them no verdict', () => {
    const { verdicts, emptyRows } = judgeTable('objects', objectTitles, [[], [' ', '\u3000'], []])
    expect({ verdicts, emptyRows }).toEqual({ verdicts: [], emptyRows: 3 })
  })

  it('does not take a row that has nothing but its 序号 for a row', () => {
    expect(judgeTable('inspectors', ['序号', '姓名', '性别'], [[1], [2]]).emptyRows).toBe(2)
  })

  it('refuses the lines that merged cells show a value for without having it', () => {
    const judge = createJudge('inspectors', headerOf('inspectors', ['姓名', '单位']), emptyLookups.inspectors)
    for (const [line, cells] of [['张平', '住建局'], ['李浩'], ['周华', '住建局']].entries()) {
      judge.add(rawRow(line + 2, cells))
    }
    const { verdicts } = judge.finish([
      { fromLine: 1, toLine: 1, fromColumn: 1, toColumn: 2 },
      { fromLine: 2, toLine: 3, fromColumn: 2, toColumn: 2 },
    ])
    expect(verdicts.map((row) => row.verdict)).toEqual(['taken', 'refused', 'taken'])
    expect(reasons(verdicts[1])).toContain('B2:B3是合并的单元格')
  })
})

describe('a cell that is far too long', () => {
  it('is refused by its length and shown by its beginning', () => {
    const name = `甲${' '.repeat(100_000)}乙`
    const [row] = judgeTable('objects', objectTitles, [[name, '企业', '', '', '', '存续']]).verdicts
    expect(reasons(row)).toContain('有100002字，最多500字')
    expect(row?.verdict === 'refused' && row.text[0]).toMatch(/^甲.*共100002字）$/)
  })
})

describe('rows that the register already has', () => {
  const first = judgeTable('objects', objectTitles, [
    ['云岭县甲公司', '企业', codeA, '13000000001', '', '存续'],
    ['桂林街道3#楼工程', '项目', '', '13000000002', '', '存续'],
    ['邓辉', '从业人员', '', '13000000003', '', '存续'],
  ])
  const existing = objectLookup(registered('O', first.verdicts))

  it('are unchanged when the same file comes again', () => {
    const { verdicts } = judgeTable(
      'objects',
      objectTitles,
      [
        ['云岭县甲公司', '企业', codeA, '13000000001', '', '存续'],
        ['桂林街道3#楼工程', '项目', '', '13000000002', '', '存续'],
        ['邓辉', '从业人员', '', '13000000003', '', '存续'],
      ],
      existing,
    )
    expect(verdicts.map((row) => row.verdict === 'taken' && row.effect)).toEqual([
      { effect: 'unchanged', serial: 'O000001' },
      { effect: 'unchanged', serial: 'O000002' },
      { effect: 'unchanged', serial: 'O000003' },
    ])
  })

  it('become a change of that row, which says what changes', () => {
    const { verdicts } = judgeTable(
      'objects',
      objectTitles,
      [['云岭县甲公司', '企业', codeA, '13000000009', '重点关注', '存续']],
      existing,
    )
    expect(verdicts[0]).toMatchObject({
      verdict: 'taken',
      row: { phone: '13000000009', marks: ['重点关注'] },
      effect: {
        effect: 'changed',
        serial: 'O000001',
        fields: [
          { field: 'phone', title: '联系方式', before: '13000000001', after: '13000000009' },
          { field: 'marks', before: '（空）', after: '重点关注' },
        ],
      },
    })
  })

  it('keep what the file has no column for', () => {
    const { verdicts } = judgeTable('objects', ['名称', '信用代码'], [['云岭县甲公司', codeA]], existing)
    expect(verdicts[0]).toMatchObject({
      row: { phone: '13000000001', state: '存续' },
      effect: { effect: 'unchanged' },
    })
  })

  it('are asked about when only the name is the same', () => {
    const { verdicts } = judgeTable(
      'objects',
      objectTitles,
      [
        ['云岭县甲公司', '企业', codeB, '', '', '存续'],
        ['邓辉', '从业人员', '', '13000000008', '', '存续'],
      ],
      existing,
    )
    expect(verdicts).toMatchObject([
      { verdict: 'undecided', questions: [{ question: 'same-name', candidates: ['O000001'] }] },
      { verdict: 'undecided', questions: [{ question: 'same-name', candidates: ['O000003'] }] },
    ])
  })

  it('keep the decision about 借调 while the remark stays the same', () => {
    const titles = ['姓名', '执法证号', '备注']
    const decided = judgeTable('inspectors', [...titles, '状态'], [['张平', '13990716001', '借调', '借调']])
    const { verdicts } = judgeTable(
      'inspectors',
      titles,
      [['张平', '13990716001', '借调']],
      inspectorLookup(registered('P', decided.verdicts)),
    )
    expect(verdicts[0]).toMatchObject({ row: { state: '借调' }, effect: { effect: 'unchanged' } })
  })

  it('are found by name among the items', () => {
    const titles = ['事项名称', '抽查频次']
    const items = judgeTable('items', titles, [['燃气经营安全检查', 1]])
    const { verdicts } = judgeTable(
      'items',
      titles,
      [['燃气经营安全检查', 2]],
      itemLookup(registered('I', items.verdicts)),
    )
    expect(verdicts[0]).toMatchObject({ effect: { effect: 'changed', serial: 'I000001' } })
  })
})

describe('recusals', () => {
  const objects = registered(
    'O',
    judgeTable('objects', objectTitles, [
      ['云岭县甲公司', '企业', codeA, '', '', '存续'],
      ['桂林街道3#楼工程', '项目', '', '', '', '存续'],
    ]).verdicts,
  )
  const inspectors = registered(
    'P',
    judgeTable(
      'inspectors',
      ['姓名', '执法证号'],
      [
        ['张平', '13990716001'],
        ['李浩', '13990716002'],
        ['李浩', '13990716003'],
      ],
    ).verdicts,
  )
  const titles = ['执法证号', '姓名', '检查对象', '统一社会信用代码', '回避事由']
  const judged = (...rows: TestCell[][]) =>
    judgeTable('recusals', titles, rows, recusalLookup(objects, inspectors, [])).verdicts

  it('become a pair of serials with the reason and its code', () => {
    expect(judged(['13990716001', '张平', '云岭县甲公司', codeA, '近亲属任职'])).toMatchObject([
      {
        verdict: 'taken',
        row: { inspector: 'P000001', object: 'O000001', reason: '近亲属任职', reasonCode: 'kin' },
      },
    ])
  })

  it.each([
    ['曾在该单位任职三年内', 'former-post'],
    ['持有股份', 'interest'],
    ['担任监理合同相对方', 'contract'],
    ['本人申请回避', 'self-declared'],
    ['其他情形', 'other'],
  ])('give %s the code %s', (reason, reasonCode) => {
    expect(judged(['13990716001', '', '', codeA, reason])).toMatchObject([{ row: { reasonCode } }])
  })

  it('are found by name alone where the name is the only one', () => {
    expect(judged(['', '张平', '桂林街道3#楼工程', '', '亲属'])).toMatchObject([
      { row: { inspector: 'P000001', object: 'O000002' } },
    ])
  })

  it.each([
    [['13990716009', '', '', codeA, '亲属'], '没有执法证号“13990716009”'],
    [['13990716001', '李浩', '', codeA, '亲属'], '在名录中是“张平”'],
    [['', '李浩', '', codeA, '亲属'], '有2人叫“李浩”'],
    [['', '王五', '', codeA, '亲属'], '没有“王五”'],
    [['', '', '', codeA, '亲属'], '没有写明检查人员'],
    [['13990716001', '', '云岭县乙公司', codeA, '亲属'], '在名录中是“云岭县甲公司”'],
    [['13990716001', '', '云岭县乙公司', '', '亲属'], '没有“云岭县乙公司”'],
    [['13990716001', '', '', codeB, '亲属'], `没有统一社会信用代码“${codeB}”`],
    [['13990716001', '', '', '', '亲属'], '没有写明检查对象'],
    [['13990716001', '', '', codeA, ''], '没有填写回避事由'],
  ])('are refused with a reason: %j', (cells, reason) => {
    const [row] = judged(cells)
    expect(row?.verdict).toBe('refused')
    expect(reasons(row)).toContain(reason)
  })

  it('keep the first line about a pair: a recusal is never lost because it stands twice', () => {
    const rows = judged(
      ['13990716001', '', '', codeA, '亲属'],
      ['13990716001', '', '', codeA, '持股'],
      ['13990716001', '', '', codeA, '亲属'],
    )
    expect(rows.map((row) => row.verdict)).toEqual(['taken', 'refused', 'refused'])
    expect(reasons(rows[2])).toContain('与第2行重复，以第2行为准')
  })

  it('are unchanged when the register has the pair already', () => {
    const pairs = registered('R', judged(['13990716001', '', '', codeA, '亲属']))
    const lookup = recusalLookup(objects, inspectors, pairs)
    const again = judgeTable('recusals', titles, [['13990716001', '', '', codeA, '亲属']], lookup)
    expect(again.verdicts).toMatchObject([{ effect: { effect: 'unchanged', serial: 'R000001' } }])
  })
})

describe('whatever a table holds', () => {
  const cell: fc.Arbitrary<TestCell> = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '企业',
      '存续',
      '正常',
      codeA,
      codeB,
      '云岭县甲公司',
      '经营异常、无名',
      '\u200b',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double({ noNaN: true }),
    fc.record({
      value: fc.string({ maxLength: 6, minLength: 1 }),
      source: fc.constantFrom('formula' as const, 'error' as const, 'boolean' as const, 'date' as const),
    }),
  )
  const table = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 12 })
  const fields = ['name', 'kind', 'uscc', 'phone', 'marks', 'state'] as const

  it('gives every row that is not empty exactly one verdict, in the order of the lines', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { verdicts, emptyRows } = judgeTable('objects', objectTitles, rows)
        expect(verdicts.length + emptyRows).toBe(rows.length)
        const lines = verdicts.map((row) => row.line)
        expect(lines).toEqual([...new Set(lines)].sort((left, right) => left - right))
      }),
    )
  })

  it('loses the value of no cell in silence', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const row of judgeTable('objects', objectTitles, rows).verdicts) {
          const { cells } = rawRow(row.line, rows[row.line - 2] ?? [])
          for (const { column, address, value, source } of cells)
            expectKept(row, column - 1, address, value, source)
        }
      }),
      { numRuns: 500 },
    )
  })

  /** Either the row holds the value as it stood, or a change shows it, or the row is not taken and shows it. */
  function expectKept(
    row: RowVerdict<RegisterRows['objects']>,
    index: number,
    address: string,
    value: string,
    source: string,
  ): void {
    if (row.verdict === 'refused' || row.verdict === 'undecided') {
      expect(row.text[index]).toContain(source === 'formula' ? value : visible(value))
      return
    }
    const change =
      row.verdict === 'normalised' ? row.changes.find((each) => each.address === address) : undefined
    if (change !== undefined) {
      expect(change.before).toBe(visible(value))
      return
    }
    const field = fields[index]
    const held = field === undefined ? null : row.row[field]
    expect(Array.isArray(held) ? held.join('、') : held).toBe(value)
  }
})

it('an item that is drawn is not drawn at 0 %; one that is not drawn may say so', () => {
  const { verdicts } = judgeTable(
    'items',
    ['事项名称', '抽查比例', '是否纳入双随机', '未纳入理由'],
    [
      ['甲', '0%', '是', ''],
      ['乙', '0%', '否', '只受理举报'],
      ['丙', '', '是', ''],
    ],
  )
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['refused', 'taken', 'taken'])
  expect(verdicts[0]).toMatchObject({ findings: [{ reason: expect.stringContaining('比例为0%就是不抽查') }] })
})

it('an item whose own law bounds it from below above its ceiling is not taken', () => {
  const { verdicts } = judgeTable(
    'items',
    ['事项名称', '法定比例下限', '法定比例上限', '法定频次下限', '法定频次上限'],
    [
      ['甲', '20%', '10%', 3, 1],
      ['乙', '10%', '10%', 1, 2],
    ],
  )
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['refused', 'taken'])
  expect(verdicts[0]).toMatchObject({
    findings: [
      { reason: expect.stringContaining('法定比例的下限大于上限') },
      { reason: expect.stringContaining('法定频次的下限大于上限') },
    ],
  })
})
