import { describe, expect, it } from 'vitest'
import type { StageClient } from '../../../../shared/api/client.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { digits, operator, readZip, stored } from '../sample-core.ts'
import {
  eachPlan,
  matchPlan,
  objectId,
  objectsOnlyPlan,
  replaceInspectorPlan,
  replaceObjectPlan,
} from '../sample-registers.ts'
import { codeOf, nextOf, openDesk, refusal, transports } from './desk.ts'
import { commit, order, planned, reach, voidOrder } from './sessions.ts'

describe.each(transports)('a draw session over %s', (transport) => {
  it('is held from the draft to a package that a verifier accepts', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { draws } = client
    const preview = await draws.preview({ plan: planned(eachPlan()) })
    expect(preview).toMatchObject({ objects: 5, strata: [{ id: 'RQ', size: 5, sample: 3 }] })
    expect(preview.excluded.find((line) => line.id === objectId(6))).toMatchObject({ what: 'object' })

    const committed = await commit(client)
    expect(committed).toMatchObject({
      state: 'committed',
      number: 'YL01-2026-0001',
      attempt: 1,
      mode: 'official',
    })
    const { number } = committed
    const frozen = await draws.freeze({ number })
    if (frozen.state !== 'frozen') throw new Error(frozen.state)
    expect(frozen).toMatchObject({
      commitment: committed.commitment,
      contributed: 0,
      witnesses: [
        { seat: 1, role: '派驻纪检监察组', name: '陈国栋' },
        { seat: 2, role: '企业代表', name: '马丽琼' },
      ],
    })
    expect(await draws.contribute({ number, seat: 1, digits: digits[0] })).toMatchObject({
      state: 'frozen',
      contributed: 1,
    })
    const drawn = await draws.contribute({ number, seat: 2, digits: '０２７１ ８２８１' })
    if (drawn.state !== 'drawn') throw new Error(drawn.state)
    expect(drawn).toMatchObject({ contributions: [...digits], revealed: 0, shown: [] })
    // three objects, then who inspects each of them
    expect(drawn.steps).toBe(6)
    const shown = await draws.reveal({ number, upTo: 6 })
    expect(shown).toMatchObject({ state: 'revealed', revealed: 6 })
    const confirmed = await draws.confirm({ number })
    if (confirmed.state !== 'confirmed') throw new Error(confirmed.state)
    expect(await draws.read({ number })).toEqual(confirmed)

    const folder = temporaryFolder()
    const written = await client.documents.writePackage({ number, folder })
    expect(written.missing).toEqual([])
    const { verification } = readZip(written.package)
    expect(verification).toMatchObject({ ok: true, record: drawn.digest, freeze: drawn.freeze })
    expect((await client.documents.writeForms({ number, folder })).files).toEqual(written.files)

    expect(await client.ledger.verify({})).toMatchObject({ ok: true })
    const { head, entries } = await client.ledger.entries({ from: 2 })
    expect(entries.map(({ event }) => event)).toEqual([
      'draw.commit',
      'draw.freeze',
      'draw.contribution',
      'draw.result',
      'draw.reveal',
      'draw.confirmed',
      'draw.packed',
    ])
    expect(entries[1]).toMatchObject({ words: '锁定名单', actor: operator, data: { freeze: frozen.freeze } })
    expect(entries.at(-1)).toMatchObject({ seq: head.seq, hash: head.hash })
    expect(desk.faults).toEqual([])
  })

  it('tells nothing of the secret and the outcome before the last digit, and no step before it is shown', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { number } = await commit(client)
    const secret = desk.core.database.draws.attempt(number, 1)?.secret ?? ''
    expect(secret).toHaveLength(64)
    const before = [
      await client.draws.freeze({ number }),
      await client.draws.contribute({ number, seat: 1, digits: digits[0] }),
      await client.ledger.entries({}),
      await client.draws.list({}),
    ]
    expect(JSON.stringify(before)).not.toContain(secret)
    const drawn = await client.draws.contribute({ number, seat: 2, digits: digits[1] })
    expect(drawn).toMatchObject({ state: 'drawn', secret, shown: [] })
    await client.stage.set({ pace: 'each' })
    expect(await client.draws.next({ number })).toMatchObject({
      revealed: 1,
      shown: [{ step: 'object', order: 1 }],
    })
  })

  it('is watched step by step by the stage while the console holds it', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const { client: stage, close } = await desk.connectStage()
    const { number } = await commit(client)
    await client.stage.set({ pace: 'each' })
    const seen = await stage.draws.watch({ number })
    expect(await nextOf(seen)).toMatchObject({ state: 'committed' })
    await client.draws.freeze({ number })
    expect(await nextOf(seen)).toMatchObject({ state: 'frozen', contributed: 0 })
    await client.draws.contribute({ number, seat: 1, digits: digits[0] })
    await client.draws.contribute({ number, seat: 2, digits: digits[1] })
    expect(await nextOf(seen)).toMatchObject({ state: 'frozen', contributed: 1 })
    const drawn = await nextOf(seen)
    if (drawn.state !== 'drawn') throw new Error(drawn.state)
    for (let step = 1; step <= drawn.steps; step++) {
      // by turns the stage shows the next one, and the console
      const shown = await (step % 2 === 0 ? client : stage).draws.next({ number })
      expect(shown).toMatchObject({ revealed: step, state: step < drawn.steps ? 'drawn' : 'revealed' })
      expect(await nextOf(seen)).toEqual(shown)
    }
    await client.draws.confirm({ number })
    expect(await nextOf(seen)).toMatchObject({ state: 'confirmed' })
    await client.draws.declareVoid({ number, ...voidOrder })
    expect(await nextOf(seen)).toMatchObject({ state: 'void', decision: voidOrder.decision })
    await client.draws.again({ number, reason: '重新抽取', approver: '苏文彬' })
    expect(await nextOf(seen)).toMatchObject({ state: 'committed', attempt: 2 })
    await close()
    await expect(nextOf(seen)).rejects.toThrow()
    expect(desk.faults).toEqual([])
  })

  it('is aborted and begun again with a fresh secret, or declared void after it was drawn', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const number = await reach(client, 'frozen')
    const first = await client.draws.read({ number })
    const aborted = await client.draws.abort({ number, ...order })
    expect(aborted).toMatchObject({ state: 'aborted', reason: '停电' })
    const second = await client.draws.again({ number, reason: '恢复供电', approver: '苏文彬' })
    expect(second).toMatchObject({ state: 'committed', attempt: 2 })
    expect(second.commitment).not.toBe(first.commitment)
    await client.draws.freeze({ number })
    await client.draws.contribute({ number, seat: 1, digits: digits[0] })
    await client.draws.contribute({ number, seat: 2, digits: digits[1] })
    const ended = await client.draws.declareVoid({ number, ...voidOrder })
    expect(ended).toMatchObject({ state: 'void', attempt: 2, decision: voidOrder.decision })
    expect(await codeOf(client.documents.writePackage({ number, folder: temporaryFolder() }))).toBe(
      'DRAW_VOID',
    )
    const other = await client.draws.again({
      number,
      reason: '重抽',
      approver: '苏文彬',
      plan: planned(eachPlan({ venue: '二楼' })),
    })
    expect(other).toMatchObject({ state: 'committed', attempt: 3 })
    expect(await codeOf(client.draws.again({ number, reason: '重抽', approver: '苏文彬' }))).toBe(
      'WRONG_STATE',
    )
    expect(desk.secretsDrawn()).toBe(3)
  })

  it('matches people to drawn objects and replaces a person and an object', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const root = await reach(client, 'confirmed', objectsOnlyPlan())
    const match = await reach(client, 'confirmed', matchPlan(root))
    const matched = await client.draws.read({ number: match })
    if (matched.state !== 'confirmed') throw new Error(matched.state)
    const pair = matched.shown.find((step) => step.step === 'pair')
    if (pair?.step !== 'pair') throw new Error('nothing was paired')
    const leaves = pair.inspectors[0]?.id ?? ''
    const person = await reach(
      client,
      'confirmed',
      replaceInspectorPlan(root, leaves, { objects: [pair.object.id] }),
    )
    expect(await client.draws.read({ number: person })).toMatchObject({
      kind: 'replace-inspector',
      shown: [{ step: 'replace', vacated: { id: leaves } }],
    })
    const object = await reach(client, 'confirmed', replaceObjectPlan(root, pair.object.id))
    expect(await client.draws.read({ number: object })).toMatchObject({
      kind: 'replace-object',
      shown: [{ step: 'replace', vacated: pair.object }],
    })
    const written = await client.documents.writePackage({ number: object, folder: temporaryFolder() })
    expect(readZip(written.package).verification.ok).toBe(true)
    const { total, rows } = await client.draws.list({ limit: 3 })
    expect(total).toBe(4)
    expect(rows.map((row) => [row.number, row.kind, row.state, row.root])).toEqual([
      [object, 'replace-object', 'confirmed', root],
      [person, 'replace-inspector', 'confirmed', root],
      [match, 'match', 'confirmed', root],
    ])
    expect((await client.draws.list({ offset: 3 })).rows).toMatchObject([
      { number: root, task: '燃气经营检查（只抽对象）', root: null },
    ])
    // what was amended cannot be declared void before what amends it
    expect(await codeOf(client.draws.declareVoid({ number: root, ...voidOrder }))).toBe('NOT_THE_NEWEST')
  })

  it('refuses digits that are too few, none, too many or no digits, and keeps those confirmed', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const number = await reach(client, 'frozen')
    const give = (seat: number, typed: string) => client.draws.contribute({ number, seat, digits: typed })
    const head = desk.core.database.ledger.head()
    expect(await refusal(give(1, ''))).toMatchObject({
      code: 'DIGITS_INVALID',
      message: expect.stringContaining('没有提供数字'),
    })
    expect(await refusal(give(1, '12345'))).toMatchObject({ message: expect.stringContaining('不足6位') })
    expect(await refusal(give(1, '1'.repeat(65)))).toMatchObject({
      message: expect.stringContaining('超过64位'),
    })
    expect(await refusal(give(1, '12345a'))).toMatchObject({
      message: expect.stringContaining('数字以外的字符'),
    })
    expect(await codeOf(give(2, '123456'))).toBe('NOT_THIS_SEAT')
    expect(desk.core.database.ledger.head()).toEqual(head)
    await give(1, '123456')
    expect(await client.draws.read({ number })).toMatchObject({ state: 'frozen', contributed: 1 })
    await give(2, '654321')
    expect(await client.draws.read({ number })).toMatchObject({
      state: 'drawn',
      contributions: ['123456', '654321'],
    })
  })

  it('refuses to freeze what could fail later, and says so as a sentence', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const tooMany = planned(eachPlan({ strata: [{ id: 'RQ', name: '燃气经营企业', number: 6 }] }))
    expect(await refusal(client.draws.preview({ plan: tooMany }))).toMatchObject({
      code: 'NOT_ENOUGH_OBJECTS',
      message: expect.stringContaining('要抽6个，符合条件的只有5个'),
    })
    const { number } = await commit(
      client,
      eachPlan({ slots: Array.from({ length: 5 }, () => ({ role: 'M' })) }),
    )
    const before = stored(desk.core)
    expect(await codeOf(client.draws.freeze({ number }))).toBe('NOT_ENOUGH_INSPECTORS')
    expect(stored(desk.core)).toEqual(before)
    expect(await codeOf(client.draws.read({ number: 'YL01-2026-0009' }))).toBe('DRAW_UNKNOWN')
    expect(await codeOf(client.draws.watch({ number: 'YL01-2026-0009' }))).toBe('DRAW_UNKNOWN')
    expect(await codeOf(client.draws.commit({ draft: '00000000-0000-4000-8000-000000000000' }))).toBe(
      'DRAFT_UNKNOWN',
    )
    expect(desk.faults).toEqual([])
  })

  it('leaves no subscription behind: the caller goes, his signal, or his window', async () => {
    const desk = openDesk(transport)
    const { client } = await desk.connect()
    const first = await desk.connectStage()
    const second = await desk.connectStage()
    const third = await desk.connectStage()
    const number = await reach(client, 'drawn')
    const watchOf = async (stage: StageClient, signal?: AbortSignal) => {
      const iterator = await stage.draws.watch({ number }, signal === undefined ? {} : { signal })
      await nextOf(iterator)
      return iterator
    }
    const left = await watchOf(first.client)
    const stop = new AbortController()
    const aborted = await watchOf(second.client, stop.signal)
    const closed = await watchOf(third.client)
    expect(desk.contract.feed.watched).toBe(1)
    const over = Promise.all([nextOf(aborted).catch(() => 'over'), nextOf(closed).catch(() => 'over')])
    await left.return?.()
    stop.abort()
    await third.close()
    expect(await over).toEqual(['over', 'over'])
    // The core hears of it in its own time, and then nobody is subscribed.
    await expect.poll(() => desk.contract.feed.watched, { interval: 1 }).toBe(0)
    expect(await client.draws.next({ number })).toMatchObject({ revealed: 3 })
    expect(desk.faults).toEqual([])
  })
})
