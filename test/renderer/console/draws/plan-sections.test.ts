import { describe, expect, it } from 'vitest'
import { basisInMode } from '../../../../renderer/console/draws/basis-form.ts'
import { proposeFromRules } from '../../../../renderer/console/draws/line-proposal.ts'
import { jointSlots, withoutSeat } from '../../../../renderer/console/draws/people-form.ts'
import { newPlanForm, type PlanForm, planOf } from '../../../../renderer/console/draws/plan-form.ts'
import {
  inShort,
  missingOfPlan,
  obstaclesOfPreview,
} from '../../../../renderer/console/draws/plan-sections.ts'
import type { DrawProposal } from '../../../../shared/api/draw-contract.ts'
import { serialSchema } from '../../../../shared/registry/office.ts'

const fresh = newPlanForm({ venue: '局三楼会议室', operator: '赵敏', witnessRole: '纪检监察人员' })
const line = serialSchema.parse('L000002')
const proposal: DrawProposal = {
  task: '2026年度物业服务企业监督检查随机抽查',
  documentNumber: '云住建〔2026〕3号',
  items: ['物业服务企业监督检查', '住宅专项维修资金检查'],
  conditions: { businessCategories: ['物业服务'] },
  strata: [
    {
      id: 'TS',
      name: '投诉举报多',
      conditions: { marks: ['投诉举报多'] },
      ratio: '100%',
      clause: '常德细则第十一条',
      sentence: '投诉举报多的对象全部列入',
      batchOrder: true,
    },
    {
      id: 'YB',
      name: '一般检查',
      conditions: {},
      ratio: '5%',
      clause: null,
      sentence: '其余对象，按5%抽取',
      batchOrder: false,
    },
  ],
  joint: null,
  registerSize: 120,
  confirmed: true,
  remarks: [],
  platformWanted: false,
  outsideReasons: [],
  group: { min: 3, max: 3, clause: '大洼细则三（六）' },
  drawn: 1,
  planned: 2,
}
const words = (form: PlanForm) => missingOfPlan(form).map((missing) => missing.words)

describe('What a plan line proposes', () => {
  it('fills items, conditions and strata as plan and rules give them, and as many seats as a group must have', () => {
    const form = { ...fresh, ...proposeFromRules(fresh, proposal, null) }
    expect(planOf(form)).toMatchObject({
      task: { name: '2026年度物业服务企业监督检查随机抽查', documentNumber: '云住建〔2026〕3号' },
      items: ['物业服务企业监督检查', '住宅专项维修资金检查'],
      conditions: { businessCategories: ['物业服务'] },
      strata: [
        { id: 'TS', ratio: '100%', conditions: { marks: ['投诉举报多'] } },
        { id: 'YB', ratio: '5%' },
      ],
      slots: [
        { role: 'L', department: '*' },
        { role: 'M', department: '*' },
        { role: 'M', department: '*' },
      ],
    })
  })

  it('leaves a name that somebody wrote, and takes the place of one that another line proposed', () => {
    const first = { ...fresh, ...proposeFromRules(fresh, proposal, null) }
    const other = { ...proposal, task: '2026年度燃气经营安全检查随机抽查' }
    expect(proposeFromRules(first, other, proposal).taskName).toBe(other.task)
    const named = { ...first, taskName: '物业服务专项抽查' }
    expect(proposeFromRules(named, other, proposal)).not.toHaveProperty('taskName')
  })

  it('gives every department of a joint draw a seat, the leader’s to the 发起部门 (S3 第十七条)', () => {
    const joint = { initiator: '住建局', departments: ['住建局', '市场监管局', '消防大队'] }
    const { slots = [] } = proposeFromRules(fresh, { ...proposal, joint }, null)
    expect(slots).toEqual([
      { role: 'L', department: '住建局' },
      { role: 'M', department: '市场监管局' },
      { role: 'M', department: '消防大队' },
    ])
    expect(jointSlots({ initiator: '住建局', departments: ['市场监管局'] }, 3)).toHaveLength(3)
    expect(withoutSeat(joint, slots.slice(0, 2))).toEqual(['消防大队'])
  })
})

describe('What stands in the way of a draw', () => {
  it('is a plan line for an official draw, and for one outside the plan the reason', () => {
    expect(words(fresh)).toContain('选择计划项')
    const outside: PlanForm = {
      ...fresh,
      items: ['燃气经营安全检查'],
      basis: { on: 'outside', reason: '', scheme: null },
    }
    expect(words(outside)).toContain('选择计划外抽查的理由')
    expect(words({ ...outside, basis: { on: 'outside', reason: '上级机关临时部署', scheme: null } })).toEqual(
      ['填写任务名称', '填写见证人的姓名'],
    )
  })

  it('is whatever the core says of it, once, at the section where it is mended', () => {
    const rules = {
      preset: '常德细则',
      registerSize: 120,
      bounds: [],
      savedVisits: 0,
      problems: [
        { code: 'ratio-ceiling', sentence: '多于允许的12个', clause: '常德细则第八条', canSetAside: true },
      ],
      needs: [{ code: 'NOT_APPROVED', sentence: '没有批准的实施方案，只能作为演练' }],
    }
    expect(obstaclesOfPreview(rules, { code: 'RULE_BROKEN', sentence: '多于允许的12个' })).toMatchObject([
      { section: 'strata', words: '多于允许的12个' },
      { section: 'approval', words: '没有批准的实施方案，只能作为演练' },
    ])
    expect(obstaclesOfPreview(null, { code: 'NOT_ENOUGH_INSPECTORS', sentence: '只有3人' })).toMatchObject([
      { section: 'people', words: '只有3人' },
    ])
  })

  it('is said in short beside the form where it is long, up to its first stop', () => {
    const long = `名单不能锁定，因为抽取后会缺人：${'对象“云岭县祥恒物业服务有限公司”需1人；'.repeat(6)}`
    expect(inShort(long)).toBe('名单不能锁定，因为抽取后会缺人，详见本节。')
    expect(inShort('填写地点')).toBe('填写地点')
  })

  it('a rehearsal keeps what was chosen, and what becomes official rests on the plan', () => {
    expect(basisInMode({ on: 'none' }, 'official')).toEqual({ on: 'line', line: null, scheme: null })
    expect(basisInMode({ on: 'line', line: null, scheme: null }, 'rehearsal')).toEqual({ on: 'none' })
    const chosen = { on: 'line', line, scheme: null } as const
    expect(basisInMode(chosen, 'rehearsal')).toBe(chosen)
  })
})
