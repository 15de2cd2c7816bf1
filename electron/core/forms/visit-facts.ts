import type { VisitedObjectFacts, VisitFacts } from '../../../shared/forms/inspection-facts.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { CoreContext } from '../context.ts'
import { readShownChain, type ShownChain } from '../draws/in-force.ts'
import { RefusalError } from '../outcome.ts'
import { readVisitEntry } from './entered.ts'

/** Why an inspection has no list to visit by. */
const noList = new Set(['NOT_DRAWN_YET', 'DRAW_NOT_STANDING'])

/**
 * The objects of the list in force (现行名单) in drawn order, each as it was frozen, with the people who inspect it and
 * what was entered. Empty before the outcome is shown in full, and where it does not stand.
 */
export function readVisits(context: CoreContext, root: string): VisitFacts[] {
  const chain = readChainOrNone(context, root)
  if (chain === null) return []
  const { inForce, rows } = chain
  const entered = new Map(
    context.database.inspections.entries(root).map(({ object, body }) => [object, body]),
  )
  return [...inForce.objects].map(([id, { group }], index) => ({
    order: index + 1,
    object: visitedObject(id, rows.name(id), inForce.lines.get(id)?.uscc ?? null, rows.object(id)),
    team: group?.team ?? null,
    inspectors:
      group === null
        ? []
        : group.inspectors.map((person, seat) => rows.member(person, group.from.manifest.slots[seat])),
    entry: readVisitEntry(entered.get(id)),
  }))
}

function readChainOrNone(context: CoreContext, root: string): ShownChain | null {
  try {
    return readShownChain(context, root)
  } catch (error) {
    if (error instanceof RefusalError && noList.has(error.refusal.code)) return null
    throw error
  }
}

/** An object as papers name it; what its row does not say is not known. */
export function visitedObject(
  id: string,
  name: string,
  creditCode: string | null,
  row: InspectionObject | null,
): VisitedObjectFacts {
  return {
    id,
    name,
    kind: row?.kind ?? null,
    creditCode: creditCode ?? row?.uscc ?? null,
    address: row?.address ?? null,
    legalRepresentative: row?.legalRepresentative ?? null,
    contact: row?.contact ?? null,
    phone: row?.phone ?? null,
    businessCategory: row?.businessCategory ?? null,
    region: row?.region ?? null,
    department: row?.department ?? null,
  }
}
