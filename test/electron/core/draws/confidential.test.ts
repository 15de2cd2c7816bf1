import { describe, expect, test } from 'vitest'
import type { CoreContext } from '../../../../electron/core/context.ts'
import type { Core } from '../../../../electron/core/core.ts'
import { nameNumbers, withoutNames } from '../../../../electron/core/draws/concealed.ts'
import { readFreezeSlipFacts } from '../../../../electron/core/draws/freeze-slip-facts.ts'
import type { DrawSession } from '../../../../shared/api/session.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import {
  digits,
  freeze,
  giveDigits,
  hold,
  openSample,
  operator,
  packed,
  refusalOf,
  showAndConfirm,
  stored,
} from '../sample-core.ts'
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

const secret = { confidential: true }
const disclosure = { date: '2026-11-20', reason: '检查已经全部实施' }
const order = { reason: '停电', approver: '苏文彬', supervisor: '陈国栋' }

/** Names, 统一社会信用代码 and addresses of the objects, and names and 执法证号 of the people, as the registers have them. */
function secretsOf(core: Core): readonly string[] {
  const { objects, inspectors } = core.database
  return [
    ...objects.current().flatMap(({ row }) => [row.name, row.uscc, row.address]),
    ...inspectors.current().flatMap(({ row }) => [row.name, row.certificate]),
  ].filter((text) => text !== null)
}

/** The object that stands first in the list in force. */
function firstOf(core: Core, number: string): string {
  return core.draws.inForce(number).objects[0]?.id ?? ''
}

/** What of it a value tells. */
function told(core: Core, value: unknown): readonly string[] {
  const text = JSON.stringify(value)
  return secretsOf(core).filter((name) => text.includes(name))
}

describe('the stage of a confidential draw (保密抽取)', () => {
  const plans = {
    'objects with people each': eachPlan(secret),
    teams: teamsPlan(secret),
    'objects alone': objectsOnlyPlan(secret),
  }
  for (const [what, plan] of Object.entries(plans))
    test(`gets no name, code or address in any state, and the console all: ${what}`, () => {
      const { core } = openSample()
      const { number } = freeze(core, plan)
      const seen: DrawSession[] = []
      const look = () => seen.push(core.draws.seenByAll(core.draws.read(number)))
      look()
      giveDigits(core, number)
      look()
      for (let step = 1; core.draws.read(number).state === 'drawn'; step += 1) {
        core.draws.reveal(operator, number, step)
        look()
      }
      core.draws.confirm(operator, number)
      look()
      core.draws.declareVoid(operator, number, { ...order, decision: '云住建决〔2026〕1号' })
      look()
      expect(new Set(seen.map(({ state }) => state))).toEqual(
        new Set(['frozen', 'drawn', 'revealed', 'confirmed', 'void']),
      )
      for (const session of seen) expect(told(core, session), session.state).toEqual([])
      const pools = (['object', 'inspector'] as const).map((kind) =>
        core.draws.poolSeenByAll(number, { what: kind, limit: 100, offset: 0 }),
      )
      expect(told(core, pools)).toEqual([])
      expect(told(core, core.draws.read(number)).length).toBeGreaterThan(0)
    })

  test('shows the numbers of what was frozen, with digests, digits, witnesses and task as they are', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan(secret))
    giveDigits(core, number)
    const session = showAndConfirm(core, number)
    const seen = core.draws.seenByAll(session)
    if (seen.state !== 'confirmed') throw new Error('not confirmed')
    const [object] = seen.shown
    const [own] = session.shown
    if (object?.step !== 'object' || own?.step !== 'object') throw new Error('no object was drawn')
    expect(object.name).toBe(`对象 ${own.id.slice('YL01-'.length)}`)
    expect({ ...object, name: own.name }).toEqual(own)
    const pair = seen.shown.find((step) => step.step === 'pair')
    expect(pair?.step === 'pair' && pair.inspectors.every(({ name }) => /^人员 P\d{6}$/.test(name))).toBe(
      true,
    )
    expect({ ...seen, shown: session.shown }).toEqual(session)
    expect(core.draws.poolSeenByAll(number, { what: 'object', limit: 1, offset: 0 }).rows[0]?.name).toBe(
      '对象 O000001',
    )
  })

  test('hides in typed reasons the names of the lists, the longer name first', () => {
    const { core } = openSample()
    const leftOut = [{ id: objectId(1), reason: '与检查员4有亲属关系' }]
    const plan = eachPlan({ ...secret, leaveOut: { objects: leftOut } })
    const { number } = freeze(core, plan)
    const frozen = core.draws.seenByAll(core.draws.read(number))
    expect(told(core, frozen)).toEqual([])
    core.draws.abort(operator, number, { ...order, reason: '漏列燃气公司2的回避关系' })
    const aborted = core.draws.seenByAll(core.draws.read(number))
    expect(aborted).toMatchObject({ state: 'aborted', reason: '漏列对象 O000002的回避关系' })
    const line = { stratum: 'A', domain: null, uscc: null }
    const numbers = nameNumbers([
      {
        objects: [
          { ...line, id: objectId(1), name: '燃气公司' },
          { ...line, id: objectId(2), name: '燃气公司城南分公司' },
        ],
        inspectors: [],
        recusals: [],
        excluded: [],
      },
    ])
    expect(withoutNames('燃气公司城南分公司和燃气公司停业', numbers)).toBe('对象 O000002和对象 O000001停业')
  })

  test('is as before where nothing is secret', () => {
    const { core } = openSample()
    const session = hold(core, eachPlan())
    expect(core.draws.seenByAll(session)).toEqual(session)
    expect(session.confidential).toBeNull()
  })
})

describe('a chain is one list', () => {
  test('matches and replacements of a confidential draw are confidential too', () => {
    const { core } = openSample()
    const root = hold(core, objectsOnlyPlan(secret))
    const match = hold(core, matchPlan(root.number))
    expect(told(core, core.draws.seenByAll(match))).toEqual([])
    const first = core.draws.inForce(root.number).objects[0]
    const inspector = first?.inspectors[0]?.id ?? ''
    for (const plan of [
      replaceInspectorPlan(root.number, inspector, { objects: [first?.id ?? ''] }),
      replaceObjectPlan(root.number, first?.id ?? ''),
    ]) {
      const replaced = hold(core, plan)
      expect(replaced.confidential).toEqual({ disclosed: null })
      expect(told(core, core.draws.seenByAll(replaced))).toEqual([])
    }
  })

  test('an attempt that was frozen as confidential stays so when the next one is drawn openly', () => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan(secret))
    core.draws.declareVoid(operator, number, { ...order, decision: '云住建决〔2026〕1号' })
    core.draws.again(operator, number, { reason: '重新抽取', approver: '苏文彬' }, eachPlan())
    core.draws.freeze(operator, number)
    expect(core.draws.read(number).confidential).toEqual({ disclosed: null })
  })

  test('a draft can be made open until its lists are frozen', () => {
    const { core } = openSample()
    const id = core.draws.draft(operator, eachPlan(secret))
    const { number } = core.draws.commit(operator, id)
    expect(core.draws.read(number).confidential).toEqual({ disclosed: null })
    core.draws.draft(operator, eachPlan(), id)
    expect(core.draws.read(number).confidential).toBeNull()
  })
})

describe('the package of a confidential draw', () => {
  test('waits until the names are disclosed, the forms do not', async () => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan(secret))
    const before = stored(core)
    const refused = { refusal: { code: 'CONFIDENTIAL' } }
    await expect(core.documents.preparePackage(operator, number)).rejects.toMatchObject(refused)
    await expect(core.writePackage(operator, number, temporaryFolder())).rejects.toMatchObject(refused)
    expect(stored(core)).toEqual(before)
    const forms = await core.documents.prepareForms(operator, number)
    expect(new Set(forms.documents.map(({ note }) => note))).toEqual(new Set(['保密']))
    core.draws.disclose(operator, number, disclosure)
    const { verification } = await packed(core, number)
    expect(verification.ok).toBe(true)
    expect((await core.documents.preparePackage(operator, number)).documents).toHaveLength(1)
    const open = await core.documents.prepareForms(operator, number)
    expect(new Set(open.documents.map(({ note }) => note))).toEqual(new Set([null]))
  })

  test('is disclosed as a chain, with who, when and why in the ledger, and the stage shows names', () => {
    const { core } = openSample()
    const root = hold(core, objectsOnlyPlan(secret))
    const match = hold(core, matchPlan(root.number))
    expect(core.drawFacts(match.number).confidential).toBe(true)
    const session = core.draws.disclose(operator, match.number, disclosure)
    const entries = core.database.ledger.entriesOf('draw.disclosed')
    expect(entries.map(({ entry }) => entry.data)).toEqual([{ attempt: 1, draw: root.number, ...disclosure }])
    expect(session.confidential?.disclosed).toMatchObject({ ...disclosure, by: operator })
    for (const number of [root.number, match.number]) {
      const now = core.draws.read(number)
      expect(core.draws.seenByAll(now)).toEqual(now)
      expect(core.drawFacts(number).confidential).toBe(false)
    }
    const replaced = hold(core, replaceObjectPlan(root.number, firstOf(core, root.number)))
    expect(core.draws.seenByAll(replaced)).toEqual(replaced)
    expect(core.verifyLedger().ok).toBe(true)
  })

  test('is disclosed by a confirmed outcome alone, once, on a day that can be', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan(secret))
    giveDigits(core, number, digits)
    const code = (order = disclosure) => refusalOf(() => core.draws.disclose(operator, number, order)).code
    expect(code()).toBe('WRONG_STATE')
    showAndConfirm(core, number)
    expect(code({ ...disclosure, date: '2026-11-19' })).toBe('DATE_IMPOSSIBLE')
    expect(code({ ...disclosure, date: '2026-11-21' })).toBe('DATE_IMPOSSIBLE')
    core.draws.disclose(operator, number, disclosure)
    expect(code()).toBe('WRONG_STATE')
    const open = hold(core, eachPlan())
    expect(refusalOf(() => core.draws.disclose(operator, open.number, disclosure)).code).toBe('WRONG_STATE')
  })

  test('a further attempt after a disclosed one was declared void is secret again', () => {
    const { core } = openSample()
    const { number } = hold(core, eachPlan(secret))
    core.draws.disclose(operator, number, disclosure)
    core.draws.declareVoid(operator, number, { ...order, decision: '云住建决〔2026〕1号' })
    core.draws.again(operator, number, { reason: '重新抽取', approver: '苏文彬' })
    core.draws.freeze(operator, number)
    giveDigits(core, number)
    const again = showAndConfirm(core, number)
    expect(told(core, core.draws.seenByAll(again))).toEqual([])
  })
})

test('the freeze slip of a confidential replacement, which everybody may photograph, has numbers', () => {
  const { core } = openSample()
  const { number } = hold(core, eachPlan(secret))
  const first = core.draws.inForce(number).objects[0]
  const inspector = first?.inspectors[0]?.id ?? inspectorId(1)
  const objects = [first?.id ?? '']
  const replacement = freeze(core, replaceInspectorPlan(number, inspector, { objects }))
  const slip = readFreezeSlipFacts({ database: core.database } as CoreContext, replacement.number)
  expect(slip.vacancies.length).toBeGreaterThan(0)
  expect(told(core, slip)).toEqual([])
})
