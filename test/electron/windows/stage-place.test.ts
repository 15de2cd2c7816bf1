import { expect, it } from 'vitest'
import { arrangement } from '../../../electron/windows/displays.ts'
import {
  type Desktop,
  nextStage,
  type StageEvent,
  type StageState,
  stageClosed,
  stageNotices,
  toldPlace,
} from '../../../electron/windows/stage-place.ts'

const laptop = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }
const projector = { id: 2, bounds: { x: 1920, y: 0, width: 1024, height: 768 } }
const copied = { id: 2, bounds: { x: 0, y: 0, width: 1024, height: 768 } }
const other = { id: 3, bounds: { x: 2944, y: 0, width: 1280, height: 800 } }

const alone: Desktop = { displays: [laptop], console: laptop }
const two: Desktop = { displays: [laptop, projector], console: laptop }
const mirrored: Desktop = { displays: [laptop, copied], console: laptop }
const three: Desktop = { displays: [laptop, other, projector], console: laptop }

/** The stage after these events, one desktop each. */
function after(...events: (readonly [StageEvent, Desktop])[]): StageState {
  return events.reduce((state, [event, desktop]) => nextStage(state, event, desktop), stageClosed)
}

it('fills the display that the console is not on, whichever of the two is the first', () => {
  expect(after(['open', two]).place).toEqual({ at: 'second-display', display: 2 })
  expect(after(['open', { ...two, console: projector }]).place).toEqual({ at: 'second-display', display: 1 })
})

it('is a window like any other where there is one display or a mirrored pair, never black over the only screen', () => {
  expect(after(['open', alone]).place).toEqual({ at: 'same-display' })
  expect(after(['open', mirrored]).place).toEqual({ at: 'same-display' })
})

it('is put away with a sentence when its display is unplugged, and put back when it is plugged in', () => {
  const unplugged = after(['open', two], ['displays-changed', alone])
  expect(unplugged).toEqual({ place: { at: 'parked', display: 2 }, notice: stageNotices.unplugged })
  expect(toldPlace(unplugged.place)).toBe('closed')
  expect(nextStage(unplugged, 'displays-changed', two)).toEqual({
    place: { at: 'second-display', display: 2 },
    notice: stageNotices.back,
  })
})

it('is put away with another sentence when the displays are mirrored', () => {
  expect(after(['open', two], ['displays-changed', mirrored]).notice).toBe(stageNotices.mirrored)
})

it('comes onto the only display when the operator asks for it while its own is unplugged', () => {
  const asked = after(['open', two], ['displays-changed', alone], ['open', alone])
  expect(asked).toEqual({ place: { at: 'same-display' }, notice: null })
  expect(nextStage(asked, 'displays-changed', two)).toEqual({
    place: { at: 'second-display', display: 2 },
    notice: stageNotices.moved,
  })
})

it('stays on its display when another is plugged in, and moves there when its own goes', () => {
  const stays = after(['open', two], ['displays-changed', three])
  expect(stays).toEqual({ place: { at: 'second-display', display: 2 }, notice: null })
  const withoutFirst: Desktop = { displays: [laptop, other], console: laptop }
  expect(nextStage(stays, 'displays-changed', withoutFirst)).toEqual({
    place: { at: 'second-display', display: 3 },
    notice: stageNotices.moved,
  })
})

it('is opened by nobody but the operator: a display that is plugged in shows nothing of itself', () => {
  expect(after(['displays-changed', two])).toEqual(stageClosed)
  expect(
    after(['open', two], ['close', two], ['displays-changed', alone], ['displays-changed', two]),
  ).toEqual(stageClosed)
  expect(
    after(['open', two], ['displays-changed', alone], ['close', alone], ['displays-changed', two]),
  ).toEqual(stageClosed)
})

it('tells how the displays stand', () => {
  expect([alone, two, mirrored].map(({ displays }) => arrangement(displays))).toEqual([
    'one',
    'several',
    'mirrored',
  ])
})
