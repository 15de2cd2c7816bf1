import { drawRecordForm } from './draw-record.ts'
import { drawnObjectsForm } from './drawn-objects-list.ts'
import { type FormDefinition, formStages } from './form-definition.ts'
import { freezeSlipForm } from './freeze-slip.ts'
import { inspectorGroupsForm } from './inspector-groups.ts'
import { inspectorListForm, itemListForm, objectListForm, planListForm } from './list-definitions.ts'
import { schemeFormDefinition } from './scheme-form.ts'

const definitions: readonly FormDefinition[] = [
  schemeFormDefinition,
  freezeSlipForm,
  drawRecordForm,
  drawnObjectsForm,
  inspectorGroupsForm,
  planListForm,
  itemListForm,
  objectListForm,
  inspectorListForm,
]

/** Every paper form of a double-random inspection, in the order of the work. */
export const formCatalogue: readonly FormDefinition[] = definitions.toSorted(
  (a, b) => formStages.indexOf(a.stage) - formStages.indexOf(b.stage),
)

/** The form with this id or this name, or `null`. */
export function formOf(idOrName: string): FormDefinition | null {
  return formCatalogue.find(({ id, name }) => id === idOrName || name === idOrName) ?? null
}
