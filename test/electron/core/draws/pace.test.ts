import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import { nextStep } from '../../../../electron/core/draws/sealed-outcome.ts'
import type { RevealStep } from '../../../../shared/api/session.ts'
import { freeze, giveDigits, hold, openSample, operator, refusalOf } from '../sample-core.ts'
import { eachPlan, inspectorId, replaceInspectorPlan, teamsPlan } from '../sample-registers.ts'

/** How many steps stand revealed after every key of a session, to its end. */
function keys(core: Core, number: string, pace: 'all' | 'tens' | 'each'): number[] {
  const revealed: number[] = []
  for (let session = core.draws.read(number); session.state === 'drawn'; ) {
    session = core.draws.next(operator, number, pace)
    if ('revealed' in session) revealed.push(session.revealed)
  }
  return revealed
}

const drawn = (core: Core, plan: object) => giveDigits(core, freeze(core, plan).number).number

describe('the next step shows as much as the pace says', () => {
  test('all at once: the objects, then the teams, then the pairing', () => {
    const { core } = openSample()
    expect(keys(core, drawn(core, teamsPlan()), 'all')).toEqual([6, 8, 14])
  })

  test('without teams: the objects, then the pairing', () => {
    const { core } = openSample()
    expect(keys(core, drawn(core, eachPlan()), 'all')).toEqual([3, 6])
  })

  test('a replacement is one step at any pace', () => {
    const { core } = openSample()
    const { number, shown } = hold(core, eachPlan())
    const pair = shown.find((step) => step.step === 'pair')
    const leaves = pair?.step === 'pair' ? pair.inspectors[0]?.id : inspectorId(1)
    expect(keys(core, drawn(core, replaceInspectorPlan(number, leaves ?? '')), 'all')).toEqual([1])
  })

  test('one by one', () => {
    const { core } = openSample()
    expect(keys(core, drawn(core, eachPlan()), 'each')).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('ten at a time, and never beyond the group that is being shown', () => {
    const objects = Array.from({ length: 23 }, () => ({ step: 'object' }))
    const teams = [{ step: 'team' }, { step: 'team' }]
    const pairs = Array.from({ length: 23 }, () => ({ step: 'pair' }))
    const steps = [...objects, ...teams, ...pairs] as unknown as readonly RevealStep[]
    const stands: number[] = []
    for (let at = 0; at < steps.length; ) {
      at = nextStep(steps, at, 'tens')
      stands.push(at)
    }
    expect(stands).toEqual([10, 20, 23, 25, 35, 45, 48])
  })

  test('a pace that was changed in the middle goes on from where the reveal stands', () => {
    const { core } = openSample()
    const number = drawn(core, teamsPlan())
    core.draws.next(operator, number, 'each')
    expect(core.draws.next(operator, number, 'all')).toMatchObject({ revealed: 6 })
    core.draws.next(operator, number, 'each')
    expect(core.draws.next(operator, number, 'tens')).toMatchObject({ revealed: 8 })
  })

  test('before the draw and after the last step there is nothing to show', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    expect(refusalOf(() => core.draws.next(operator, number, 'all')).code).toBe('WRONG_STATE')
    giveDigits(core, number)
    keys(core, number, 'all')
    expect(refusalOf(() => core.draws.next(operator, number, 'all')).code).toBe('WRONG_STATE')
  })
})
