import type { InspectionState, VisitState } from '../../../shared/api/form-contract.ts'
import { type InspectionEntry, noInspectionEntry } from '../../../shared/forms/inspection-entry.ts'
import { noVisitEntry, type VisitEntry } from '../../../shared/forms/visit-entry.ts'
import { type CoreContext, now, record } from '../context.ts'
import { readShownChain, type ShownChain } from '../draws/in-force.ts'
import { RefusalError } from '../outcome.ts'
import { canonicalDigest, canonicalText } from '../papers/canonical-digest.ts'
import { readInspectionEntry, readVisitEntry, whole } from './entered.ts'

/** What a window wants written, and the version that it had read. */
export interface EntryOrder<Entry> {
  readonly number: string
  readonly version: number
  readonly entry: Entry
}

/**
 * Everything that was entered of an inspection. One chain is one inspection: a match or a replacement shows its root's.
 * Refuses with `DRAW_UNKNOWN` or `NOT_DRAWN_YET`.
 */
export function readEntries(context: CoreContext, number: string): InspectionState {
  const { rootNumber, records, inForce, rows } = requireChain(context, number)
  const entered = new Map(
    context.database.inspections.entries(rootNumber).map((entry) => [entry.object, entry]),
  )
  const own = entered.get(whole)
  const visits = [...inForce.objects].map(([object, { group }], index): VisitState => {
    const said = entered.get(object)
    return {
      order: index + 1,
      object,
      name: rows.name(object),
      inspectors: (group?.inspectors ?? []).map((person) => rows.name(person)),
      entry: readVisitEntry(said?.body),
      version: said?.version ?? 0,
      at: said?.at ?? null,
      by: said?.by ?? null,
    }
  })
  return {
    draw: rootNumber,
    task: records[0]?.manifest.task ?? '',
    entry: readInspectionEntry(context, rootNumber),
    version: own?.version ?? 0,
    at: own?.at ?? null,
    by: own?.by ?? null,
    visits,
  }
}

/** Writes what was entered for the whole. Refuses with `ENTRY_STALE` besides. */
export function saveInspectionEntry(
  context: CoreContext,
  actor: string,
  { number, version, entry }: EntryOrder<InspectionEntry>,
): InspectionState {
  context.database.transaction(() => {
    const { rootNumber } = requireChain(context, number)
    write(context, actor, { draw: rootNumber, object: whole, version, entry, what: '文书要素' })
  })
  return readEntries(context, number)
}

/** Writes what was entered of one object. Refuses with `ENTRY_STALE`, or `UNKNOWN_ID` for what is not in the list in force. */
export function saveVisitEntry(
  context: CoreContext,
  actor: string,
  { number, version, entry, object }: EntryOrder<VisitEntry> & { readonly object: string },
): InspectionState {
  context.database.transaction(() => {
    const { rootNumber, inForce, rows } = requireChain(context, number)
    if (!inForce.objects.has(object))
      throw new RefusalError(
        'UNKNOWN_ID',
        `“${rootNumber}”的现行名单中没有“${object}”这个检查对象，可能已被更换。没有写入任何数据。请刷新名单后重新选择。`,
      )
    const what = `“${rows.name(object)}”的检查情况`
    write(context, actor, { draw: rootNumber, object, version, entry, what })
  })
  return readEntries(context, number)
}

interface Written {
  readonly draw: string
  readonly object: string
  readonly version: number
  readonly entry: InspectionEntry | VisitEntry
  /** in words, for whoever is refused */
  readonly what: string
}

/** The next version with its ledger entry, inside the caller's transaction. The same again is no new version. */
function write(context: CoreContext, actor: string, { draw, object, version, entry, what }: Written): void {
  const { inspections } = context.database
  const newest = inspections.entry(draw, object)
  if ((newest?.version ?? 0) !== version)
    throw new RefusalError(
      'ENTRY_STALE',
      `${what}已由${newest?.by ?? '别人'}在另一个窗口保存过，本次没有保存。已保存的内容保持原样。请对照最新内容后再保存。`,
    )
  const body = canonicalText(entry)
  const before = newest?.body ?? canonicalText(object === whole ? noInspectionEntry : noVisitEntry)
  if (body === before) return
  const at = now(context)
  record(
    context,
    actor,
    'inspection.entered',
    {
      draw,
      ...(object === whole ? {} : { object }),
      version: version + 1,
      digest: canonicalDigest(entry),
    },
    at,
  )
  inspections.insertEntry({ draw, object, version: version + 1, body, at, by: actor })
}

/** The chain as everybody has seen it. Refuses with `DRAW_UNKNOWN` or `NOT_DRAWN_YET`, also what does not stand any more. */
function requireChain(context: CoreContext, number: string): ShownChain {
  try {
    return readShownChain(context, number)
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.code !== 'DRAW_NOT_STANDING') throw error
    throw new RefusalError(
      'NOT_DRAWN_YET',
      `“${number}”的抽取已中止或作废，没有现行名单可以填写。没有写入任何数据，此前填写的内容保留。请再次抽取后填写。`,
    )
  }
}
