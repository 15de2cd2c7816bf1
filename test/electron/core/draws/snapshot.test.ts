import { describe, expect, test } from 'vitest'
import type { PickShown, RevealStep } from '../../../../shared/api/session.ts'
import { asState, freeze, giveDigits, hold, openSample, operator, sha256 } from '../sample-core.ts'
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

/** `P_i(n)` by the text of the specification and another implementation of SHA-256. */
function byHand(seed: string, pick: PickShown): { hash: string; index: number } {
  const key = sha256(`SSJ-DRAW-1 stage\n${seed}\n${pick.stage}\n`)
  const hash = sha256(`${key},${pick.i}`)
  return { hash, index: Number(BigInt(`0x${hash}`) % BigInt(pick.among)) }
}

/** The steps of one kind. */
function of<S extends RevealStep['step']>(steps: readonly RevealStep[], step: S) {
  return steps.filter((one): one is Extract<RevealStep, { step: S }> => one.step === step)
}

describe('a frozen session tells what the freeze slide shows', () => {
  test('lists by their numbers, seats, rule, and who is left out, counted by reason', () => {
    const { core } = openSample()
    const plan = teamsPlan({
      leaveOut: { inspectors: [{ id: inspectorId(8), reason: '值班' }] },
      slots: [{ role: 'L' }, { role: 'M', department: '质安站' }],
    })
    const frozen = freeze(core, plan)
    expect(frozen).toMatchObject({
      office: '示例县住房和城乡建设局',
      items: ['抽查事项1'],
      venue: '局三楼会议室',
      operator,
      root: null,
      topology: 'teams',
      teams: 2,
      slots: [
        { role: 'L', department: null },
        { role: 'M', department: '质安站' },
      ],
      strata: [
        { id: 'TS', name: '投诉多的', size: 2, sample: 2 },
        { id: 'YB', name: '其余', size: 8, sample: 4 },
      ],
      counts: { objects: 10, inspectors: 7, sample: 6 },
    })
    expect(frozen.exclusions).toEqual([
      { what: 'inspector', reason: '经决定不列入本次抽取', clause: '值班', count: 1 },
      { what: 'inspector', reason: '不在岗', clause: '-', count: 1 },
      { what: 'inspector', reason: '专家或第三方，只辅助抽查', clause: '国办发〔2024〕54号', count: 1 },
    ])
    expect(frozen.rule[0]).toBe('定向抽取：经营类别为物业服务。')
    expect(frozen.rule.join()).toContain('先抽出2个检查组，2人一组，其中组长席1个')
    for (const sentence of frozen.rule) expect(sentence).toMatch(/^\p{Script=Han}.*。$/u)
    expect(frozen.committedAt < frozen.frozenAt).toBe(true)
  })

  test('an attempt that was aborted tells of its own plan, the next one of the plan that took its place', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan({ operator: undefined }))
    const order = { reason: '停电', approver: '苏文彬', supervisor: '陈国栋' }
    const aborted = { state: 'aborted', venue: '局三楼会议室', operator }
    expect(core.draws.abort(operator, number, order)).toMatchObject(aborted)
    const why = { reason: '恢复供电', approver: '苏文彬' }
    const plan = eachPlan({ venue: '别处', operator: '李操作' })
    expect(core.draws.again(operator, number, why, plan)).toMatchObject({
      state: 'committed',
      venue: '别处',
      operator: '李操作',
    })
  })

  test('every kind of draw has its rule in whole sentences', () => {
    const { core } = openSample()
    const { number } = hold(core, objectsOnlyPlan())
    const match = hold(core, matchPlan(number))
    const [pair] = of(match.shown, 'pair')
    const person = pair?.inspectors[0]?.id ?? ''
    const people = hold(core, replaceInspectorPlan(number, person, { objects: [pair?.object.id] }))
    const object = hold(core, replaceObjectPlan(number, pair?.object.id ?? ''))
    const alone = freeze(core, eachPlan({ mode: 'unwitnessed' }))
    expect(alone.rule.at(-1)).toContain('无见证人在场')
    expect(match.rule.at(-1)).toContain('2名见证人的数字')
    expect(match.root).toBe(number)
    expect(match.rule[0]).toContain('逐个对象抽取检查人员')
    expect(people.rule[0]).toContain('更换人员')
    expect(object.rule[0]).toContain('更换对象')
  })
})

describe('every pick that is shown can be made again by hand', () => {
  test('of objects with the repeats that were skipped, and of the people of each', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    const { seed } = giveDigits(core, number)
    const total = asState(core.draws.read(number), 'drawn').steps
    const { shown } = asState(core.draws.reveal(operator, number, total), 'revealed')
    const picks = shown.flatMap((step) => step.picks)
    expect(picks.length).toBeGreaterThanOrEqual(9)
    for (const pick of picks) expect(pick).toMatchObject(byHand(seed, pick))
    // `i` runs on through a stage, skipped repeats included
    for (const stage of ['objects/RQ', 'pairing']) {
      const numbers = picks.filter((pick) => pick.stage === stage).map((pick) => pick.i)
      expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    }
    for (const step of of(shown, 'pair')) expect(step.picks).toHaveLength(2)
    for (const { picks } of of(shown, 'object'))
      expect(picks.map((pick) => pick.repeat)).toEqual(picks.map((_, index) => index < picks.length - 1))
  })

  test('of teams: one a member, then one an object', () => {
    const { core } = openSample()
    const { seed, shown } = hold(core, teamsPlan())
    for (const pick of shown.flatMap((step) => step.picks)) expect(pick).toMatchObject(byHand(seed, pick))
    for (const step of of(shown, 'team')) expect(step.picks).toHaveLength(step.inspectors.length)
    for (const step of of(shown, 'pair')) expect(step.picks).toHaveLength(step.team === null ? 2 : 1)
  })

  test('an object stands in the pool where its pick says: place less one is the index', () => {
    const { core } = openSample()
    const { number, shown } = hold(core, teamsPlan())
    const pool = core.draws.pool(number, { what: 'object', limit: 100, offset: 0 })
    const objects = of(shown, 'object')
    expect(objects).toHaveLength(6)
    for (const { id, name, stratum, place, picks } of objects) {
      expect(place - 1).toBe(picks.at(-1)?.index)
      expect(pool.rows).toContainEqual({ place, id, name, stratum })
    }
    expect(pool.rows.map((row) => `${row.stratum} ${row.place}`)).toEqual([
      ...[1, 2].map((place) => `TS ${place}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((place) => `YB ${place}`),
    ])
  })

  test('whoever replaces stands in the pool where the pick says', () => {
    const { core } = openSample()
    const { number, shown } = hold(core, eachPlan())
    const [pair] = of(shown, 'pair')
    const leaves = pair?.inspectors[0]?.id ?? ''
    const person = hold(core, replaceInspectorPlan(number, leaves))
    const [replaced] = of(person.shown, 'replace')
    expect(replaced?.picks).toHaveLength(1)
    expect(replaced?.place).toBe((replaced?.picks[0]?.index ?? 0) + 1)
    const people = core.draws.pool(person.number, { what: 'inspector', limit: 10, offset: 0 })
    expect(people.rows[(replaced?.place ?? 0) - 1]).toMatchObject(replaced?.drawn ?? {})
    for (const pick of replaced?.picks ?? []) expect(pick).toMatchObject(byHand(person.seed, pick))
  })
})

describe('the pool', () => {
  test('is told from the freeze on, part by part', () => {
    const { core } = openSample()
    const { number } = freeze(core, eachPlan())
    const all = core.draws.pool(number, { what: 'object', limit: 100, offset: 0 })
    expect(all.rows.map((row) => row.id)).toEqual([1, 2, 3, 4, 5].map(objectId))
    expect(core.draws.pool(number, { what: 'object', limit: 2, offset: 1 })).toEqual({
      total: 5,
      rows: all.rows.slice(1, 3),
    })
  })

  test('is refused before the freeze', () => {
    const { core } = openSample()
    const { number } = core.draws.commit(operator, core.draws.draft(operator, eachPlan()))
    expect(() => core.draws.pool(number, { what: 'object', limit: 9, offset: 0 })).toThrow('还没有名单可看')
    expect(() => core.draws.pool('YL01-2026-0099', { what: 'object', limit: 9, offset: 0 })).toThrow(
      '没有编号',
    )
  })
})

test('of an outcome that was changed in the database, no pick is shown as if it had led there', () => {
  const { core, folder } = openSample()
  const { number, steps } = giveDigits(core, freeze(core, eachPlan()).number)
  core.draws.reveal(operator, number, steps)
  const { sqlite } = core.database
  const honest = core.draws.read(number)
  sqlite.exec('DROP TRIGGER draw_result_no_update')
  const row = sqlite.prepare<[], { result: string }>('SELECT result FROM draw_result').get()
  const [drawn] = 'shown' in honest ? of(honest.shown, 'object') : []
  const other = [1, 2, 3, 4, 5].map(objectId).find((id) => !row?.result.includes(id)) ?? ''
  const changed = String(row?.result).replaceAll(drawn?.id ?? '', other)
  sqlite.prepare('UPDATE draw_result SET result = ?, digest = ?').run(changed, sha256(changed))
  core.close()
  const again = openSample({ folder, registers: false }).core
  const session = asState(again.draws.read(number), 'revealed')
  expect(of(session.shown, 'object')[0]?.id).toBe(other)
  expect(session.shown.flatMap((step) => step.picks)).toEqual([])
})
