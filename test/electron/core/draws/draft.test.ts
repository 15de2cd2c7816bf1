import { expect, test } from 'vitest'
import { freeze, openSample, operator, refusalOf } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'

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
