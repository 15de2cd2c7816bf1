import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import { defaultFormStyle } from '../../../shared/forms/form-style.ts'
import { noInspectionEntry } from '../../../shared/forms/inspection-entry.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'

/** Nothing is known: what a form that is filled in by hand is written from. */
const nothing: InspectionFacts = {
  office: '',
  style: defaultFormStyle,
  draw: null,
  freezeSlip: null,
  scheme: null,
  items: [],
  entry: noInspectionEntry,
  visits: [],
  rules: null,
  archive: [],
  lists: {},
  nonRandom: null,
}

/** The forms that can be filled in by hand; what a draw alone can fill (名单, 目录) is not among them. */
export function blankForms(): readonly FormDefinition[] {
  return formCatalogue.filter(({ build }) => build(nothing, { visit: null, documentNumber: null }) !== null)
}
