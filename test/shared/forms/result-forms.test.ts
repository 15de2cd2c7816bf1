import { describe, expect, it } from 'vitest'
import { circularForm } from '../../../shared/forms/circular.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { inspectionReportForm } from '../../../shared/forms/inspection-report.ts'
import { resultLetterForm } from '../../../shared/forms/result-letter.ts'
import { resultListForm } from '../../../shared/forms/result-list.ts'
import { noVisitEntry } from '../../../shared/forms/visit-entry.ts'
import { blockText } from './form-texts.ts'
import { enteredVisit, madeForm, madeWords } from './made-form.ts'
import { sampleFacts } from './sample-facts.ts'
import { blankInspection, emptyInspection, sampleInspection } from './sample-inspection.ts'

const facts = sampleInspection('typical')

/** Twenty-five objects: eighteen without a problem, two mended at once, one closed, four not visited yet. */
function counted(): InspectionFacts {
  const resultOf = (index: number) => {
    if (index < 18) return { result: '未发现问题', handling: '无需处理' }
    if (index < 20) return { result: '经责令已改正', handling: '当场处理' }
    if (index < 21) return { result: '已关闭停业或正在组织清算', handling: '移送其他部门' }
    return {}
  }
  const visits = facts.visits.map((visit, index) => ({
    ...visit,
    entry: { ...noVisitEntry, ...resultOf(index) },
  }))
  return { ...facts, visits }
}

/** The texts of the block that holds `word`. */
function blockWith(form: FormModel, word: string): string[] {
  const flat = form.blocks.flatMap((block) => (block.kind === 'group' ? block.blocks : [block]))
  return flat.map(blockText).find((texts) => texts.includes(word)) ?? []
}

describe('检查结果清单', () => {
  it('says of each object its result, what was found and what was decided (S1 附件2五)', () => {
    const text = madeWords(resultListForm, facts)
    for (const { object } of facts.visits) expect(text).toContain(object.name)
    expect(text).toContain('2026年11月24日')
    expect(text).toContain('责令整改：责令限期整改，整改完成后复查')
    expect(text).toContain('2号储罐压力表检定有效期至2026年10月31日，已过期')
  })

  it('counts every category, 0 included, and those that are still open', () => {
    const counts = blockWith(madeForm(resultListForm, counted()), '按检查结果统计')
    expect(counts.slice(-10)).toEqual(['18', '2', '0', '0', '1', '0', '0', '0', '4', '25'])
  })

  it('counts nothing while nothing is entered: an empty cell is no 0', () => {
    for (const each of [emptyInspection(), blankInspection()]) {
      const counts = blockWith(madeForm(resultListForm, each), '按检查结果统计')
      expect(counts.slice(-10)).toEqual(Array.from({ length: 10 }, () => ''))
    }
  })

  it('lies across, a row an object, with empty rows where no object is known', () => {
    const blank = madeForm(resultListForm, blankInspection())
    expect(blank.across).toBe(true)
    const table = blank.blocks.find(({ kind }) => kind === 'table')
    expect(table?.kind === 'table' && table.rows.length).toBe(12)
  })
})

describe('随机抽查情况报告', () => {
  it('says whether the draw was 定向, and by which conditions (S0 三（六）1)', () => {
    expect(madeWords(inspectionReportForm, facts)).toContain(`定向抽取（${facts.draw?.conditions}）`)
    const open = sampleInspection('typical', { draw: sampleFacts(3, { conditions: '' }) })
    expect(madeWords(inspectionReportForm, open)).toContain('不定向抽取，依规定排除')
  })

  it('has the six parts of a report, in their order (S4 （十）)', () => {
    const text = madeWords(inspectionReportForm, facts)
    const parts = [
      '一、检查时间',
      '二、检查内容',
      '三、实施步骤',
      '四、检查情况',
      '五、对被检查人的评价',
      '六、处理意见和建议',
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('counts its figures from what was entered', () => {
    const text = madeWords(inspectionReportForm, counted())
    expect(text).toContain(
      '应检查25个，已登记检查结果21个：未发现问题18个、经责令已改正2个、已关闭停业或正在组织清算1个；尚未登记结果4个。',
    )
    expect(text).toContain('处理情况：当场处理2个、移送其他部门1个、无需处理18个。')
  })

  it('leaves figures to be written where no result was entered', () => {
    const text = madeWords(inspectionReportForm, emptyInspection())
    expect(text).toContain('应检查3个，已检查＿＿＿＿个')
    expect(text).not.toContain('处理情况：')
  })

  it('tells how often was drawn, aborted, declared void and replaced, also when it never was', () => {
    expect(madeWords(inspectionReportForm, facts)).toContain('本次共抽取1次，中止0次，作废0次，更换0次。')
  })

  it('holds what a party objected on the spot and what the examination of it found (S2 第十四条)', () => {
    const visits = [enteredVisit(facts, { statement: '储罐已停用', reexamination: '现场查明仍在使用' })]
    const text = madeWords(inspectionReportForm, { ...facts, visits })
    expect(text).toContain('有1个被检查人当场提出异议或者陈述申辩')
    expect(text).toContain('云岭县城关第1燃气有限公司：储罐已停用。复核意见：现场查明仍在使用')
  })

  it('is handed in with the material of the inspection (S2 第十五条) and says its term with the clause', () => {
    const text = madeWords(inspectionReportForm, facts)
    for (const paper of ['抽查工作记录表', '现场检查记录表（25份）', '检查结果清单'])
      expect(text).toContain(paper)
    expect(text).toContain('检查结束后3个工作日内提交检查报告（云岭细则第十五条）')
  })

  it('lists the groups among its papers as soon as there are people, matched later or not', () => {
    const draw = { ...sampleFacts(3), topology: 'none' as const }
    const matched = sampleInspection('typical', { draw })
    const visits = matched.visits.map((visit) => ({ ...visit, inspectors: [] }))
    expect(madeWords(inspectionReportForm, matched)).toContain('检查人员名单及分组')
    expect(madeWords(inspectionReportForm, { ...matched, visits })).not.toContain('检查人员名单及分组')
  })

  it('goes to whom it is reported and is signed by who reports', () => {
    const text = madeWords(inspectionReportForm, facts)
    expect(text).toContain('云岭县人民政府法制机构：')
    expect(text).toContain('报告人\n沈伟')
    expect(text).toContain('2026年12月8日')
  })
})

describe('抽查结果告知书', () => {
  it('is for those whose result was entered, and for nobody else', () => {
    expect(resultLetterForm.isFor(enteredVisit(facts, { result: '未发现问题' }))).toBe(true)
    expect(resultLetterForm.isFor(enteredVisit(facts, { result: null }))).toBe(false)
  })

  it('tells the party its result, what was found, what follows and how to have it examined again', () => {
    const text = madeWords(resultLetterForm, facts)
    for (const words of [
      '一、检查结果：发现问题待后续处理。',
      '10月份巡检记录缺少第3周的签字',
      '责令整改。责令限期整改，整改完成后复查；逾期不改的依法处理。',
      '收到复核申请后5个工作日内复核并答复（云岭细则第十八条）',
      '2026年11月26日',
      '送达回执',
    ])
      expect(text).toContain(words)
  })

  it('says that nothing was found only where that is the result', () => {
    const sound = enteredVisit(facts, { result: '未发现问题', problems: null })
    expect(madeWords(resultLetterForm, facts, sound)).toContain('二、发现的问题：无。')
    const absent = enteredVisit(facts, { result: '通过登记的住所无法联系', problems: null })
    expect(madeWords(resultLetterForm, facts, absent)).toContain('二、发现的问题：＿＿＿')
  })

  it('leaves the days to be written where the 执行细则 sets none', () => {
    expect(madeWords(resultLetterForm, { ...facts, rules: null })).toContain(
      '自收到本告知书之日起＿＿＿＿日内',
    )
  })

  it('as a blank has every result to tick', () => {
    const text = madeWords(resultLetterForm, blankInspection(), null)
    expect(text).toContain('☐ 未发现问题')
    expect(text).toContain('☐ 注销、吊销、撤销或迁出')
    expect(text).not.toContain('☑')
  })
})

describe('一抽查一通报', () => {
  it('is none while the names of the draw are secret (S2 第九条)', () => {
    const draw = sampleFacts(3, { confidential: true })
    const secret = sampleInspection('typical', { draw })
    expect(circularForm.build(secret, { visit: null, documentNumber: null })).toBeNull()
  })

  it('covers whatever is known of a person, and says that it did', () => {
    const visit = enteredVisit(facts, {
      result: '发现问题待后续处理',
      representative: '何建明',
      representativePhone: '13800005678',
      problems: '负责人何建明（13800005678）不在岗',
    })
    const person = { ...visit, object: { ...visit.object, kind: '从业人员', name: '欧阳文静' } }
    const entry = { ...facts.entry, problems: '何建明未按规定值守。' }
    const text = madeWords(circularForm, { ...facts, entry, visits: [person] })
    for (const secret of ['何建明', '13800005678', '欧阳文静']) expect(text).not.toContain(secret)
    expect(text).toContain('1．欧阳**：负责人何**（138****5678）不在岗。')
    expect(text).toContain('依法不予公开，已作遮盖')
    expect(madeWords(circularForm, counted())).not.toContain('遮盖')
  })

  it('marks what is quoted inside a quotation as such', () => {
    expect(madeWords(circularForm, facts)).toContain(
      '组织开展了“2026年第四季度城镇燃气和物业服务‘双随机、一公开’抽查”（云住建发〔2026〕58号）',
    )
  })

  it('names whoever has a problem with it, and does not name whoever has none', () => {
    const visits = facts.visits.map((visit, index) => ({
      ...visit,
      entry: {
        ...noVisitEntry,
        result: index === 3 ? '发现问题待后续处理' : '未发现问题',
        handling: index === 3 ? '立案处罚' : '无需处理',
        problems: index === 3 ? '维修资金未公示' : null,
      },
    }))
    const text = madeWords(circularForm, { ...facts, visits })
    const named = visits.filter(({ object }) => text.includes(object.name))
    expect(named.map(({ order }) => order)).toEqual([4])
    expect(text).toContain('：维修资金未公示')
    expect(text).toContain('：立案处罚。')
  })

  it('says figures, problems, handling and demands to whom it is addressed', () => {
    const text = madeWords(circularForm, counted())
    for (const words of [
      '各物业服务企业、各燃气经营企业：',
      '本次随机抽取检查对象25个，抽取后更换0次，已登记检查结果21个，其中未发现问题18个',
      '其余4个结果待登记',
      '当场处理2个',
      '个别企业巡检台账记录不完整',
      '于12月31日前将自查情况报我局',
      '2026年12月15日',
    ])
      expect(text).toContain(words)
  })

  it('is titled after its inspection', () => {
    expect(madeForm(circularForm, facts).title).toBe(
      '关于2026年第四季度城镇燃气和物业服务“双随机、一公开”抽查情况的通报',
    )
  })
})
