import type { InspectionItem } from '../registry/inspection-item.ts'
import type { PlanLine } from '../registry/plan-line.ts'
import { type Bound, frequencyBounds, ratioBounds, roundedSample, sampleBounds } from './bounds.ts'
import { cited, inBrackets } from './cited.ts'
import { perCent } from './per-cent.ts'
import { firm, type LineProblem, type PlanProblemCode, yielding } from './plan-problem.ts'
import type { Preset } from './preset.ts'
import type { PlanContent } from './preset-schema.ts'
import { nothingSetAside, ruleCodes, type SetAside } from './set-aside.ts'

const contentWords = {
  scope: '抽查范围',
  objects: '检查对象',
  ratio: '抽查比例',
  frequency: '抽查频次',
  estimate: '预估数量',
  period: '抽查时间',
  inspectors: '对执法检查人员的要求',
  steps: '步骤措施',
  use: '结果应用',
} as const satisfies Record<PlanContent, string>

/** What the line says of it; a scope can be told by the lists that bound it. */
function says(line: PlanLine, content: PlanContent): boolean {
  const bounded = line.kinds.length + line.businessCategories.length + line.regions.length > 0
  switch (content) {
    case 'scope':
      return line.scope !== null || bounded
    case 'objects':
      return line.scope !== null || bounded
    default:
      return line[content] !== null
  }
}

/** A number outside its bound, with what the bound says. */
function breach(code: PlanProblemCode, bound: Bound, fact: string): LineProblem {
  const cure = bound.strength === 'principle' ? '请调整，或写明理由。' : '请调整。'
  return {
    code,
    sentence: `${cited(bound)}。${fact}。${cure}`,
    clause: bound.clause,
    strength: bound.strength,
    canSetAside: bound.strength === 'principle',
  }
}

function checkRatio(
  preset: Preset,
  line: PlanLine,
  item: InspectionItem,
  registerSize: number,
  setAside: SetAside,
): readonly LineProblem[] {
  const ratio = line.ratio ?? item.ratio
  if (ratio === null && line.estimate === null)
    return [firm('ratio-missing', '没有写明抽查比例，事项清单中也没有。请填写抽查比例。')]
  if (ratio !== null && (ratio < 1 || ratio > 10_000))
    return [firm('ratio-invalid', `抽查比例为${perCent(ratio)}，应大于0、不超过100%。请填写正确的抽查比例。`)]
  const bounds = ratioBounds(preset, item, setAside)
  if (!bounds.ok)
    return [
      {
        ...firm('bounds-conflict', bounds.sentence),
        canSetAside: ratioBounds(preset, item, everyRule('-')).ok,
      },
    ]
  const found: LineProblem[] = []
  const sizes = sampleBounds(bounds, registerSize)
  const general = preset.ratio.generalCeiling
  if (general !== null && item.category !== '重点' && ratio === 10_000)
    found.push(firm('general-ceiling', `${cited(general)}。计划为100%，请设置上限。`, general.clause))
  const planned = line.estimate ?? (ratio === null ? 0 : roundedSample(ratio, sizes))
  const fact =
    ratio === null || line.estimate !== null
      ? `名录共${registerSize}个，计划抽${planned}个`
      : `名录共${registerSize}个，计划按${perCent(ratio)}抽${planned}个`
  const { least, most } = sizes
  if (least !== null && ((ratio !== null && ratio < least.bound.value) || planned < least.count))
    found.push(breach('ratio-floor', least.bound, `${fact}，应不少于${least.count}个`))
  if (most !== null && ((ratio !== null && ratio > most.bound.value) || planned > most.count))
    found.push(breach('ratio-ceiling', most.bound, `${fact}，应不多于${most.count}个`))
  return found
}

/** Every 原则上 rule set aside by one reason. */
function everyRule(reason: string): SetAside {
  return new Map(ruleCodes.map((code) => [code, reason]))
}

function checkFrequency(
  preset: Preset,
  line: PlanLine,
  item: InspectionItem,
  setAside: SetAside,
): readonly LineProblem[] {
  const bounds = frequencyBounds(preset, item, setAside)
  if (!bounds.ok)
    return [
      {
        ...firm('bounds-conflict', bounds.sentence),
        canSetAside: frequencyBounds(preset, item, everyRule('-')).ok,
      },
    ]
  const frequency = line.frequency ?? item.frequency
  const { floor, ceiling } = bounds
  if (frequency === null) {
    const bound = floor ?? ceiling
    return bound === null ? [] : [breach('frequency-missing', bound, '计划没有写明抽查频次')]
  }
  const found: LineProblem[] = []
  if (floor !== null && frequency < floor.value)
    found.push(breach('frequency-floor', floor, `计划每年${frequency}次，应不少于${floor.value}次`))
  if (ceiling !== null && frequency > ceiling.value)
    found.push(breach('frequency-ceiling', ceiling, `计划每年${frequency}次，应不超过${ceiling.value}次`))
  return found
}

/** Whoever the text says to draw more strongly may not have a smaller ratio than the rest. */
function checkEmphasis(preset: Preset, line: PlanLine, item: InspectionItem): readonly LineProblem[] {
  const rest = line.ratio ?? item.ratio
  const { emphasis, trusted } = preset
  if (rest === null) return []
  const found: LineProblem[] = []
  const ratios = [
    ['投诉举报多', line.ratioComplaint],
    ['经营异常', line.ratioAbnormal],
    ['严重违法失信', line.ratioDishonest],
    ['重点关注', line.ratioWatch],
  ] as const
  for (const [mark, ratio] of ratios)
    if (emphasis?.marks.includes(mark) === true && ratio !== null && ratio < rest)
      found.push(
        firm(
          'emphasis-below',
          `${cited(emphasis)}。${mark}的对象计划按${perCent(ratio)}抽取，低于其余的${perCent(rest)}，请调整。`,
          emphasis.clause,
        ),
      )
  if (trusted !== null && line.ratioTrusted !== null && line.ratioTrusted > rest)
    found.push(
      yielding(
        'emphasis-below',
        `${cited(trusted)}。守信的对象计划按${perCent(line.ratioTrusted)}抽取，高于其余的${perCent(rest)}，请调整，或写明理由。`,
        trusted.clause,
      ),
    )
  return found
}

function checkContents(
  { planContents }: Preset,
  line: PlanLine,
  item: InspectionItem,
  told: ReadonlySet<PlanContent>,
): readonly LineProblem[] {
  const missing = planContents.contents.filter((content) => {
    if (says(line, content) || told.has(content)) return false
    return content !== 'frequency' || item.frequency === null
  })
  if (missing.length === 0) return []
  const words = missing.map((content) => contentWords[content]).join('、')
  return [
    yielding(
      'content-missing',
      `年度计划应明确${planContents.words}${inBrackets(planContents.clause)}。这一项没有写明${words}，请补充，或写明理由。`,
      planContents.clause,
    ),
  ]
}

/**
 * What is wrong with one line. `item` is the list's item of that name, `null` where there is none; `registerSize`
 * counts the objects of the register that it applies to, before exclusions. What may be set aside is left out where
 * `setAside` names its rule or the line has a 突破原则性规定的理由.
 */
export function checkPlanLine(
  preset: Preset,
  line: PlanLine,
  item: InspectionItem | null,
  registerSize: number,
  setAside: SetAside = nothingSetAside,
): readonly LineProblem[] {
  if (item === null)
    return [
      firm(
        'item-unknown',
        `${preset.words.itemList}中没有“${line.item}”。请核对事项名称，或先将它列入清单。`,
        preset.onlyListed?.clause,
      ),
    ]
  const found: LineProblem[] = []
  if (!item.included)
    found.push(
      firm(
        'item-not-included',
        `“${item.name}”未纳入双随机（${item.reasonNotIncluded ?? '没有写明理由'}），不能列入计划。请删去这一项，或修改事项清单。`,
      ),
    )
  if (registerSize === 0)
    found.push(
      firm(
        'register-empty',
        `名录中没有“${item.name}”适用的对象。请确认事项的适用对象，或先导入${preset.words.objectRegister}。`,
      ),
    )
  const reason = line.exceptionReason
  const effective = reason === null ? setAside : everyRule(reason)
  const frequency = checkFrequency(preset, line, item, effective)
  // The ratio, and a frequency that is bounded, are asked for by name above.
  const told: readonly PlanContent[] = frequency.length === 0 ? ['ratio'] : ['ratio', 'frequency']
  found.push(
    ...checkRatio(preset, line, item, registerSize, effective),
    ...frequency,
    ...checkEmphasis(preset, line, item),
    ...checkContents(preset, line, item, new Set(told)),
  )
  return reason === null ? found : found.filter((problem) => !problem.canSetAside)
}
