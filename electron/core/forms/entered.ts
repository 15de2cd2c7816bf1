import {
  type InspectionEntry,
  inspectionEntrySchema,
  noInspectionEntry,
} from '../../../shared/forms/inspection-entry.ts'
import { noVisitEntry, type VisitEntry, visitEntrySchema } from '../../../shared/forms/visit-entry.ts'
import type { CoreContext } from '../context.ts'

/** What is written of the inspection as a whole stands under no object. */
export const whole = ''

/** What was entered for the inspection of a draw (文书要素); nothing where nobody has entered anything. */
export function readInspectionEntry({ database }: CoreContext, draw: string): InspectionEntry {
  const body = database.inspections.entry(draw, whole)?.body
  return body === undefined ? noInspectionEntry : inspectionEntrySchema.parse(JSON.parse(body))
}

/** What was entered of an object, likewise. */
export function readVisitEntry(body: string | undefined): VisitEntry {
  return body === undefined ? noVisitEntry : visitEntrySchema.parse(JSON.parse(body))
}
