import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import {
  amendmentProblems,
  inspectorCandidates,
  mayFill,
  objectCandidates,
  type StandingGroup,
  undrawnOf,
} from '../../../shared/draw/chain.ts'
import type { DrawLists, ExcludedLine, InspectorLine, ObjectLine } from '../../../shared/draw/lists.ts'
import type { Manifest, Vacancy } from '../../../shared/draw/manifest.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { Inspector } from '../../../shared/registry/inspector.ts'
import { fullId, type OfficeCode } from '../../../shared/registry/office.ts'
import { inspectorExclusions, type PeopleRules } from '../../../shared/rules/eligibility.ts'
import { judgeObjects, type ObjectReason, type ObjectRules } from '../../../shared/rules/judge-objects.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { readSetAside } from '../rules/draw-rules.ts'
import { inheritingMatch, matchProblems } from '../rules/match-rules.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { frozenElsewhere, hiddenObstacles } from '../rules/pending-draws.ts'
import { peopleRulesOf, seatProblems, staffedPlan } from '../rules/people-rules.ts'
import { pairOf, recusedPairs } from '../rules/recusals-in-force.ts'
import { yearHistory } from '../rules/year-history.ts'
import {
  assembleInspectors,
  assembleRecusals,
  decisions,
  excluded,
  inspectorLine,
  serialOf,
} from './assemble-draw.ts'
import type { Chain } from './chain-records.ts'
import { type Assembled, type FrozenFacts, readFrozenFacts } from './frozen-facts.ts'
import { peopleGrounds } from './grounds.ts'

/** A replacement is bound by what the draw froze, and brings no rule of its own. */
const bareRules = { rules: null, obstacles: [] } as const

/** Whatever an amendment is checked with before it is frozen: the same function as a verifier's. */
function problemsOf(
  chain: Chain,
  assembled: Pick<Assembled, 'lists' | 'strata' | 'vacancies' | 'topology' | 'teams' | 'slots' | 'amends'>,
  kind: Manifest['kind'],
): readonly string[] {
  const { amends, vacancies, strata, topology, teams, slots } = assembled
  const manifest = { ...chain.root.manifest, kind, amends, vacancies, strata, topology, teams, slots }
  return amendmentProblems(chain.root, chain.later, manifest, assembled.lists)
}

function factsOf(context: CoreContext, { manifest }: StandingGroup['from']): FrozenFacts {
  return readFrozenFacts(context.database.draws.freeze(manifest.draw, manifest.attempt)?.facts)
}

function versionsOf(
  context: CoreContext,
  code: OfficeCode,
  lines: readonly ObjectLine[],
): Record<string, number> {
  const versions: Record<string, number> = {}
  for (const line of lines) {
    const serial = serialOf(code, line.id)
    versions[serial] = context.database.objects.get(serial)?.version ?? 1
  }
  return versions
}

/** The lists of a match: the drawn objects nobody inspects yet, and the people as the register stands. */
export function assembleMatch(
  context: CoreContext,
  drafted: PlanOf<'match'>,
  today: string,
  chain: Chain,
): Assembled {
  const { code } = requireOffice(context)
  const { preset } = rulesInForce(context)
  const rootFacts = factsOf(context, chain.root)
  const plan = inheritingMatch(drafted, rootFacts.plan)
  const open = [...chain.state.objects].filter(([, entry]) => entry.group === null).map(([id]) => id)
  const wanted = new Set(plan.objects ?? open)
  const objects = chain.root.lists.objects.filter((o) => wanted.has(o.id))
  if (objects.length < wanted.size)
    throw new RefusalError(
      'UNKNOWN_ID',
      '要匹配的对象中有的不在该次抽取的名单内。没有写入任何数据。请核对编号后重试。',
    )
  const people = assembleInspectors(context, plan, today)
  const { recusals, reasons } = assembleRecusals(context, objects, people.inspectors)
  const assembled = {
    lists: { objects, inspectors: people.inspectors, recusals, excluded: people.excluded },
    strata: [],
    vacancies: [],
    topology: plan.topology,
    teams: plan.teams,
    slots: plan.slots,
    amends: chain.state.newest,
    facts: {
      plan,
      objectTotal: null,
      inspectorTotal: people.total,
      objectsOutside: 0,
      versions: { objects: versionsOf(context, code, objects), inspectors: people.versions },
      recusalReasons: reasons,
      notes: [],
      grounds: [
        ...rootFacts.grounds,
        ...peopleGrounds(preset, plan).filter(({ text }) => rootFacts.grounds.every((g) => g.text !== text)),
      ],
      visitItems: {},
    },
  }
  return {
    ...assembled,
    problems: problemsOf(chain, assembled, 'match'),
    rules: null,
    obstacles: [
      ...matchProblems(plan, rootFacts.plan),
      ...(plan.mode === 'rehearsal' ? [] : seatProblems(preset, plan)).map(({ sentence }) => ({
        code: 'RULE_BROKEN' as const,
        sentence,
      })),
    ],
  }
}

/** The lists of a replacement of one person, on the objects of the plan or on all of theirs. */
export function assembleInspectorReplacement(
  context: CoreContext,
  plan: PlanOf<'replace-inspector'>,
  today: string,
  chain: Chain,
): Assembled {
  const { code } = requireOffice(context)
  const vacancies: Vacancy[] = []
  for (const [object, entry] of chain.state.objects) {
    const seat = entry.group?.inspectors.indexOf(plan.inspector) ?? -1
    if (seat >= 0 && (plan.objects === undefined || plan.objects.includes(object)))
      vacancies.push({ object, seat, inspector: plan.inspector })
  }
  const group = chain.state.objects.get(vacancies[0]?.object ?? '')?.group ?? null
  if (group === null || (plan.objects !== undefined && vacancies.length !== new Set(plan.objects).size))
    throw new RefusalError(
      'NOT_IN_THE_GROUP',
      `“${plan.inspector}”不在${plan.objects === undefined ? '该次抽取' : '所列对象'}的检查组内，无须更换。没有写入任何数据。请核对编号后重试。`,
    )
  const amended = group.from
  const register = new Map(context.database.inspectors.current().map((v) => [fullId(code, v.serial), v]))
  const byDecision = decisions(plan.leaveOut.inspectors, new Set([...register.keys()]))
  const recused = recusedPairs(context)
  const rulesOf = peopleRulesOfAmended(context, amended)
  const left: ExcludedLine[] = []
  const candidates = inspectorCandidates(chain.state, amended, vacancies)
  const inspectors: InspectorLine[] = []
  for (const person of amended.lists.inspectors) {
    const now = register.get(person.id)
    const because = (reasonCode: ExcludedLine['reasonCode'], clause: string | null = null) =>
      left.push({ id: person.id, what: 'inspector', reasonCode, clause, name: person.name })
    if (person.id === plan.inspector) because('leaves', plan.reason)
    else if (chain.state.left.has(person.id)) because('left-earlier')
    else if (!candidates.includes(person)) because(whyNot(chain, amended, vacancies, person))
    else if (now === undefined) because('not-on-duty')
    else {
      const reasons = inspectorExclusions(now.row, today, rulesOf(now.row))
      for (const e of reasons) because(e.reasonCode, e.clause)
      const decided = byDecision.get(person.id)
      if (decided !== undefined) because('left-out-by-decision', decided)
      else if (reasons.length === 0 && recusedNow(recused, person.id, vacancies)) because('recused')
      else if (reasons.length === 0) inspectors.push(person)
    }
  }
  const notes: string[] = []
  if (inspectors.length === 0) {
    const since = enteredSince(context, chain, group, vacancies, today, plan, rulesOf, recused)
    inspectors.push(...since)
    if (since.length > 0) notes.push('所变更的名单内已无人可抽，候选人为抽取之后入库的人员。')
  }
  const objects = amendedObjects(chain, vacancies)
  const assembled = {
    lists: { objects, inspectors, recusals: [], excluded: left },
    strata: [],
    vacancies,
    topology: amended.manifest.topology,
    teams: amended.manifest.teams,
    slots: amended.manifest.slots,
    amends: chain.state.newest,
    facts: {
      plan,
      objectTotal: null,
      inspectorTotal: amended.lists.inspectors.length,
      objectsOutside: 0,
      versions: {
        objects: versionsOf(context, code, objects),
        inspectors: Object.fromEntries([...register.values()].map((v) => [v.serial, v.version])),
      },
      recusalReasons: {},
      notes,
      grounds: factsOf(context, amended).grounds,
      visitItems: {},
    },
  }
  return { ...assembled, problems: problemsOf(chain, assembled, 'replace-inspector'), ...bareRules }
}

/** Whom the amended draw admitted, and whose clauses are cited, for the replacement of one of them. */
function peopleRulesOfAmended(
  context: CoreContext,
  amended: StandingGroup['from'],
): (row: Inspector) => PeopleRules {
  const { preset } = rulesInForce(context)
  const office = requireOffice(context)
  const staffed = staffedPlan(factsOf(context, amended).plan)
  return (row) => peopleRulesOf(preset, staffed, row, office)
}

function amendedObjects(chain: Chain, vacancies: readonly Vacancy[]): ObjectLine[] {
  const known = new Map(chain.root.lists.objects.map((o) => [o.id, o]))
  return vacancies.map((v) => known.get(v.object)).filter((o): o is ObjectLine => o !== undefined)
}

function recusedNow(
  recused: ReadonlySet<string>,
  inspector: string,
  vacancies: readonly Pick<Vacancy, 'object'>[],
): boolean {
  return vacancies.some(({ object }) => recused.has(pairOf(object, inspector)))
}

/** Why the amended list alone keeps a person from the vacancies: the first reason that holds. */
function whyNot(
  chain: Chain,
  amended: StandingGroup['from'],
  vacancies: readonly Vacancy[],
  person: InspectorLine,
): 'already-in-the-group' | 'may-not-lead' | 'other-department' | 'recused' | 'other-domain' {
  const slots = vacancies.map((v) => amended.manifest.slots[v.seat ?? -1])
  if (vacancies.some((v) => chain.state.objects.get(v.object)?.group?.inspectors.includes(person.id)))
    return 'already-in-the-group'
  if (!person.mayLead && slots.some((slot) => slot?.role === 'L')) return 'may-not-lead'
  if (slots.some((slot) => slot?.department !== '*' && slot?.department !== person.department))
    return 'other-department'
  const recused = amended.lists.recusals.some(
    (r) => r.inspector === person.id && vacancies.some((v) => v.object === r.object),
  )
  return recused ? 'recused' : 'other-domain'
}

/** People who entered the register after the amended draw and could sit there: only where nobody else is left. */
function enteredSince(
  context: CoreContext,
  chain: Chain,
  group: StandingGroup,
  vacancies: readonly Vacancy[],
  today: string,
  plan: PlanOf<'replace-inspector'>,
  rulesOf: (row: Inspector) => PeopleRules,
  recused: ReadonlySet<string>,
): InspectorLine[] {
  const { plan: amended } = factsOf(context, group.from)
  const domains = 'domains' in amended ? amended.domains : []
  const departments = 'domains' in amended ? amended.inspectorDepartments : undefined
  const known = new Set(group.from.lists.inspectors.map((p) => p.id))
  const leaveOut = new Set(plan.leaveOut.inspectors.map((p) => p.id))
  return context.database.inspectors
    .current()
    .filter(({ row }) => inspectorExclusions(row, today, rulesOf(row)).length === 0)
    .map((version) => inspectorLine(requireOffice(context), version, domains, staffedPlan(amended)))
    .filter(
      (person) =>
        !known.has(person.id) &&
        !leaveOut.has(person.id) &&
        (departments === undefined || departments.includes(person.department)) &&
        !recusedNow(recused, person.id, vacancies) &&
        mayFill(chain.state, group.from, vacancies, person),
    )
}

/**
 * Why the rules of the day leave an object out that was in the pool when the draw was frozen: out of business since, or
 * drawn or visited since. The draw that is amended does not count itself.
 */
function objectRulesNow(
  context: CoreContext,
  chain: Chain,
  today: string,
): (id: string, object: InspectionObject) => readonly ObjectReason[] {
  const { preset } = rulesInForce(context)
  const { plan } = factsOf(context, chain.root)
  const planned = new Set(plan.items)
  const items = context.database.items
    .current()
    .map(({ row }) => row)
    .filter((item) => planned.has(item.name))
  const rules: ObjectRules = {
    preset,
    items,
    scoped: false,
    conditions: {},
    strata: [{ id: 'Z', name: '名单', conditions: {}, clause: null, sentence: '' }],
    decisions: new Map(),
    setAside: plan.kind === 'draw' ? readSetAside(preset, plan).setAside : new Map(),
    on: today,
  }
  const history = yearHistory(context, today, chain.rootNumber)
  return (id, object) => {
    const [verdict] = judgeObjects(rules, [{ id, object, year: history.of(id) }])
    return verdict === undefined || verdict.in ? [] : verdict.reasons
  }
}

/** The lists of a replacement of one object: the undrawn of its stratum that still qualify and suit its group. */
export function assembleObjectReplacement(
  context: CoreContext,
  plan: PlanOf<'replace-object'>,
  today: string,
  chain: Chain,
): Assembled {
  const { code } = requireOffice(context)
  const entry = chain.state.objects.get(plan.object)
  if (entry === undefined)
    throw new RefusalError(
      'NOT_DRAWN',
      `对象“${plan.object}”不在该次抽取的结果内，无须更换。没有写入任何数据。请核对编号后重试。`,
    )
  const undrawn = undrawnOf(chain.state, chain.root, entry.stratum)
  const candidates = new Set(objectCandidates(chain.state, chain.root, plan.object))
  const byDecision = decisions(plan.leaveOut.objects, new Set(undrawn.map((o) => o.id)))
  const sitting = entry.group?.inspectors ?? []
  const recused = recusedPairs(context)
  const stillExcluded = objectRulesNow(context, chain, today)
  const objects: ObjectLine[] = []
  const vacated = chain.root.lists.objects.find((o) => o.id === plan.object)
  const left: ExcludedLine[] = [
    excluded('object', plan.object, vacated?.name ?? plan.object, 'leaves', plan.reason),
  ]
  for (const object of undrawn) {
    const now = context.database.objects.get(serialOf(code, object.id))
    const reasons = now === null ? [] : stillExcluded(object.id, now.row)
    const because = (reasonCode: Parameters<typeof excluded>[3], clause: string | null = null) =>
      left.push(excluded('object', object.id, object.name, reasonCode, clause))
    for (const e of reasons) because(e.code, e.clause)
    const decided = byDecision.get(object.id)
    if (decided !== undefined) because('left-out-by-decision', decided)
    else if (now?.change === 'retired' && reasons.length === 0) because('not-in-business')
    else if (!candidates.has(object)) because('group-does-not-fit')
    else if (sitting.some((id) => recusedNow(recused, id, [{ object: object.id }]))) because('group-recused')
    else if (reasons.length === 0) objects.push(object)
  }
  const from = entry.group?.from ?? chain.root
  const lists: DrawLists = {
    objects,
    inspectors: sitting
      .map((id) => chain.state.people.get(id))
      .filter((p): p is InspectorLine => p !== undefined),
    recusals: [],
    excluded: left,
  }
  const assembled = {
    lists,
    strata: [],
    vacancies: [{ object: plan.object, seat: null, inspector: null }],
    topology: from.manifest.topology,
    teams: from.manifest.teams,
    slots: from.manifest.slots,
    amends: chain.state.newest,
    facts: {
      plan,
      // the undrawn of the stratum and the one that leaves: who is listed and who is excluded come to this
      objectTotal: undrawn.length + 1,
      inspectorTotal: null,
      objectsOutside: 0,
      versions: {
        objects: versionsOf(context, code, [...objects, ...(vacated === undefined ? [] : [vacated])]),
        inspectors: Object.fromEntries(
          context.database.inspectors.current().map((version) => [version.serial, version.version]),
        ),
      },
      recusalReasons: {},
      notes: [],
      grounds: factsOf(context, from).grounds,
      visitItems: {},
    },
  }
  const { preset } = rulesInForce(context)
  return {
    ...assembled,
    problems: problemsOf(chain, assembled, 'replace-object'),
    rules: null,
    obstacles: [
      ...hiddenObstacles(preset, plan.mode, yearHistory(context, today, chain.rootNumber)),
      ...frozenElsewhere(context, preset, plan.mode, objects, chain.rootNumber),
    ],
  }
}
