import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { frequencyBounds, type Range, unbounded } from '../../../shared/rules/bounds.ts'
import { cited } from '../../../shared/rules/cited.ts'
import type { Preset, PresetName } from '../../../shared/rules/preset.ts'
import type { Problem } from '../../../shared/rules/problem.ts'
import {
  type RuleCode,
  ruleCodes,
  ruleWords,
  type SetAside,
  statedRule,
} from '../../../shared/rules/set-aside.ts'
import type { CoreContext } from '../context.ts'
import type { FreezeProblem } from '../draws/frozen-facts.ts'
import { requireBounds } from '../draws/sample-size.ts'
import { RefusalError } from '../outcome.ts'
import { type DrawItems, drawItems } from './draw-items.ts'
import { rulesInForce } from './office-rules.ts'
import { outsideNeeds } from './official-needs.ts'
import { hiddenObstacles } from './pending-draws.ts'
import { approvedPlan, drawsOfLine } from './plan-in-force.ts'
import { type YearHistory, yearHistory } from './year-history.ts'

/** The rules of one draw, as the office's 执行细则, its list of items, its plan and its year give them. */
export interface DrawRules {
  readonly preset: Preset
  /** the plan line that the draw rests on, as it stands; `null` where it rests on none */
  readonly line: PlanLine | null
  readonly items: readonly InspectionItem[]
  /** whether the items bound the scope: those of a draw that rests on a plan, or says why on none */
  readonly scoped: boolean
  readonly setAside: SetAside
  /** floor and ceiling of the ratio of all items at once */
  readonly range: Range
  readonly history: YearHistory
  /** what contradicts a rule, whatever the lists */
  readonly problems: readonly Problem[]
  /** what else keeps the lists from being frozen */
  readonly obstacles: readonly FreezeProblem[]
  /** sentences that must be on the paper */
  readonly notes: readonly string[]
}

/**
 * The rules of a draw. Refuses with `BOUNDS_EMPTY` items whose law and 执行细则 leave no ratio, and with
 * `ITEM_NOT_CONFIRMED` where nothing says which objects any of its items applies to.
 */
export function readDrawRules(
  context: CoreContext,
  plan: PlanOf<'draw'>,
  objects: readonly InspectionObject[],
  today: string,
  number: string | null,
): DrawRules {
  const { name, preset } = rulesInForce(context)
  const scoped = plan.basis !== null
  const list = context.database.items.current().map(({ row }) => row)
  const found = drawItems(plan.items, list, objects)
  const { setAside, problems } = readSetAside(preset, plan)
  const history = yearHistory(context, today, number)
  const line = lineOf(context, plan)
  if (scoped) refuseWithoutScope(found)
  return {
    preset,
    line,
    items: found.items,
    scoped,
    setAside,
    range: scoped ? boundsOf(preset, found.items, setAside, line) : unbounded,
    history,
    problems: scoped
      ? [
          ...problems,
          ...notIncluded(found.items),
          ...frequencyProblems(preset, found.items, history, setAside, line),
        ]
      : problems,
    obstacles: [
      ...(scoped ? confirmObstacles(plan, found) : []),
      ...(plan.mode === 'unwitnessed' ? outsideNeeds(preset, plan) : []),
      ...hiddenObstacles(preset, plan.mode, history),
    ],
    notes: [
      ...approvalNotes(context, plan, name),
      ...unconfirmedNotes(scoped ? found.unconfirmed : []),
      ...lineNotes(context, plan, line),
    ],
  }
}

function lineOf({ database }: CoreContext, { basis }: PlanOf<'draw'>): PlanLine | null {
  return basis?.on === 'line' ? (database.plans.get(basis.line)?.row ?? null) : null
}

/** The bounds of the ratio; a conflict that the line's own reason resolves is one no more. */
function boundsOf(
  preset: Preset,
  items: readonly InspectionItem[],
  setAside: SetAside,
  line: PlanLine | null,
): Range {
  const reason = line?.exceptionReason ?? null
  try {
    return requireBounds(preset, items, setAside)
  } catch (error) {
    if (reason === null) throw error
    const ratios = new Map<RuleCode, string>([
      ['ratio-floor', reason],
      ['ratio-ceiling', reason],
    ])
    return requireBounds(preset, items, new Map([...ratios, ...setAside]))
  }
}

/** The rules that the plan sets aside; what is none, or may not be set aside, is a problem of its own. */
export function readSetAside(
  preset: Preset,
  plan: PlanOf<'draw'>,
): { readonly setAside: SetAside; readonly problems: readonly Problem[] } {
  const setAside = new Map<RuleCode, string>()
  const problems: Problem[] = []
  const refuse = (code: string, sentence: string, clause: string | null) =>
    problems.push({ code, sentence, clause, strength: 'firm', canSetAside: false })
  // A plan that was frozen before there were such rules sets none aside.
  for (const { rule, reason } of plan.setAside ?? []) {
    const code = ruleCodes.find((known) => known === rule)
    const stated = code === undefined ? null : statedRule(preset, code)
    if (code === undefined)
      refuse(rule, `没有代码为“${rule}”的规定，不能写明理由后不执行。请从草案中去掉。`, null)
    else if (stated !== null && !stated.canSetAside)
      refuse(
        code,
        `${cited(stated)}。“${ruleWords[code]}”不是原则性规定，不能以写明理由代替执行。请从草案中去掉这一条。`,
        stated.clause,
      )
    else setAside.set(code, reason)
  }
  return { setAside, problems }
}

/** Refuses a draw of which nothing says whom it concerns. */
function refuseWithoutScope({ items, unknown, unconfirmed }: DrawItems): void {
  const [missing] = unknown
  if (missing !== undefined)
    throw new RefusalError(
      'ITEM_NOT_CONFIRMED',
      `随机抽查事项清单中没有“${missing}”，无从确定它适用的对象。没有锁定，也没有写入任何数据。请核对事项名称，或先将它列入清单。`,
    )
  const [open] = unconfirmed
  if (open !== undefined && unconfirmed.length === items.length && unconfirmed.every((u) => u.taken === null))
    throw new RefusalError(
      'ITEM_NOT_CONFIRMED',
      `“${open.name}”的适用对象还没有确认，清单所列的检查对象也不是名录中的种类或经营类别。没有锁定，也没有写入任何数据。请先在随机抽查事项清单中确认适用对象。`,
    )
}

function confirmObstacles(plan: PlanOf<'draw'>, { unconfirmed }: DrawItems): readonly FreezeProblem[] {
  if (plan.mode !== 'official' || unconfirmed.length === 0) return []
  const names = unconfirmed.map(({ name }) => `“${name}”`).join('、')
  return [
    {
      code: 'ITEM_NOT_CONFIRMED',
      sentence: `${names}的适用对象还没有确认，不能据以正式抽取。请先在随机抽查事项清单中确认适用对象。`,
    },
  ]
}

function notIncluded(items: readonly InspectionItem[]): readonly Problem[] {
  return items
    .filter((item) => !item.included)
    .map(({ name, reasonNotIncluded }) => ({
      code: 'item-not-included',
      sentence: `“${name}”未纳入双随机（${reasonNotIncluded ?? '没有写明理由'}），不能抽取。请去掉该事项，或修改事项清单。`,
      clause: null,
      strength: 'firm',
      canSetAside: false,
    }))
}

/**
 * An item is not drawn more often in a year than the ceiling of its frequency, whichever line of the plan, or none, the
 * draws rest on.
 */
function frequencyProblems(
  preset: Preset,
  items: readonly InspectionItem[],
  { draws }: YearHistory,
  setAside: SetAside,
  line: PlanLine | null,
): readonly Problem[] {
  const found: Problem[] = []
  for (const item of items) {
    const bounds = frequencyBounds(preset, item, setAside)
    const ceiling = bounds.ok ? bounds.ceiling : null
    const drawn = draws.filter((draw) => draw.items.includes(item.name)).map(({ number }) => number)
    if (ceiling === null || drawn.length < ceiling.value) continue
    const canSetAside = ceiling.strength === 'principle'
    if (canSetAside && line !== null && line.exceptionReason !== null) continue
    found.push({
      code: 'frequency-ceiling',
      sentence: `${cited(ceiling)}。“${item.name}”本年度已抽查${drawn.length}次（${drawn.join('、')}）。${canSetAside ? '请写明理由，或不再抽取。' : '请不再抽取。'}`,
      clause: ceiling.clause,
      strength: ceiling.strength,
      canSetAside,
    })
    break
  }
  return found
}

/** What a paper that no approval carries says of itself. */
function approvalNotes(
  { database }: CoreContext,
  { mode, basis }: PlanOf<'draw'>,
  preset: PresetName,
): readonly string[] {
  const scheme = basis?.scheme ?? null
  if (mode === 'official' || (scheme !== null && database.schemes.approval(scheme) !== null)) return []
  if (mode === 'unwitnessed') return ['没有登记实施方案的批准，不得据以印发检查通知书。']
  return basis === null && preset === 'custom' ? [] : ['没有批准的实施方案，本次只作为演练。']
}

function unconfirmedNotes(unconfirmed: DrawItems['unconfirmed']): readonly string[] {
  return unconfirmed.map(({ name, taken }) =>
    taken === null
      ? `“${name}”的适用对象还没有确认，本次没有对象适用该事项。`
      : `“${name}”的适用对象还没有经人确认，本次暂按清单所列的“${taken}”确定范围。`,
  )
}

/** A draw beyond what its line plans, and a plan that nobody has approved, are said. */
function lineNotes(
  context: CoreContext,
  { mode, basis }: PlanOf<'draw'>,
  line: PlanLine | null,
): readonly string[] {
  if (line === null || basis?.on !== 'line') return []
  const drawn = drawsOfLine(context, basis.line).length
  return [
    ...(line.frequency !== null && drawn >= line.frequency
      ? [`计划项“${line.number}”计划每年${line.frequency}次，本次为第${drawn + 1}次。`]
      : []),
    ...(mode === 'unwitnessed' && approvedPlan(context, line.year) === null
      ? [`${line.year}年度计划没有登记批准。`]
      : []),
  ]
}
