import type { Core } from '../../../../electron/core/core.ts'
import type { PrepareEvent } from '../../../../shared/api/form-contract.ts'
import { noInspectionEntry } from '../../../../shared/forms/inspection-entry.ts'
import { noVisitEntry, type VisitEntry } from '../../../../shared/forms/visit-entry.ts'
import { operator } from '../sample-core.ts'

/** The first number of the sample office. */
export const number = 'YL01-2026-0001'

export type Done = Extract<PrepareEvent, { readonly event: 'done' }>

/** Makes forms, and gives what came of it with every progress that was told. */
export async function prepared(
  core: Core,
  forms: readonly string[] | null = null,
  of: { readonly number?: string; readonly combined?: boolean } = {},
): Promise<Done & { readonly told: readonly PrepareEvent[] }> {
  const told: PrepareEvent[] = []
  const order = { number: of.number ?? number, forms, combined: of.combined ?? false }
  for await (const event of core.forms.prepare(operator, order)) {
    if (event.event === 'done') return { ...event, told }
    told.push(event)
  }
  throw new Error('it was neither made nor refused')
}

/** Writes fields of the inspection as a whole, over nothing. */
export function enterWhole(core: Core, fields: Partial<typeof noInspectionEntry>) {
  const { version } = core.forms.entry(number)
  return core.forms.saveEntry(operator, { number, version, entry: { ...noInspectionEntry, ...fields } })
}

/** Writes fields of the `order`-th object of the list in force, over nothing. */
export function enterVisit(core: Core, order: number, fields: Partial<VisitEntry>) {
  const visit = core.forms.entry(number).visits.find((one) => one.order === order)
  if (visit === undefined) throw new Error(`no object ${order}`)
  const { object, version } = visit
  return core.forms.saveVisit(operator, { number, object, version, entry: { ...noVisitEntry, ...fields } })
}
