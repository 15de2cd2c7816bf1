import { z } from 'zod'
import { drawKinds, drawModes } from '../draw/manifest.ts'
import { digest, list } from './parts.ts'
import { sessionStateWords } from './session.ts'

const named = z.strictObject({ id: z.string(), name: z.string() })
const inspectors = list(named)

/** {@link RevealStep} of session.ts. */
const revealStep = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('object'),
    order: z.int(),
    stratum: z.string(),
    id: z.string(),
    name: z.string(),
  }),
  z.strictObject({ step: z.literal('team'), team: z.int(), inspectors }),
  z.strictObject({ step: z.literal('pair'), object: named, team: z.int().nullable(), inspectors }),
  z.strictObject({ step: z.literal('replace'), vacated: named, drawn: named }),
])

const common = {
  number: z.string(),
  kind: z.enum(drawKinds),
  mode: z.enum(drawModes),
  attempt: z.int(),
  task: z.string(),
  commitment: digest,
}
const frozen = {
  ...common,
  freeze: digest,
  witnesses: list(z.strictObject({ seat: z.int(), role: z.string(), name: z.string() })),
  counts: z.strictObject({ objects: z.int(), inspectors: z.int(), excluded: z.int(), sample: z.int() }),
}
const drawn = {
  ...frozen,
  digest,
  seed: digest,
  secret: digest,
  contributions: list(z.string()),
  drawnAt: z.string(),
  revealed: z.int(),
  steps: z.int(),
  shown: list(revealStep),
}
const ended = { record: digest, reason: z.string(), at: z.string() }

/**
 * {@link DrawSession} of session.ts, state by state. Strict: what a state does not tell cannot slip through, so
 * that no window can be sent the secret or an outcome before the draw, or a step before it is shown.
 */
export const drawSessionSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('committed'), ...common }),
  z.strictObject({ state: z.literal('frozen'), ...frozen, contributed: z.int() }),
  z.strictObject({ state: z.literal('drawn'), ...drawn }),
  z.strictObject({ state: z.literal('revealed'), ...drawn }),
  z.strictObject({ state: z.literal('confirmed'), ...drawn, confirmedAt: z.string() }),
  z.strictObject({ state: z.literal('aborted'), ...common, ...ended }),
  z.strictObject({ state: z.literal('void'), ...drawn, ...ended, decision: z.string() }),
])

const states = Object.keys(sessionStateWords) as (keyof typeof sessionStateWords)[]

/** Where a draw stands, for a list of draws. */
export const drawSummarySchema = z.strictObject({
  number: z.string(),
  kind: z.enum(drawKinds),
  mode: z.enum(drawModes),
  state: z.enum(states),
  attempt: z.int(),
  task: z.string(),
  /** the draw at the root of its chain; `null` for one that amends nothing */
  root: z.string().nullable(),
  /** when the number was taken */
  takenAt: z.string(),
})
export type DrawSummary = z.infer<typeof drawSummarySchema>
