import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../electron/documents/pdf/render-form.ts'
import type { TableRow } from '../../../shared/forms/form-model.ts'
import { inspectionRecordForm } from '../../../shared/forms/inspection-record.ts'
import { enteredVisit, madeForm, madeWords, tickedWords } from './made-form.ts'
import { blankInspection, emptyInspection, sampleInspection } from './sample-inspection.ts'

const facts = sampleInspection('typical')

/** The boxes that people sign in, the label of each with the typed name. */
function signatureBoxes(visit = facts.visits[0] ?? null): [string, string | null][] {
  const { blocks } = madeForm(inspectionRecordForm, facts, visit)
  const inside = blocks.flatMap((block) => (block.kind === 'group' ? block.blocks : [block]))
  return inside.flatMap((block) =>
    block.kind === 'signatures'
      ? block.boxes.map(({ label, name }): [string, string | null] => [label, name])
      : [],
  )
}

/** Rows of the checklist. */
function checkRows(each = facts): readonly TableRow[] {
  const table = madeForm(inspectionRecordForm, each).blocks.find(({ kind }) => kind === 'table')
  return table?.kind === 'table' ? table.rows : []
}

describe('现场检查记录表', () => {
  it('is pre-filled with the party, the officers and what is to be looked at', () => {
    const [visit] = facts.visits
    const text = madeWords(inspectionRecordForm, facts)
    for (const known of [
      visit?.object.name,
      visit?.object.creditCode,
      visit?.object.legalRepresentative,
      ...(visit?.inspectors.flatMap(({ name, certificate }) => [name, certificate]) ?? []),
    ])
      expect(text).toContain(known)
    expect(text).toContain('燃气经营许可及安全管理制度落实情况')
  })

  it('records time, place, state, problems and pictures as they were entered (S2 第十三条)', () => {
    const text = madeWords(inspectionRecordForm, facts)
    for (const known of [
      '2026年11月24日9时20分',
      '2026年11月24日11时05分',
      '云岭县城关镇人民路1号办公楼及储配站',
      '储配站正常营业',
      '10月份巡检记录缺少第3周的签字',
      '影像2026-0007-01至06',
    ])
      expect(text).toContain(known)
  })

  it('ticks what was entered and nothing else', () => {
    const text = madeWords(inspectionRecordForm, facts)
    expect(tickedWords(text)).toEqual(['已出示', '发现问题待后续处理', '责令整改'])
  })

  it('ticks nothing where nothing was entered', () => {
    for (const each of [emptyInspection(), blankInspection()])
      expect(madeWords(inspectionRecordForm, each)).not.toContain('☑')
  })

  it('has all eight results and six ways of handling to tick by hand', () => {
    const text = madeWords(inspectionRecordForm, blankInspection())
    for (const word of [
      '未发现问题',
      '经责令已改正',
      '发现问题待后续处理',
      '未发现开展本次抽查涉及的经营活动',
      '已关闭停业或正在组织清算',
      '不配合检查情节严重',
      '通过登记的住所无法联系',
      '注销、吊销、撤销或迁出',
      '当场处理',
      '责令整改',
      '立案处罚',
      '移送其他部门',
      '移送司法机关',
      '无需处理',
    ])
      expect(text).toContain(`☐ ${word}`)
  })

  it('has a box for each thing that an item lists, and divides nothing that 、 joins', () => {
    const items = facts.items.map((item, index) =>
      index === 0 ? { ...item, content: '质量、安全管理；人员配备\n业绩真实性' } : { ...item, content: null },
    )
    const rows = checkRows({ ...facts, items, entry: { ...facts.entry, content: null } })
    expect(rows.map(({ cells }) => cells[1]?.text)).toEqual([
      '对燃气经营企业安全管理的检查：质量、安全管理',
      '对燃气经营企业安全管理的检查：人员配备',
      '对燃气经营企业安全管理的检查：业绩真实性',
      '对物业服务企业履约情况的检查',
    ])
    for (const { cells } of rows) expect(cells[2]?.text).toBe('☐ 符合\n☐ 不符合\n☐ 不适用')
  })

  it('is signed by the party, a witness, the recorder and every member of the group (S3 第二十一条)', () => {
    const [visit] = facts.visits
    const boxes = signatureBoxes()
    expect(boxes.slice(0, 3)).toEqual([
      ['被检查对象负责人', '何建明'],
      ['见证人', '吕秋实'],
      ['记录人', null],
    ])
    expect(boxes.slice(3).map(([, name]) => name)).toEqual(visit?.inspectors.map(({ name }) => name))
    expect(boxes[3]?.[0]).toBe('检查人员（组长）')
  })

  it('has room for at least two inspectors to sign where they are not known yet (S1 第十条)', () => {
    const inspectors = signatureBoxes(null).filter(([label]) => label === '检查人员')
    expect(inspectors.length).toBeGreaterThanOrEqual(2)
  })

  it('is two pages an object: one sheet, blank or pre-filled', async () => {
    for (const model of [
      madeForm(inspectionRecordForm, blankInspection(), null),
      madeForm(inspectionRecordForm, facts),
    ])
      expect((await renderForm(model, { creationDate: new Date(0) })).pages).toBe(2)
  })

  it('lets the party say that it is so or that it is not, and never says it for it (S2 第十四条)', () => {
    const objected = enteredVisit(facts, { statement: '计量器具已停用', reexamination: '情况属实' })
    const text = madeWords(inspectionRecordForm, facts, objected)
    expect(text).toContain('☐ 属实　☐ 有异议')
    expect(text).toContain('计量器具已停用')
    expect(text).toContain('情况属实')
  })

  it('ticks that the certificate was shown, and leaves to the officer whether the rights were told', () => {
    const text = madeWords(inspectionRecordForm, facts)
    expect(text).toContain('检查前向当事人出示执法证件：☑ 已出示　☐ 未出示')
    expect(text).toContain('申请回避的权利：☐ 已告知　☐ 未告知')
  })
})
