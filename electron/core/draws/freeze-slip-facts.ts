import type { FreezeSlipFacts } from '../../../shared/forms/freeze-slip-facts.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { hidingNames } from './concealed.ts'
import { concealedSlip } from './concealed-slip.ts'
import { confidentialityOf } from './confidential.ts'
import { amendedRecords, approvalWords, factsOf, probability, registerFacts } from './draw-facts.ts'
import { NamedRows } from './named-rows.ts'
import { type ParsedFreeze, readFreeze } from './parsed-freeze.ts'
import { drawingSentences } from './rule-sentences.ts'
import { describeConditions } from './stratify.ts'

/**
 * All that the 锁定名单校验单 of the newest attempt says. Read from the freeze alone, so that it is the same before
 * the digits and after the draw. Refuses with `DRAW_UNKNOWN`, and with `WRONG_STATE` before the freeze and for an
 * attempt that was aborted or declared void: what can no longer be drawn from is not signed any more. Everybody in
 * the room may photograph it, so that one of a confidential draw has numbers instead of names, for ever.
 */
export function readFreezeSlipFacts(context: CoreContext, number: string): FreezeSlipFacts {
  const { draws } = context.database
  const draw = draws.draw(number)
  if (draw === null)
    throw new RefusalError(
      'DRAW_UNKNOWN',
      `没有编号为“${number}”的抽取。没有写入任何数据。请核对编号后重试。`,
    )
  const attempt = draws.attempts(number).at(-1)
  const freeze = attempt === undefined ? null : readFreeze(context, number, attempt.attempt)
  const ending = attempt === undefined ? null : draws.ending(number, attempt.attempt)
  if (ending !== null)
    throw new RefusalError(
      'WRONG_STATE',
      `“${number}”第${ending.attempt}次抽取已${ending.kind === 'void' ? '作废' : '中止'}，不再出具锁定名单校验单。没有写入任何数据，已归档的校验单保留。请再次抽取后重试。`,
    )
  if (attempt === undefined || freeze === null)
    throw new RefusalError(
      'WRONG_STATE',
      `“${number}”的名单还没有锁定，不能出具锁定名单校验单。没有写入任何数据。请先锁定名单。`,
    )
  const slip = slipOf(context, freeze, attempt.at)
  if (confidentialityOf(context, number) === null) return slip
  const { root } = draw
  return concealedSlip(slip, hidingNames(context, { number, attempt: attempt.attempt, root }))
}

function slipOf(context: CoreContext, freeze: ParsedFreeze, startedAt: string): FreezeSlipFacts {
  const { manifest, lists, plan } = freeze
  const facts = factsOf(context, freeze)
  const before = amendedRecords(context, manifest)
  const rows = new NamedRows(
    context,
    manifest.draw,
    [...before.map((record) => factsOf(context, record)), facts],
    [...before, freeze].map((record) => record.lists),
  )
  const amended = before.at(-1)
  return {
    number: manifest.draw,
    kind: manifest.kind,
    mode: manifest.mode,
    attempt: manifest.attempt,
    office: manifest.office,
    task: plan.task,
    items: plan.items,
    conditions: plan.kind === 'draw' ? describeConditions(plan.conditions) : '',
    startedAt,
    frozenAt: manifest.at,
    venue: manifest.venue,
    software: manifest.software,
    algorithm: 'SSJ-DRAW-1',
    amends:
      manifest.amends === null || amended === undefined
        ? null
        : {
            number: amended.manifest.draw,
            task: amended.manifest.task,
            digest: manifest.amends,
            drawnAt: amended.result.at,
          },
    reason: manifest.reason,
    approver: approvalWords(manifest.approver, plan),
    objectRegister: registerFacts(
      facts.objectTotal,
      lists.objects.length,
      facts.objectsOutside,
      'object',
      freeze,
    ),
    inspectorRegister: registerFacts(facts.inspectorTotal, lists.inspectors.length, 0, 'inspector', freeze),
    due: dueOf(freeze),
    strata: manifest.strata.map(({ id, size, sample, basis }) => ({
      id,
      name: plan.kind === 'draw' ? (plan.strata.find((s) => s.id === id)?.name ?? null) : null,
      size,
      drawn: sample,
      basis,
      probability: probability(sample, size),
    })),
    teamCount: manifest.teams,
    slots: manifest.slots.map(({ role, department }, seat) => ({
      seat,
      role,
      department: department === '*' ? null : department,
    })),
    vacancies: manifest.vacancies.map(({ object, seat, inspector }) => ({
      objectId: object,
      objectName: rows.name(object),
      seat,
      inspector:
        inspector === null
          ? null
          : {
              id: inspector,
              name: rows.name(inspector),
              certificate: rows.inspector(inspector)?.certificate ?? null,
            },
    })),
    freeze: freeze.digest,
    commit: manifest.commitment,
    qrText: `SSJ-DRAW-1 ${manifest.draw} F=${freeze.digest} C=${manifest.commitment}`,
    grounds: facts.grounds,
    notes: facts.notes,
    recusals: lists.recusals.length,
    rule: drawingSentences(manifest),
    witnesses: manifest.witnesses.map(({ role, name }, index) => ({ seat: index + 1, role, name })),
    signatories: { operator: manifest.operator, supervisor: plan.supervisor },
  }
}

function dueOf({ manifest, lists }: ParsedFreeze): number {
  if (manifest.kind === 'match') return lists.objects.length
  if (manifest.kind !== 'draw') return 1
  return manifest.strata.reduce((sum, stratum) => sum + stratum.sample, 0)
}
