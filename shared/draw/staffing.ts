import { at } from './checked.ts'
import type { DrawLists, ObjectLine } from './lists.ts'
import { isReplacement, type Manifest, type Slot } from './manifest.ts'
import { shortage } from './matching.ts'
import { ABSENT } from './notation.ts'
import { Admission, teamPositions } from './people.ts'

/**
 * Why a draw must not be frozen: draw-spec section 6, last paragraph. Seats count from 0; people by id, in id
 * order.
 */
export type StaffingGap =
  | { readonly kind: 'no-candidate' }
  | {
      /** all positions of all teams together cannot be filled */
      readonly kind: 'teams'
      /** the seats concerned, and how many positions they are */
      readonly seats: readonly number[]
      readonly positions: number
      readonly available: readonly string[]
    }
  | {
      /** the seats of one object cannot be filled by themselves */
      readonly kind: 'object'
      readonly object: ObjectLine
      readonly seats: readonly number[]
      readonly available: readonly string[]
      /** who would do but for a recusal */
      readonly recused: readonly string[]
    }

/**
 * Everything that could fail after the freeze; empty when nothing can. It depends on the lists and the seats
 * alone, never on a seed.
 */
export function staffingGaps(manifest: Manifest, lists: DrawLists): StaffingGap[] {
  if (isReplacement(manifest.kind)) {
    const from = manifest.kind === 'replace-inspector' ? lists.inspectors : lists.objects
    return from.length === 0 ? [{ kind: 'no-candidate' }] : []
  }
  if (manifest.topology === 'none') return []
  const admission = new Admission(lists)
  const names = (indices: readonly number[]) => indices.map((index) => at(admission.people, index).id)
  const gaps: StaffingGap[] = []
  const bySlot = admission.bySlot(manifest.slots)
  const teams = manifest.teams ?? 0
  // With one team more than there are people every seat is short already: a mistyped number allocates nothing.
  const positions = teamPositions(manifest.slots, Math.min(teams, lists.inspectors.length + 1))
  const short = shortage(positions.map((p) => at(bySlot, p.seat)))
  if (short !== null) {
    const seats = [...new Set(short.seats.map((place) => at(positions, place).seat))]
    // Positions of one seat admit the same people, so all of them are short, or none.
    gaps.push({ kind: 'teams', seats, positions: seats.length * teams, available: names(short.people) })
  }
  const drawnFrom = new Set(manifest.strata.filter((s) => s.sample > 0).map((s) => s.id))
  const recusals = recusalsByObject(lists)
  const seen = new Map<string, Omit<Extract<StaffingGap, { kind: 'object' }>, 'object'> | null>()
  for (const object of lists.objects) {
    if (manifest.kind === 'draw' && !drawnFrom.has(object.stratum)) continue
    const alike = `${object.domain ?? ABSENT}\t${recusals.get(object.id)?.sort().join() ?? ''}`
    let gap = seen.get(alike)
    if (gap === undefined) {
      const short = shortage(admission.byObject(manifest.slots, object))
      gap =
        short === null
          ? null
          : {
              kind: 'object',
              seats: short.seats,
              available: names(short.people),
              recused: names(recusedFrom(admission, manifest.slots, short.seats, object)),
            }
      seen.set(alike, gap)
    }
    if (gap !== null) gaps.push({ ...gap, object })
  }
  return gaps
}

function recusalsByObject(lists: DrawLists): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const r of lists.recusals) found.set(r.object, [...(found.get(r.object) ?? []), r.inspector])
  return found
}

function recusedFrom(
  admission: Admission,
  slots: readonly Slot[],
  seats: readonly number[],
  object: ObjectLine,
): number[] {
  return admission.people
    .map((_, index) => index)
    .filter(
      (index) =>
        admission.isRecused(object, index) &&
        admission.fitsDomain(object, index) &&
        slots.some((slot, seat) => seats.includes(seat) && admission.fitsSlot(slot, index)),
    )
}

/** A gap as a sentence for the person who has to resolve it. `domainName` words a domain's id. */
export function describeGap(
  gap: StaffingGap,
  manifest: Manifest,
  lists: DrawLists,
  domainName: (id: string) => string = (id) => id,
): string {
  if (gap.kind === 'no-candidate')
    return manifest.kind === 'replace-inspector'
      ? '没有可供抽取的更换人员：名录中的其他人员都不符合空缺席位的条件'
      : '没有可供抽取的更换对象：同一分层中没有未被抽中且符合条件的对象'
  const nameOf = new Map(lists.inspectors.map((p) => [p.id, p.name]))
  const names = (ids: readonly string[]) => ids.map((id) => nameOf.get(id)).join('、')
  const available = `名录中可用${gap.available.length}人${gap.available.length > 0 ? `：${names(gap.available)}` : ''}`
  if (gap.kind === 'teams')
    return `${manifest.teams}个组的${seatWords(manifest.slots, gap.seats)}共需${gap.positions}人，${available}`
  const domain = gap.object.domain === null ? '' : `${domainName(gap.object.domain)}类`
  const recused =
    gap.recused.length > 0 ? `；另有${gap.recused.length}人因回避不计：${names(gap.recused)}` : ''
  return `对象“${gap.object.name}”（${gap.object.id}）：${seatWords(manifest.slots, gap.seats)}需${domain}${gap.seats.length}人，${available}${recused}`
}

function seatWords(slots: readonly Slot[], seats: readonly number[]): string {
  const words = seats.map((seat) => {
    const slot = at(slots, seat)
    const department = slot.department === '*' ? '' : `（${slot.department}）`
    return `${slot.role === 'L' ? '组长席' : '组员席'}${department}`
  })
  return [...new Set(words)].join('、')
}
