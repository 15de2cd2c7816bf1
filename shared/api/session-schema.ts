import { z } from 'zod'
import { drawKinds, drawModes } from '../draw/manifest.ts'
import { digest, list } from './parts.ts'
import { sessionStateWords } from './session.ts'

const named = z.strictObject({ id: z.string(), name: z.string() })
const inspectors = list(named)
/** {@link PickShown} of session.ts. */
const picks = list(
  z.strictObject({
    stage: z.string(),
    i: z.int(),
    among: z.int(),
    hash: digest,
    index: z.int(),
    repeat: z.boolean(),
  }),
)

/** {@link RevealStep} of session.ts. */
const revealStep = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('object'),
    order: z.int(),
    stratum: z.string(),
    id: z.string(),
    name: z.string(),
    place: z.int(),
    picks,
  }),
  z.strictObject({ step: z.literal('team'), team: z.int(), inspectors, picks }),
  z.strictObject({ step: z.literal('pair'), object: named, team: z.int().nullable(), inspectors, picks }),
  z.strictObject({ step: z.literal('replace'), vacated: named, drawn: named, place: z.int(), picks }),
])

const common = {
  number: z.string(),
  kind: z.enum(drawKinds),
  mode: z.enum(drawModes),
  attempt: z.int(),
  office: z.string(),
  task: z.string(),
  items: list(z.string()),
  venue: z.string(),
  operator: z.string(),
  draft: z.string(),
  root: z.string().nullable(),
  confidential: z
    .strictObject({
      disclosed: z
        .strictObject({ at: z.string(), by: z.string(), date: z.string(), reason: z.string() })
        .nullable(),
    })
    .nullable(),
  committedAt: z.string(),
  commitment: digest,
}
const frozen = {
  ...common,
  freeze: digest,
  frozenAt: z.string(),
  strata: list(
    z.strictObject({
      id: z.string(),
      name: z.string().nullable(),
      size: z.int(),
      sample: z.int(),
      basis: z.string(),
    }),
  ),
  topology: z.enum(['none', 'teams', 'each']),
  teams: z.int().nullable(),
  slots: list(z.strictObject({ role: z.enum(['L', 'M']), department: z.string().nullable() })),
  exclusions: list(
    z.strictObject({
      what: z.enum(['object', 'inspector']),
      reason: z.string(),
      clause: z.string(),
      count: z.int(),
    }),
  ),
  rule: list(z.string()),
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
  z.strictObject({
    state: z.literal('frozen'),
    ...frozen,
    contributed: z.int(),
    entries: list(z.strictObject({ seat: z.int(), entered: z.boolean(), digits: z.string().nullable() })),
    opened: z.boolean(),
  }),
  z.strictObject({ state: z.literal('drawn'), ...drawn }),
  z.strictObject({ state: z.literal('revealed'), ...drawn }),
  z.strictObject({
    state: z.literal('confirmed'),
    ...drawn,
    confirmedAt: z.string(),
    archived: z
      .strictObject({
        document: z.string(),
        at: z.string(),
        by: z.string(),
        compared: z.enum(['qr', 'by-hand']),
      })
      .nullable(),
  }),
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
  /** whether the signed form of a confirmed draw is on file (已归档) */
  archived: z.boolean(),
})
export type DrawSummary = z.infer<typeof drawSummarySchema>
