import type { InspectionItem } from '../registry/inspection-item.ts'
import type { creditGrades, objectMarks } from '../registry/inspection-object.ts'
import type { PlanLine } from '../registry/plan-line.ts'
import { cited } from './cited.ts'
import type { StratumRule } from './judge-objects.ts'
import { perCent } from './per-cent.ts'
import type { Preset } from './preset.ts'

/** A stratum as preset, items and plan propose it; the wizard lets the office change it. */
export interface ProposedStratum extends StratumRule {
  /** hundredths of a per cent; `null` where nothing says how many */
  readonly ratio: number | null
  /** all are drawn, and the drawn order is the batch order (检查批次顺序, S3 第八条) */
  readonly batchOrder: boolean
}

type LineRatios = Pick<
  PlanLine,
  'item' | 'ratio' | 'ratioComplaint' | 'ratioAbnormal' | 'ratioDishonest' | 'ratioWatch' | 'ratioTrusted'
>
type StratifiedItem = Pick<InspectionItem, 'name' | 'category' | 'ratio' | 'ratioFloor'>

function proposed(
  id: string,
  name: string,
  who: string,
  conditions: StratumRule['conditions'],
  ratio: number | null,
  rule: { readonly words: string; readonly clause: string | null } | null,
): ProposedStratum {
  const batchOrder = ratio === 10_000
  const how =
    ratio === null
      ? `${who}，抽取比例待定`
      : batchOrder
        ? `${who}全部列入，抽取的次序即检查批次顺序`
        : `${who}，按${perCent(ratio)}抽取`
  return {
    id,
    name,
    conditions,
    clause: rule?.clause ?? null,
    sentence: rule === null ? how : `${how}（${cited(rule)}）`,
    ratio,
    batchOrder,
  }
}

type Mark = (typeof objectMarks)[number]
type Grade = (typeof creditGrades)[number]

/** Those with a ratio of their own in the plan, the clause cited where the preset speaks of just them. */
function emphasised(preset: Preset, line: LineRatios): ProposedStratum[] {
  const { emphasis, trusted } = preset
  const strata: ProposedStratum[] = []
  const byMark = (id: string, mark: Mark, ratio: number | null) => {
    if (ratio === null) return
    const rule = emphasis?.marks.includes(mark) === true ? emphasis : null
    strata.push(proposed(id, mark, `${mark}的对象`, { marks: [mark] }, ratio, rule))
  }
  const byGrades = (
    id: string,
    name: string,
    grades: readonly Grade[],
    ratio: number | null,
    rule: Preset['trusted'] | Preset['emphasis'],
  ) => {
    if (ratio === null || grades.length === 0) return
    const who = `信用等级${grades.join('、')}的对象`
    strata.push(proposed(id, name, who, { creditGrades: grades }, ratio, rule))
  }
  byMark('TS', '投诉举报多', line.ratioComplaint)
  byMark('YC', '经营异常', line.ratioAbnormal)
  byMark('SX', '严重违法失信', line.ratioDishonest)
  byMark('GZ', '重点关注', line.ratioWatch)
  byGrades('XD', '信用等级低', emphasis?.grades ?? [], line.ratioDishonest, emphasis)
  byGrades(
    'CA',
    '守信',
    trusted?.grades ?? ['A'],
    line.ratioTrusted,
    trusted?.ownRatio === true ? trusted : null,
  )
  return strata
}

/** The ratio of these items: the plan's where it is for one of them, else the list's, else the plan's at all, else the floor. */
function restRatio(preset: Preset, items: readonly StratifiedItem[], line: LineRatios | null): number | null {
  const planned = line !== null && items.some((item) => item.name === line.item) ? line.ratio : null
  const listed = items.flatMap((item) => (item.ratio === null ? [] : [item.ratio]))
  const byLaw = items.flatMap((item) => (item.ratioFloor === null ? [] : [item.ratioFloor]))
  const most = (values: readonly number[]) => (values.length === 0 ? null : Math.max(...values))
  return planned ?? most(listed) ?? line?.ratio ?? most(byLaw) ?? preset.ratio.floor?.value ?? null
}

/**
 * The strata that a draw of these items starts from, in the order in which an object finds its own: those whom the
 * plan gives a ratio of their own, then the 重点 items (S3 第八条: 首先确定重点检查对象的数量和比例), then everybody
 * else. The last takes all that remain.
 */
export function defaultStrata(
  preset: Preset,
  items: readonly StratifiedItem[],
  line: LineRatios | null = null,
): readonly ProposedStratum[] {
  const key = items.filter((item) => item.category === '重点')
  const general = items.filter((item) => item.category !== '重点')
  const strata = line === null ? [] : emphasised(preset, line)
  if (key.length > 0) {
    const conditions = general.length === 0 ? {} : { items: key.map((item) => item.name) }
    const ratio = restRatio(preset, key, line)
    strata.push(proposed('ZD', '重点检查', '重点检查事项的对象', conditions, ratio, preset.keyItems))
  }
  if (general.length > 0 || key.length === 0) {
    const who = strata.length === 0 ? '全部对象' : '其余对象'
    const ratio = restRatio(preset, general, line)
    strata.push(proposed('YB', '一般检查', who, {}, ratio, preset.ratio.floor))
  }
  return strata
}
