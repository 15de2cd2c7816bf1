import { z } from 'zod'
import type { Setting } from '../../../db/setting-store.ts'
import { type Pace, paces, type StageState } from '../../../shared/api/stage-contract.ts'
import { type CoreContext, office } from '../context.ts'
import { readSession } from './session.ts'

const direction = z.strictObject({
  showing: z.string().nullable(),
  pace: z.enum(Object.keys(paces) as Pace[]),
  still: z.boolean(),
  sound: z.boolean(),
})
/** What the console says of the stage (大屏); the rest of its state comes from elsewhere. */
export type StageDirection = z.infer<typeof direction>

/** Kept in one setting, so that the stage comes back as it was. No entry of the ledger: nothing is decided by it. */
const stageDirection: Setting<StageDirection> = { key: 'stage.direction', schema: direction }
/** The office's emblem (徽标), a data: URL of a PNG. */
const stageEmblem: Setting<string | null> = { key: 'stage.emblem', schema: z.string().nullable() }

const atFirst: StageDirection = { showing: null, pace: 'all', still: false, sound: false }

/** How the stage stands, but for the windows that are watching. */
export function stageState(context: CoreContext): Omit<StageState, 'windows'> {
  const { settings } = context.database
  return {
    office: office(context)?.name ?? null,
    emblem: settings.read(stageEmblem),
    ...(settings.read(stageDirection) ?? atFirst),
  }
}

/** Changes what is given and leaves the rest. Refuses with `DRAW_UNKNOWN` to show what there is not. */
export function directStage(context: CoreContext, change: Partial<StageDirection>): void {
  const { settings } = context.database
  if (typeof change.showing === 'string') readSession(context, change.showing)
  context.database.transaction(() => {
    settings.write(stageDirection, { ...(settings.read(stageDirection) ?? atFirst), ...change })
  })
}
