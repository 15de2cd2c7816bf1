import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/registry/decide.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import { objectLookup } from '../../../shared/registry/lookups.ts'
import { serialSchema } from '../../../shared/registry/office.ts'
import { leaveOut, type UndecidedRow } from '../../../shared/registry/verdict.ts'
import { judgeTable, type TestCell } from './table.ts'

const titles = ['名称', '种类', '统一社会信用代码', '标记', '状态']
const codeA = '91350881MAJXNTB1FH'

function oneObject(...cells: TestCell[]): UndecidedRow<InspectionObject> {
  const [row] = judgeTable('objects', titles, [cells]).verdicts
  if (row?.verdict !== 'undecided') throw new Error(`not undecided: ${JSON.stringify(row)}`)
  return row
}

describe('deciding about a row', () => {
  it('enters an unknown word as the person says', () => {
    const row = oneObject('云岭县甲公司', '企业', codeA, '', '正常')
    expect(row.questions[0]?.suggestion).toBe('存续')
    expect(decide('objects', row, ['存续'])).toMatchObject({
      decision: 'row',
      line: 2,
      row: { state: '存续' },
      effect: { effect: 'new' },
    })
  })

  it('adds decided marks to the known ones, or none', () => {
    const row = oneObject('云岭县甲公司', '企业', codeA, '重点关注、异常、网红', '存续')
    expect(decide('objects', row, ['经营异常', ''])).toMatchObject({
      row: { marks: ['重点关注', '经营异常'] },
    })
  })

  it('leaves the row out when any answer says so', () => {
    const row = oneObject('云岭县甲公司', '企业', codeA, '异常、网红', '正常')
    expect(decide('objects', row, [null, leaveOut])).toEqual({ decision: 'left-out', line: 2 })
  })

  it('names the questions that are still open', () => {
    const row = oneObject('云岭县甲公司', '企业', codeA, '异常、网红', '正常')
    expect(decide('objects', row, ['经营异常'])).toEqual({ decision: 'open', line: 2, questions: [1, 2] })
  })

  it('accepts no answer that was not offered', () => {
    const row = oneObject('云岭县甲公司', '企业', codeA, '', '正常')
    expect(() => decide('objects', row, ['正常'])).toThrow(RangeError)
  })

  it('counts a person whose remark says 借调 only as the office says', () => {
    const { verdicts } = judgeTable(
      'inspectors',
      ['姓名', '执法证号', '备注'],
      [['张平', '13990716001', '借调']],
    )
    const [row] = verdicts
    if (row?.verdict !== 'undecided') throw new Error('not undecided')
    expect(decide('inspectors', row, ['在岗'])).toMatchObject({ row: { state: '在岗', remark: '借调' } })
    expect(decide('inspectors', row, ['借调'])).toMatchObject({ row: { state: '借调' } })
  })

  it('enters a ratio as decided', () => {
    const { verdicts } = judgeTable('items', ['事项名称', '抽查比例'], [['燃气经营安全检查', 1]])
    const [row] = verdicts
    if (row?.verdict !== 'undecided') throw new Error('not undecided')
    expect(decide('items', row, ['10000'])).toMatchObject({ row: { ratio: 10_000 } })
  })

  it('updates the row of the register that is meant, or adds a new one', () => {
    const first = judgeTable('objects', titles, [['邓辉', '从业人员', '', '', '存续']]).verdicts[0]
    if (first?.verdict !== 'taken') throw new Error('not taken')
    const existing = objectLookup([{ serial: serialSchema.parse('O000007'), row: first.row }])
    const [row] = judgeTable(
      'objects',
      titles,
      [['邓辉', '从业人员', '', '重点关注', '存续']],
      existing,
    ).verdicts
    if (row?.verdict !== 'undecided') throw new Error('not undecided')
    expect(decide('objects', row, ['O000007'])).toMatchObject({
      effect: { effect: 'changed', serial: 'O000007', fields: [{ field: 'marks' }] },
    })
    expect(decide('objects', row, ['new'])).toMatchObject({ effect: { effect: 'new' } })
  })

  it('refuses a decision that breaks a rule of the register', () => {
    const { verdicts } = judgeTable('items', ['事项名称', '是否纳入双随机'], [['突发事件调查', '']])
    const [row] = verdicts
    if (row?.verdict !== 'undecided') throw new Error('not undecided')
    const decision = decide('items', row, ['否'])
    expect(decision.decision === 'refused' && decision.findings[0]?.reason).toContain('理由')
  })
})
