import type { Database } from '../../../db/open-database.ts'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import { type DrawLists, parseLists } from '../../../shared/draw/lists.ts'
import { type Manifest, parseManifest } from '../../../shared/draw/manifest.ts'
import { officeOfDraw } from '../../../shared/draw/notation.ts'
import type { CoreContext } from '../context.ts'
import { readFrozenFacts } from './frozen-facts.ts'

/** A freeze read back from its texts. */
export interface ParsedFreeze {
  /** `F` */
  readonly digest: string
  readonly manifest: Manifest
  readonly lists: DrawLists
  /** the plan that was frozen: its draft may be another by now */
  readonly plan: DrawPlan
}

/** How many freezes are kept parsed: a session is read at every step of its reveal, and a chain is short. */
const KEPT = 8

const parsed = new WeakMap<Database, Map<string, ParsedFreeze>>()

/**
 * The freeze of an attempt, `null` before it. What was frozen never changes (the tables are append-only), so what
 * was parsed once is kept by its digest.
 */
export function readFreeze(context: CoreContext, number: string, attempt: number): ParsedFreeze | null {
  const { database } = context
  const known = parsed.get(database) ?? new Map<string, ParsedFreeze>()
  parsed.set(database, known)
  const digest = database.draws.freezeDigest(number, attempt)
  if (digest === null) return null
  const kept = known.get(digest)
  if (kept !== undefined) return kept
  const row = database.draws.freeze(number, attempt)
  if (row === null) return null
  const fresh = {
    digest,
    manifest: parseManifest(row.manifest),
    lists: parseLists(officeOfDraw(number), row),
    plan: readFrozenFacts(row.facts).plan,
  }
  const [oldest] = known.keys()
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest)
  known.set(digest, fresh)
  return fresh
}
