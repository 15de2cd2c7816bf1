import { type RegisterName, registerColumns } from './columns.ts'
import { differences } from './draft.ts'
import { inspectorRules } from './judge-inspectors.ts'
import { itemRules } from './judge-items.ts'
import { objectRules } from './judge-objects.ts'
import { planRules } from './judge-plans.ts'
import { powerRules } from './judge-powers.ts'
import { recusalRules } from './judge-recusals.ts'
import { visitRules } from './judge-visits.ts'
import type { RegisterRules } from './register-rules.ts'
import {
  type Effect,
  type Existing,
  type FieldValues,
  type Finding,
  type RegisterRows,
  registerSchemas,
} from './verdict.ts'

/** The rules of each register. */
export const registerRules: { readonly [R in RegisterName]: RegisterRules<R> } = {
  objects: objectRules,
  inspectors: inspectorRules,
  items: itemRules,
  recusals: recusalRules,
  plans: planRules,
  visits: visitRules,
  powers: powerRules,
}

/** A whole row and what taking it does, or why it is none. */
export type Composed<Row> =
  | { readonly composed: true; readonly row: Row; readonly effect: Effect }
  | { readonly composed: false; readonly findings: readonly Finding[] }

/**
 * The row that `values` make: over `target` where the register has it already (what the file does not speak of
 * stays as it is), else over the defaults of a new row. The register's schema has the last word.
 */
export function composeRow<R extends RegisterName>(
  register: R,
  values: FieldValues,
  target: Existing<RegisterRows[R]> | null,
): Composed<RegisterRows[R]> {
  const parsed = registerSchemas[register].safeParse({
    ...(target === null ? registerRules[register].defaults : target.row),
    ...values,
  })
  const columns = registerColumns[register]
  if (!parsed.success) {
    return {
      composed: false,
      findings: parsed.error.issues.map((issue) => {
        const title = columns.find((column) => column.field === issue.path[0])?.title ?? null
        return {
          column: title,
          address: null,
          // zod's own messages are English; ours are Chinese.
          reason: `${title ?? '这一行'}不符合登记要求${/\p{Script=Han}/u.test(issue.message) ? `：${issue.message}` : '，请核对后改正'}`,
        }
      }),
    }
  }
  if (target === null) return { composed: true, row: parsed.data, effect: { effect: 'new' } }
  const fields = differences(target.row, values, columns)
  const effect: Effect =
    fields.length === 0
      ? { effect: 'unchanged', serial: target.serial }
      : { effect: 'changed', serial: target.serial, fields }
  return { composed: true, row: parsed.data, effect }
}
