import type { RegisterVersion } from '../../../db/register-version.ts'
import type { Office, PlanOf } from '../../../shared/api/draw-plan.ts'
import type { ExcludedLine, InspectorLine, ObjectLine, RecusalLine } from '../../../shared/draw/lists.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { Inspector } from '../../../shared/registry/inspector.ts'
import { fullId, type OfficeCode, serialSchema } from '../../../shared/registry/office.ts'
import { type ExclusionCode, inspectorExclusions } from '../../../shared/rules/eligibility.ts'
import { judgeObjects, type StratumRule } from '../../../shared/rules/judge-objects.ts'
import { mergeVisits } from '../../../shared/rules/merge-visits.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { setAsideSentences } from '../../../shared/rules/set-aside.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { directAssignment, recusedNotes, recusedProblems } from '../rules/direct-assignment.ts'
import { readDrawRules } from '../rules/draw-rules.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { officialNeeds } from '../rules/official-needs.ts'
import { frozenElsewhere } from '../rules/pending-draws.ts'
import { peopleRulesOf, seatDepartment, seatProblems, staffedPlan } from '../rules/people-rules.ts'
import { pairOf, recusalsInForce } from '../rules/recusals-in-force.ts'
import { beyondApproved } from './beyond-approved.ts'
import type { Assembled } from './frozen-facts.ts'
import { groundsOf } from './grounds.ts'
import { samplesOfPool, samplesUnderRules } from './sample-size.ts'

type Domains = PlanOf<'draw'>['domains']

/** An inspector as the lists name him; who has neither 股室 nor 单位 in the register belongs to the office itself. */
export function inspectorLine(
  office: Office,
  version: RegisterVersion<Inspector>,
  domains: Domains,
  staffed: ReturnType<typeof staffedPlan> = null,
): InspectorLine {
  const { row, serial } = version
  return {
    id: fullId(office.code, serial),
    mayLead: row.mayLead,
    department: seatDepartment(row, office, staffed),
    domains: domains.filter((d) => d.specialties.some((s) => row.specialties.includes(s))).map((d) => d.id),
    name: row.name,
  }
}

function objectLine(
  code: OfficeCode,
  version: RegisterVersion<InspectionObject>,
  stratum: string,
  domains: Domains,
): ObjectLine {
  const { row, serial } = version
  const category = row.businessCategory
  return {
    id: fullId(code, serial),
    stratum,
    domain: domains.find((d) => category !== null && d.businessCategories.includes(category))?.id ?? null,
    name: row.name,
    uscc: row.uscc,
  }
}

/** An exclusion as the lists name it; a decision's reason stands where a rule's clause does. */
export function excluded(
  what: 'object' | 'inspector',
  id: string,
  name: string,
  reasonCode: ExclusionCode,
  clause: string | null = null,
): ExcludedLine {
  return { id, what, reasonCode, clause, name }
}

/** Those left out by decision, by id. Refuses with `UNKNOWN_ID` for an id that is in no register. */
export function decisions(
  leaveOut: readonly { readonly id: string; readonly reason: string }[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  for (const { id } of leaveOut)
    if (!known.has(id))
      throw new RefusalError(
        'UNKNOWN_ID',
        `要排除的“${id}”不在名录内。没有锁定，也没有写入任何数据。请核对编号后重试。`,
      )
  return new Map(leaveOut.map(({ id, reason }) => [id, reason]))
}

/** Refuses with `UNKNOWN_ID` people of a draft who have been retired from the register since, by their names. */
function refuseRetired(
  { database }: CoreContext,
  code: OfficeCode,
  leaveOut: readonly { readonly id: string }[],
): void {
  const retired = leaveOut.flatMap(({ id }) => {
    const version = database.inspectors.get(serialOf(code, id))
    return version?.change === 'retired' ? [`${version.row.name}（${id}）`] : []
  })
  if (retired.length > 0)
    throw new RefusalError(
      'UNKNOWN_ID',
      `草案要排除的${retired.join('、')}已从执法检查人员名录中停用，本来就不会被抽中。没有锁定，也没有写入任何数据。请从草案中去掉后重试。`,
    )
}

/** Everybody of the register of inspectors: those who may be drawn for this plan, and why not the others. */
export function assembleInspectors(
  context: CoreContext,
  plan: PlanOf<'draw' | 'match'>,
  today: string,
): {
  readonly inspectors: InspectorLine[]
  readonly excluded: ExcludedLine[]
  readonly versions: Record<string, number>
  readonly total: number
} {
  const office = requireOffice(context)
  const { code } = office
  const { preset } = rulesInForce(context)
  const staffed = staffedPlan(plan)
  const current = context.database.inspectors.current()
  refuseRetired(context, code, plan.leaveOut.inspectors)
  const byDecision = decisions(plan.leaveOut.inspectors, new Set(current.map((v) => fullId(code, v.serial))))
  const inspectors: InspectorLine[] = []
  const left: ExcludedLine[] = []
  const versions: Record<string, number> = {}
  for (const version of current) {
    const line = inspectorLine(office, version, plan.domains, staffed)
    versions[version.serial] = version.version
    const reasons = inspectorExclusions(
      version.row,
      today,
      peopleRulesOf(preset, staffed, version.row, office),
    ).map((e) => excluded('inspector', line.id, line.name, e.reasonCode, e.clause))
    const decided = byDecision.get(line.id)
    if (decided !== undefined)
      reasons.push(excluded('inspector', line.id, line.name, 'left-out-by-decision', decided))
    if (plan.inspectorDepartments !== undefined && !plan.inspectorDepartments.includes(line.department))
      reasons.push(excluded('inspector', line.id, line.name, 'outside-the-draw'))
    if (reasons.length === 0) inspectors.push(line)
    else left.push(...reasons)
  }
  return { inspectors, excluded: left, versions, total: current.length }
}

/** The recusals of the register between those in the lists, with their reasons in words. */
export function assembleRecusals(
  context: CoreContext,
  objects: readonly { readonly id: string }[],
  inspectors: readonly { readonly id: string }[],
): { readonly recusals: RecusalLine[]; readonly reasons: Record<string, string> } {
  const objectIds = new Set(objects.map((o) => o.id))
  const inspectorIds = new Set(inspectors.map((p) => p.id))
  const recusals: RecusalLine[] = []
  const reasons: Record<string, string> = {}
  for (const { object, inspector, reason, reasonCode } of recusalsInForce(context)) {
    const key = pairOf(object, inspector)
    if (!objectIds.has(object) || !inspectorIds.has(inspector) || key in reasons) continue
    recusals.push({ object, inspector, reasonCode })
    reasons[key] = reason
  }
  return { recusals, reasons }
}

/** The lists of a draw (kind=draw) from the registers as they stand, and what the 执行细则 says of them. */
export function assembleDraw(
  context: CoreContext,
  plan: PlanOf<'draw'>,
  today: string,
  number: string | null = null,
): Assembled {
  const { code } = requireOffice(context)
  const current = context.database.objects.current()
  const ids = current.map((version) => fullId(code, version.serial))
  const byDecision = decisions(plan.leaveOut.objects, new Set(ids))
  const rules = readDrawRules(
    context,
    plan,
    current.map(({ row }) => row),
    today,
    number,
  )
  const { preset, setAside, scoped, history } = rules
  const verdicts = judgeObjects(
    {
      preset,
      items: rules.items,
      scoped,
      conditions: plan.conditions,
      strata: plan.strata.map(asStratumRule),
      decisions: byDecision,
      setAside,
      exemptTrusted: exemptsTrusted(preset, plan),
      on: today,
    },
    current.map(({ row: object }, index) => {
      const id = ids[index] ?? ''
      return { id, object, year: history.of(id) }
    }),
  )
  const objects: ObjectLine[] = []
  const left: ExcludedLine[] = []
  const versions: Record<string, number> = {}
  const visitItems: Record<string, readonly number[]> = {}
  const inScope: InspectionObject[] = []
  const sizes = new Map(plan.strata.map(({ id }) => [id, { register: 0, pool: 0 }]))
  let outside = 0
  let registerSize = 0
  for (const [index, verdict] of verdicts.entries()) {
    const version = current[index]
    if (version === undefined) continue
    if (verdict.in || verdict.reasons[0]?.code !== 'outside-the-item') registerSize += 1
    const size = verdict.stratum === null ? undefined : sizes.get(verdict.stratum)
    if (verdict.stratum === null || size === undefined) {
      outside += 1
      continue
    }
    versions[version.serial] = version.version
    size.register += 1
    inScope.push(version.row)
    const line = objectLine(code, version, verdict.stratum, plan.domains)
    if (verdict.in) {
      size.pool += 1
      objects.push(line)
      if (scoped && verdict.items.length < plan.items.length)
        visitItems[line.id] = verdict.items.map((item) => plan.items.indexOf(item))
    } else
      for (const reason of verdict.reasons)
        left.push(
          excluded(
            'object',
            line.id,
            line.name,
            reason.code,
            reason.code === 'left-out-by-decision' ? (byDecision.get(line.id) ?? null) : reason.clause,
          ),
        )
  }
  const people =
    plan.topology === 'none'
      ? { inspectors: [], excluded: [], versions: {}, total: null }
      : assembleInspectors(context, plan, today)
  const assignment = directAssignment(context, preset, plan, today)
  const { recusals, reasons } = assembleRecusals(context, objects, people.inspectors)
  const sized = plan.strata.map((s) => ({ plan: s, ...(sizes.get(s.id) ?? { register: 0, pool: 0 }) }))
  const sampled = scoped ? samplesUnderRules(rules, sized, registerSize) : samplesOfPool(sized)
  const strata = sized.map(({ plan: { id }, pool }, index) => ({
    id,
    size: pool,
    ...(sampled.samples[index] ?? { sample: 0, basis: '' }),
  }))
  if (strata.every((s) => s.sample === 0))
    throw new RefusalError(
      'NOTHING_TO_DRAW',
      '按现有名录和条件，应抽数为0。没有锁定，也没有写入任何数据。请检查定向条件、比例和检查对象名录后重试。',
    )
  const merged = scoped ? mergeVisits(verdicts) : null
  const problems = [
    ...rules.problems,
    ...sampled.problems,
    // A rehearsal that rests on nothing is held to try the program: with whoever is there.
    ...(scoped || plan.mode !== 'rehearsal' ? seatProblems(preset, plan) : []),
    ...assignment.problems,
    ...recusedProblems(context, preset, assignment.people, objects),
  ]
  const needs = officialNeeds(context, preset, plan, today)
  const total = strata.reduce((sum, { sample }) => sum + sample, 0)
  return {
    lists: { objects, inspectors: people.inspectors, recusals, excluded: [...left, ...people.excluded] },
    strata,
    vacancies: [],
    topology: plan.topology,
    teams: plan.teams,
    slots: plan.slots,
    amends: null,
    problems: [],
    rules: {
      preset: preset.title,
      registerSize: scoped ? registerSize : current.length,
      bounds: sampled.bounds,
      savedVisits: merged?.saved ?? 0,
      problems: problems.map(({ code: rule, sentence, clause, canSetAside }) => ({
        code: rule,
        sentence,
        clause,
        canSetAside,
      })),
      needs: needs.map(({ code: need, sentence }) => ({ code: need, sentence })),
    },
    obstacles: [
      ...needs,
      ...rules.obstacles,
      ...frozenElsewhere(context, preset, plan.mode, objects, number),
      ...problems.map(({ sentence }) => ({ code: 'RULE_BROKEN' as const, sentence })),
    ],
    facts: {
      plan,
      objectTotal: current.length,
      inspectorTotal: people.total,
      objectsOutside: outside,
      versions: { objects: versions, inspectors: { ...people.versions, ...assignment.versions } },
      recusalReasons: reasons,
      notes: [
        ...rules.notes,
        ...beyondApproved(context, rules, plan, inScope, total),
        ...recusedNotes(context, assignment.people, objects),
      ],
      grounds: groundsOf(context, preset, plan, {
        assigned: assignment.people,
        bounds: sampled.bounds.map(({ sentence }) => sentence),
        setAside: [...setAsideSentences(preset, setAside), ...sampled.setAside],
      }),
      visitItems,
    },
  }
}

function asStratumRule({ id, name, conditions = {} }: PlanOf<'draw'>['strata'][number]): StratumRule {
  return { id, name, conditions, clause: null, sentence: '' }
}

/** 守信 are left out where the plan gives them a stratum of their own of which none is drawn (S2 第八条). */
function exemptsTrusted({ trusted }: Preset, plan: PlanOf<'draw'>): boolean {
  return (
    trusted?.exempt === true &&
    plan.strata.some(
      ({ number, conditions = {} }) =>
        number === 0 &&
        Object.keys(conditions).length === 1 &&
        conditions.creditGrades?.every((grade) => trusted.grades.includes(grade)) === true,
    )
  )
}

/** The serial of a full id of this office. Refuses with `UNKNOWN_ID`. */
export function serialOf(code: OfficeCode, id: string) {
  const parsed = serialSchema.safeParse(id.startsWith(`${code}-`) ? id.slice(code.length + 1) : '')
  if (!parsed.success)
    throw new RefusalError('UNKNOWN_ID', `编号“${id}”不是本单位的编号。没有写入任何数据。请核对后重试。`)
  return parsed.data
}
