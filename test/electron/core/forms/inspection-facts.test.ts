import { describe, expect, test } from 'vitest'
import type { CoreContext } from '../../../../electron/core/context.ts'
import { heldFixed, readInspectionFacts } from '../../../../electron/core/forms/inspection-facts.ts'
import { anItem } from '../../../db/sample-rows.ts'
import { freeze, giveDigits, hold, openSample, operator, type SampleCore } from '../sample-core.ts'
import { eachPlan, matchPlan, objectsOnlyPlan, replaceInspectorPlan } from '../sample-registers.ts'
import { enterVisit, enterWhole, number, prepared } from './inspection-ground.ts'

/** Reading facts asks for the database alone. */
function factsOf({ database }: SampleCore['core'], of = number) {
  return readInspectionFacts({ database } as CoreContext, of)
}

describe('what papers are written from', () => {
  test('before the freeze is the scheme, after it the slip, and the outcome only when it was shown', () => {
    const { core } = openSample()
    core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
    const committed = factsOf(core)
    expect([committed.draw, committed.freezeSlip, committed.visits]).toEqual([null, null, []])
    expect(committed.scheme?.approval).toEqual({
      name: '苏文彬',
      number: '云住建方案〔2026〕1号',
      date: '2026-11-18',
    })
    core.draws.freeze(operator, number)
    expect(factsOf(core).freezeSlip?.number).toBe(number)
    const { steps } = giveDigits(core, number)
    expect([factsOf(core).draw, factsOf(core).visits]).toEqual([null, []])
    core.draws.reveal(operator, number, steps)
    const shown = factsOf(core)
    expect(shown.draw?.results).toHaveLength(3)
    expect(shown.visits.map(({ object }) => object.id)).toEqual(shown.draw?.results.map(({ id }) => id))
  })

  test('objects and items are as they were when the lists were frozen, whatever the registers say since', () => {
    const { core } = openSample()
    const { database } = core
    hold(core, eachPlan())
    const before = factsOf(core)
    const [visit] = before.visits
    const serial = visit?.object.id.slice('YL01-'.length)
    const object = database.objects.current().find((row) => row.serial === serial)
    const [item] = database.items.current()
    if (object === undefined || item === undefined) throw new Error('the registers are empty')
    const stamp = { at: '2026-11-21T08:00:00+08:00', by: operator }
    database.transaction(() => {
      database.objects.change(object.serial, { ...object.row, address: '新址路1号' }, stamp)
      database.items.change(item.serial, anItem(1, { appliesKinds: ['企业'], content: '另一套要求' }), stamp)
    })
    const { visits, items } = factsOf(core)
    expect({ visits, items }).toEqual({ visits: before.visits, items: before.items })
    expect(visits[0]?.object.address).toBe(object.row.address)
  })

  test('people who were matched later, and who replaced them, stand at the objects with their 执法证号', () => {
    const { core } = openSample()
    hold(core, objectsOnlyPlan())
    expect(factsOf(core).visits.map(({ inspectors }) => inspectors)).toEqual([[], [], [], []])
    hold(core, matchPlan(number))
    const [first] = factsOf(core).visits
    const [leaving] = first?.inspectors ?? []
    expect(leaving?.certificate).toMatch(/^\d+$/)
    const objects = [first?.object.id ?? '']
    const later = hold(core, replaceInspectorPlan(number, leaving?.id ?? '', { objects }))
    const people = factsOf(core).visits[0]?.inspectors.map(({ id }) => id)
    expect(people).toHaveLength(2)
    expect(people).not.toContain(leaving?.id)
    // The replacement's own papers are of its own draw, and of the same inspection.
    const own = factsOf(core, later.number)
    expect(own.draw?.number).toBe(later.number)
    expect(own.visits).toEqual(factsOf(core).visits)
  })

  test('what was entered is on the record, before what the plan said', () => {
    const { core } = openSample()
    hold(core, eachPlan({ mediaNumber: '影像甲' }))
    expect(factsOf(core).draw).toMatchObject({ mediaNumber: '影像甲', irregularities: null })
    enterWhole(core, { mediaNumber: '影像乙', irregularities: '投影曾中断两分钟' })
    enterVisit(core, 2, { problems: '瓶库未设警示标志' })
    const { draw, entry, visits } = factsOf(core)
    expect(draw).toMatchObject({ mediaNumber: '影像乙', irregularities: '投影曾中断两分钟' })
    expect(entry.mediaNumber).toBe('影像乙')
    expect(visits.map((visit) => visit.entry.problems)).toEqual([null, '瓶库未设警示标志', null])
    expect(core.drawFacts(number).mediaNumber).toBe('影像乙')
  })

  test('everything that is kept of the chain, the oldest first, and nothing moves what is compared', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const before = heldFixed(factsOf(core))
    freeze(core, eachPlan())
    await core.archives.catalogue(operator, number)
    const after = heldFixed(factsOf(core))
    expect(after.draw).toEqual(before.draw)
    expect(after.archive).toEqual(before.archive)
    await prepared(core, ['draw-record'])
    // The scan of the approved scheme belongs to the file as well.
    expect(factsOf(core).archive.map(({ name, kind }) => [name, kind])).toEqual([
      ['实施方案批准.pdf', '批准文件'],
      [`${number}-档案目录.pdf`, '档案目录'],
      [`${number}-抽查工作记录表.pdf`, '文书'],
    ])
  })
})
