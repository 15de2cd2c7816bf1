import { describe, expect, it } from 'vitest'
import { inspectionApprovalForm } from '../../../shared/forms/inspection-approval.ts'
import { nonRandomVisitForm } from '../../../shared/forms/non-random-visit.ts'
import { replacementApprovalForm } from '../../../shared/forms/replacement-approval.ts'
import { madeWords, tickedWords } from './made-form.ts'
import { sampleFacts, sampleReplacement } from './sample-facts.ts'
import { blankInspection, sampleInspection } from './sample-inspection.ts'

const facts = sampleInspection('typical')

describe('行政检查审批表', () => {
  it('says what is asked for: ground, objects, days, way, content and people', () => {
    const text = madeWords(inspectionApprovalForm, facts)
    for (const words of [
      '列入：2026年度抽查计划 2026-01',
      '随机抽取25个：',
      '2026年11月23日至12月4日',
      '《城镇燃气管理条例》第四十一条',
      '沈伟',
      '2026年11月16日',
    ])
      expect(text).toContain(words)
    for (const { object } of facts.visits) expect(text).toContain(object.id)
  })

  it('counts every inspector once, in however many groups', () => {
    expect(madeWords(inspectionApprovalForm, facts)).toContain('共6人：')
  })

  it('tells an inspection outside the plan with its reason (S4 （十八）)', () => {
    const scheme = facts.scheme === null ? null : { ...facts.scheme, line: null, outside: '投诉举报较多' }
    expect(madeWords(inspectionApprovalForm, { ...facts, scheme })).toContain('计划外抽查：投诉举报较多')
  })

  it('prints the approval of the scheme, and leaves the opinions to those who have them', () => {
    const text = madeWords(inspectionApprovalForm, facts)
    expect(text).toContain('苏文彬批准，批准文号云住建方案〔2026〕1号，批准日期2026年11月18日')
    for (const label of ['承办人\n意见', '承办机构\n负责人意见', '本机关\n负责人\n审批意见'])
      expect(text).toContain(label)
    expect(text.match(/签名：/g)).toHaveLength(3)
    expect(madeWords(inspectionApprovalForm, { ...facts, scheme: null })).not.toContain('苏文彬')
  })
})

describe('回避、更换人员审批表', () => {
  const replaced = sampleInspection('typical', { draw: sampleReplacement() })

  it('says who left, who was drawn instead, where, why and by whose consent (S3 第十八条)', () => {
    const text = madeWords(replacementApprovalForm, replaced)
    const [entry] = replaced.draw?.replacements ?? []
    for (const words of [
      entry?.from,
      entry?.to,
      entry?.draw,
      entry?.approver,
      entry?.approvalNumber,
      ...(entry?.objects ?? []),
    ])
      expect(text).toContain(words)
    expect(text).toContain('更换1次')
  })

  it('ticks the reason that was given and no other', () => {
    const replacementOf = (reason: string) => {
      const draw = sampleReplacement()
      const replacements = draw.replacements.map((entry) => ({ ...entry, reason }))
      return madeWords(replacementApprovalForm, {
        ...replaced,
        draw: { ...draw, recusals: [], replacements },
      })
    }
    expect(tickedWords(replacementOf('工作岗位调整'))).toEqual(['岗位调整'])
    expect(tickedWords(replacementOf('身体健康状况'))).toEqual(['健康'])
    expect(tickedWords(replacementOf('出差'))).toEqual([])
    expect(replacementOf('出差')).toContain('出差')
  })

  it('tells recusals that took effect when the lists were frozen', () => {
    const text = madeWords(replacementApprovalForm, facts)
    for (const { object, inspector, reason } of facts.draw?.recusals ?? [])
      for (const words of [object, inspector, reason]) expect(text).toContain(words)
    expect(text).toContain('锁定名单时已回避')
  })

  it('says the number of replacements also when there was none, and has rows to write in', () => {
    const none = sampleInspection('typical', { draw: sampleFacts(3, { recusals: [] }) })
    const text = madeWords(replacementApprovalForm, none)
    expect(text).toContain('更换0次，回避0条')
    expect(text.match(/☐ 岗位调整/g)).toHaveLength(3)
    expect(madeWords(replacementApprovalForm, blankInspection())).toContain('更换次数')
  })

  it('has a row to apply in below those who were kept apart from the beginning', () => {
    expect(facts.draw?.replacements).toEqual([])
    expect(facts.draw?.recusals.length).toBeGreaterThan(0)
    expect(madeWords(replacementApprovalForm, facts)).toContain('☐ 回避\n☐ 更换')
  })

  it('says that a substitute is drawn and never named, with the clause', () => {
    const text = madeWords(replacementApprovalForm, facts)
    expect(text).toContain('替补人员不指定')
    expect(text).toContain('云岭细则第十二条')
  })
})

describe('非双随机检查登记表', () => {
  it('says the case, the object and what was found', () => {
    const text = madeWords(nonRandomVisitForm, facts)
    expect(tickedWords(text)).toEqual(['投诉举报', '不合格'])
    for (const words of [
      'YL01-V000003',
      '云岭县石桥第9物业服务有限公司',
      '云住建投〔2026〕11号',
      '2026年5月6日',
      '未公示收费标准',
      '已责令整改并复查',
    ])
      expect(text).toContain(words)
  })

  it('has every ground for a visit without a draw to tick (S0 三（二）, S3 第三条)', () => {
    const text = madeWords(nonRandomVisitForm, blankInspection())
    for (const kind of [
      '投诉举报',
      '转办交办督办',
      '其他部门移送',
      '大数据监测发现',
      '突发安全事件',
      '上级专门部署',
    ])
      expect(text).toContain(`☐ ${kind}`)
    expect(text).not.toContain('☑')
  })

  it('does not say of an object without a result that it passed or failed', () => {
    const { nonRandom } = facts
    const open = nonRandom === null ? null : { ...nonRandom, passed: null }
    expect(tickedWords(madeWords(nonRandomVisitForm, { ...facts, nonRandom: open }))).toEqual(['投诉举报'])
  })
})
