import { describe, expect, test } from 'vitest'
import { freeze, giveDigits, hold, openSample, operator, refusalOf } from '../sample-core.ts'
import {
  eachPlan,
  matchPlan,
  objectsOnlyPlan,
  replaceInspectorPlan,
  replaceObjectPlan,
  teamsPlan,
} from '../sample-registers.ts'

const decision = { reason: '程序有误', approver: '苏文彬', supervisor: '陈国栋', decision: '决定〔2026〕3号' }

describe('the list in force', () => {
  test('is what was drawn, in drawn order, with its people', () => {
    const { core } = openSample()
    const { number, shown } = hold(core, eachPlan())
    const list = core.draws.inForce(number)
    expect(list).toMatchObject({ root: number, newest: number, topology: 'each', teams: [] })
    const objects = shown.flatMap((step) => (step.step === 'object' ? [step.id] : []))
    expect(list.objects.map((object) => object.id)).toEqual(objects)
    expect(list.objects.map((object) => object.order)).toEqual([1, 2, 3])
    for (const { id, inspectors } of list.objects) {
      const pair = shown.find((step) => step.step === 'pair' && step.object.id === id)
      expect(inspectors.map((person) => person.id)).toEqual(
        pair?.step === 'pair' ? pair.inspectors.map((person) => person.id) : [],
      )
      expect(inspectors[0]).toMatchObject({
        leader: false,
        department: expect.stringMatching(/质安站|燃气办/),
      })
    }
  })

  test('has the teams with how much each bears', () => {
    const { core } = openSample()
    const { number } = hold(core, teamsPlan())
    const { teams, objects } = core.draws.inForce(number)
    expect(teams.map((team) => team.number)).toEqual([1, 2])
    for (const team of teams) {
      expect(team.objects).toBe(objects.filter((object) => object.team === team.number).length)
      expect(team.members.map((member) => member.leader)).toEqual([true, false])
    }
  })

  test('follows every replacement once it was shown in full, and a void back', () => {
    const { core } = openSample()
    const { number, shown } = hold(core, eachPlan())
    const first = core.draws.inForce(number)
    const [object] = first.objects
    const replaced = giveDigits(core, freeze(core, replaceObjectPlan(number, object?.id ?? '')).number)
    expect(core.draws.inForce(number)).toEqual(first)
    core.draws.reveal(operator, replaced.number, 1)
    const second = core.draws.inForce(replaced.number)
    expect(second).toMatchObject({ root: number, newest: replaced.number })
    expect(second.objects.slice(1)).toEqual(first.objects.slice(1))
    expect(second.objects[0]?.id).not.toBe(object?.id)
    expect(second.objects[0]?.inspectors).toEqual(object?.inspectors)

    const leaves = second.objects[1]?.inspectors[0]?.id ?? ''
    const person = hold(core, replaceInspectorPlan(number, leaves))
    const third = core.draws.inForce(number)
    expect(third.newest).toBe(person.number)
    expect(third.objects.flatMap((one) => one.inspectors.map((p) => p.id))).not.toContain(leaves)
    core.draws.declareVoid(operator, person.number, decision)
    expect(core.draws.inForce(number)).toEqual(second)
    expect(shown.length).toBeGreaterThan(0)
  })

  test('has nobody on an object until it is matched', () => {
    const { core } = openSample()
    const { number } = hold(core, objectsOnlyPlan())
    expect(core.draws.inForce(number)).toMatchObject({
      topology: 'none',
      objects: [{ inspectors: [] }, {}, {}, {}],
    })
    const match = hold(core, matchPlan(number))
    const list = core.draws.inForce(match.number)
    expect(list).toMatchObject({ root: number, newest: match.number, topology: 'each' })
    for (const { inspectors } of list.objects) expect(inspectors).toHaveLength(2)
  })

  test('does not exist before all was shown, nor after a void', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    expect(refusalOf(() => core.draws.inForce(number)).code).toBe('NOT_DRAWN_YET')
    giveDigits(core, number)
    core.draws.reveal(operator, number, 5)
    expect(refusalOf(() => core.draws.inForce(number)).code).toBe('NOT_DRAWN_YET')
    core.draws.reveal(operator, number, 6)
    expect(core.draws.inForce(number).objects).toHaveLength(3)
    core.draws.declareVoid(operator, number, decision)
    expect(refusalOf(() => core.draws.inForce(number)).code).toBe('DRAW_NOT_STANDING')
    expect(refusalOf(() => core.draws.inForce('YL01-2026-0099')).code).toBe('DRAW_UNKNOWN')
  })
})
