import type { DrawPlan, Office, PlanOf } from '../../../shared/api/draw-plan.ts'
import type { Inspector } from '../../../shared/registry/inspector.ts'
import type { PeopleRules } from '../../../shared/rules/eligibility.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { Problem } from '../../../shared/rules/problem.ts'

type Staffed = Pick<PlanOf<'draw' | 'match'>, 'people' | 'joint'>
type Seated = Staffed & Pick<PlanOf<'draw' | 'match'>, 'slots' | 'topology'>

/** What a plan that makes groups says of its people; a replacement says nothing of its own. */
export function staffedPlan(plan: DrawPlan): Staffed | null {
  // A plan that was frozen before there were joint draws says nothing of them.
  return 'people' in plan ? { people: plan.people ?? { mode: 'own' }, joint: plan.joint ?? null } : null
}

/** Every department of a joint draw, the 发起部门 first. */
export function departmentsOf({ joint }: Pick<Staffed, 'joint'>): readonly string[] {
  return joint === null ? [] : [...new Set([joint.initiator, ...joint.departments])]
}

/** The names under which a person can sit: 股室, 单位, and for the office's own people the office. */
function placesOf(row: Inspector, office: Office): readonly string[] {
  const own = row.origin === '本单位' ? [office.name] : []
  return [row.department, row.unit, ...own].filter((place) => place !== null)
}

/** The department of a person in the lists: in a joint draw the one that a seat can ask for, else 股室 or 单位. */
export function seatDepartment(row: Inspector, office: Office, staffed: Staffed | null): string {
  const departments = staffed === null ? [] : departmentsOf(staffed)
  const places = placesOf(row, office)
  return places.find((place) => departments.includes(place)) ?? places[0] ?? office.name
}

/** Whom besides the office's own people a draw admits, and whose clauses are cited of everybody. */
export function peopleRulesOf(
  preset: Preset,
  staffed: Staffed | null,
  row: Inspector,
  office: Office,
): PeopleRules {
  if (staffed === null) return { preset }
  const { people } = staffed
  if (people.mode === 'direct') return { preset, origins: ['联合部门', '下级单位', '邻近区域'] }
  const departments = departmentsOf(staffed)
  const joins = placesOf(row, office).some((place) => departments.includes(place))
  const origins: readonly Inspector['origin'][] = joins ? ['联合部门'] : []
  return { preset, origins: people.mode === 'cross-region' ? [...origins, ...people.origins] : origins }
}

const firm = (code: string, sentence: string, clause: string | null): Problem => ({
  code,
  sentence,
  clause,
  strength: 'firm',
  canSetAside: false,
})

/** What is wrong with the seats of a group under the 执行细则. */
export function seatProblems(preset: Preset, plan: Seated): readonly Problem[] {
  if (plan.topology === 'none') return []
  const found: Problem[] = []
  const { group, leader } = preset
  if (plan.slots.length < group.least)
    found.push(
      firm(
        'group-size',
        `每组设${plan.slots.length}席，少于${group.least}人：${group.words}。请增加席位。`,
        group.clause,
      ),
    )
  const { joint } = plan
  // Where every department sends its own, the departments say how many there are.
  if (joint === null && group.most !== null && plan.slots.length > group.most)
    found.push(
      firm(
        'group-size',
        `每组设${plan.slots.length}席，多于${group.most}人：${group.words}。请减少席位。`,
        group.clause,
      ),
    )
  if (joint === null) return found
  const missing = departmentsOf(plan).filter((name) => plan.slots.every((slot) => slot.department !== name))
  if (missing.length > 0)
    found.push(
      firm(
        'joint-seat',
        `联合抽查的${missing.join('、')}在检查组中没有席位。请为每个参与部门至少设一个席位，或从参与部门中去掉。`,
        null,
      ),
    )
  const led = plan.slots.filter((slot) => slot.role === 'L')
  if (
    leader.jointFromInitiator &&
    leader.clause !== null &&
    led.some((slot) => slot.department !== joint.initiator)
  )
    found.push(
      firm(
        'joint-leader',
        `组长席不属于发起部门“${joint.initiator}”：${leader.words}（${leader.clause}）。请将组长席的部门改为发起部门。`,
        leader.clause,
      ),
    )
  return found
}
