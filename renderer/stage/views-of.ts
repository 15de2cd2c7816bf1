import type { DrawSession } from '../../shared/api/session.ts'
import type { StageState } from '../../shared/api/stage-contract.ts'
import { endedFrame } from './ended-frame.ts'
import { finalFrame } from './final-frame.ts'
import type { Frame } from './frame.ts'
import { committedFrame, digitsFrame, frozenFrame, sealedFrame, titleFrame } from './opening-frames.ts'
import { groupEnds, groupFrame } from './reveal-frame.ts'

/** The pictures that may be looked at, in order, and the one that stands. */
export interface Views {
  readonly frames: readonly Frame[]
  /** which of them stands: those before it are looked back at, those after it forward */
  readonly home: number
  /** whether a next step of the stored outcome is still to be shown */
  readonly armed: boolean
}

/**
 * All pictures of a session as it stands; `ends` tells where what was shown together ended, as far as it was seen.
 * Pure: the same snapshot always gives the same pictures.
 */
export function viewsOf(session: DrawSession | null, stage: StageState, ends: readonly number[] = []): Views {
  if (session === null) return standing([titleFrame(stage)])
  const committed = committedFrame(session)
  switch (session.state) {
    case 'committed':
      return standing([committed])
    case 'aborted':
      return standing([committed, endedFrame(session)])
    case 'frozen': {
      const begun = session.opened || session.entries.some((entry) => entry.entered)
      const frames = [committed, frozenFrame(session), digitsFrame(session)]
      return { frames, home: begun || session.contributed > 0 ? 2 : 1, armed: false }
    }
    default: {
      const shown = groupEnds(session.shown, stage.pace, ends).map((group) => groupFrame(session, group))
      const sofar = [committed, frozenFrame(session), sealedFrame(session), ...shown]
      if (session.state === 'drawn') return { ...standing(sofar), armed: session.revealed < session.steps }
      if (session.state === 'void') return standing([...sofar, endedFrame(session)])
      const frames = [...sofar, finalFrame(session)]
      return session.state === 'revealed'
        ? { frames, home: frames.length - 2, armed: false }
        : standing(frames)
    }
  }
}

/** The picture that stands (画面). */
export function frameOf(session: DrawSession | null, stage: StageState): Frame {
  const { frames, home } = viewsOf(session, stage)
  return frames[home] ?? titleFrame(stage)
}

function standing(frames: readonly Frame[]): Views {
  return { frames, home: frames.length - 1, armed: false }
}
