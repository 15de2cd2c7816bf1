import type { SchemeBody } from '../../../shared/api/scheme-contract.ts'
import { applies } from '../../../shared/registry/applies.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { countIn, type ObjectGroup } from '../plans/object-groups.ts'

/** What a proposal looks at. */
export interface SchemeGround {
  readonly preset: Preset
  readonly office: string
  /** `null` outside any plan */
  readonly line: PlanLine | null
  readonly items: readonly InspectionItem[]
  readonly names: readonly string[]
  readonly objects: readonly ObjectGroup[]
  /** people of the register who may inspect */
  readonly people: number
  /** year of the day, for a title outside any plan */
  readonly year: number
}

/** Objects that one group is expected to visit in a task. */
const objectsPerGroup = 10

/** What a new 实施方案 would say in the fields of S2 第九条; a person reads and changes every one of them. */
export function proposeScheme(ground: SchemeGround): Partial<SchemeBody> {
  const { preset, line, names, people } = ground
  const size = sizeOf(ground)
  const ratio = line?.ratio ?? ground.items.find((item) => item.ratio !== null)?.ratio ?? null
  const objects = objectsOf(line, size, ratio)
  const group = preset.group.least
  const inspectors = Math.max(group, Math.min(people, Math.ceil((objects ?? 1) / objectsPerGroup) * group))
  return {
    title: titleOf(ground),
    items: [...names],
    ...(line?.period == null ? {} : { period: line.period }),
    purpose: purposeOf(ground),
    procedure: line?.steps ?? usualProcedure(preset),
    division: divisionOf(ground),
    inspectors,
    ...(objects === null ? {} : { objects }),
    confidentiality: confidentialityOf(preset),
    outside: null,
  }
}

/** Objects of the register that the line means: what any of its items applies to, within its 定向条件. */
export function isMeant(
  line: Pick<PlanLine, 'kinds' | 'businessCategories' | 'regions'> | null,
  items: readonly InspectionItem[],
  object: InspectionObject,
): boolean {
  if (!items.some((item) => applies(item, object))) return false
  if (line === null) return true
  const { kinds, businessCategories, regions } = line
  return (
    (kinds.length === 0 || kinds.includes(object.kind)) &&
    (businessCategories.length === 0 ||
      (object.businessCategory !== null && businessCategories.includes(object.businessCategory))) &&
    (regions.length === 0 || (object.region !== null && regions.includes(object.region)))
  )
}

function sizeOf({ line, items, objects }: SchemeGround): number {
  return countIn(objects, (object) => isMeant(line, items, object))
}

/** The estimate of the plan, else its share of the register, rounded up; `null` where neither says a number. */
function objectsOf(line: PlanLine | null, size: number, ratio: number | null): number | null {
  if (line?.estimate != null && line.estimate > 0) return line.estimate
  if (ratio === null || ratio === 0 || size === 0) return null
  return Math.ceil((size * ratio) / 10_000)
}

function titleOf({ line, names, year }: SchemeGround): string {
  const [first] = names
  const what = first === undefined ? '' : names.length === 1 ? `“${first}”` : `“${first}”等${names.length}项`
  const title = `${line?.year ?? year}年度${what}随机抽查实施方案`
  return title.length <= 500 ? title : `${line?.year ?? year}年度随机抽查实施方案`
}

function purposeOf(ground: SchemeGround): string {
  const { line, names } = ground
  const plan = line === null ? '' : `落实${line.year}年度抽查计划，`
  return `${plan}对${scopeWords(ground)}开展${names.map((name) => `“${name}”`).join('、')}，督促其落实法定责任，及时发现和纠正违法违规行为。`
}

function scopeWords({ line }: SchemeGround): string {
  return line?.scope ?? '有关检查对象'
}

function usualProcedure(preset: Preset): string {
  return [
    `一、在现场见证下随机抽取检查对象和执法检查人员${preset.evidence === null ? '' : `，${preset.evidence.words}`}。`,
    '二、核对名单，需要回避的依规定回避，并随机更换。',
    '三、出示执法证件，依检查事项实施检查，如实记录检查情况。',
    '四、汇总检查结果，提出处理意见，依规定公示并归档。',
  ].join('\n')
}

function divisionOf({ office, line, preset }: SchemeGround): string {
  const department = line?.department ?? preset.words.responsible
  const joint =
    line?.jointInitiator == null
      ? ''
      : `联合抽查由${line.jointInitiator}发起并负责组织协调${line.jointDepartments.length === 0 ? '' : `，${line.jointDepartments.join('、')}派员参加`}。`
  return `${office}${department}负责组织实施；每个检查组不少于${preset.group.least}名执法检查人员，设组长1名；${preset.words.leadingGroup}监督抽取过程。${joint}`
}

function confidentialityOf({ publicity }: Preset): string {
  return publicity.when === 'confidential'
    ? '实施检查前，抽取的检查对象和执法检查人员名单不得向检查组以外的人员透露；遵守保密制度。'
    : publicity.when === 'beforehand'
      ? '抽取名单依规定事前公开；检查中知悉的商业秘密和个人信息应当保密。'
      : '名单在检查前由经办人员掌握；检查中知悉的商业秘密和个人信息应当保密。'
}
