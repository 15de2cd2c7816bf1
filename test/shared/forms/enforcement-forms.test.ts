import { describe, expect, it } from 'vitest'
import { evidenceListForm } from '../../../shared/forms/evidence-list.ts'
import { formOf } from '../../../shared/forms/form-catalogue.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { FormBlock, FormModel } from '../../../shared/forms/form-model.ts'
import { inquiryRecordForm } from '../../../shared/forms/inquiry-record.ts'
import type { InspectionFacts, VisitFacts } from '../../../shared/forms/inspection-facts.ts'
import { rectificationOrderForm } from '../../../shared/forms/rectification-order.ts'
import { reviewAnswerForm } from '../../../shared/forms/review-answer.ts'
import { rightsRecordForm } from '../../../shared/forms/rights-record.ts'
import { samplingReceiptForm } from '../../../shared/forms/sampling-receipt.ts'
import { stopOrderForm } from '../../../shared/forms/stop-order.ts'
import { surveyRecordForm } from '../../../shared/forms/survey-record.ts'
import { transferLetterForm } from '../../../shared/forms/transfer-letter.ts'
import { noVisitEntry, type VisitEntry, visitEntrySchema } from '../../../shared/forms/visit-entry.ts'
import { blockText, wordsOf } from './form-texts.ts'
import { sampleVisitEntry } from './sample-entries.ts'
import { sampleFacts, sampleMember } from './sample-facts.ts'
import { blankInspection, emptyInspection, sampleInspection } from './sample-inspection.ts'

const forms: readonly FormDefinition[] = [
  evidenceListForm,
  samplingReceiptForm,
  surveyRecordForm,
  inquiryRecordForm,
  rightsRecordForm,
  rectificationOrderForm,
  stopOrderForm,
  transferLetterForm,
  reviewAnswerForm,
]
const named = forms.map((form) => [form.name, form] as const)
/** What the inspected party is given: it carries no 保密, since it names nobody else. */
const given = ['证据提取清单', '抽样取证凭证', '责令整改通知书', '责令停止违法行为通知书', '复核答复书']

const documentNumber = '云住建试〔2026〕7号'

/** The first object's visit, with this entered of it and nothing else. */
function visitWith(entry: Partial<VisitEntry>, change: Partial<VisitFacts> = {}): VisitFacts {
  const [visit] = sampleInspection('one').visits
  if (visit === undefined) throw new Error('the sample has no visit')
  return { ...visit, entry: { ...noVisitEntry, ...entry }, ...change }
}

function paperOf(
  form: FormDefinition,
  visit: VisitFacts | null,
  facts: InspectionFacts = sampleInspection('one'),
): FormModel {
  const model = form.build(facts, { visit, documentNumber })
  if (model === null) throw new Error(`${form.name} was not made`)
  return model
}

function saidOf(form: FormDefinition, entry: Partial<VisitEntry>, facts?: InspectionFacts): string {
  return wordsOf(paperOf(form, visitWith(entry), facts))
}

/** Every block, those in groups too, in order. */
function flat(blocks: readonly FormBlock[]): FormBlock[] {
  return blocks.flatMap((block) => (block.kind === 'group' ? flat(block.blocks) : [block]))
}

function boxesOf(form: FormModel): readonly string[] {
  return flat(form.blocks).flatMap((block) =>
    block.kind === 'signatures' ? block.boxes.map(({ label }) => label) : [],
  )
}

/** Rows of the table under this heading. */
function rowsUnder(form: FormModel, heading: string): readonly string[][] {
  const table = flat(form.blocks).find(
    (block) => block.kind === 'table' && blockText(block)[0]?.startsWith(heading) === true,
  )
  if (table?.kind !== 'table') throw new Error(`no table ${heading}`)
  return table.rows.map(({ cells }) => blockText({ kind: 'grid', columns: [], rows: [{ cells }] }))
}

describe.each(named)('%s', (name, form) => {
  it('is in the catalogue under its name', () => {
    expect(formOf(name)).toBe(form)
  })

  it('is not made for an object of which nothing of it was entered, and then one blank is', () => {
    expect(form.isFor?.(visitWith({}))).toBe(false)
    expect(form.isFor?.(visitWith(sampleVisitEntry))).toBe(true)
    expect(form.build(blankInspection(), { visit: null, documentNumber: null })).not.toBeNull()
  })

  it('says nothing of the program where nothing is known', () => {
    for (const facts of [blankInspection(), emptyInspection()]) {
      const words = wordsOf(paperOf(form, facts.visits[0] ?? null, facts))
      expect(words).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  it('names the party', () => {
    const visit = visitWith(sampleVisitEntry)
    expect(wordsOf(paperOf(form, visit))).toContain(visit.object.name)
  })

  // An answer to a review is the office's own and names nobody who inspected.
  it.skipIf(form === reviewAnswerForm)(
    'names everybody who inspects with the number of the certificate',
    () => {
      const inspectors = [sampleMember(1, true), sampleMember(2), sampleMember(3)]
      const words = wordsOf(paperOf(form, visitWith(sampleVisitEntry, { inspectors })))
      for (const { name: person, certificate } of inspectors) {
        expect(words).toContain(person)
        expect(words).toContain(certificate)
      }
    },
  )

  it('of a rehearsal or an unwitnessed draw cannot be taken for an official paper', () => {
    for (const [mode, mark] of [
      ['rehearsal', '演练'],
      ['unwitnessed', '未经现场见证'],
    ] as const) {
      const facts = sampleInspection('one', { draw: sampleFacts(1, { mode }) })
      const paper = paperOf(form, visitWith(sampleVisitEntry), facts)
      expect(paper.marks).toEqual([mark])
      expect(wordsOf(paper)).toContain(`${mark}：`)
    }
  })

  it('of a confidential draw carries 保密 unless the party is given it', () => {
    const facts = sampleInspection('one', { draw: sampleFacts(1, { confidential: true }) })
    const { marks } = paperOf(form, visitWith(sampleVisitEntry), facts)
    expect(marks).toEqual(given.includes(name) ? [] : ['保密'])
  })

  it('has the boxes that the office adds', () => {
    const { style } = sampleInspection('one')
    const facts = sampleInspection('one', {
      style: { ...style, extraSignatures: { [form.id]: ['法制审核人', '股室负责人'] } },
    })
    const boxes = boxesOf(paperOf(form, visitWith(sampleVisitEntry), facts))
    expect(boxes).toContain('法制审核人')
    expect(boxes).toContain('股室负责人')
  })
})

describe.each(named.filter(([, { numberWord }]) => numberWord !== null))('letter %s', (_name, form) => {
  it('stands under the office’s head with its 文号 and ends with the seal', () => {
    const blocks = flat(paperOf(form, visitWith(sampleVisitEntry)).blocks)
    const head = blocks.find(({ kind }) => kind === 'letterhead')
    expect(head).toMatchObject({ office: '云岭县住房和城乡建设局', number: documentNumber })
    expect(blocks.filter(({ kind }) => kind === 'seal')).toHaveLength(1)
  })

  it('has a receipt with its name and 文号 below the cut line', () => {
    const blocks = flat(paperOf(form, visitWith(sampleVisitEntry)).blocks)
    const cut = blocks.findIndex(({ kind }) => kind === 'cut')
    const below = blocks.slice(cut).flatMap(blockText)
    expect(cut).toBeGreaterThan(blocks.findIndex(({ kind }) => kind === 'seal'))
    expect(below).toContain('文书名称')
    expect(below).toContain(form.name)
    expect(below).toContain(documentNumber)
  })

  it('leaves ruled room where nothing is entered', () => {
    const blocks = flat(paperOf(form, null, blankInspection()).blocks)
    expect(blocks.some(({ kind }) => kind === 'lines')).toBe(true)
    expect(flat(paperOf(form, visitWith(sampleVisitEntry)).blocks).some(({ kind }) => kind === 'lines')).toBe(
      false,
    )
  })
})

describe.each(named.filter(([, { numberWord }]) => numberWord === null))('record %s', (_name, form) => {
  it('has a box for every member who inspects, and two where nobody is known', () => {
    const officer = /^(执法检查人员|勘验人员|询问人员)$/
    const inspectors = [1, 2, 3].map((index) => sampleMember(index))
    const boxes = boxesOf(paperOf(form, visitWith(sampleVisitEntry, { inspectors })))
    expect(boxes.filter((label) => officer.test(label))).toHaveLength(3)
    const blank = boxesOf(paperOf(form, null, blankInspection()))
    expect(blank.filter((label) => officer.test(label))).toHaveLength(2)
  })

  it('is signed beside what the party says to it', () => {
    const last = paperOf(form, visitWith(sampleVisitEntry)).blocks.at(-1)
    expect(last?.kind).toBe('group')
    if (last?.kind !== 'group') return
    expect(last.blocks.map(({ kind }) => kind)).toEqual(['grid', 'signatures'])
  })
})

const passages = [
  [rectificationOrderForm, 'rectificationProblems'],
  [rectificationOrderForm, 'recheckResult'],
  [stopOrderForm, 'stopActs'],
  [transferLetterForm, 'transferFacts'],
  [surveyRecordForm, 'surveyFindings'],
  [rightsRecordForm, 'rightsFacts'],
  [rightsRecordForm, 'statement'],
  [rightsRecordForm, 'reexamination'],
  [reviewAnswerForm, 'objectionReason'],
  [reviewAnswerForm, 'reviewConclusion'],
] as const

describe('a passage of 8,000 characters', () => {
  it.each(passages.map(([form, field]) => [form.name, field, form] as const))(
    'is printed in full on %s: %s',
    (_name, field, form) => {
      const long = `始${'查'.repeat(7998)}终`
      expect(saidOf(form, visitEntrySchema.parse({ [field]: long }))).toContain(long)
    },
  )

  it('is printed in full as a question and as an answer', () => {
    const long = `始${'问'.repeat(7998)}终`
    const entry = visitEntrySchema.parse({ questions: [{ question: long, answer: long }] })
    expect(saidOf(inquiryRecordForm, entry)).toContain(`问：${long}\n答：${long}`)
  })
})

describe('责令整改通知书', () => {
  it('is made where 责令整改 was decided, also before anything else of it is entered', () => {
    expect(rectificationOrderForm.isFor(visitWith({ handling: '责令整改' }))).toBe(true)
    expect(rectificationOrderForm.isFor(visitWith({ handling: '立案处罚' }))).toBe(false)
    expect(rectificationOrderForm.isFor(visitWith({ rectificationDue: '2026-12-10' }))).toBe(true)
  })

  it('says what is wrong, on what ground, what is demanded and until when', () => {
    const words = saidOf(rectificationOrderForm, {
      rectificationProblems: '压力表超期',
      rectificationBasis: '《城镇燃气管理条例》第四十一条',
      rectificationDemands: '停用并送检',
      rectificationDue: '2026-12-10',
    })
    expect(words).toContain('压力表超期')
    expect(words).toContain('《城镇燃气管理条例》第四十一条')
    expect(words).toContain('停用并送检')
    expect(words).toContain('2026年12月10日前完成整改')
  })

  it('says the problems that the inspection found where none are entered for the order', () => {
    expect(saidOf(rectificationOrderForm, { problems: '台账不完整' })).toContain('台账不完整')
    const own = saidOf(rectificationOrderForm, {
      problems: '台账不完整',
      rectificationProblems: '压力表超期',
    })
    expect(own).not.toContain('台账不完整')
  })

  it('names no organ, court or term of a remedy: which they are is the law’s of the case', () => {
    expect(saidOf(rectificationOrderForm, {})).toMatch(/自收到之日起＿+日内依法向＿+申请行政复议/)
  })

  it('has the re-check on a part of its own, with when and what was found', () => {
    const visit = visitWith({ recheckedOn: '2026-12-11', recheckResult: '整改到位' })
    const blocks = flat(paperOf(rectificationOrderForm, visit).blocks)
    const cuts = blocks.flatMap(({ kind }, index) => (kind === 'cut' ? [index] : []))
    expect(cuts).toHaveLength(2)
    const last = blocks.slice(cuts[1]).flatMap(blockText)
    expect(last).toContain('2026年12月11日')
    expect(last).toContain('整改到位')
  })
})

describe('责令停止违法行为通知书', () => {
  it('says what is to stop, on what ground, and that it is to stop at once', () => {
    const words = saidOf(stopOrderForm, { stopActs: '使用超期压力表', stopBasis: '《计量法》第九条' })
    expect(words).toContain('使用超期压力表')
    expect(words).toContain('《计量法》第九条')
    expect(words).toContain('立即停止')
  })
})

describe('案件移送函', () => {
  it('is addressed to the organ, says what was found and what goes with it', () => {
    const words = saidOf(transferLetterForm, {
      transferTo: '云岭县市场监督管理局',
      transferFacts: '涉嫌使用未经检定的计量器具',
      transferBasis: '《行政处罚法》第二十二条',
      transferAttachments: '现场检查记录表1份',
    })
    expect(words).toContain('云岭县市场监督管理局：')
    for (const fact of ['涉嫌使用未经检定的计量器具', '《行政处罚法》第二十二条', '现场检查记录表1份'])
      expect(words).toContain(fact)
  })

  it('says who it is about with everything that the register knows', () => {
    const visit = visitWith({})
    const words = wordsOf(paperOf(transferLetterForm, visit))
    const { creditCode, legalRepresentative, address } = visit.object
    for (const fact of [creditCode, legalRepresentative, address]) expect(words).toContain(fact)
  })

  it('gives the reason that the handling gives, else both to be ticked by hand', () => {
    expect(saidOf(transferLetterForm, { handling: '移送其他部门' })).toContain('不属于本机关职责范围，应当')
    expect(saidOf(transferLetterForm, { handling: '移送司法机关' })).toContain('涉嫌犯罪，应当')
    expect(saidOf(transferLetterForm, {})).toContain('☐ 不属于本机关职责范围　☐ 涉嫌犯罪')
  })

  it('names a natural person without a code of firms or a representative', () => {
    const firm = visitWith({ transferFacts: '线索' })
    const object = { ...firm.object, kind: '从业人员', creditCode: null, legalRepresentative: null }
    const words = wordsOf(paperOf(transferLetterForm, { ...firm, object }))
    expect(words).toContain(`${object.name}，身份证号：＿`)
    expect(words).not.toContain('统一社会信用代码')
    expect(words).not.toContain('法定代表人')
    expect(wordsOf(paperOf(transferLetterForm, firm))).toContain('统一社会信用代码')
  })

  it('is made where the case was to be handed on', () => {
    expect(transferLetterForm.isFor(visitWith({ handling: '移送司法机关' }))).toBe(true)
    expect(transferLetterForm.isFor(visitWith({ handling: '当场处理' }))).toBe(false)
  })
})

describe('证据提取清单', () => {
  const evidence = visitEntrySchema.parse({
    evidence: [
      { name: '巡检记录', form: '复印件' },
      { name: '检定证书', form: '原件' },
      { name: '现场照片', form: '照片' },
      { name: '营业执照', form: '原件' },
    ],
  })

  it('lists originals first, and counts them', () => {
    const paper = paperOf(evidenceListForm, visitWith(evidence))
    const rows = rowsUnder(paper, '证据（共4项，其中原件2项）')
    expect(rows.slice(0, 4).map(([number, name]) => [number, name])).toEqual([
      ['1', '检定证书'],
      ['2', '营业执照'],
      ['3', '巡检记录'],
      ['4', '现场照片'],
    ])
  })

  it('leaves room to sign beside what is no original', () => {
    const rows = rowsUnder(paperOf(evidenceListForm, visitWith(evidence)), '证据')
    expect(rows.slice(0, 4).map((row) => row.at(-1))).toEqual(['—', '—', '', ''])
  })

  it('closes the list, so that nothing can be added unseen', () => {
    expect(rowsUnder(paperOf(evidenceListForm, visitWith(evidence)), '证据').at(-1)).toEqual(['以下空白'])
  })

  it('has eight empty rows where nothing is entered', () => {
    const rows = rowsUnder(paperOf(evidenceListForm, null, blankInspection()), '证据')
    expect(rows).toHaveLength(8)
    expect(rows.flatMap((row) => row.slice(1)).every((text) => text === '')).toBe(true)
  })

  it('lists all of 200 pieces', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ name: `证据甲${index + 1}。`, form: '照片' }))
    const words = saidOf(evidenceListForm, visitEntrySchema.parse({ evidence: many }))
    for (const { name } of many) expect(words).toContain(name)
  })
})

describe('抽样取证凭证', () => {
  it('says of every sample what it is, of how many and how many were taken', () => {
    const samples = [
      { name: '调压阀', specification: 'RTZ', batch: '2026-03', stock: '60只', quantity: '2只' },
    ]
    const rows = rowsUnder(
      paperOf(samplingReceiptForm, visitWith(visitEntrySchema.parse({ samples }))),
      '抽样物品（共1项）',
    )
    expect(rows[0]).toEqual(['1', '调压阀', 'RTZ', '2026-03', '60只', '2只', ''])
    expect(rows[1]).toEqual(['以下空白'])
  })

  it('says that the party is given one of two copies', () => {
    expect(saidOf(samplingReceiptForm, {})).toContain('一式两份，一份交被检查对象，一份存档')
  })
})

describe('勘验笔录', () => {
  it('has room to sketch the place, whatever was written', () => {
    for (const entry of [{}, { surveyFindings: '罐区长40米，宽25米。' }]) {
      const sketch = flat(paperOf(surveyRecordForm, visitWith(entry)).blocks).find(
        (block) => block.kind === 'grid' && blockText(block)[0]?.startsWith('现场示意图') === true,
      )
      if (sketch?.kind !== 'grid') throw new Error('no room to sketch')
      expect(sketch.rows[1]?.minHeight).toBeGreaterThan(150)
    }
  })

  it('has ruled rows to write on where nothing is entered', () => {
    const rows = rowsUnder(paperOf(surveyRecordForm, null, blankInspection()), '勘验情况')
    expect(rows.length).toBeGreaterThanOrEqual(10)
    expect(rows.flat().every((text) => text === '')).toBe(true)
  })
})

describe('询问笔录', () => {
  it('has every question with its answer, in the order they were asked, all 200 of them', () => {
    const questions = Array.from({ length: 200 }, (_, index) => ({
      question: `第${index + 1}问`,
      answer: `第${index + 1}答`,
    }))
    const paper = paperOf(inquiryRecordForm, visitWith(visitEntrySchema.parse({ questions })))
    expect(rowsUnder(paper, '询问内容').flat()).toEqual(
      questions.map(({ question, answer }) => `问：${question}\n答：${answer}`),
    )
  })

  it('leaves room for an answer that is not entered', () => {
    const questions = [{ question: '何时检定' }]
    const words = saidOf(inquiryRecordForm, visitEntrySchema.parse({ questions }))
    expect(words).toMatch(/问：何时检定\n答：＿+/)
  })

  it('tells the rights and duties beforehand and is read by whoever was asked', () => {
    const words = saidOf(inquiryRecordForm, {})
    for (const sentence of ['有权申请回避', '应当如实回答', '以上笔录我看过（向我宣读过），与我所说相符'])
      expect(words).toContain(sentence)
  })
})

describe('权利告知及陈述申辩记录', () => {
  it('says what was told, what the party said and what came of it', () => {
    const told = { rightsFacts: '拟责令限期整改', statement: '已预约检定', reexamination: '属实，不影响认定' }
    const words = saidOf(rightsRecordForm, told)
    for (const text of Object.values(told)) expect(words).toContain(text)
  })

  it('ticks that the party speaks only where it did, and never that it does not', () => {
    expect(saidOf(rightsRecordForm, { statement: '已预约检定' })).toContain('☑ 要求陈述、申辩　☐ 放弃')
    expect(saidOf(rightsRecordForm, {})).toContain('☐ 要求陈述、申辩　☐ 放弃')
  })
})

describe('复核答复书', () => {
  it('answers with the day the objection came, its reason and the conclusion', () => {
    const words = saidOf(reviewAnswerForm, {
      objectionOn: '2026-11-27',
      objectionReason: '送检期间已停用',
      reviewConclusion: '维持原检查结果',
    })
    for (const fact of ['2026年11月27日', '送检期间已停用', '维持原检查结果']) expect(words).toContain(fact)
  })

  it('names the terms that the 细则 sets, with their clause, and none where it sets none', () => {
    const { rules } = sampleInspection('one')
    if (rules === null) throw new Error('the sample has no rules')
    const review = '接到申请材料之日起20个工作日内复核（黑龙江细则第二十三条）'
    const with20 = sampleInspection('one', { rules: { ...rules, review } })
    expect(saidOf(reviewAnswerForm, {}, with20)).toContain(`复核和答复的期限：${review}`)
    const without = sampleInspection('one', { rules: { ...rules, review: null } })
    expect(saidOf(reviewAnswerForm, {}, without)).not.toContain('复核和答复的期限')
  })
})
