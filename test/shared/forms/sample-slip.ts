import type { FreezeSlipFacts } from '../../../shared/forms/freeze-slip-facts.ts'
import { sampleDigest, sampleFacts } from './sample-facts.ts'

/** A slip of the usual size: two strata, teams of two, two witnesses. */
export function sampleSlip(change: Partial<FreezeSlipFacts> = {}): FreezeSlipFacts {
  const facts = sampleFacts()
  return {
    number: facts.number,
    kind: 'draw',
    mode: 'official',
    attempt: 1,
    office: facts.office,
    task: facts.task,
    items: facts.items.map(({ name }) => name),
    conditions: facts.conditions,
    startedAt: facts.startedAt,
    frozenAt: facts.frozenAt,
    venue: facts.venue,
    software: facts.software,
    algorithm: facts.algorithm,
    amends: null,
    reason: null,
    approver: null,
    objectRegister: facts.objectRegister,
    inspectorRegister: facts.inspectorRegister,
    due: facts.due,
    strata: facts.strata,
    teamCount: facts.teamCount,
    slots: facts.slots,
    vacancies: [],
    freeze: facts.freeze,
    commit: facts.commit,
    qrText: `SSJ-DRAW-1 ${facts.number} F=${facts.freeze} C=${facts.commit}`,
    grounds: facts.grounds,
    notes: [],
    recusals: 2,
    rule: [
      '各层分别抽取，机会均等：每次从名单中抽一个号，已抽中的跳过，抽满为止。',
      '先抽出3个检查组，2人一组，其中组长席1个；再逐个对象在适合的组中抽取一组，承担对象最少的优先。',
      '没有适合的组的对象，另抽一组人员。',
      '种子R由名单校验码F、秘密数S和2名见证人的数字共同算出，任何一方都不能单独决定结果，任何人都能重算。',
    ],
    witnesses: [
      { seat: 1, role: '派驻纪检监察组', name: '陈国栋' },
      { seat: 2, role: '企业代表', name: '马丽琼' },
    ],
    signatories: { operator: '王操作', supervisor: '杨志强' },
    ...change,
  }
}

/** `text` repeated until it has 40 characters. */
const forty = (text: string): string => text.repeat(40).slice(0, 40)

/** A slip that a clerk would call long: 10 strata, 12 reasons for leaving out, names of 40 characters, 5 witnesses. */
export function longSlip(change: Partial<FreezeSlipFacts> = {}): FreezeSlipFacts {
  const strata = Array.from({ length: 10 }, (_, index) => ({
    id: `C${index + 1}`,
    name: forty(`第${index + 1}层云岭县物业服务企业`),
    size: 1000 + index,
    drawn: 51,
    basis: `${forty(`第${index + 1}层云岭县物业服务企业`)}可抽${1000 + index}个，按5%抽取51个，不足一个的进一`,
    probability: `51/${1000 + index}（5.${String(index)}0%）`,
  }))
  const excluded = (what: string) =>
    Array.from({ length: 6 }, (_, index) => ({
      reason: `${what}排除理由${index + 1}`,
      clause: forty(`${what}依据${index + 1}经局党组会议决定`),
      count: 10 + index,
    }))
  return sampleSlip({
    office: forty('云岭县住房和城乡建设局'),
    task: { name: forty('全县物业服务抽查任务'), documentNumber: '云住建发〔2026〕58号' },
    items: [1, 2, 3].map((n) => forty(`第${n}项抽查事项名称`)),
    conditions: `区域为${forty('云岭县各乡镇')}；经营类别为${forty('物业服务')}`,
    venue: forty('云岭县住房和城乡建设局三楼会议室'),
    strata,
    due: 510,
    objectRegister: { total: 10_120, listed: 10_045, excluded: excluded('对象'), excludedRows: 75 },
    inspectorRegister: { total: 175, listed: 100, excluded: excluded('人员'), excludedRows: 75 },
    witnesses: [1, 2, 3, 4, 5].map((seat) => ({
      seat,
      role: `第${seat}个${forty('见证单位名称')}`.slice(0, 40),
      name: '欧阳建国',
    })),
    freeze: sampleDigest('long freeze'),
    ...change,
  })
}
