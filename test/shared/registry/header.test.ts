import { describe, expect, it } from 'vitest'
import { columnOf, registerColumns, registerNames } from '../../../shared/registry/columns.ts'
import { registerRules } from '../../../shared/registry/compose-row.ts'
import { matchHeader } from '../../../shared/registry/header.ts'
import { columnLetters } from '../../../shared/registry/raw-row.ts'
import { headerOf, judgeTable, rawRow } from './table.ts'

/** S1 附件5, in its order. */
const s1Columns = [
  '序号',
  '姓名',
  '性别',
  '单位',
  '执法区域',
  '发证机关',
  '执法证号',
  '执法类别',
  '手机号码',
  '备注',
]

describe('the header of a table', () => {
  it('knows every column of S1 附件5, and leaves 序号 out on purpose', () => {
    const header = headerOf('inspectors', s1Columns)
    expect(header.columns.map((column) => column.field)).toEqual([
      'name',
      'sex',
      'unit',
      'region',
      'issuer',
      'certificate',
      'category',
      'phone',
      'remark',
    ])
    expect(header.ignored).toEqual([{ column: 1, letters: 'A', title: '序号', why: 'serial' }])
  })

  it.each([
    ['企业名称', 'name'],
    ['单位名称', 'name'],
    ['检查对象名称', 'name'],
    ['社会信用代码', 'uscc'],
    ['信用代码', 'uscc'],
    ['联系电话', 'phone'],
    ['手机号码', 'phone'],
    ['法定代表人（负责人）', 'legalRepresentative'],
    ['法定代表人(负责人)', 'legalRepresentative'],
    ['* 名称：', 'name'],
    ['经营状态（必填）', 'state'],
    ['统一社会\n信用代码', 'uscc'],
    ['统 一 社 会 信 用 代 码', 'uscc'],
  ])('knows an object column also as %j', (title, field) => {
    expect(columnOf('objects', title)?.field).toBe(field)
  })

  it.each([
    ['执法证编号', 'certificate'],
    ['证号', 'certificate'],
    ['部门', 'department'],
    ['所属部门', 'department'],
    ['科室', 'department'],
    ['股室', 'department'],
    ['联系方式', 'phone'],
  ])('knows an inspector column also as %s', (title, field) => {
    expect(columnOf('inspectors', title)?.field).toBe(field)
  })

  it('gives no title to two columns of one register, and fits the schema', () => {
    for (const register of registerNames) {
      const titles = registerColumns[register].flatMap((column) => [column.title, ...column.aliases])
      expect(new Set(titles).size).toBe(titles.length)
      if (register === 'recusals') continue
      const { defaults } = registerRules[register]
      const fields = registerColumns[register]
        .filter((column) => column.required !== true && column.field !== 'year')
        .map((column) => column.field)
        .filter((field) => (field !== 'objectName' && field !== 'uscc') || register === 'objects')
      expect(Object.keys(defaults).sort()).toEqual(fields.sort())
    }
  })

  it.each([
    ['a title', ['云岭县住房和城乡建设局市场主体名录库']],
    ['a remark', ['填报单位：各股室', '', '填报时间：2026年6月']],
    ['a row of data', ['云岭县西盛建筑工程有限公司', '企业', '91350881MAJXNTB1FH']],
    ['one known column alone', ['名称', '甲', '乙']],
    ['the header of another register', ['姓名', '性别', '执法证号']],
  ])('does not take %s for a header of objects', (_, cells) => {
    expect(matchHeader('objects', rawRow(1, cells)).match).toBe('none')
  })

  it.each([
    ['objects', 'recusals', ['执法证号', '检查对象', '统一社会信用代码', '回避事由']],
    ['items', 'plans', ['年度', '计划编号', '抽查事项', '责任股室', '抽查时间', '预估数量']],
    ['powers', 'items', ['事项名称', '检查依据', '责任单位', '检查内容', '检查方式', '抽查比例', '抽查频次']],
  ] as const)(
    'does not take for %s a table of %s, which has some of the same columns',
    (register, other, cells) => {
      expect(matchHeader(register, rawRow(1, cells))).toEqual({ match: 'another', line: 1, register: other })
      expect(matchHeader(other, rawRow(1, cells)).match).toBe('header')
      expect(matchHeader(register, rawRow(1, cells), new Map(), true).match).toBe('header')
    },
  )

  it('takes a short list of powers, though its titles may head a list of items too', () => {
    const cells = ['序号', '事项名称', '类别', '设定依据', '责任单位']
    expect(matchHeader('powers', rawRow(1, cells)).match).toBe('header')
  })

  it('refuses two columns that mean the same, and names both', () => {
    const match = matchHeader('objects', rawRow(3, ['企业名称', '种类', '联系电话', '手机号码']))
    expect(match).toMatchObject({ match: 'ambiguous', line: 3 })
    expect(match.match === 'ambiguous' && match.reason).toContain('C列“联系电话”与D列“手机号码”')
  })

  it('reports columns that are not read, with how much stands in them', () => {
    const { ignored } = judgeTable(
      'objects',
      ['序号', '名称', '种类', '状态', '注册资本'],
      [
        [1, '云岭县甲公司', '企业', '存续', '100万', '边注'],
        [2, '云岭县乙公司', '企业', '存续', '', ''],
      ],
    )
    expect(ignored).toEqual([
      { column: 1, letters: 'A', title: '序号', why: 'serial', cells: 2, first: 'A2' },
      { column: 5, letters: 'E', title: '注册资本', why: 'unknown', cells: 1, first: 'E2' },
      { column: 6, letters: 'F', title: '', why: 'untitled', cells: 1, first: 'F2' },
    ])
  })

  it('says with which word rows are entered where a column is missing', () => {
    const { assumed } = judgeTable('inspectors', s1Columns, [[1, '张平']])
    expect(assumed).toEqual([
      { title: '可任组长', word: '否' },
      { title: '人员性质', word: '执法人员' },
      { title: '状态', word: '在岗' },
    ])
  })

  it('letters columns as table programs do', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })
})
