import type { SchemeRow } from '../../../db/scheme-store.ts'
import { schemeBodySchema } from '../../../shared/api/scheme-contract.ts'
import type { SchemeFacts } from '../../../shared/forms/scheme-form.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { type CoreContext, office } from '../context.ts'
import { canonicalDigest } from '../papers/canonical-digest.ts'

/** What an 实施方案 says on paper, with its approval where it has one. */
export function readSchemeFacts(context: CoreContext, { id, line, body: stored }: SchemeRow): SchemeFacts {
  const { schemes, plans } = context.database
  const body = schemeBodySchema.parse(stored)
  const approval = schemes.approval(id)
  const plan = line === null ? null : (plans.get(line as Serial)?.row ?? null)
  return {
    ...body,
    office: office(context)?.name ?? '',
    line: plan === null ? null : `${plan.year}年度抽查计划　${plan.number}　${plan.item}`,
    approval:
      approval === null ? null : { name: approval.name, number: approval.number, date: approval.date },
    digest: canonicalDigest(body),
  }
}
