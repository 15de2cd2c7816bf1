import { describe, expect, test } from 'vitest'
import { noInspectionEntry } from '../../../../shared/forms/inspection-entry.ts'
import { noVisitEntry } from '../../../../shared/forms/visit-entry.ts'
import { freeze, giveDigits, hold, openSample, operator, refusalOf, sha256, stored } from '../sample-core.ts'
import { eachPlan, inspectorId, replaceObjectPlan } from '../sample-registers.ts'
import { enterVisit, enterWhole, number } from './inspection-ground.ts'

describe('what is entered of an inspection', () => {
  test('is kept version by version, each with the digest of what it says in the ledger', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    expect(core.forms.entry(number)).toMatchObject({
      draw: number,
      task: '燃气经营检查',
      version: 0,
      at: null,
    })
    enterWhole(core, { method: '现场检查' })
    const { version, by, entry } = enterWhole(core, { method: '现场检查', contact: '吴联络' })
    expect({ version, by, entry }).toEqual({
      version: 2,
      by: operator,
      entry: { ...noInspectionEntry, method: '现场检查', contact: '吴联络' },
    })
    const newest = [...core.database.ledger.entries()].at(-1)?.entry
    expect(newest).toMatchObject({
      event: 'inspection.entered',
      data: { draw: number, version: 2, digest: sha256('{"contact":"吴联络","method":"现场检查"}') },
    })
    expect(core.verifyLedger().ok).toBe(true)
  })

  test('of an object stands beside its name and its people, and leaves the others', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const { visits } = enterVisit(core, 2, { result: '未发现问题', evidence: [] })
    expect(visits.map(({ version }) => version)).toEqual([0, 1, 0])
    const drawn = core.drawFacts(number).results
    expect(visits.map(({ object, name }) => [object, name])).toEqual(drawn.map(({ id, name }) => [id, name]))
    expect(visits[1]).toMatchObject({
      entry: { result: '未发现问题' },
      by: operator,
      inspectors: drawn[1]?.inspectors.map(({ name }) => name),
    })
    const newest = [...core.database.ledger.entries()].at(-1)?.entry
    expect(newest?.data).toMatchObject({ draw: number, object: drawn[1]?.id, version: 1 })
  })

  test('is refused where another window saved meanwhile, and nothing is lost', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    enterWhole(core, { contact: '吴联络' })
    enterVisit(core, 1, { problems: '无' })
    const before = stored(core)
    const [visit] = core.forms.entry(number).visits
    const object = visit?.object ?? ''
    for (const late of [
      () => core.forms.saveEntry(operator, { number, version: 0, entry: noInspectionEntry }),
      () => core.forms.saveEntry(operator, { number, version: 2, entry: noInspectionEntry }),
      () => core.forms.saveVisit(operator, { number, object, version: 0, entry: noVisitEntry }),
    ]) {
      const { code, message } = refusalOf(late)
      expect(code).toBe('ENTRY_STALE')
      expect(message).toContain(operator)
    }
    expect(stored(core)).toEqual(before)
  })

  test('said again, or emptied before anything was said, is no new version', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    enterWhole(core, {})
    enterVisit(core, 1, {})
    enterWhole(core, { contact: '吴联络' })
    const before = stored(core)
    enterWhole(core, { contact: '吴联络' })
    expect(stored(core)).toEqual(before)
    expect(core.forms.entry(number)).toMatchObject({ version: 1, visits: [{ version: 0 }, {}, {}] })
  })

  test('is of one inspection, whichever draw of its chain is asked, and of the list as it stands', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const [gone] = core.forms.entry(number).visits
    if (gone === undefined) throw new Error('nothing was drawn')
    enterVisit(core, 1, { problems: '大门紧闭' })
    const replacement = hold(core, replaceObjectPlan(number, gone.object))
    const { draw, visits } = core.forms.entry(replacement.number)
    expect(draw).toBe(number)
    expect(visits).toHaveLength(3)
    expect(visits.map(({ object }) => object)).not.toContain(gone.object)
    expect(visits[0]).toMatchObject({ order: 1, version: 0, entry: noVisitEntry })
    const order = { number, object: gone.object, version: 1, entry: noVisitEntry }
    expect(refusalOf(() => core.forms.saveVisit(operator, order)).code).toBe('UNKNOWN_ID')
  })

  test('waits until the outcome was shown in full, and ends with it', () => {
    const { core } = openSample()
    const read = () => core.forms.entry(number)
    const entry = noInspectionEntry
    const save = () => core.forms.saveEntry(operator, { number, version: 0, entry })
    expect(refusalOf(read).code).toBe('DRAW_UNKNOWN')
    freeze(core, eachPlan())
    expect(refusalOf(read).code).toBe('NOT_DRAWN_YET')
    const { steps } = giveDigits(core, number)
    expect([refusalOf(read).code, refusalOf(save).code]).toEqual(['NOT_DRAWN_YET', 'NOT_DRAWN_YET'])
    core.draws.reveal(operator, number, steps)
    core.draws.confirm(operator, number)
    expect(read().visits).toHaveLength(3)
    core.draws.declareVoid(operator, number, {
      reason: '漏列回避关系',
      approver: '苏文彬',
      supervisor: '陈国栋',
      decision: '示例〔2026〕3号',
    })
    expect(refusalOf(save).code).toBe('NOT_DRAWN_YET')
  })

  test('an inspector is no object', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const order = { number, object: inspectorId(1), version: 0, entry: noVisitEntry }
    expect(refusalOf(() => core.forms.saveVisit(operator, order)).code).toBe('UNKNOWN_ID')
  })
})
