import { expect, test } from 'vitest'
import { readFrozenFacts } from '../../../../electron/core/draws/frozen-facts.ts'
import { drawPlanSchema } from '../../../../shared/api/draw-plan.ts'
import { matchPlan, objectsOnlyPlan } from '../sample-registers.ts'

/** The facts of a freeze from before there were plans: its plan says nothing of basis, people and reasons. */
function earlier(plan: object) {
  const { basis, people, joint, setAside, exemptTrusted, platform, ...before } = {
    basis: null,
    people: null,
    setAside: null,
    exemptTrusted: null,
    platform: null,
    ...drawPlanSchema.parse(plan),
  } as Record<string, unknown>
  return { plan: before, objectTotal: 5, versions: { objects: {}, inspectors: {} }, notes: [] }
}

test('a freeze of an earlier version of the program is read as one that rests on no plan, with the office’s own people', () => {
  const { plan, grounds, visitItems } = readFrozenFacts(earlier(objectsOnlyPlan()))
  expect(plan).toMatchObject({
    basis: null,
    people: { mode: 'own' },
    joint: null,
    setAside: [],
    platform: null,
  })
  expect([grounds, visitItems]).toEqual([[], {}])
  expect(readFrozenFacts(earlier(matchPlan('YL01-2026-0001'))).plan).toMatchObject({
    people: { mode: 'own' },
    joint: null,
  })
})
