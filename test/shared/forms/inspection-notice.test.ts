import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../electron/documents/pdf/render-form.ts'
import { inspectionNoticeForm, noticeHindrance } from '../../../shared/forms/inspection-notice.ts'
import { enteredVisit, madeForm, madeWords } from './made-form.ts'
import { sampleFacts } from './sample-facts.ts'
import { blankInspection, emptyInspection, sampleInspection } from './sample-inspection.ts'

const facts = sampleInspection('typical')
const order = { visit: facts.visits[0] ?? null, documentNumber: null }
const { scheme } = facts

describe('行政检查通知书', () => {
  it.each(['official', 'rehearsal', 'unwitnessed'] as const)(
    'of a draw that is %s is not printed without the approval of a scheme',
    (mode) => {
      const draw = sampleFacts(3, { mode })
      const without = { ...facts, draw, scheme: null }
      const unapproved = { ...facts, draw, scheme: scheme === null ? null : { ...scheme, approval: null } }
      for (const each of [without, unapproved]) {
        expect(inspectionNoticeForm.build(each, order)).toBeNull()
        expect(noticeHindrance(each)).toContain('不得印发行政检查通知书')
        expect(noticeHindrance(each)).toMatch(/请.*登记批准/)
      }
      expect(noticeHindrance(unapproved)).toContain('2026年第四季度城镇燃气和物业服务抽查实施方案')
      expect(noticeHindrance({ ...facts, draw })).toBeNull()
    },
  )

  it('cites the approval that it rests on', () => {
    expect(madeWords(inspectionNoticeForm, facts)).toContain('批准文号：云住建方案〔2026〕1号')
  })

  it('tells the party ground, time, place, content, way, materials and whom to ask', () => {
    const text = madeWords(inspectionNoticeForm, facts)
    for (const words of [
      '《城镇燃气管理条例》第四十一条',
      '2026年11月23日至12月4日',
      '云岭县城关镇人民路1号办公楼及储配站',
      '对燃气经营企业安全管理的检查',
      '燃气经营许可及安全管理制度落实情况',
      '现场检查',
      '营业执照、经营许可证或备案证明',
      '联系人：蒋晓东，联系电话：0871-5550110',
      '2026年11月20日',
    ])
      expect(text).toContain(words)
  })

  it('names every inspector with the whole number of the certificate', () => {
    const [visit] = facts.visits
    const text = madeWords(inspectionNoticeForm, facts)
    for (const { name, certificate } of visit?.inspectors ?? []) {
      expect(text).toContain(name)
      expect(text).toContain(`执法证号：${certificate}`)
    }
    expect(visit?.inspectors.length).toBeGreaterThanOrEqual(2)
  })

  it('tells the party of its rights: to turn away who shows no certificate, to object, to ask for recusal', () => {
    const text = madeWords(inspectionNoticeForm, facts)
    for (const right of ['不出示执法证件', '有权拒绝检查', '申请回避', '陈述和申辩'])
      expect(text).toContain(right)
  })

  it('speaks to a firm as a firm and to a person as a person', () => {
    const [visit] = facts.visits
    if (visit === undefined) throw new Error('the sample has no visit')
    const person = { ...visit, object: { ...visit.object, kind: '从业人员' } }
    expect(madeWords(inspectionNoticeForm, facts)).toContain('对你单位进行行政检查')
    expect(madeWords(inspectionNoticeForm, facts, person)).toContain('对你进行行政检查')
    expect(madeWords(inspectionNoticeForm, blankInspection(), null)).toContain('对你（单位）进行行政检查')
  })

  it('made again after the visit still says the days that the party was told', () => {
    const visited = enteredVisit(facts, { startedAt: '2026-12-02T10:00' })
    const text = madeWords(inspectionNoticeForm, facts, visited)
    expect(text).toContain('2026年11月23日至12月4日')
    expect(text).not.toContain('12月2日')
  })

  it('ends with the seal and, below it, the receipt that proves its delivery', () => {
    const { blocks } = madeForm(inspectionNoticeForm, facts, undefined, '云住建检通〔2026〕3号')
    const kinds = blocks.map(({ kind }) => kind)
    expect(kinds.indexOf('seal')).toBeGreaterThan(0)
    expect(kinds.indexOf('seal')).toBeLessThan(kinds.lastIndexOf('group'))
    const text = madeWords(inspectionNoticeForm, facts, undefined, '云住建检通〔2026〕3号')
    expect(text.match(/云住建检通〔2026〕3号/g)).toHaveLength(2)
    expect(text).toContain('送达回执')
    expect(text).toContain('云岭县城关第1燃气有限公司')
  })

  it('leaves room where nothing was entered, and takes the address from the register', () => {
    const bare = emptyInspection({ scheme })
    const text = madeWords(inspectionNoticeForm, bare)
    expect(text).toContain('三、检查地点：＿＿＿')
    expect(text).toContain('（执法证号：＿＿＿')
    const [visit] = facts.visits
    if (visit === undefined) throw new Error('the sample has no visit')
    const atHome = { ...visit, entry: { ...visit.entry, place: null } }
    expect(madeWords(inspectionNoticeForm, facts, atHome)).toContain('三、检查地点：云岭县城关镇人民路1号。')
  })

  it('is one sheet, front and back, with its receipt: filled in as usual, and blank', async () => {
    const { visit } = order
    const blank = madeForm(inspectionNoticeForm, blankInspection(), null)
    for (const model of [madeForm(inspectionNoticeForm, facts, visit), blank])
      expect((await renderForm(model, { creationDate: new Date('2026-11-20T01:00:00Z') })).pages).toBe(2)
  })

  it('has ruled lines over the whole width where a passage is to be written', () => {
    const { blocks } = madeForm(inspectionNoticeForm, blankInspection(), null)
    const ruled = blocks.filter(({ kind }) => kind === 'lines').length
    // 依据、事项、内容、材料
    expect(ruled).toBe(4)
  })
})
