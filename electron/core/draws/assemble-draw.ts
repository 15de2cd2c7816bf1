import type { RegisterVersion } from '../../../db/register-version.ts'
import type { DrawPlan, Office, PlanOf } from '../../../shared/api/draw-plan.ts'
import type { ExcludedLine, InspectorLine, ObjectLine, RecusalLine } from '../../../shared/draw/lists.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { Inspector } from '../../../shared/registry/inspector.ts'
import { fullId, type OfficeCode, serialSchema } from '../../../shared/registry/office.ts'
import {
  type ExclusionCode,
  inspectorExclusions,
  objectExclusions,
} from '../../../shared/rules/eligibility.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import type { Assembled } from './frozen-facts.ts'
import { sampleOf, stratumOf } from './stratify.ts'

type Domains = PlanOf<'draw'>['domains']

/** An inspector as the lists name him; who has neither 股室 nor 单位 in the register belongs to the office itself. */
export function inspectorLine(
  office: Office,
  version: RegisterVersion<Inspector>,
  domains: Domains,
): InspectorLine {
  const { row, serial } = version
  return {
    id: fullId(office.code, serial),
    mayLead: row.mayLead,
    department: row.department ?? row.unit ?? office.name,
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

/** Everybody of the register of inspectors: those who may be drawn for this plan, and why not the others. */
export function assembleInspectors(
  context: CoreContext,
  plan: Pick<PlanOf<'draw' | 'match'>, 'domains' | 'inspectorDepartments'> &
    Pick<DrawPlan & PlanOf<'draw'>, 'leaveOut'>,
  today: string,
): {
  readonly inspectors: InspectorLine[]
  readonly excluded: ExcludedLine[]
  readonly versions: Record<string, number>
  readonly total: number
} {
  const office = requireOffice(context)
  const { code } = office
  const current = context.database.inspectors.current()
  const byDecision = decisions(plan.leaveOut.inspectors, new Set(current.map((v) => fullId(code, v.serial))))
  const inspectors: InspectorLine[] = []
  const left: ExcludedLine[] = []
  const versions: Record<string, number> = {}
  for (const version of current) {
    const line = inspectorLine(office, version, plan.domains)
    versions[version.serial] = version.version
    const reasons = inspectorExclusions(version.row, today).map((e) =>
      excluded('inspector', line.id, line.name, e.reasonCode, e.clause),
    )
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
  const { code } = requireOffice(context)
  const objectIds = new Set(objects.map((o) => o.id))
  const inspectorIds = new Set(inspectors.map((p) => p.id))
  const recusals: RecusalLine[] = []
  const reasons: Record<string, string> = {}
  for (const { row } of context.database.recusals.current()) {
    const object = fullId(code, row.object)
    const inspector = fullId(code, row.inspector)
    const key = `${object}\t${inspector}`
    if (!objectIds.has(object) || !inspectorIds.has(inspector) || key in reasons) continue
    recusals.push({ object, inspector, reasonCode: row.reasonCode })
    reasons[key] = row.reason
  }
  return { recusals, reasons }
}

/** The lists of a draw (kind=draw) from the registers as they stand. */
export function assembleDraw(context: CoreContext, plan: PlanOf<'draw'>, today: string): Assembled {
  const { code } = requireOffice(context)
  const current = context.database.objects.current()
  const byDecision = decisions(plan.leaveOut.objects, new Set(current.map((v) => fullId(code, v.serial))))
  const objects: ObjectLine[] = []
  const left: ExcludedLine[] = []
  const versions: Record<string, number> = {}
  let outside = 0
  for (const version of current) {
    const stratum = stratumOf(plan, version.row)
    if (stratum === null) {
      outside += 1
      continue
    }
    const line = objectLine(code, version, stratum, plan.domains)
    versions[version.serial] = version.version
    const reasons = objectExclusions(version.row).map((e) =>
      excluded('object', line.id, line.name, e.reasonCode, e.clause),
    )
    const decided = byDecision.get(line.id)
    if (decided !== undefined)
      reasons.push(excluded('object', line.id, line.name, 'left-out-by-decision', decided))
    if (reasons.length === 0) objects.push(line)
    else left.push(...reasons)
  }
  const people =
    plan.topology === 'none'
      ? { inspectors: [], excluded: [], versions: {}, total: null }
      : assembleInspectors(context, plan, today)
  const { recusals, reasons } = assembleRecusals(context, objects, people.inspectors)
  const sizes = new Map<string, number>()
  for (const o of objects) sizes.set(o.stratum, (sizes.get(o.stratum) ?? 0) + 1)
  const strata = plan.strata.map((s) => {
    const size = sizes.get(s.id) ?? 0
    return { id: s.id, size, ...sampleOf(s, size) }
  })
  if (strata.every((s) => s.sample === 0))
    throw new RefusalError(
      'NOTHING_TO_DRAW',
      '按现有名录和条件，应抽数为0。没有锁定，也没有写入任何数据。请检查定向条件、比例和检查对象名录后重试。',
    )
  return {
    lists: { objects, inspectors: people.inspectors, recusals, excluded: [...left, ...people.excluded] },
    strata,
    vacancies: [],
    topology: plan.topology,
    teams: plan.teams,
    slots: plan.slots,
    amends: null,
    problems: [],
    facts: {
      plan,
      objectTotal: current.length,
      inspectorTotal: people.total,
      objectsOutside: outside,
      versions: { objects: versions, inspectors: people.versions },
      recusalReasons: reasons,
      notes: [],
    },
  }
}

/** The serial of a full id of this office. Refuses with `UNKNOWN_ID`. */
export function serialOf(code: OfficeCode, id: string) {
  const parsed = serialSchema.safeParse(id.startsWith(`${code}-`) ? id.slice(code.length + 1) : '')
  if (!parsed.success)
    throw new RefusalError('UNKNOWN_ID', `编号“${id}”不是本单位的编号。没有写入任何数据。请核对后重试。`)
  return parsed.data
}
