import { at } from './checked.ts'
import type { DrawLists, InspectorLine, ObjectLine } from './lists.ts'
import type { Manifest, Vacancy } from './manifest.ts'
import { Admission } from './people.ts'
import type { DrawResult } from './result.ts'

/** One standing record of a chain: a draw, its match, or a replacement of either. */
export interface ChainRecord {
  readonly manifest: Manifest
  readonly lists: DrawLists
  readonly result: DrawResult
  /** `D` */
  readonly digest: string
}

/** Who inspects an object now, and which draw or match said which seats there are. */
export interface StandingGroup {
  readonly from: ChainRecord
  readonly team: number | null
  readonly inspectors: readonly string[]
}

/** What a chain comes to after all its records: draw-spec section 7. */
export interface Standing {
  /** the newest record's `D`: what the next record amends */
  readonly newest: string
  /** the objects drawn by now, in drawn order, and their groups (`null`: not matched yet) */
  readonly objects: ReadonlyMap<string, { readonly stratum: string; readonly group: StandingGroup | null }>
  /** who and what left earlier in the chain */
  readonly left: ReadonlySet<string>
  /** the lines of all people whom the chain knows, the newest first to say */
  readonly people: ReadonlyMap<string, InspectorLine>
  /** the lines of all objects of the root's list: nothing else can ever be drawn in the chain */
  readonly lines: ReadonlyMap<string, ObjectLine>
}

/**
 * Follows a chain from its root. `later` are its standing (not void) records, oldest first. What a record says
 * of an object that is not drawn by then says nothing: {@link amendmentProblems} refuses such a record.
 */
export function standing(root: ChainRecord, later: readonly ChainRecord[]): Standing {
  const objects = new Map<string, { stratum: string; group: StandingGroup | null }>()
  const left = new Set<string>()
  const people = new Map<string, InspectorLine>()
  const lines = new Map(root.lists.objects.map((o) => [o.id, o]))
  let newest = root.digest
  for (const record of [root, ...later]) {
    newest = record.digest
    for (const person of record.lists.inspectors) people.set(person.id, person)
    for (const o of record.result.objects) objects.set(o.id, { stratum: o.stratum, group: null })
    for (const pair of record.result.pairs) {
      const entry = objects.get(pair.object)
      const group = { from: record, team: pair.team, inspectors: pair.inspectors }
      if (entry !== undefined) objects.set(pair.object, { ...entry, group })
    }
    if (record.result.replaced === null) continue
    const { vacated, drawn } = record.result.replaced
    left.add(vacated)
    if (record.manifest.kind === 'replace-object') renameObject(objects, vacated, drawn)
    else for (const vacancy of record.manifest.vacancies) fillSeat(objects, vacancy, drawn)
  }
  return { newest, objects, left, people, lines }
}

type Objects = Map<string, { stratum: string; group: StandingGroup | null }>

function renameObject(objects: Objects, vacated: string, drawn: string): void {
  const entries = [...objects].map(([id, value]) => [id === vacated ? drawn : id, value] as const)
  objects.clear()
  for (const [id, value] of entries) objects.set(id, value)
}

function fillSeat(objects: Objects, vacancy: Vacancy, drawn: string): void {
  const entry = objects.get(vacancy.object)
  if (entry === undefined || entry.group === null) return
  const inspectors = entry.group.inspectors.map((id, seat) => (seat === vacancy.seat ? drawn : id))
  objects.set(vacancy.object, { ...entry, group: { ...entry.group, inspectors } })
}

/**
 * The people whom a replacement may draw from by the amended list alone: admitted to each vacant seat, on none
 * of those objects, not gone before, not the one who leaves. The office may leave out more, with a reason.
 */
export function inspectorCandidates(
  state: Standing,
  amended: ChainRecord,
  vacancies: readonly Vacancy[],
): InspectorLine[] {
  return amended.lists.inspectors.filter((person) => mayFill(state, amended, vacancies, person))
}

/** Whether `person` could sit on every vacancy: see {@link inspectorCandidates}. */
export function mayFill(
  state: Standing,
  amended: ChainRecord,
  vacancies: readonly Vacancy[],
  person: InspectorLine,
): boolean {
  if (state.left.has(person.id)) return false
  // Of an object that came in by a replacement after a match, the match's list knows no recusals: those are then
  // for the office to leave out, with a reason.
  const admission = new Admission({ inspectors: [person], recusals: amended.lists.recusals })
  return vacancies.every((vacancy) => {
    const group = state.objects.get(vacancy.object)?.group ?? null
    const slot = vacancy.seat === null ? undefined : amended.manifest.slots[vacancy.seat]
    const object = state.lines.get(vacancy.object)
    return (
      group !== null &&
      slot !== undefined &&
      object !== undefined &&
      !group.inspectors.includes(person.id) &&
      admission.admits(slot, object, 0)
    )
  })
}

/**
 * The objects a replacement may draw from: undrawn, of the same stratum, not gone before, whose seats admit the
 * sitting group (`null`: nobody sits there yet). `root` is the draw whose list it is.
 */
export function objectCandidates(state: Standing, root: ChainRecord, vacated: string): ObjectLine[] {
  const entry = state.objects.get(vacated)
  if (entry === undefined) return []
  const { stratum, group } = entry
  return undrawnOf(state, root, stratum).filter(
    (object) => group === null || groupFits(state, root, group, object),
  )
}

/** The objects of the stratum that are not drawn by now, those gone before among them left out. */
export function undrawnOf(state: Standing, root: ChainRecord, stratum: string): ObjectLine[] {
  return root.lists.objects.filter(
    (object) => object.stratum === stratum && !state.objects.has(object.id) && !state.left.has(object.id),
  )
}

function groupFits(state: Standing, root: ChainRecord, group: StandingGroup, object: ObjectLine): boolean {
  const recusals = [...root.lists.recusals, ...group.from.lists.recusals]
  return group.inspectors.every((id, seat) => {
    const person = state.people.get(id)
    const slot = group.from.manifest.slots[seat]
    return (
      person !== undefined &&
      slot !== undefined &&
      new Admission({ inspectors: [person], recusals }).admits(slot, object, 0)
    )
  })
}

/**
 * What is wrong with a match or a replacement in the light of the chain that it amends; empty when nothing is.
 * The core asks before a freeze, a verifier after the fact: both by this function.
 */
export function amendmentProblems(
  root: ChainRecord,
  later: readonly ChainRecord[],
  manifest: Manifest,
  lists: DrawLists,
): string[] {
  const state = standing(root, later)
  const problems: string[] = []
  if (manifest.amends !== state.newest) problems.push('所变更的记录不是该次抽查最新的记录')
  if (manifest.kind === 'match') problems.push(...matchProblems(state, lists))
  if (manifest.kind === 'replace-inspector') problems.push(...inspectorProblems(state, manifest, lists))
  if (manifest.kind === 'replace-object') problems.push(...objectProblems(state, root, manifest, lists))
  return problems
}

function matchProblems(state: Standing, lists: DrawLists): string[] {
  const problems: string[] = []
  for (const object of lists.objects) {
    const entry = state.objects.get(object.id)
    if (entry === undefined) problems.push(`对象${object.id}未被抽中，不能匹配人员`)
    else if (entry.group !== null) problems.push(`对象${object.id}已匹配过人员`)
    else if (!sameObject(state.lines.get(object.id), object))
      problems.push(`对象${object.id}的信息与抽取时的名单不一致`)
  }
  if (lists.objects.length === 0) problems.push('没有要匹配的对象')
  return problems
}

function sameObject(a: ObjectLine | undefined, b: ObjectLine): boolean {
  return (
    a !== undefined &&
    a.stratum === b.stratum &&
    a.domain === b.domain &&
    a.name === b.name &&
    a.uscc === b.uscc
  )
}

function sameInspector(a: InspectorLine | undefined, b: InspectorLine): boolean {
  return (
    a !== undefined &&
    a.mayLead === b.mayLead &&
    a.department === b.department &&
    a.name === b.name &&
    // `*` spread is `*`, which is no domain's id.
    [...a.domains].sort().join() === [...b.domains].sort().join()
  )
}

function sameSeats(amended: ChainRecord, manifest: Manifest): boolean {
  const words = ({ topology, teams, slots }: Manifest): string =>
    JSON.stringify([topology, teams, slots.map((slot) => [slot.role, slot.department])])
  return words(amended.manifest) === words(manifest)
}

function excludedOf(lists: DrawLists, what: 'object' | 'inspector'): ReadonlySet<string> {
  return new Set(lists.excluded.filter((e) => e.what === what).map((e) => e.id))
}

function inspectorProblems(state: Standing, manifest: Manifest, lists: DrawLists): string[] {
  const problems: string[] = []
  const sources = new Set<ChainRecord>()
  for (const { object, seat, inspector } of manifest.vacancies) {
    const group = state.objects.get(object)?.group ?? null
    if (group === null || seat === null || group.inspectors[seat] !== inspector)
      problems.push(`${inspector}不在对象${object}的第${seat}席`)
    else sources.add(group.from)
  }
  if (problems.length > 0) return problems
  const [amended, ...others] = sources
  if (amended === undefined || others.length > 0) return ['一次更换只能涉及同一次抽取或匹配的对象']
  for (const object of lists.objects)
    if (!sameObject(state.lines.get(object.id), object))
      problems.push(`对象${object.id}的信息与抽取时的名单不一致`)
  if (!sameSeats(amended, manifest)) problems.push('席位和分组方式与所变更的抽取不一致')
  const known = new Map(amended.lists.inspectors.map((p) => [p.id, p]))
  // Whoever leaves sits on those objects, and so is none of these.
  const candidates = inspectorCandidates(state, amended, manifest.vacancies)
  const ofList = new Set(candidates.map((p) => p.id))
  const listed = new Set(lists.inspectors.map((p) => p.id))
  const excluded = excludedOf(lists, 'inspector')
  for (const person of lists.inspectors) {
    const line = known.get(person.id)
    if (line === undefined) {
      if (candidates.some((c) => listed.has(c.id)))
        problems.push(`${person.id}是后来入库的人员，名录中还有其他人可抽`)
      else if (!mayFill(state, amended, manifest.vacancies, person))
        problems.push(`${person.id}不符合空缺席位的条件`)
    } else if (!ofList.has(person.id) || !sameInspector(line, person))
      problems.push(`${person.id}不符合空缺席位的条件，或信息与所变更的名单不一致`)
  }
  for (const person of amended.lists.inspectors)
    if (!listed.has(person.id) && !excluded.has(person.id))
      problems.push(`${person.id}既不是候选人，也未写明排除的原因`)
  return problems
}

function objectProblems(state: Standing, root: ChainRecord, manifest: Manifest, lists: DrawLists): string[] {
  const vacated = at(manifest.vacancies, 0).object
  const entry = state.objects.get(vacated)
  if (entry === undefined) return [`对象${vacated}不在抽中的对象内`]
  const problems: string[] = []
  if (!sameSeats(entry.group?.from ?? root, manifest)) problems.push('席位和分组方式与所变更的抽取不一致')
  const sitting = [...(entry.group?.inspectors ?? [])].sort().join()
  const listedPeople = lists.inspectors.map((p) => p.id).sort()
  if (sitting !== listedPeople.join()) problems.push('人员名单不是该对象现有的检查组')
  else if (!lists.inspectors.every((p) => sameInspector(state.people.get(p.id), p)))
    problems.push('检查组人员的信息与所变更的名单不一致')
  const candidates = new Map(objectCandidates(state, root, vacated).map((o) => [o.id, o]))
  const listed = new Set(lists.objects.map((o) => o.id))
  const excluded = excludedOf(lists, 'object')
  for (const object of lists.objects)
    if (!sameObject(candidates.get(object.id), object))
      problems.push(
        `对象${object.id}不是同一分层中未被抽中且适合现有检查组的对象，或信息与抽取时的名单不一致`,
      )
  for (const object of undrawnOf(state, root, entry.stratum))
    if (!listed.has(object.id) && !excluded.has(object.id))
      problems.push(`对象${object.id}既不是候选对象，也未写明排除的原因`)
  return problems
}
