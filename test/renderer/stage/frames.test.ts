import { describe, expect, test } from 'vitest'
import { groupEnds, nextRoll } from '../../../renderer/stage/reveal-frame.ts'
import { frameOf, viewsOf } from '../../../renderer/stage/views-of.ts'
import { numberParts, unbroken } from '../../../renderer/stage/words.ts'
import type { DrawSession } from '../../../shared/api/session.ts'
import { inSecret, sampleDraw, stageState } from './sample-sessions.ts'

const draw = sampleDraw(100, 12, 'each')
const stage = stageState()
const said = (session: DrawSession, state = stage) => JSON.stringify(frameOf(session, state))
const drawn = (revealed: number) => {
  const session = draw.at('drawn', revealed)
  if (session.state !== 'drawn') throw new Error('not drawn')
  return session
}

describe('the picture of a session (画面)', () => {
  test('without a draw it is the title, with the office', () => {
    expect(frameOf(null, stage).parts).toEqual([{ part: 'title', office: stage.office, emblem: null }])
  })

  test('the commitment C stands before the lists are frozen, F and C before any digit is given', () => {
    const committed = draw.at('committed')
    expect(said(committed)).toContain(committed.commitment)
    const frozen = draw.at('frozen')
    if (frozen.state !== 'frozen') throw new Error('not frozen')
    expect(frameOf(frozen, stage).head).toBe('锁定名单')
    expect(said(frozen)).toContain(frozen.freeze)
    expect(said(frozen)).toContain(frozen.commitment)
    for (const sentence of frozen.rule) expect(said(frozen)).toContain(sentence)
  })

  test('digits are shown only once they are opened', () => {
    const frozen = draw.at('frozen')
    if (frozen.state !== 'frozen') throw new Error('not frozen')
    const masked = {
      ...frozen,
      entries: [{ seat: 1, entered: true, digits: null }, ...frozen.entries.slice(1)],
    }
    const [part] = frameOf(masked, stage).parts
    expect(part?.part === 'witnesses' && part.rows.map((row) => row.given)).toEqual([true, false])
    const opened = {
      ...frozen,
      opened: true,
      entries: [
        { seat: 1, entered: true, digits: '31415926' },
        { seat: 2, entered: true, digits: '02718281' },
      ],
    }
    expect(said(opened)).toContain('02718281')
  })

  test('a sealed outcome of which nothing was revealed says that it is sealed, when, and names nothing', () => {
    const session = drawn(0)
    expect(said(session)).toContain('结果已先行封存')
    expect(frameOf(session, stage).sealedAt).toBe(session.drawnAt)
    for (const step of draw.steps) if (step.step === 'object') expect(said(session)).not.toContain(step.name)
  })

  test('from the sealing on every picture carries its time', () => {
    for (const state of ['drawn', 'revealed', 'confirmed', 'void'] as const)
      expect(
        viewsOf(draw.at(state), stage)
          .frames.slice(1)
          .map((frame) => frame.sealedAt),
      ).not.toContain(null)
  })

  test('rows come to rest on what was stored, with those drawn before struck out', () => {
    const frame = frameOf(drawn(3), stage)
    const ids = draw.steps.flatMap((step) => (step.step === 'object' ? [step.id] : []))
    expect(frame.roll?.rest).toBe(ids[2])
    expect([...(frame.roll?.struck ?? [])]).toEqual(ids.slice(0, 2))
  })

  test('while the answer is on its way the rows that roll rest nowhere', () => {
    expect(nextRoll(drawn(0))).toMatchObject({ pool: { of: 'object', stratum: 'GC' }, rest: null })
    expect(nextRoll(drawn(12))).toMatchObject({ pool: { of: 'inspector' }, rest: null })
  })

  test('a result tells its pick number, the first digits of its hash, its place and its name', () => {
    const [part] = frameOf(drawn(2), stage).parts
    const step = draw.steps[1]
    if (part?.part !== 'single' || step?.step !== 'object') throw new Error('no single result')
    const pick = step.picks.at(-1)
    expect(part.result.drawn[0]).toEqual({
      name: step.name,
      pick: {
        i: 3,
        hash: `${pick?.hash.slice(0, 4)} ${pick?.hash.slice(4, 8)}`,
        sum: `100号中的第${step.place}号`,
      },
    })
    expect(part.result.remark).toBe('此前第2次抽到已抽中的号，跳过')
  })

  test('the pace makes groups, and objects never share a picture with people', () => {
    const shown = draw.steps
    expect(groupEnds(shown, 'all')).toEqual([
      { from: 0, to: 12 },
      { from: 12, to: 24 },
    ])
    expect(groupEnds(shown, 'tens').map((group) => group.to)).toEqual([10, 12, 22, 24])
    expect(groupEnds(shown, 'each')).toHaveLength(24)
  })

  test('the last group stands until it was seen; the whole outcome with D, R and S comes after it', () => {
    const session = draw.at('revealed')
    const { frames, home } = viewsOf(session, stage)
    expect(home).toBe(frames.length - 2)
    const last = JSON.stringify(frames.at(-1))
    if (session.state !== 'revealed') throw new Error('not revealed')
    for (const text of [session.digest, session.seed, session.secret]) expect(last).toContain(text)
  })

  test.each([
    ['rehearsal', '演练'],
    ['unwitnessed', '未经现场见证'],
  ] as const)('%s stands on every picture', (mode, mark) => {
    const { frames } = viewsOf(draw.at('confirmed', undefined, { mode }), stage)
    for (const frame of frames) expect(frame.marks).toEqual([mark])
  })

  test('an aborted and a void attempt say so, with the reason', () => {
    for (const [state, word] of [
      ['aborted', '已中止'],
      ['void', '已作废'],
    ] as const) {
      expect(frameOf(draw.at(state), stage).marks).toEqual([word])
      expect(said(draw.at(state))).toContain('停电')
    }
  })
})

describe('the picture of a confidential draw (保密抽取)', () => {
  const secret = inSecret(draw)
  const states = ['committed', 'frozen', 'drawn', 'revealed', 'confirmed', 'void', 'aborted'] as const
  const names = [...draw.objects, ...draw.inspectors].map(({ name }) => name)

  test('says on every picture that it is, and names nobody on any', () => {
    for (const state of states)
      for (const frame of viewsOf(secret.at(state), stage).frames) {
        expect(frame.concealed, frame.key).toBe(true)
        const text = JSON.stringify(frame)
        expect(
          names.filter((name) => text.includes(name)),
          frame.key,
        ).toEqual([])
      }
  })

  test('shows the number of what was drawn, and the package is promised for later', () => {
    const [first] = draw.steps
    if (first?.step !== 'object') throw new Error('no object was drawn')
    expect(said(secret.at('drawn', 1))).toContain(`对象 ${first.id.slice('YL01-'.length)}`)
    expect(said(secret.at('confirmed'))).toContain('检查实施、公布名称以后提供')
    expect(said(draw.at('confirmed'))).not.toContain('检查实施、公布名称以后提供')
  })

  test('is as any other once the names are disclosed', () => {
    const disclosed = {
      at: '2026-11-30T09:00:00+08:00',
      by: '赵敏',
      date: '2026-11-30',
      reason: '检查已实施',
    }
    const session = { ...draw.at('confirmed'), confidential: { disclosed } }
    expect(frameOf(session, stage)).toEqual(frameOf(draw.at('confirmed'), stage))
  })

  test('numbers are never taken apart at the end of a line', () => {
    expect(unbroken('第1组：人员 P000001、人员 P000002')).toBe('第1组：人员\u00a0P000001、人员\u00a0P000002')
    expect(unbroken('云岭县对象 Old 公司')).toBe('云岭县对象 Old 公司')
    expect(numberParts('对象 O000123')).toEqual({ kind: '对象', number: 'O000123' })
    expect(numberParts('云岭县燃气公司')).toBeNull()
  })
})
