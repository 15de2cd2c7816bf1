import type { DrawProposal } from '../../../shared/api/draw-contract.ts'
import { conditionsSchema } from '../../../shared/api/draw-plan.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import type { ObjectConditions } from '../../../shared/rules/conditions.ts'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { lineConditions } from '../../../shared/rules/line-conditions.ts'
import { perCent } from '../../../shared/rules/per-cent.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { drawItems, registerSizeOf } from '../rules/draw-items.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { approvedPlan, drawsOfLine } from '../rules/plan-in-force.ts'
import { requireBounds } from './sample-size.ts'

/** Where a proposal begins: a plan line, or items outside any plan. */
export type ProposeFrom = { readonly line: Serial } | { readonly items: readonly string[] }

/**
 * What a plan line, or items outside any plan, come to under the 执行细则: who is in scope, the strata, the group and
 * what else the wizard asks for. Refuses with `ROW_UNKNOWN` a line or an item that is not there, with `BOUNDS_EMPTY`
 * an item whose law and 执行细则 leave no ratio.
 */
export function proposeDraw(context: CoreContext, from: ProposeFrom): DrawProposal {
  const { database } = context
  const { preset } = rulesInForce(context)
  const line = 'line' in from ? requireLine(context, from.line) : null
  const objects = database.objects.current().map(({ row }) => row)
  const names = line === null ? ('items' in from ? from.items : []) : [line.item, ...line.furtherItems]
  const { items, unknown, unconfirmed } = drawItems(
    names,
    database.items.current().map(({ row }) => row),
    objects,
  )
  const [missing] = unknown
  if (missing !== undefined)
    throw new RefusalError(
      'ROW_UNKNOWN',
      `随机抽查事项清单中没有“${missing}”。没有写入任何数据。请核对事项名称，或先将它列入清单。`,
    )
  requireBounds(preset, items, new Map())
  const { least, most, clause } = preset.group
  return {
    task: taskName(line, items),
    documentNumber: line === null ? null : (approvedPlan(context, line.year)?.documentNumber ?? null),
    items: items.map((item) => item.name),
    conditions: line === null ? {} : asConditions(lineConditions(line)),
    strata: defaultStrata(preset, items, line).map((stratum) => ({
      id: stratum.id,
      name: stratum.name,
      conditions: asConditions(stratum.conditions),
      ratio: stratum.ratio === null ? '' : perCent(stratum.ratio),
      clause: stratum.clause,
      sentence: stratum.sentence,
      batchOrder: stratum.batchOrder,
    })),
    joint: jointOf(line, items),
    registerSize: registerSizeOf(items, objects),
    confirmed: unconfirmed.length === 0,
    remarks: line === null ? [] : remarksOf(line),
    platformWanted: preset.platform !== null,
    outsideReasons: preset.outsidePlan.reasons.map(({ words }) => words),
    group: { min: least, max: most, clause },
    drawn: 'line' in from ? drawsOfLine(context, from.line).length : 0,
    planned: line?.frequency ?? null,
  }
}

/** The plan line in force of a serial. Refuses with `ROW_UNKNOWN`. */
function requireLine({ database }: CoreContext, serial: Serial): PlanLine {
  const version = database.plans.get(serial)
  if (version === null || version.change === 'retired')
    throw new RefusalError(
      'ROW_UNKNOWN',
      `没有序号为“${serial}”的计划项，或它已停用。没有写入任何数据。请在年度计划中核对后重试。`,
    )
  return version.row
}

function taskName(line: PlanLine | null, items: readonly InspectionItem[]): string {
  const [first] = items
  const what = `${first?.name ?? ''}${items.length > 1 ? `等${items.length}个事项` : ''}`
  return line === null ? `${what}随机抽查` : `${line.year}年度${what}随机抽查`
}

/** Conditions as the contract has them: only the lists that are given. */
function asConditions(conditions: ObjectConditions) {
  return conditionsSchema.parse(
    Object.fromEntries(Object.entries(conditions).filter(([, values]) => values !== undefined)),
  )
}

/** 联合抽查 as the line says; where it says nothing, as the list of joint items does. */
function jointOf(line: PlanLine | null, items: readonly InspectionItem[]): DrawProposal['joint'] {
  const said =
    line !== null && line.jointInitiator !== null ? line : items.find((item) => item.jointInitiator)
  if (said === undefined || said.jointInitiator === null) return null
  const departments = new Set([said.jointInitiator, ...said.jointDepartments])
  return { initiator: said.jointInitiator, departments: [...departments] }
}

/** What the plan says in words that nobody may interpret. */
function remarksOf(line: PlanLine): DrawProposal['remarks'] {
  const said = [
    ['抽查范围', line.scope],
    ['抽查时间', line.period],
    ['对执法检查人员的要求', line.inspectors],
    ['说明', line.note],
    ['突破原则性规定的理由', line.exceptionReason],
  ] as const
  return said.flatMap(([title, text]) => (text === null ? [] : [{ title, text }]))
}
