import { describe, expect, test } from 'vitest'
import { nextStep } from '../../../renderer/console/home/next-step.ts'
import type { Overview } from '../../../shared/api/overview-contract.ts'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'

const draw: DrawSummary = {
  number: 'YL01-2026-0001',
  kind: 'draw',
  mode: 'official',
  state: 'frozen',
  attempt: 1,
  task: '物业服务检查',
  root: null,
  takenAt: '2026-11-20T09:00:00+08:00',
  archived: false,
}
const ready: Overview = {
  office: { code: 'YL01', name: '云岭县住房和城乡建设局' },
  registers: { objects: 412, inspectors: 32, items: 13, recusals: 14, plans: 6, visits: 0, powers: 15 },
  open: [],
  unsigned: [],
  drafts: [],
  last: [],
  due: [],
  work: {
    unconfirmed: 0,
    plan: { year: 2026, lines: 6, approved: true },
    schemes: { drafts: 0, ready: 1 },
  },
  sampleLoaded: false,
}

describe('the next step', () => {
  test('without an office the first page offers two ways, and there is no next step', () => {
    expect(nextStep({ ...ready, office: null })).toBeNull()
  })
  test('a draw needs its items first, then objects, then inspectors', () => {
    const registers = { objects: 0, inspectors: 0, items: 0, recusals: 0, plans: 0, visits: 0, powers: 0 }
    expect(nextStep({ ...ready, registers })?.path).toBe('/items/import')
    expect(nextStep({ ...ready, registers: { ...registers, items: 1 } })?.path).toBe('/objects/import')
    expect(nextStep({ ...ready, registers: { ...registers, items: 1, objects: 1 } })?.path).toBe(
      '/inspectors/import',
    )
  })
  test('a session that stands open comes before everything', () => {
    const unsigned = [{ ...draw, number: 'YL01-2026-0002', state: 'confirmed' as const }]
    expect(nextStep({ ...ready, open: [draw], unsigned })?.path).toBe('/draws/YL01-2026-0001')
    expect(nextStep({ ...ready, unsigned })?.path).toBe('/draws/YL01-2026-0002')
  })
  test('an unfinished draft is gone on with before a new draw is begun', () => {
    const drafts = [{ id: '00000000-0000-4000-8000-000000000001', task: '燃气检查', updatedAt: draw.takenAt }]
    expect(nextStep({ ...ready, drafts })?.path).toBe(`/draws/draft/${drafts[0]?.id}`)
    expect(nextStep(ready)?.path).toBe('/draws/new')
  })
  test('confirm the items, plan, approve, write a scheme, approve it, draw; meanwhile a rehearsal is offered', () => {
    const { work } = ready
    const none = { drafts: 0, ready: 0 }
    const at = (more: Partial<Overview['work']>) =>
      nextStep({ ...ready, work: { ...work, schemes: none, ...more } })
    const steps = [
      at({ unconfirmed: 11, plan: { year: 2026, lines: 0, approved: false } }),
      at({ plan: { year: 2026, lines: 0, approved: false } }),
      at({ plan: { year: 2026, lines: 6, approved: false } }),
      at({}),
      at({ schemes: { drafts: 2, ready: 0 } }),
      at({ schemes: { drafts: 2, ready: 1 } }),
    ]
    expect(steps.map((step) => step?.button)).toEqual([
      '确认适用对象',
      '编制年度计划',
      '去报审和登记批准',
      '编制实施方案',
      '去登记批准',
      '开始一场摇号',
    ])
    expect(steps.slice(0, -1).map((step) => step?.other?.path)).toEqual(Array(5).fill('/draws/new/rehearsal'))
    expect(steps.at(-1)?.other).toBeUndefined()
  })
})
