import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { InspectionFacts, VisitFacts } from '../../../shared/forms/inspection-facts.ts'
import type { VisitEntry } from '../../../shared/forms/visit-entry.ts'
import { wordsOf } from './form-texts.ts'

/** The form of the draw, or of `visit`; a test that asks for a form which cannot be made is wrong. */
export function madeForm(
  form: FormDefinition,
  facts: InspectionFacts,
  visit: VisitFacts | null = form.scope === 'object' ? (facts.visits[0] ?? null) : null,
  documentNumber: string | null = null,
): FormModel {
  const model = form.build(facts, { visit, documentNumber })
  if (model === null) throw new Error(`${form.name} was not made`)
  return model
}

/** Every text of the form, a line each. */
export function madeWords(
  form: FormDefinition,
  facts: InspectionFacts,
  visit?: VisitFacts | null,
  documentNumber?: string | null,
): string {
  return wordsOf(madeForm(form, facts, visit, documentNumber))
}

/** The visit with what was entered of it changed. */
export function enteredVisit(facts: InspectionFacts, change: Partial<VisitEntry>, index = 0): VisitFacts {
  const visit = facts.visits[index]
  if (visit === undefined) throw new Error('the sample has no such visit')
  return { ...visit, entry: { ...visit.entry, ...change } }
}

/** The words of the boxes that are ticked. */
export function tickedWords(text: string): string[] {
  return [...text.matchAll(/☑ ([^\s　☐☑，。]+)/g)].map((match) => match[1] ?? '')
}
