import type { Database } from '../../../db/open-database.ts'
import { type ChainRecord, standing } from '../../../shared/draw/chain.ts'
import { parseManifest } from '../../../shared/draw/manifest.ts'
import { parseResult } from '../../../shared/draw/result.ts'
import type { YearDrawn } from '../../../shared/forms/year-facts.ts'
import type { CoreContext } from '../context.ts'
import { readSession } from '../draws/session.ts'

/** What an attempt froze and drew, without its lists: they may have 100,000 rows, and are not counted. */
interface LightRecord extends ChainRecord {
  readonly task: string
  readonly items: readonly string[]
}

const noLists: ChainRecord['lists'] = { objects: [], inspectors: [], recusals: [], excluded: [] }

/** What was drawn never changes (the tables are append-only): it is kept by its digest D. */
const kept = new WeakMap<Database, Map<string, LightRecord>>()

function readLight(context: CoreContext, number: string, attempt: number): LightRecord | null {
  const { database } = context
  const result = database.draws.result(number, attempt)
  if (result === null) return null
  const known = kept.get(database) ?? new Map<string, LightRecord>()
  kept.set(database, known)
  const found = known.get(result.digest)
  if (found !== undefined) return found
  const frozen = database.sqlite
    .prepare<[string, number], { manifest: string; task: string; items: string }>(
      `SELECT manifest, json_extract(facts, '$.plan.task.name') AS task,
         json_extract(facts, '$.plan.items') AS items
       FROM draw_freeze WHERE draw = ? AND attempt = ?`,
    )
    .get(number, attempt)
  if (frozen === undefined) return null
  const items: unknown = JSON.parse(frozen.items)
  const fresh: LightRecord = {
    manifest: parseManifest(frozen.manifest),
    lists: noLists,
    result: parseResult(result.result),
    digest: result.digest,
    task: frozen.task,
    items: Array.isArray(items) ? items.map(String) : [],
  }
  known.set(result.digest, fresh)
  return fresh
}

/**
 * The draws of a year that count: no rehearsal, not void, not aborted, shown in full. Each with the objects and the
 * people that are in force after its matches and replacements (现行名单), and with the plan line that it rests on.
 * A draw belongs to the year in which its outcome was drawn. Oldest first.
 */
export function standingDraws(context: CoreContext, year: number): readonly YearDrawn[] {
  const { draws, schemes } = context.database
  const bases = new Map(schemes.bases().map((basis) => [`${basis.draw} ${basis.attempt}`, basis]))
  const shown = new Map<string, { readonly attempt: number; readonly record: LightRecord }>()
  const chains = new Map<string, LightRecord[]>()
  for (const { draw, attempt, confirmed, resultDigest, ending } of draws.summaries()) {
    if (resultDigest === null || ending !== null || draw.mode === 'rehearsal') continue
    // What is not shown yet is told by nothing, a count neither.
    if (!confirmed && readSession(context, draw.number).state !== 'revealed') continue
    const record = readLight(context, draw.number, attempt)
    if (record === null) continue
    shown.set(draw.number, { attempt, record })
    if (draw.root !== null) chains.set(draw.root, [...(chains.get(draw.root) ?? []), record])
  }
  return [...shown]
    .filter(([, { record }]) => record.manifest.kind === 'draw' && isOf(record, year))
    .map(([number, { attempt, record }]) => {
      const basis = bases.get(`${number} ${attempt}`)
      return {
        number,
        at: record.result.at,
        task: record.task,
        items: record.items,
        line: basis?.line ?? null,
        outside: basis?.outside ?? null,
        ...inForce(record, chains.get(number) ?? []),
      }
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.number < b.number ? -1 : 1))
}

function isOf({ result }: ChainRecord, year: number): boolean {
  return result.at.startsWith(String(year))
}

/** A chain's records follow each other by their digests: one that amends what is not shown is left out with it. */
function inForce(root: LightRecord, later: readonly LightRecord[]): Pick<YearDrawn, 'objects' | 'people'> {
  const amending = new Map(later.map((record) => [record.manifest.amends, record]))
  const ordered: LightRecord[] = []
  for (let next = amending.get(root.digest); next !== undefined; next = amending.get(next.digest))
    ordered.push(next)
  const { objects } = standing(root, ordered)
  const people = new Map<string, number>()
  // A team that no object fell to was drawn all the same.
  for (const id of withoutObjects([root, ...ordered])) people.set(id, 0)
  for (const { group } of objects.values())
    for (const id of group?.inspectors ?? []) people.set(id, (people.get(id) ?? 0) + 1)
  return {
    objects: [...objects.keys()].map(serialOfId),
    people: [...people].map(([id, count]) => ({ serial: serialOfId(id), objects: count })),
  }
}

function withoutObjects(records: readonly LightRecord[]): string[] {
  return records.flatMap(({ result }) =>
    result.teams.filter((_, index) => result.pairs.every(({ team }) => team !== index + 1)).flat(),
  )
}

/** `O000123` of `YL01-O000123`; an office's code has no `-`. */
function serialOfId(id: string): string {
  return id.slice(id.indexOf('-') + 1)
}
