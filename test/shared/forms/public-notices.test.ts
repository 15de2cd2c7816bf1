import { describe, expect, test } from 'vitest'
import { beforeNotice, beforeNoticeForm } from '../../../shared/forms/before-notice.ts'
import type { InspectionFacts, VisitFacts } from '../../../shared/forms/inspection-facts.ts'
import type { NoticePaper } from '../../../shared/forms/notice-paper.ts'
import { resultNotice, resultNoticeForm } from '../../../shared/forms/result-notice.ts'
import { noVisitEntry } from '../../../shared/forms/visit-entry.ts'
import { wordsOf } from './form-texts.ts'
import { sampleAfterAborts, sampleFacts } from './sample-facts.ts'
import { blankInspection, sampleInspection } from './sample-inspection.ts'

/** The usual inspection, about which nothing stands against telling it beforehand. */
function told(change: Partial<InspectionFacts> = {}): InspectionFacts {
  const facts = sampleInspection('typical', change)
  return { ...facts, entry: { ...facts.entry, noDisclosureReason: null } }
}

function changed(facts: InspectionFacts, at: number, change: (visit: VisitFacts) => VisitFacts) {
  return { ...facts, visits: facts.visits.map((visit, index) => (index === at ? change(visit) : visit)) }
}

/** Everything that a notice says in any of its forms. */
function saidBy(paper: NoticePaper | null): string {
  if (paper === null) throw new Error('there is no notice')
  return `${wordsOf(paper.model)}\n${JSON.stringify(paper.sheets)}`
}

const person = {
  name: '欧阳小明',
  kind: '从业人员',
  creditCode: null,
  address: '云岭县城关镇人民路3号2单元',
  phone: '13800001234',
  contact: null,
}

describe('事前公示稿 (S1 附件4五4)', () => {
  test('names every drawn object and every inspector, and how the draw can be recomputed', () => {
    const facts = told()
    const said = saidBy(beforeNotice(facts, '2026-11-21'))
    for (const { object } of facts.visits) expect(said).toContain(object.name)
    for (const { inspectors } of facts.visits) for (const { name } of inspectors) expect(said).toContain(name)
    expect(said).toContain(facts.draw?.freeze)
    expect(said).toContain(facts.draw?.qrText)
    expect(said).toContain('2026年11月21日')
    expect(said).toContain('0871-5550112')
  })

  test('tells the numbers of attempts, aborts, voids and replacements, also where they are 0', () => {
    const once = sampleFacts(2)
    expect(saidBy(beforeNotice(told({ draw: once }), null))).toContain('抽取1次，中止0次，作废0次，更换0次')
    const third = sampleAfterAborts()
    expect(saidBy(beforeNotice(told({ draw: third }), null))).toContain('抽取3次，中止1次，作废1次，更换0次')
  })

  test('tells people who were sent without a draw, with their numbers covered', () => {
    const sent = '直接委派（原因：人员不足）：赵伟（执法证号11532200000）。以上人员未经随机抽取'
    const draw = { ...sampleFacts(2), grounds: [{ title: '人员来源', text: sent }] }
    const paper = beforeNotice(told({ draw }), null)
    expect(saidBy(paper)).toContain('以上人员未经随机抽取')
    expect(saidBy(paper)).not.toContain('11532200000')
  })

  test('covers a natural person: surname, 乡镇, no number; a firm stands as it is registered', () => {
    const facts = changed(told(), 1, (visit) => ({ ...visit, object: { ...visit.object, ...person } }))
    const paper = beforeNotice(facts, null)
    const said = saidBy(paper)
    expect(said).toContain('欧阳**')
    expect(said).toContain('云岭县城关镇')
    for (const secret of ['欧阳小明', '人民路3号2单元', '13800001234']) expect(said).not.toContain(secret)
    const covered = paper?.masked.filter(({ where }) => where.startsWith('第2个检查对象'))
    expect(covered?.map(({ meaning, shown }) => [meaning, shown])).toEqual([
      ['自然人姓名', '欧阳**'],
      ['住址', '云岭县城关镇'],
    ])
    expect(said).toContain(facts.visits[0]?.object.address)
  })

  test('has 执法证号 by their last four signs, or in full where the office set it so', () => {
    const facts = told()
    const certificate = facts.visits[0]?.inspectors[0]?.certificate ?? ''
    expect(certificate).toHaveLength(11)
    expect(saidBy(beforeNotice(facts, null))).not.toContain(certificate)
    expect(saidBy(beforeNotice(facts, null))).toContain(`*******${certificate.slice(-4)}`)
    const full = beforeNotice({ ...facts, style: { ...facts.style, certificatesInNotices: 'full' } }, null)
    expect(saidBy(full)).toContain(certificate)
    expect(full?.masked).toEqual([])
  })

  test('never tells the telephone of an object or of whoever was there', () => {
    const facts = told()
    const said = `${saidBy(beforeNotice(facts, null))}${saidBy(resultNotice(facts, null))}`
    const numbers = facts.visits.flatMap(({ object, entry }) => [
      object.phone,
      entry.representativePhone,
      entry.representativeIdentity,
    ])
    expect(numbers.filter((number) => number !== null).length).toBeGreaterThan(0)
    for (const number of numbers) if (number !== null) expect(said).not.toContain(number)
  })

  test('says before the inspection that people are matched later where nobody is matched yet, and not after it', () => {
    const facts = told()
    const bare = { ...facts, visits: facts.visits.map((visit) => ({ ...visit, inspectors: [] })) }
    expect(saidBy(beforeNotice(bare, null))).toContain('检查人员尚未匹配')
    expect(saidBy(resultNotice(bare, null))).not.toContain('尚未匹配')
  })

  test('of a confidential draw there is none, or only the reason, in which no drawn name is left', () => {
    const secret = told({ draw: sampleFacts(3, { confidential: true }) })
    expect(beforeNotice(secret, null)).toBe(null)
    const [first] = secret.visits
    const reason = `检查${first?.object.name}等不能事前公开，检查人员${first?.inspectors[0]?.name}等在检查时出示证件。`
    const facts = { ...secret, entry: { ...secret.entry, noDisclosureReason: reason } }
    const paper = beforeNotice(facts, null)
    const said = saidBy(paper)
    expect(said).toContain('不能事前公开')
    for (const { object, inspectors } of facts.visits)
      for (const name of [object.name, object.creditCode ?? '', ...inspectors.map((one) => one.name)])
        expect(said).not.toContain(name)
    expect(paper?.free.map(({ covered }) => covered)).toEqual([true])
  })
})

describe('结果公示稿 (S1 第十一条, S2 第十六条, S3 第二十三条)', () => {
  test('has every object with day, result and handling, and counts the categories', () => {
    const facts = sampleInspection('one')
    const [visit] = facts.visits
    const said = saidBy(resultNotice(facts, '2026-12-12'))
    expect(said).toContain(visit?.object.name)
    expect(said).toContain(visit?.entry.endedAt?.slice(0, 10))
    expect(said).toContain(`${visit?.entry.result}1个`)
    expect(said).toContain(visit?.entry.handling)
  })

  test('says of an object without a result that there is none yet', () => {
    const facts = changed(told(), 0, (visit) => ({ ...visit, entry: noVisitEntry }))
    expect(saidBy(resultNotice(facts, null))).toContain('尚无检查结果')
  })

  test('tells what became of 整改, so that it can be published a second time (S1 附件4五7)', () => {
    const facts = changed(sampleInspection('one'), 0, (visit) => ({
      ...visit,
      entry: {
        ...visit.entry,
        handling: '责令整改',
        rectificationDue: '2026-12-20',
        recheckedOn: '2026-12-21',
        recheckResult: '已全部整改到位',
      },
    }))
    const said = saidBy(resultNotice(facts, null))
    for (const words of ['整改和后续处理', '2026-12-20', '2026-12-21', '已全部整改到位'])
      expect(said).toContain(words)
  })

  test('lists every free text to be read, and covers in it whom the register knows', () => {
    const facts = changed(told(), 0, (visit) => ({
      ...visit,
      object: { ...visit.object, phone: '13911112222' },
      entry: {
        ...visit.entry,
        representative: '郑小明',
        problems: '郑小明（13911112222）不在场，由钱某代签。',
      },
    }))
    const paper = resultNotice(facts, null)
    expect(saidBy(paper)).toContain('郑**（139****2222）不在场，由钱某代签。')
    const listed = paper?.free.find(({ where, field }) => where.startsWith('第1个') && field === '发现的问题')
    expect(listed).toMatchObject({ text: '郑**（139****2222）不在场，由钱某代签。', covered: true })
  })

  test('tells why the names were not public beforehand', () => {
    const facts = sampleInspection('typical')
    expect(facts.entry.noDisclosureReason).not.toBe(null)
    expect(saidBy(resultNotice(facts, null))).toContain(facts.entry.noDisclosureReason)
  })

  test('of a confidential draw there is none', () => {
    expect(resultNotice(told({ draw: sampleFacts(3, { confidential: true }) }), null)).toBe(null)
  })
})

describe('as papers', () => {
  test('what was not confirmed is marked 待核对, a rehearsal besides as such', () => {
    expect(beforeNoticeForm.build(told())?.marks).toEqual(['待核对'])
    const rehearsal = told({ draw: sampleFacts(2, { mode: 'rehearsal' }) })
    expect(resultNoticeForm.build(rehearsal)?.marks).toEqual(['演练', '待核对'])
    expect(resultNotice(told(), null)?.model.marks).toEqual([])
  })

  test('a blank one has room and no words of the program', () => {
    for (const form of [beforeNoticeForm, resultNoticeForm]) {
      const model = form.build(blankInspection())
      expect(model?.marks).toEqual([])
      expect(model === null ? '' : wordsOf(model)).not.toMatch(/undefined|null|NaN|共0/)
    }
  })

  test('the tables of the workbook have as many cells as columns', () => {
    for (const paper of [beforeNotice(told(), null), resultNotice(told(), null)])
      for (const { columns, rows } of paper?.sheets ?? [])
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]))
  })
})
