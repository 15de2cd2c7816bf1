import { describe, expect, test } from 'vitest'
import type { CoreContext } from '../../../../electron/core/context.ts'
import type { Core } from '../../../../electron/core/core.ts'
import { readFreezeSlipFacts } from '../../../../electron/core/draws/freeze-slip-facts.ts'
import { renderForm } from '../../../../electron/documents/pdf/render-form.ts'
import { freezeSlip } from '../../../../shared/forms/freeze-slip.ts'
import { dense, needTools, textOfPages } from '../../documents/pdf/tools.ts'
import { freeze, giveDigits, hold, openSample, operator, refusalOf, showAndConfirm } from '../sample-core.ts'
import {
  eachPlan,
  inspectorId,
  matchPlan,
  objectId,
  objectsOnlyPlan,
  replaceInspectorPlan,
  replaceObjectPlan,
  teamsPlan,
} from '../sample-registers.ts'

const why = { reason: '停电', approver: '苏文彬' }
const order = { ...why, supervisor: '陈国栋' }

/** What the slip says, from the database and nothing else: a context with no clock in it is enough. */
function slip(core: Core, number: string) {
  return readFreezeSlipFacts({ database: core.database } as CoreContext, number)
}

describe('the slip of a freeze tells', () => {
  test('what was frozen: lists by their numbers, strata with chances, seats, rule, F and C', () => {
    const { core } = openSample()
    const leaveOut = { inspectors: [{ id: inspectorId(8), reason: '值班' }] }
    const frozen = freeze(core, teamsPlan({ leaveOut, supervisor: '杨志强' }))
    const facts = slip(core, frozen.number)
    expect(facts).toMatchObject({
      attempt: 1,
      office: '示例县住房和城乡建设局',
      items: ['抽查事项1'],
      conditions: '经营类别为物业服务',
      startedAt: frozen.committedAt,
      frozenAt: frozen.frozenAt,
      due: 6,
      teamCount: 2,
      freeze: frozen.freeze,
      commit: frozen.commitment,
      qrText: `SSJ-DRAW-1 ${frozen.number} F=${frozen.freeze} C=${frozen.commitment}`,
      objectRegister: { total: 16, listed: 10, excludedRows: 0 },
      inspectorRegister: { total: 10, listed: 7, excludedRows: 3 },
      strata: [
        { id: 'TS', name: '投诉多的', size: 2, drawn: 2, probability: '2/2（100.00%）' },
        { id: 'YB', name: '其余', size: 8, drawn: 4, probability: '4/8（50.00%）' },
      ],
      signatories: { operator, supervisor: '杨志强' },
    })
    expect(facts.inspectorRegister.excluded).toContainEqual({
      reason: '经决定不列入本次抽取',
      clause: '值班',
      count: 1,
    })
    // The conditions and the sentence of each stratum stand elsewhere on the slip, once.
    expect(facts.rule.join('')).toContain('先抽出2个检查组')
    expect(facts.rule.join('')).not.toContain('定向抽取')
    for (const { basis } of facts.strata) expect(facts.rule.join('')).not.toContain(basis)
  })

  test('how many recusals were frozen', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    expect(slip(core, number).recusals).toBe(1)
  })

  test('of a further attempt its own F and C, and why there is one', () => {
    const { core } = openSample()
    const first = freeze(core, eachPlan())
    core.draws.abort(operator, first.number, order)
    core.draws.again(operator, first.number, why)
    core.draws.freeze(operator, first.number)
    const facts = slip(core, first.number)
    expect(facts).toMatchObject({ attempt: 2, ...why })
    expect(facts.freeze).not.toBe(first.freeze)
    expect(facts.commit).not.toBe(first.commitment)
  })

  test('of a match and of replacements what they amend, and who or what is to be replaced', () => {
    const { core } = openSample()
    const { number } = hold(core, objectsOnlyPlan())
    const match = freeze(core, matchPlan(number))
    expect(slip(core, match.number)).toMatchObject({ kind: 'match', due: 4, strata: [], amends: { number } })
    giveDigits(core, match.number)
    const matched = showAndConfirm(core, match.number)
    const pair = matched.shown.find((step) => step.step === 'pair')
    if (pair === undefined) throw new Error('nobody was matched')
    const [leaves] = pair.inspectors
    const person = replaceInspectorPlan(number, leaves?.id ?? '', { objects: [pair.object.id] })
    const people = hold(core, person)
    expect(slip(core, people.number)).toMatchObject({
      due: 1,
      approver: '苏文彬（批〔2026〕1号）',
      amends: { number: match.number },
      vacancies: [{ objectName: pair.object.name, inspector: { id: leaves?.id, name: leaves?.name } }],
    })
    const object = freeze(core, replaceObjectPlan(number, pair.object.id))
    expect(slip(core, object.number).vacancies).toMatchObject([
      { objectId: pair.object.id, objectName: pair.object.name, inspector: null },
    ])
  })
})

describe('the slip of a freeze is the same', () => {
  test.each([
    ['of objects with their people', eachPlan],
    ['of teams', teamsPlan],
    ['of objects alone', objectsOnlyPlan],
  ])('%s from the freeze to the confirmation, whatever came out', (_, plan) => {
    const { core } = openSample()
    const { number } = freeze(core, plan())
    const before = slip(core, number)
    core.draws.contribute(operator, number, 1, '31415926')
    expect(slip(core, number)).toEqual(before)
    core.draws.contribute(operator, number, 2, '02718281')
    expect(slip(core, number)).toEqual(before)
    showAndConfirm(core, number)
    expect(slip(core, number)).toEqual(before)
    // Nothing of the outcome can be in what was the same before there was one; no secret either.
    expect(JSON.stringify(before)).not.toMatch(/secret|seed|digits/)
  })

  test('after the draw was amended by another', () => {
    const { core } = openSample()
    const { number } = hold(core, objectsOnlyPlan())
    const before = slip(core, number)
    hold(core, matchPlan(number))
    expect(slip(core, number)).toEqual(before)
  })

  test('after the registers changed', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    const before = slip(core, number)
    core.database.transaction(() => {
      const stamp = { at: '2026-11-20T12:00:00+08:00', by: operator }
      const [first] = core.database.objects.current()
      if (first === undefined) throw new Error('the register is empty')
      core.database.objects.add([{ ...first.row, name: '后来的公司', uscc: null }], stamp)
      const [item] = core.database.items.current()
      if (item !== undefined) core.database.items.add([{ ...item.row, name: '后来的事项' }], stamp)
    })
    expect(slip(core, number)).toEqual(before)
  })
})

describe('there is no slip', () => {
  test('of a number that nobody took', () => {
    const { core } = openSample()
    expect(refusalOf(() => slip(core, 'YL01-2026-0099')).code).toBe('DRAW_UNKNOWN')
  })

  test('before the freeze', () => {
    const { core } = openSample()
    const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
    expect(refusalOf(() => slip(core, number))).toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('还没有锁定'),
    })
  })

  test('of an attempt that was aborted, nor of the next one until it is frozen', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    core.draws.abort(operator, number, order)
    expect(refusalOf(() => slip(core, number))).toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('第1次抽取已中止'),
    })
    core.draws.again(operator, number, why)
    expect(refusalOf(() => slip(core, number)).message).toContain('还没有锁定')
  })

  test('of an outcome that was declared void', () => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan())
    core.draws.declareVoid(operator, number, { ...order, decision: '云住建决〔2026〕3号' })
    expect(refusalOf(() => slip(core, number))).toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('已作废'),
    })
  })
})

test('all that the core tells of a freeze is found again on one page of paper', async (context) => {
  needTools(context, 'pdftotext')
  const { core } = openSample()
  const { number } = freeze(core, teamsPlan({ mode: 'rehearsal' }))
  const facts = slip(core, number)
  const { pdf, pages, missing } = await renderForm(freezeSlip(facts), {
    creationDate: new Date(facts.frozenAt),
  })
  expect({ pages, missing }).toEqual({ pages: 1, missing: [] })
  const paper = dense(textOfPages(pdf).join(''))
  const told = [
    facts.number,
    facts.task.name,
    facts.venue,
    facts.conditions,
    facts.software,
    facts.freeze.slice(0, 32),
    facts.commit.slice(32),
    ...facts.rule,
    ...facts.strata.flatMap(({ name, basis, probability }) => [name ?? '', basis, probability]),
    ...facts.inspectorRegister.excluded.map(({ reason }) => reason),
    ...facts.witnesses.flatMap(({ role, name }) => [role, name]),
  ]
  for (const text of told) expect(paper).toContain(dense(text))
  expect(paper).not.toContain(objectId(1))
})
