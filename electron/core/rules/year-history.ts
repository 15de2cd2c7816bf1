import type { Database } from '../../../db/open-database.ts'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import { parseResult } from '../../../shared/draw/result.ts'
import { fullId } from '../../../shared/registry/office.ts'
import {
  emptyYear,
  type ObjectYear,
  type YearDraw,
  type YearVisit,
} from '../../../shared/rules/object-year.ts'
import { type CoreContext, office } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { ownSerial, successorsOf } from './successors.ts'

/** What a year has seen of every object, by full id (by serial before there is an office); who is not in it was neither drawn nor visited. */
export interface YearHistory {
  of(id: string): ObjectYear
  /** the year's standing draws with their items, in the order of their numbers */
  readonly draws: readonly { readonly number: string; readonly items: readonly string[] }[]
  /** numbers of draws whose outcome nobody may know yet, and which are therefore not counted */
  readonly hidden: readonly string[]
}

/** What of a stored result counts: who was drawn when, and who was replaced by whom. */
interface Drawn {
  readonly at: string
  readonly objects: readonly string[]
  readonly replaced: { readonly vacated: string; readonly drawn: string } | null
}

/** Results never change, so what one says is read once for as long as the database is open. */
const known = new WeakMap<Database, Map<string, Drawn>>()

function drawnOf(database: Database, { digest, result }: { digest: string; result: string }): Drawn {
  const kept = known.get(database) ?? new Map<string, Drawn>()
  known.set(database, kept)
  const found = kept.get(digest)
  if (found !== undefined) return found
  const { at, objects, replaced } = parseResult(result)
  const fresh = { at, objects: objects.map((o) => o.id), replaced }
  kept.set(digest, fresh)
  return fresh
}

/** One standing draw of a year: the objects that are in force after every replacement. */
interface StandingDraw {
  readonly number: string
  readonly items: readonly string[]
  /** object → when it was drawn, or came in for another */
  readonly objects: ReadonlyMap<string, string>
}

/**
 * The standing draws whose objects count in a calendar year: official ones and unwitnessed ones, no rehearsal, none
 * that is aborted or void. Where an object was replaced, the one that came in counts, and the one that left does not.
 *
 * @param except the root of a chain that does not count: a replacement does not count the draw that it amends
 */
function standingDraws(
  context: CoreContext,
  year: number,
  except: string | null,
): { readonly draws: readonly StandingDraw[]; readonly hidden: readonly string[] } {
  const { database } = context
  const { draws } = database
  const found = new Map<string, { items: readonly string[]; objects: Map<string, string> }>()
  const replacements: (Drawn & { readonly root: string })[] = []
  const hidden: string[] = []
  // A number that was taken on the last day of a year can be drawn on the first of the next.
  const concerned = draws
    .draws()
    .filter(
      ({ mode, kind, year: taken, root, number }) =>
        mode !== 'rehearsal' &&
        (kind === 'draw' || kind === 'replace-object') &&
        (taken === year || taken === year - 1) &&
        (root ?? number) !== except,
    )
  for (const { number, root, draftId } of concerned) {
    const attempt = draws.attempts(number).length
    const result = draws.result(number, attempt)
    if (result === null || draws.ending(number, attempt) !== null) continue
    if (draws.confirmation(number, attempt) === null && readSession(context, number).state === 'drawn') {
      hidden.push(number)
      continue
    }
    const drawn = drawnOf(database, result)
    if (root !== null) replacements.push({ ...drawn, root })
    else {
      const plan = draftId === null ? null : (draws.draft(draftId)?.body as DrawPlan | undefined)
      found.set(number, {
        items: plan?.items ?? [],
        objects: new Map(drawn.objects.map((id) => [id, drawn.at])),
      })
    }
  }
  // In the order in which they were drawn: a number that was aborted and held again amends later ones.
  replacements.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  for (const { root, at, replaced } of replacements) {
    const objects = found.get(root)?.objects
    if (objects === undefined || replaced === null) continue
    objects.delete(replaced.vacated)
    objects.set(replaced.drawn, at)
  }
  return { draws: [...found].map(([number, said]) => ({ number, ...said })), hidden }
}

/** Draws and visits of the calendar year of `on`, by object. */
export function yearHistory(context: CoreContext, on: string, except: string | null = null): YearHistory {
  const code = office(context)?.code ?? null
  const year = on.slice(0, 4)
  const byId = new Map<string, { draws: YearDraw[]; visits: YearVisit[] }>()
  const entry = (id: string) => {
    const fresh = byId.get(id) ?? { draws: [], visits: [] }
    byId.set(id, fresh)
    return fresh
  }
  const { draws, hidden } = standingDraws(context, Number(year), except)
  for (const { number, items, objects } of draws)
    for (const [id, at] of objects) if (at.startsWith(year)) entry(id).draws.push({ number, at, items })
  for (const { row } of context.database.visits.iterate()) {
    if (!row.date.startsWith(year)) continue
    const { kind, date, item, passed, number } = row
    entry(code === null ? row.object : fullId(code, row.object)).visits.push({
      kind,
      date,
      item,
      passed,
      number,
    })
  }
  for (const [id, { draws: drawn, visits }] of [...byId]) {
    const serial = ownSerial(code, id)
    for (const successor of serial === null ? [] : successorsOf(context, serial)) {
      const now = entry(code === null ? successor : fullId(code, successor))
      now.draws.push(...drawn)
      now.visits.push(...visits)
    }
  }
  return {
    of: (id) => byId.get(id) ?? emptyYear,
    draws: draws
      .filter(({ objects }) => [...objects.values()].some((at) => at.startsWith(year)))
      .map(({ number, items }) => ({ number, items })),
    hidden,
  }
}
