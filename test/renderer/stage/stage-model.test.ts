import { describe, expect, test, vi } from 'vitest'
import type { StageCalls } from '../../../renderer/stage/stage-calls.ts'
import { type LookedAt, StageModel } from '../../../renderer/stage/stage-model.ts'
import type { DrawSession } from '../../../shared/api/session.ts'
import type { StageState } from '../../../shared/api/stage-contract.ts'
import { sampleDraw, stageState } from './sample-sessions.ts'

const draw = sampleDraw(100, 12, 'each')

/** A value at once, then nothing more. */
async function* once<Value>(value: Value): AsyncGenerator<Value, void, void> {
  yield value
  await new Promise(() => undefined)
}

/** The stage with a core that stands at `session`; `next` shows one more step. */
function stageAt(
  session: DrawSession,
  state: StageState = stageState({ still: true }),
  remembered: LookedAt | null = null,
) {
  let revealed = 'revealed' in session ? session.revealed : 0
  const next = vi.fn<StageCalls['draws']['next']>(async () => {
    revealed += 1
    return draw.at('drawn', revealed)
  })
  const core: StageCalls = {
    stage: { watch: async () => once(state) },
    draws: {
      watch: async () => once(session),
      next,
      pool: async ({ what }) => {
        const rows = what === 'object' ? draw.objects : draw.inspectors
        return { total: rows.length, rows }
      },
    },
  }
  let place = remembered
  const model = new StageModel({
    core,
    calm: () => false,
    place: {
      read: () => place,
      write: (at) => {
        place = at
      },
    },
  })
  const stop = model.start()
  const standing = (key: string) => vi.waitFor(() => expect(model.picture().frame?.key).toContain(key))
  const listed = () => vi.waitFor(() => expect(model.picture().pools).not.toBeNull())
  return { model, next, stop, standing, listed }
}

describe('the stage in the hand of whoever holds the clicker', () => {
  test('a key shows the next step; a second one within 800 ms shows none', async () => {
    const { model, next, standing, stop } = stageAt(draw.at('drawn', 2))
    await standing('shown/2')
    model.act('next', 1_000)
    await standing('shown/3')
    model.act('next', 1_700)
    expect(next).toHaveBeenCalledTimes(1)
    model.act('next', 1_800)
    await standing('shown/4')
    expect(next).toHaveBeenCalledTimes(2)
    stop()
  })

  test('looking back asks the core for nothing, and going on first looks forward again', async () => {
    const { model, next, standing, stop } = stageAt(draw.at('drawn', 2))
    await standing('shown/2')
    model.act('back', 0)
    model.act('back', 1)
    expect(model.picture().frame?.key).toContain('sealed')
    model.act('next', 1_000)
    model.act('next', 2_000)
    expect(model.picture().frame?.key).toContain('shown/2')
    expect(next).not.toHaveBeenCalled()
    stop()
  })

  test('a darkened picture changes nothing, and the next key only brings it back', async () => {
    const { model, next, standing, stop } = stageAt(draw.at('drawn', 2))
    await standing('shown/2')
    model.act('dark', 0)
    expect(model.picture().dark).toBe(true)
    model.act('next', 5_000)
    expect(model.picture()).toMatchObject({ dark: false })
    expect(next).not.toHaveBeenCalled()
    stop()
  })

  test('pages of a list are turned before the next step is shown', async () => {
    const { model, next, standing, stop } = stageAt(draw.at('drawn', 2))
    await standing('shown/2')
    model.laidOut(3)
    model.act('next', 1_000)
    model.act('next', 2_000)
    expect(model.picture().page).toBe(2)
    expect(next).not.toHaveBeenCalled()
    stop()
  })

  test('the rows roll with the key, and name no place before the answer is there', async () => {
    const { model, standing, listed, stop } = stageAt(draw.at('drawn', 2), stageState())
    await standing('shown/2')
    await listed()
    model.act('next', 1_000)
    expect(model.picture().rolling).toMatchObject({ rest: null })
    await standing('shown/3')
    const step = draw.steps[2]
    expect(model.picture().rolling?.rest).toBe(step?.step === 'object' ? step.id : '')
    model.rested()
    expect(model.picture().rolling).toBeNull()
    stop()
  })

  test('what fails shows nothing and can be asked for again', async () => {
    const { model, next, standing, listed, stop } = stageAt(draw.at('drawn', 2), stageState())
    await standing('shown/2')
    await listed()
    next.mockRejectedValueOnce(new Error('cut off'))
    model.act('next', 1_000)
    await vi.waitFor(() => expect(model.picture().rolling).toBeNull())
    expect(model.picture().frame?.key).toContain('shown/2')
    model.act('next', 2_000)
    await vi.waitFor(() => expect(next).toHaveBeenCalledTimes(2))
    stop()
  })

  test('before the outcome is sealed no key shows anything of it', async () => {
    const { model, next, standing, stop } = stageAt(draw.at('frozen'))
    await standing('frozen')
    for (const now of [1_000, 2_000, 3_000, 4_000]) model.act('next', now)
    expect(next).not.toHaveBeenCalled()
    stop()
  })

  test('after a change of pace what is newest is shown, not the list of what was shown before', async () => {
    const { model, next, standing, stop } = stageAt(draw.at('drawn', 2))
    await standing('shown/2')
    next.mockResolvedValueOnce(draw.at('drawn', 12))
    model.act('next', 1_000)
    await standing('shown/12')
    const [part] = model.picture().frame?.parts ?? []
    expect(part?.part === 'results' ? part.rows.length : 0).toBe(10)
    stop()
  })

  test('a window opened anew finds what was looked at, unless more was shown meanwhile', async () => {
    const place = { home: 'YL01-2026-0007/1/shown/2', key: 'YL01-2026-0007/1/frozen', page: 1, ends: [1, 2] }
    const same = stageAt(draw.at('drawn', 2), stageState({ still: true }), place)
    await same.standing('frozen')
    expect(same.model.picture().page).toBe(1)
    same.stop()
    const later = stageAt(draw.at('drawn', 3), stageState({ still: true }), place)
    await later.standing('shown/3')
    later.stop()
  })
})
