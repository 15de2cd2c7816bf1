import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { RevealStep } from '../../../../shared/api/session.ts'
import { anInspector } from '../../../db/sample-rows.ts'
import {
  freeze,
  giveDigits,
  hold,
  lineOf,
  openSample,
  operator,
  packed,
  refusalOf,
  sha256,
  showAndConfirm,
  stored,
  textOf,
} from '../sample-core.ts'
import {
  eachPlan,
  inspectorId,
  matchPlan,
  objectId,
  objectsOnlyPlan,
  replaceInspectorPlan,
  replaceObjectPlan,
} from '../sample-registers.ts'

const order = { reason: '设备故障', approver: '苏文彬', supervisor: '陈国栋' }
const decision = { ...order, decision: '决定〔2026〕3号' }
const why = { reason: '按决定重新抽取', approver: '苏文彬' }

const objectsOf = (shown: readonly RevealStep[]) => shown.flatMap((s) => (s.step === 'object' ? [s.id] : []))
const pairsOf = (shown: readonly RevealStep[]) =>
  new Map(shown.flatMap((s) => (s.step === 'pair' ? [[s.object.id, s.inspectors.map((i) => i.id)]] : [])))
const replacedBy = (shown: readonly RevealStep[]) =>
  shown.flatMap((s) => (s.step === 'replace' ? [s.drawn.id] : []))[0] ?? ''

/** The ids of a frozen list, and of the excluded with their reason codes. */
function frozenIds(core: Core, number: string, list: 'objects' | 'inspectors' | 'excluded'): string[] {
  const text = String(core.database.draws.freeze(number, 1)?.[list])
  const rows = text.split('\n').slice(1, -1)
  return rows.map((row) =>
    list === 'excluded' ? row.split('\t').slice(0, 3).join(' ') : (row.split('\t')[0] ?? ''),
  )
}

/** Somebody on an object that has no recusal, with that object and whoever else sits there. */
function aSeat(session: ReturnType<typeof hold>) {
  const [object = '', people = []] = [...pairsOf(session.shown)].find(([id]) => id !== objectId(1)) ?? []
  const [inspector = '', other = ''] = people
  return { object, inspector, other }
}

describe('a match', () => {
  test('gives people to some of the objects, a second one to the rest, and no object gets two', async () => {
    const { core } = openSample()
    const root = hold(core, objectsOnlyPlan())
    const [first = '', second = '', ...rest] = objectsOf(root.shown)
    const one = hold(core, matchPlan(root.number, { objects: [first, second] }))
    expect([...pairsOf(one.shown).keys()]).toEqual([first, second].sort())
    const again = freezeRefused(core, matchPlan(root.number, { objects: [first] }))
    expect([again.code, again.message]).toEqual([
      'AMENDMENT_INVALID',
      expect.stringContaining(`对象${first}已匹配过人员`),
    ])
    const two = hold(core, matchPlan(root.number))
    expect([...pairsOf(two.shown).keys()]).toEqual(rest.sort())
    expect(freezeRefused(core, matchPlan(root.number)).message).toContain('没有要匹配的对象')
    const { files, verification } = await packed(core, two.number)
    expect(verification.first).toBeNull()
    expect(lineOf(textOf(files, 'manifest.txt'), 'amends')).toBe(one.digest)
    expect(lineOf(textOf(files, 'earlier/2/manifest.txt'), 'amends')).toBe(root.digest)
  })

  test('takes only objects that were drawn, and leaves none out by decision', () => {
    const { core } = openSample()
    const root = hold(core, objectsOnlyPlan())
    const drawn = objectsOf(root.shown)
    const undrawn = [1, 2, 3, 4, 5].map(objectId).find((id) => !drawn.includes(id)) ?? ''
    const refused = freezeRefused(core, matchPlan(root.number, { objects: [undrawn] }))
    expect(refused.message).toContain(`对象${undrawn}未被抽中`)
    expect(freezeRefused(core, matchPlan(root.number, { objects: [objectId(99)] })).code).toBe('UNKNOWN_ID')
    const leaveOut = { objects: [{ id: drawn[0], reason: '停业' }] }
    expect(() => core.draws.draft(operator, matchPlan(root.number, { leaveOut }))).toThrow(
      '匹配和更换人员时不排除对象',
    )
  })

  test('declared void opens its objects again', () => {
    const { core } = openSample()
    const root = hold(core, objectsOnlyPlan())
    const match = hold(core, matchPlan(root.number))
    core.draws.declareVoid(operator, match.number, decision)
    const other = hold(core, matchPlan(root.number))
    expect([...pairsOf(other.shown).keys()]).toEqual(objectsOf(root.shown).sort())
  })
})

/** What a freeze of the plan is refused with; the attempt is aborted, so that the chain is free again. */
function freezeRefused(core: Core, plan: object): { readonly code: string; readonly message: string } {
  const { number } = core.draws.commit(operator, core.draws.draft(operator, plan))
  const before = stored(core)
  const refusal = refusalOf(() => core.draws.freeze(operator, number))
  expect(stored(core)).toEqual(before)
  core.draws.abort(operator, number, order)
  return refusal
}

describe('a replacement of a person', () => {
  test('draws from whom the seat admits, who sits not there already, and who is not recused', () => {
    const { core } = openSample()
    const root = hold(core, eachPlan())
    const { object, inspector, other } = aSeat(root)
    const { number } = freeze(core, replaceInspectorPlan(root.number, inspector, { objects: [object] }))
    const gas = [1, 2, 3, 4].map(inspectorId)
    expect(frozenIds(core, number, 'inspectors')).toEqual(
      gas.filter((id) => id !== inspector && id !== other),
    )
    expect(frozenIds(core, number, 'excluded')).toEqual([
      ...gas
        .filter((id) => id === inspector || id === other)
        .map((id) => `${id} inspector ${id === inspector ? 'leaves' : 'already-in-the-group'}`),
      ...[5, 6, 7, 8].map((n) => `${inspectorId(n)} inspector other-domain`),
    ])
    expect(frozenIds(core, number, 'objects')).toEqual([object])
  })

  test('a second time leaves out who left before; who entered since is taken only where nobody is left', async () => {
    const { core } = openSample()
    const root = hold(core, eachPlan())
    const { object, inspector, other } = aSeat(root)
    const newcomer = core.registers.add(
      operator,
      'inspectors',
      anInspector(77, { name: '新来的䶮', specialties: ['燃气'], department: '燃气办' }),
    )
    const gas = [1, 2, 3, 4].map(inspectorId)
    const first = hold(core, replaceInspectorPlan(root.number, inspector, { objects: [object] }))
    expect(frozenIds(core, first.number, 'inspectors')).not.toContain(`YL01-${newcomer.serial}`)
    const substitute = replacedBy(first.shown)
    const second = hold(core, replaceInspectorPlan(first.number, substitute, { objects: [object] }))
    const [lastOne = ''] = frozenIds(core, second.number, 'inspectors')
    expect(frozenIds(core, second.number, 'inspectors')).toEqual(
      gas.filter((id) => ![inspector, other, substitute].includes(id)),
    )
    expect(frozenIds(core, second.number, 'excluded')).toContain(`${inspector} inspector left-earlier`)
    const third = hold(core, replaceInspectorPlan(root.number, lastOne, { objects: [object] }))
    expect(frozenIds(core, third.number, 'inspectors')).toEqual([`YL01-${newcomer.serial}`])
    expect(core.drawFacts(third.number).notes.join()).toContain('抽取之后入库')
    const counts = core.drawFacts(third.number).counts
    expect([counts.replacements, counts.singleCandidateChoices]).toEqual([3, 1])
    // The paper of the first replacement, printed now, tells of the later ones by name.
    expect(core.drawFacts(first.number).replacements.at(-1)?.to).toContain('新来的䶮')
    const { files, verification } = await packed(core, third.number)
    expect(verification.first).toBeNull()
    expect(lineOf(textOf(files, 'manifest.txt'), 'amends')).toBe(second.digest)
    // Nobody is left now: the newcomer cannot be replaced by anybody.
    const nobody = freezeRefused(core, replaceInspectorPlan(root.number, `YL01-${newcomer.serial}`))
    expect(nobody.code).toBe('NO_CANDIDATE')
  })

  test('leaves out who is off duty, recused or left out since, each with the reason', () => {
    const { core } = openSample()
    const root = hold(core, eachPlan())
    const { object, inspector, other } = aSeat(root)
    const [a = '', b = ''] = [1, 2, 3, 4].map(inspectorId).filter((id) => id !== inspector && id !== other)
    const row = core.registers.history('inspectors', serial(a)).at(-1)?.row
    core.registers.change(operator, 'inspectors', serial(a), { ...row, state: '退休' })
    core.registers.add(operator, 'recusals', {
      object: serial(object),
      inspector: serial(b),
      reason: '曾任职',
      reasonCode: 'former-post',
    })
    const refused = freezeRefused(core, replaceInspectorPlan(root.number, inspector, { objects: [object] }))
    expect(refused.code).toBe('NO_CANDIDATE')
    const back = core.registers.change(operator, 'inspectors', serial(a), { ...row, state: '在岗' })
    expect(back.version).toBe(3)
    const { number } = freeze(core, replaceInspectorPlan(root.number, inspector, { objects: [object] }))
    expect(frozenIds(core, number, 'inspectors')).toEqual([a])
    expect(frozenIds(core, number, 'excluded')).toContain(`${b} inspector recused`)
  })

  test('of somebody who sits nowhere, or not on that object, is refused', () => {
    const { core } = openSample()
    const root = hold(core, eachPlan())
    expect(freezeRefused(core, replaceInspectorPlan(root.number, inspectorId(5))).code).toBe(
      'NOT_IN_THE_GROUP',
    )
    const { inspector } = aSeat(root)
    const elsewhere = { objects: [objectId(12)] }
    const refused = freezeRefused(core, replaceInspectorPlan(root.number, inspector, elsewhere))
    expect(refused.code).toBe('NOT_IN_THE_GROUP')
  })
})

const serial = (id: string): never => id.slice('YL01-'.length) as never

describe('a replacement of an object', () => {
  test('draws from the undrawn of its stratum that are still in business, and never what left before', async () => {
    const { core } = openSample()
    const root = hold(core, eachPlan({ strata: [{ id: 'RQ', name: '燃气经营企业', number: 2 }] }))
    const drawn = objectsOf(root.shown)
    const vacated = drawn.find((id) => id !== objectId(1)) ?? ''
    const people = pairsOf(root.shown).get(vacated) ?? []
    const undrawn = [1, 2, 3, 4, 5].map(objectId).filter((id) => !drawn.includes(id))
    const first = hold(core, replaceObjectPlan(root.number, vacated))
    const suits = (id: string) => !(id === objectId(1) && people.includes(inspectorId(3)))
    expect(frozenIds(core, first.number, 'objects')).toEqual(undrawn.filter(suits))
    expect(frozenIds(core, first.number, 'inspectors')).toEqual([...people].sort())
    const { total, excludedRows, listed } = core.drawFacts(first.number).objectRegister
    const candidates = undrawn.filter(suits).length
    expect([total, excludedRows, listed]).toEqual([4, 4 - candidates, candidates])
    const second = hold(core, replaceObjectPlan(root.number, replacedBy(first.shown)))
    expect(frozenIds(core, second.number, 'objects')).not.toContain(vacated)
    const { verification } = await packed(core, second.number)
    expect(verification.first).toBeNull()
  })

  test('names a firm that closed and left the register once, and refuses where nothing is left', () => {
    const { core } = openSample()
    const root = hold(core, objectsOnlyPlan())
    const drawn = objectsOf(root.shown)
    const left = [1, 2, 3, 4, 5].map(objectId).find((id) => !drawn.includes(id)) ?? ''
    const row = core.registers.history('objects', serial(left)).at(-1)?.row
    core.registers.change(operator, 'objects', serial(left), { ...row, state: '注销' })
    core.registers.retire(operator, 'objects', serial(left))
    const refused = freezeRefused(core, replaceObjectPlan(root.number, drawn[0] ?? ''))
    expect(refused.code).toBe('NO_CANDIDATE')
    expect(freezeRefused(core, replaceObjectPlan(root.number, left)).code).toBe('NOT_DRAWN')
  })
})

describe('a chain', () => {
  test('is void only from its newest record backwards, and then begins anew from its root', async () => {
    const { core } = openSample()
    const root = hold(core, objectsOnlyPlan())
    const match = hold(core, matchPlan(root.number))
    const before = stored(core)
    expect(refusalOf(() => core.draws.declareVoid(operator, root.number, decision)).code).toBe(
      'NOT_THE_NEWEST',
    )
    expect(stored(core)).toEqual(before)
    core.draws.declareVoid(operator, match.number, decision)
    core.draws.declareVoid(operator, root.number, decision)
    const draft = core.draws.draft(operator, matchPlan(root.number))
    expect(refusalOf(() => core.draws.commit(operator, draft)).code).toBe('DRAW_NOT_STANDING')
    expect(refusalOf(() => core.draws.again(operator, match.number, why)).code).toBe('DRAW_NOT_STANDING')
    core.draws.again(operator, root.number, why)
    core.draws.freeze(operator, root.number)
    giveDigits(core, root.number)
    const anew = showAndConfirm(core, root.number)
    expect(anew.attempt).toBe(2)
    core.draws.again(operator, match.number, why)
    core.draws.freeze(operator, match.number)
    giveDigits(core, match.number)
    showAndConfirm(core, match.number)
    const { files, verification } = await packed(core, match.number)
    expect(verification.first).toBeNull()
    expect(lineOf(textOf(files, 'manifest.txt'), 'amends')).toBe(anew.digest)
    expect(lineOf(textOf(files, 'manifest.txt'), 'previous')).toBe(
      sha256(textOf(files, 'earlier/2/void.txt')),
    )
  })

  test('has one open attempt at a time', () => {
    const { core } = openSample()
    const root = hold(core, eachPlan())
    const { object, inspector } = aSeat(root)
    const first = core.draws.commit(
      operator,
      core.draws.draft(operator, replaceInspectorPlan(root.number, inspector, { objects: [object] })),
    )
    core.draws.abort(operator, first.number, order)
    const open = core.draws.commit(
      operator,
      core.draws.draft(operator, replaceObjectPlan(root.number, object)),
    )
    const other = core.draws.draft(operator, replaceObjectPlan(root.number, object))
    for (const frozen of [false, true]) {
      if (frozen) core.draws.freeze(operator, open.number)
      const before = stored(core)
      for (const call of [
        () => core.draws.commit(operator, other),
        () => core.draws.again(operator, first.number, why),
        () => core.draws.declareVoid(operator, root.number, decision),
      ])
        expect(refusalOf(call).code).toBe('CHAIN_BUSY')
      expect(stored(core)).toEqual(before)
    }
  })

  test('follows what amends what: a number held again after another one comes after it', async () => {
    const { core } = openSample()
    const root = hold(core, objectsOnlyPlan())
    const [vacated = ''] = objectsOf(root.shown)
    const match = core.draws.commit(operator, core.draws.draft(operator, matchPlan(root.number)))
    core.draws.abort(operator, match.number, order)
    const replacement = hold(core, replaceObjectPlan(root.number, vacated))
    core.draws.again(operator, match.number, why)
    core.draws.freeze(operator, match.number)
    giveDigits(core, match.number)
    const matched = showAndConfirm(core, match.number)
    expect([...pairsOf(matched.shown).keys()]).toContain(replacedBy(replacement.shown))
    const { object, inspector } = aSeat(matched)
    const late = hold(core, replaceInspectorPlan(root.number, inspector, { objects: [object] }))
    for (const [number, amends] of [
      [replacement.number, root.digest],
      [match.number, replacement.digest],
      [late.number, matched.digest],
    ] as const) {
      const { files, verification } = await packed(core, number)
      expect(verification.first).toBeNull()
      expect(lineOf(textOf(files, 'manifest.txt'), 'amends')).toBe(amends)
    }
    expect(core.drawFacts(match.number).amends?.number).toBe(replacement.number)
  })
})
