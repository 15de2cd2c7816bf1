import { describe, expect, it } from 'vitest'
import { itemTable, jointItemTable } from '../../../shared/forms/item-table.ts'
import type { ListFacts, ListTable } from '../../../shared/forms/list-facts.ts'
import { listForm } from '../../../shared/forms/list-form.ts'
import { planSums, planTable } from '../../../shared/forms/plan-table.ts'
import { homeArea, inspectorTable, objectTable } from '../../../shared/forms/register-table.ts'
import { type SchemeFacts, schemeForm } from '../../../shared/forms/scheme-form.ts'
import { anInspector, anItem, anObject, aPlanLine } from '../../db/sample-rows.ts'
import { wordsOf } from './form-texts.ts'

const facts: ListFacts = {
  office: '云岭县住房和城乡建设局',
  title: '随机抽查事项清单',
  version: 2,
  at: '2026-11-20T09:30:00+08:00',
  approval: { name: '赵局长', number: '云住建〔2026〕8号', date: '2026-11-20' },
  digest: 'ab'.repeat(32),
  reason: '增加一项',
  audience: 'public',
}
const rowsOf = (table: ListTable) => table.sections.flatMap(({ rows }) => rows)

describe('a list on paper', () => {
  it('says by whom and by which document it was approved, and which version it is', () => {
    const words = wordsOf(listForm('list-items', facts, itemTable([anItem(1)])))
    for (const said of [
      '第2版',
      '赵局长',
      '云住建〔2026〕8号',
      '2026年11月20日',
      '增加一项',
      'ab'.repeat(32),
    ])
      expect(words).toContain(said)
  })

  it('that nobody approved says so on every page, and is signed inside the office only', () => {
    const draft = listForm('list-items', { ...facts, approval: null, version: null }, itemTable([anItem(1)]))
    expect(draft.marks).toEqual(['未经批准'])
    expect(wordsOf(draft)).toContain('不得据以组织抽查')
    const signed = (audience: ListFacts['audience']) =>
      JSON.stringify(listForm('list-items', { ...facts, audience }, itemTable([anItem(1)]))).includes(
        'signatures',
      )
    expect([signed('public'), signed('internal')]).toEqual([false, true])
  })

  it('fills every column of every row, whichever list it is', () => {
    const tables = [
      itemTable([anItem(1), anItem(2, { included: false, reasonNotIncluded: '专业性强' })]),
      jointItemTable([anItem(1, { jointDepartments: ['消防'] })]),
      objectTable([anObject(1)], 'public'),
      inspectorTable([anInspector(1), anInspector(2, { kind: '专家' })], 'internal'),
      planTable([{ line: aPlanLine(1), objects: 2, total: 4 }]),
    ]
    for (const table of tables)
      for (const row of rowsOf(table)) expect(row).toHaveLength(table.columns.length)
  })
})

describe('随机抽查事项清单', () => {
  it('S1 附件2一: an item that is not drawn stands apart with its reason', () => {
    const table = itemTable([anItem(1), anItem(2, { included: false, reasonNotIncluded: '依申请检查' })])
    expect(table.sections).toHaveLength(2)
    expect(table.sections[1]?.rows[0]?.join()).toContain('不纳入的理由：依申请检查')
  })
})

describe('两库名录 in public', () => {
  it('cover the number of the contact and of the inspector, never the 执法证号 that looks like one', () => {
    const object = rowsOf(objectTable([anObject(1, { phone: '13812345678' })], 'public'))[0]
    expect(object?.join()).toContain('138****5678')
    const person = anInspector(1, { phone: '13812345678', certificate: '13000000001', remark: '借调' })
    const row = rowsOf(inspectorTable([person], 'public'))[0]?.join()
    expect(row).toContain('138****5678')
    expect(row).toContain('13000000001')
    expect(row).not.toContain('借调')
    expect(rowsOf(inspectorTable([person], 'internal'))[0]?.join()).toContain('13812345678')
  })

  it('end the home address of a person with its 乡镇/街道, and leave a firm its own', () => {
    expect(homeArea('云岭县城关镇解放路3号')).toBe('云岭县城关镇')
    const address = '云岭县西华街道和平路8号2单元'
    const of = (kind: '企业' | '从业人员') =>
      rowsOf(objectTable([anObject(1, { kind, address })], 'public'))[0]?.join()
    expect(of('从业人员')).not.toContain('和平路')
    expect(of('企业')).toContain('和平路')
  })

  it('S3 第十一条: experts stand apart and are not counted', () => {
    const table = inspectorTable([anInspector(1), anInspector(2, { kind: '专家' })], 'public')
    expect(table.sections[1]?.heading).toContain('不计入检查人数')
    expect(table.notes[0]).toContain('共1人')
  })
})

describe('年度抽查计划表', () => {
  const lines = [
    { line: aPlanLine(1, { department: '燃气办' }), objects: 3, total: 6 },
    { line: aPlanLine(2, { department: '质安站', furtherItems: ['扬尘检查'] }), objects: 2, total: 2 },
    { line: aPlanLine(3, { department: '燃气办', item: '抽查事项1' }), objects: null, total: null },
  ]

  it('sums the lines of every 股室', () => {
    expect(planSums(lines).map(({ department, items, total }) => [department, items, total])).toEqual([
      ['燃气办', 1, 6],
      ['质安站', 2, 2],
    ])
    expect(planTable(lines).notes[0]).toContain('共3个计划项、3个抽查事项，全年计划抽查8户（次）')
  })

  it('prints the reason for which a 原则上 rule is set aside, and the ratios of their own', () => {
    const line = aPlanLine(1, { exceptionReason: '专项部署', ratioComplaint: 2000 })
    const row = rowsOf(planTable([{ line, objects: 1, total: 1 }]))[0]?.join()
    expect(row).toContain('突破原则性规定的理由：专项部署')
    expect(row).toContain('投诉举报多 20%')
  })
})

describe('抽查实施方案', () => {
  const scheme: SchemeFacts = {
    office: '云岭县住房和城乡建设局',
    title: '燃气经营随机抽查实施方案',
    line: '2026年度抽查计划　2026-03',
    outside: null,
    items: ['燃气经营安全检查'],
    period: '5月',
    purpose: '督促落实安全责任',
    procedure: '先抽取，后检查',
    division: '城建股负责',
    inspectors: 4,
    objects: 12,
    confidentiality: '名单在检查前保密',
    approval: null,
    digest: 'cd'.repeat(32),
  }

  it('S2 第九条: says items, time, purpose, procedure, division, numbers and secrecy', () => {
    const words = wordsOf(schemeForm(scheme))
    for (const said of [
      scheme.items[0] ?? '',
      '5月',
      '督促落实安全责任',
      '先抽取，后检查',
      '城建股负责',
      '4人',
      '12户（个）',
      '名单在检查前保密',
    ])
      expect(words).toContain(said)
  })

  it('without an approval is marked on every page; outside any plan it says why', () => {
    expect(schemeForm(scheme).marks).toEqual(['待批准'])
    const approval = { name: '赵局长', number: '云住建〔2026〕9号', date: '2026-11-20' }
    expect(schemeForm({ ...scheme, approval }).marks).toEqual([])
    expect(wordsOf(schemeForm({ ...scheme, line: null, outside: '投诉集中' }))).toContain(
      '计划外抽查：投诉集中',
    )
  })
})
