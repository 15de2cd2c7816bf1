import { expect, test } from 'vitest'
import { freeze, giveDigits, openSample, operator, refusalOf, stored } from '../sample-core.ts'
import { eachPlan, teamsPlan } from '../sample-registers.ts'

test('a draft is a draft until a number is taken; from then on it stands where its session stands', () => {
  const { core } = openSample()
  const id = core.draws.draft(operator, eachPlan())
  expect(core.draws.readDraft(id)).toMatchObject({ state: 'draft', id, kind: 'draw', mode: 'official' })
  expect(core.database.draws.draws()).toEqual([])
  const { number } = core.draws.commit(operator, id)
  expect(core.draws.readDraft(id)).toMatchObject({ state: 'committed', number })
  core.draws.freeze(operator, number)
  expect(core.draws.readDraft(id)).toEqual(core.draws.read(number))
})

test('a draft that is not there is refused', () => {
  const { core } = openSample()
  freeze(core, eachPlan())
  expect(refusalOf(() => core.draws.readDraft('nothing')).code).toBe('DRAFT_UNKNOWN')
})

test('drafts wait until a number is taken for them, the last touched first, and can be discarded till then', () => {
  const { core } = openSample()
  const first = core.draws.draft(operator, eachPlan())
  const second = core.draws.draft(operator, teamsPlan())
  expect(core.draws.drafts()).toMatchObject([
    { id: second, kind: 'draw', mode: 'official', task: '物业服务检查' },
    { id: first, task: '燃气经营检查' },
  ])
  core.draws.draft(operator, eachPlan({ venue: '别处' }), first)
  expect(core.draws.drafts().map(({ id }) => id)).toEqual([first, second])
  expect(core.draws.draftedPlan(first)).toMatchObject({ id: first, number: null, plan: { venue: '别处' } })

  const { number } = core.draws.commit(operator, first)
  expect(core.draws.drafts().map(({ id }) => id)).toEqual([second])
  expect(core.draws.draftedPlan(first)).toMatchObject({ number })
  expect(refusalOf(() => core.draws.discardDraft(first)).code).toBe('DRAFT_USED')
  core.draws.discardDraft(second)
  expect(core.draws.drafts()).toEqual([])
  for (const call of [() => core.draws.discardDraft(second), () => core.draws.draftedPlan(second)])
    expect(refusalOf(call).code).toBe('DRAFT_UNKNOWN')
})

test('a preview tells the lists although people would be missing, and says what a freeze would refuse', () => {
  const { core } = openSample()
  const plan = eachPlan({ slots: Array.from({ length: 9 }, () => ({ role: 'M' })) })
  const before = stored(core)
  const { problem, objects, strata } = core.draws.preview(operator, plan)
  expect({ objects, strata }).toMatchObject({ objects: 5, strata: [{ size: 5, sample: 3 }] })
  expect(stored(core)).toEqual(before)
  const { number } = core.draws.commit(operator, core.draws.draft(operator, plan))
  expect(problem).toEqual(refusalOf(() => core.draws.freeze(operator, number)))
  expect(problem?.code).toBe('NOT_ENOUGH_INSPECTORS')
  expect(core.draws.preview(operator, eachPlan()).problem).toBeNull()
  const none = eachPlan({ strata: [{ id: 'RQ', name: '燃气经营企业', number: 6 }] })
  expect(refusalOf(() => core.draws.preview(operator, none)).code).toBe('NOT_ENOUGH_OBJECTS')
})

test('an approval that is named with an abort, a void or a further attempt is in the ledger with it', () => {
  const { core } = openSample()
  const { number } = freeze(core, eachPlan())
  const approval = { number: '批〔2026〕7号', date: '2026-11-20', scan: null }
  const order = { reason: '停电', approver: '苏文彬', supervisor: '陈国栋', approval }
  const approvals = () =>
    [...core.database.ledger.entries()]
      .filter(({ entry }) => entry.event === 'draw.approval')
      .map(({ entry }) => entry.data)
  core.draws.abort(operator, number, order)
  core.draws.again(operator, number, { reason: '恢复供电', approver: '苏文彬', approval })
  core.draws.freeze(operator, number)
  giveDigits(core, number)
  core.draws.declareVoid(operator, number, { ...order, decision: '决定〔2026〕3号' })
  const common = { draw: number, name: '苏文彬', number: approval.number, date: approval.date }
  expect(approvals()).toMatchObject([
    { ...common, attempt: 1, purpose: 'abort' },
    { ...common, attempt: 2, purpose: 'again' },
    { ...common, attempt: 2, purpose: 'void' },
  ])
})
