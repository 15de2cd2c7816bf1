import type { SchemeRow } from '../../../db/scheme-store.ts'
import { documentKinds } from '../../../shared/api/document-contract.ts'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { DrawFacts } from '../../../shared/forms/draw-facts.ts'
import type { FreezeSlipFacts } from '../../../shared/forms/freeze-slip-facts.ts'
import { noInspectionEntry } from '../../../shared/forms/inspection-entry.ts'
import type {
  ArchivedFacts,
  InspectionFacts,
  ItemDetailFacts,
} from '../../../shared/forms/inspection-facts.ts'
import { archivedFiles } from '../archive/archived-files.ts'
import { type CoreContext, office } from '../context.ts'
import { readDrawFacts } from '../draws/draw-facts.ts'
import { readFreezeSlipFacts } from '../draws/freeze-slip-facts.ts'
import { readFreeze } from '../draws/parsed-freeze.ts'
import { planOf } from '../draws/session.ts'
import { hiddenOf } from '../draws/shown-in-full.ts'
import { RefusalError } from '../outcome.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { readSchemeFacts } from '../schemes/scheme-facts.ts'
import { readInspectionEntry } from './entered.ts'
import { readFormStyle } from './form-style.ts'
import { readLists } from './printed-lists.ts'
import { rulesFacts } from './rules-facts.ts'
import { readVisits } from './visit-facts.ts'

/**
 * Everything that the papers of a draw are written from. Of a match or a replacement, the draw is that of `number` and
 * the rest is its chain's: one inspection, one entry of facts. Until the outcome is shown in full `draw` is `null`, so
 * that no paper tells it beforehand. Refuses with `DRAW_UNKNOWN`.
 */
export function readInspectionFacts(context: CoreContext, number: string): InspectionFacts {
  const { database } = context
  const known = database.draws.draw(number)
  if (known === null)
    throw new RefusalError(
      'DRAW_UNKNOWN',
      `没有编号为“${number}”的抽取。没有写入任何数据。请核对编号后重试。`,
    )
  const root = known.root ?? number
  const draw = readShownDraw(context, number)
  const plan = readPlan(context, root)
  return {
    ...blankFacts(context),
    office: draw?.office ?? office(context)?.name ?? '',
    draw,
    freezeSlip: readSlip(context, number),
    scheme: readScheme(context, root, plan.plan),
    items: itemDetails(context, plan.plan.items, plan.frozenAt),
    entry: readInspectionEntry(context, root),
    visits: readVisits(context, root),
    rules: rulesFacts(rulesInForce(context).preset),
    archive: archiveOf(context, root),
    lists: readLists(context, known.year),
  }
}

/**
 * Facts for comparing papers: what changes without anything happening to the inspection is held fixed. That is the head
 * of the ledger, which grows with the very filing of a paper, the numbers of other draws that are not finished, and
 * the 档案目录 in the archive.
 */
export function heldFixed(facts: InspectionFacts): InspectionFacts {
  const { draw, archive } = facts
  return {
    ...facts,
    archive: archive.filter(({ kind }) => kind !== documentKinds.catalogue),
    draw:
      draw === null
        ? null
        : {
            ...draw,
            ledger: { seq: 0, hash: '0'.repeat(64) },
            counts: { ...draw.counts, unfinishedNumbers: [] },
          },
  }
}

/** What blank forms are written from: the office and how its papers look. */
export function blankFacts(context: CoreContext): InspectionFacts {
  return {
    office: office(context)?.name ?? '',
    style: readFormStyle(context),
    draw: null,
    freezeSlip: null,
    scheme: null,
    items: [],
    entry: noInspectionEntry,
    visits: [],
    rules: null,
    archive: [],
    lists: {},
    nonRandom: null,
  }
}

/** The draw as recorded, `null` while it has no result, or one that nobody has seen in full. */
function readShownDraw(context: CoreContext, number: string): DrawFacts | null {
  if (hiddenOf(context, number) !== null) return null
  return orNull('NOT_DRAWN_YET', () => readDrawFacts(context, number))
}

function readSlip(context: CoreContext, number: string): FreezeSlipFacts | null {
  return orNull('WRONG_STATE', () => readFreezeSlipFacts(context, number))
}

function orNull<T>(code: string, read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === code) return null
    throw error
  }
}

/** The plan of a draw as it was frozen, and when; before the freeze as it is drafted. */
function readPlan(
  context: CoreContext,
  number: string,
): { readonly plan: DrawPlan; readonly frozenAt: string | null } {
  const attempts = context.database.draws.attempts(number).toReversed()
  for (const { attempt } of attempts) {
    const freeze = readFreeze(context, number, attempt)
    if (freeze !== null) return { plan: freeze.plan, frozenAt: freeze.manifest.at }
  }
  return { plan: planOf(context, number), frozenAt: null }
}

/** The 实施方案 that the draw rests on: as it was frozen, else as its plan names it. */
function readScheme(context: CoreContext, number: string, plan: DrawPlan) {
  const { schemes } = context.database
  const frozen = schemes.bases().findLast((basis) => basis.draw === number)?.scheme ?? null
  const id = frozen ?? ('basis' in plan ? (plan.basis?.scheme ?? null) : null)
  const row: SchemeRow | null = id === null ? null : schemes.get(id)
  return row === null ? null : readSchemeFacts(context, row)
}

/** Items as the list of items had them when the lists were frozen; today's where nothing is frozen. */
function itemDetails(
  { database }: CoreContext,
  names: readonly string[],
  frozenAt: string | null,
): ItemDetailFacts[] {
  const { items } = database
  const versions = frozenAt === null ? items.current() : items.asOf(Date.parse(frozenAt))
  const known = new Map(versions.map(({ row }) => [row.name, row]))
  return names.map((name) => {
    const row = known.get(name)
    return {
      name,
      category: row?.category ?? null,
      basis: row?.basis ?? null,
      content: row?.content ?? null,
      method: row?.method ?? null,
      subject: row?.subject ?? null,
      department: row?.department ?? null,
    }
  })
}

/** Everything that is kept of the chain, the oldest first. */
function archiveOf(context: CoreContext, root: string): ArchivedFacts[] {
  return archivedFiles(context, root).map(({ name, kind, pages, bytes, sha256, at, by, note }) => ({
    name,
    kind,
    pages,
    bytes,
    sha256,
    at,
    by,
    note,
  }))
}
