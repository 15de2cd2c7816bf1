import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { DrawSession } from '../../../shared/api/session.ts'
import { type ListTexts, listDigests, renderLists } from '../../../shared/draw/lists.ts'
import {
  assertManifestFits,
  freezeDigest,
  type Manifest,
  renderManifest,
} from '../../../shared/draw/manifest.ts'
import { officeOfDraw } from '../../../shared/draw/notation.ts'
import { describeGap, staffingGaps } from '../../../shared/draw/staffing.ts'
import { type CoreContext, now, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { unapprovedAmendment } from '../rules/match-rules.ts'
import {
  assembleInspectorReplacement,
  assembleMatch,
  assembleObjectReplacement,
} from './assemble-amendment.ts'
import { assembleDraw } from './assemble-draw.ts'
import { type Chain, readChain, requireSameMode } from './chain-records.ts'
import { type Assembled, type FrozenFacts, readFrozenFacts } from './frozen-facts.ts'
import { refuseAmendingHidden } from './shown-in-full.ts'

type Problem = NonNullable<DrawPreview['problem']>

/** What is frozen: the manifest and its lists as texts, `F`, and the facts beside them. */
export interface PreparedFreeze extends ListTexts {
  readonly manifest: string
  /** `F` */
  readonly digest: string
  readonly facts: FrozenFacts
}

/** How many gaps of the staffing a refusal names before it counts the rest. */
const NAMED_GAPS = 20

type Attempt = Pick<DrawSession, 'number' | 'attempt' | 'commitment'>

/**
 * The manifest and lists of a plan as the registers stand, or the refusal that names everything that could fail
 * after the freeze. Writes nothing.
 */
export function prepareFreeze(
  context: CoreContext,
  actor: string,
  attempt: Attempt,
  plan: DrawPlan,
  at: string,
): PreparedFreeze {
  const assembled = assemble(context, plan, at.slice(0, 10), attempt.number)
  refuse(amendmentProblem(assembled))
  refuseObstacle(assembled)
  const { texts, manifest } = describe(context, actor, attempt, plan, assembled, at)
  refuse(staffingProblem(manifest, assembled))
  const text = renderManifest(manifest)
  return { ...texts, manifest: text, digest: freezeDigest(text), facts: assembled.facts }
}

/** What {@link prepareFreeze} would freeze for a draw that has no number yet, and why it would be refused. */
export function previewFreeze(context: CoreContext, actor: string, plan: DrawPlan): DrawPreview {
  const at = now(context)
  const attempt = {
    number: `${requireOffice(context).code}-${at.slice(0, 4)}-0000`,
    attempt: 1,
    commitment: '0'.repeat(64),
  }
  const assembled = assemble(context, plan, at.slice(0, 10), attempt.number)
  const problem =
    amendmentProblem(assembled) ??
    obstacleOf(assembled) ??
    tryFreeze(context, actor, attempt, plan, assembled, at)
  const { objects, inspectors, excluded } = assembled.lists
  return {
    strata: assembled.strata,
    objects: objects.length,
    inspectors: inspectors.length,
    excluded,
    objectsOutside: assembled.facts.objectsOutside,
    rules: assembled.rules,
    problem,
  }
}

function tryFreeze(
  context: CoreContext,
  actor: string,
  attempt: Attempt,
  plan: DrawPlan,
  assembled: Assembled,
  at: string,
): Problem | null {
  const { manifest } = describe(context, actor, attempt, plan, assembled, at)
  renderManifest(manifest)
  return staffingProblem(manifest, assembled)
}

/** The lists of a plan as the registers stand, for the draw of this number. */
export function assemble(context: CoreContext, plan: DrawPlan, today: string, number: string): Assembled {
  if (plan.kind === 'draw') return assembleDraw(context, plan, today, number)
  const chain = readChain(context, plan.amends, number)
  requireSameMode(chain, plan.mode)
  refuseAmendingHidden(context, plan.amends)
  const assembled = assembleAmendment(context, plan, today, chain)
  const { draw, attempt, mode } = chain.root.manifest
  const root = readFrozenFacts(context.database.draws.freeze(draw, attempt)?.facts).plan
  const unapproved = unapprovedAmendment(context, plan.mode, { number: draw, mode, plan: root })
  return { ...assembled, obstacles: [...unapproved, ...assembled.obstacles] }
}

function assembleAmendment(
  context: CoreContext,
  plan: Exclude<DrawPlan, { kind: 'draw' }>,
  today: string,
  chain: Chain,
): Assembled {
  if (plan.kind === 'match') return assembleMatch(context, plan, today, chain)
  return plan.kind === 'replace-inspector'
    ? assembleInspectorReplacement(context, plan, today, chain)
    : assembleObjectReplacement(context, plan, today, chain)
}

function refuse(problem: Problem | null): void {
  if (problem !== null) throw new RefusalError(problem.code, problem.message)
}

/** The first thing that the rules want mended, in the words of the preview. */
function obstacleOf({ obstacles: [first] }: Assembled): Problem | null {
  return first === undefined ? null : { code: first.code, message: first.sentence }
}

function refuseObstacle(assembled: Assembled): void {
  const first = obstacleOf(assembled)
  if (first !== null) throw new RefusalError(first.code, `${first.message}没有锁定，也没有写入任何数据。`)
}

/** What contradicts the chain that is amended. */
function amendmentProblem({ problems }: Assembled): Problem | null {
  if (problems.length === 0) return null
  return {
    code: 'AMENDMENT_INVALID',
    message: `不能锁定：${problems.join('；')}。没有锁定，也没有写入任何数据。请核对后重试。`,
  }
}

function describe(
  context: CoreContext,
  actor: string,
  attempt: Attempt,
  plan: DrawPlan,
  assembled: Assembled,
  at: string,
): { readonly texts: ListTexts; readonly manifest: Manifest } {
  const texts = renderLists(officeOfDraw(attempt.number), assembled.lists)
  const committed = context.database.draws.attempt(attempt.number, attempt.attempt)
  const amendment = plan.kind === 'draw' ? null : plan
  const { amends, vacancies, strata, topology, teams, slots } = assembled
  const manifest: Manifest = {
    draw: attempt.number,
    kind: plan.kind,
    mode: plan.mode,
    attempt: attempt.attempt,
    previous: committed?.previous ?? null,
    amends,
    reason: committed?.reason ?? amendment?.reason ?? null,
    approver: committed?.approver ?? amendment?.approver ?? null,
    office: requireOffice(context).name,
    operator: plan.operator ?? actor,
    task: plan.task.name,
    items: plan.items.join('；'),
    venue: plan.venue,
    at,
    software: context.software,
    lists: listDigests(texts),
    vacancies,
    strata,
    topology,
    teams,
    slots,
    witnesses: plan.witnesses,
    commitment: attempt.commitment,
  }
  assertManifestFits(manifest, assembled.lists)
  return { texts, manifest }
}

/** Who would be missing after the draw. */
function staffingProblem(manifest: Manifest, assembled: Assembled): Problem | null {
  const { plan } = assembled.facts
  const domains = new Map('domains' in plan ? plan.domains.map((d) => [d.id, d.name]) : [])
  const gaps = staffingGaps(manifest, assembled.lists)
  if (gaps.length === 0) return null
  const sentences = gaps
    .slice(0, NAMED_GAPS)
    .map((gap) => describeGap(gap, manifest, assembled.lists, (id) => domains.get(id) ?? id))
  const more = gaps.length > NAMED_GAPS ? `；另有${gaps.length - NAMED_GAPS}个对象同样人员不足` : ''
  return {
    code: manifest.kind.startsWith('replace') ? 'NO_CANDIDATE' : 'NOT_ENOUGH_INSPECTORS',
    message: `名单不能锁定，因为抽取后会缺人：${sentences.join('；')}${more}。没有锁定，也没有写入任何数据。请补充人员、调整席位，或将有关对象列入排除并写明原因。`,
  }
}
