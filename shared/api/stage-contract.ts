import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { drawNumber } from './draw-contract.ts'
import { call } from './parts.ts'
import { refusals } from './refusals.ts'

/** How the outcome is shown (揭晓方式): all at once, by tens, or one by one. */
export const paces = { all: '一次全部显示', tens: '每次十个', each: '逐个显示' } as const
export type Pace = keyof typeof paces

/** What the stage (大屏) shows and how. Kept through a crash: whoever comes back sees the same frame. */
export const stageStateSchema = z.strictObject({
  /** the office's name; `null` until it is set */
  office: z.string().nullable(),
  /** the office's own emblem as a data: URL of a PNG; `null` for none */
  emblem: z.string().nullable(),
  /** the draw that is shown; `null` for the title alone */
  showing: z.string().nullable(),
  pace: z.enum(Object.keys(paces) as (keyof typeof paces)[]),
  /** nothing moves (静止模式) */
  still: z.boolean(),
  /** off until switched on */
  sound: z.boolean(),
  /** stage windows that are watching now */
  windows: z.int(),
})
export type StageState = z.infer<typeof stageStateSchema>

/** The state as it stands, at once, then every later one. Watching from the stage's side counts as a window. */
const watch = call.input(z.strictObject({})).output(eventIterator(stageStateSchema))

/** The stage as the stage itself sees it. */
export const stageViewContract = { watch }

/** The stage (大屏) as the console directs it. `next` of a session shows as much as the pace says. */
export const stageDirectionContract = {
  watch,
  /** Shows a draw, or the title alone. */
  show: call
    .errors(refusals('DRAW_UNKNOWN'))
    .input(z.strictObject({ number: drawNumber.nullable() }))
    .output(stageStateSchema),
  set: call
    .input(
      z.strictObject({
        pace: z.enum(Object.keys(paces) as (keyof typeof paces)[]).optional(),
        still: z.boolean().optional(),
        sound: z.boolean().optional(),
      }),
    )
    .output(stageStateSchema),
}
