import type { PlanOf } from '../../../shared/api/draw-plan.ts'
import { type fullId, type Serial, serialSchema } from '../../../shared/registry/office.ts'
import { exclusionWords, inspectorExclusions } from '../../../shared/rules/eligibility.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { Problem } from '../../../shared/rules/problem.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { peopleRulesOf } from './people-rules.ts'
import { pairOf, recusedPairs } from './recusals-in-force.ts'

/** People who are sent without a draw (直接委派), as they were when the lists were frozen. */
export interface Assigned {
  readonly id: string
  readonly name: string
  readonly department: string | null
  readonly certificate: string | null
}

export interface Assignment {
  readonly people: readonly Assigned[]
  readonly versions: Readonly<Record<string, number>>
  /** why somebody may not be sent */
  readonly problems: readonly Problem[]
}

const nobody: Assignment = { people: [], versions: {}, problems: [] }

function problem(code: string, sentence: string, clause: string | null = null): Problem {
  return { code, sentence, clause, strength: 'firm', canSetAside: false }
}

/**
 * The people that a draw sends directly. Nobody is sent whom a draw would not admit: each is in the register, in
 * force, and left out by no rule. Refuses with `UNKNOWN_ID` an id that never was in the register.
 */
export function directAssignment(
  context: CoreContext,
  preset: Preset,
  plan: Pick<PlanOf<'draw'>, 'people' | 'joint'>,
  today: string,
): Assignment {
  if (plan.people.mode !== 'direct') return nobody
  const office = requireOffice(context)
  const people: Assigned[] = []
  const versions: Record<string, number> = {}
  const problems: Problem[] = []
  for (const id of new Set(plan.people.inspectors)) {
    const version = context.database.inspectors.get(serialIn(office.code, id))
    if (version === null)
      throw new RefusalError(
        'UNKNOWN_ID',
        `直接委派的“${id}”不在执法检查人员名录内。没有锁定，也没有写入任何数据。请核对编号后重试。`,
      )
    const { row, change } = version
    if (change === 'retired') {
      problems.push(
        problem('assigned-retired', `直接委派的${row.name}（${id}）已从名录中停用。请改派其他人员。`),
      )
      continue
    }
    const reasons = inspectorExclusions(row, today, peopleRulesOf(preset, plan, row, office))
    if (reasons.length > 0) {
      const words = reasons.map((reason) => exclusionWords[reason.reasonCode]).join('、')
      problems.push(
        problem(
          'assigned-excluded',
          `直接委派的${row.name}（${id}）${words}，不能参加检查。请改派其他人员。`,
          reasons[0]?.clause ?? null,
        ),
      )
      continue
    }
    const { name, department, unit, certificate } = row
    people.push({ id, name, department: department ?? unit, certificate })
    versions[version.serial] = version.version
  }
  const { least, words, clause } = preset.group
  if (people.length < least && problems.length === 0)
    problems.push(
      problem('group-size', `直接委派${people.length}人，少于${least}人：${words}。请增派人员。`, clause),
    )
  return { people, versions, problems }
}

type Named = { readonly id: string; readonly name: string }

/** Recusals between the sent people and the objects that may be drawn: the officer steps aside, somebody else is sent. */
export function recusedNotes(
  context: CoreContext,
  people: readonly Assigned[],
  objects: readonly Named[],
): readonly string[] {
  if (people.length === 0) return []
  const recused = recusedPairs(context)
  return people.flatMap(({ id, name }) => {
    const from = objects.filter((object) => recused.has(pairOf(object.id, id)))
    return from.length === 0
      ? []
      : [`直接委派的${name}与${from.map((object) => object.name).join('、')}有回避关系，不参加对其的检查。`]
  })
}

/** For every object that may be drawn enough of the sent people must be left who need not step aside. */
export function recusedProblems(
  context: CoreContext,
  { group: { least }, recusal }: Pick<Preset, 'group' | 'recusal'>,
  people: readonly Assigned[],
  objects: readonly Named[],
): readonly Problem[] {
  if (people.length < least) return []
  const recused = recusedPairs(context)
  const bare = objects.find(
    (object) => people.filter(({ id }) => !recused.has(pairOf(object.id, id))).length < least,
  )
  return bare === undefined
    ? []
    : [
        problem(
          'assigned-recused',
          `直接委派的人员中，对“${bare.name}”须回避的除外，不足${least}人：${recusal?.words ?? '执法检查人员与检查对象有利害关系的，应当回避'}。请增派人员，或将该对象列入排除并写明原因。`,
          recusal?.clause ?? null,
        ),
      ]
}

/** The serial of a full id of this office; another office's id is no serial of ours. */
function serialIn(code: Parameters<typeof fullId>[0], id: string): Serial {
  const parsed = serialSchema.safeParse(id.startsWith(`${code}-`) ? id.slice(code.length + 1) : '')
  if (parsed.success) return parsed.data
  throw new RefusalError(
    'UNKNOWN_ID',
    `编号“${id}”不是本单位的编号。没有锁定，也没有写入任何数据。请核对编号后重试。`,
  )
}
