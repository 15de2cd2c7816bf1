import { createHash } from 'node:crypto'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { InspectionFacts, VisitFacts } from '../../../shared/forms/inspection-facts.ts'

/** Gives the 文号 of a form, of an object (`''`: of the inspection as a whole); `null` leaves room for it. */
export type NumberOf = (form: FormDefinition, object: string) => string | null

/** The papers that one form comes to. */
export interface FormPapers {
  readonly definition: FormDefinition
  readonly models: readonly FormModel[]
  /** papers of one object each; 0: the form is of the whole, or one blank */
  readonly objects: number
}

/**
 * The papers of a form: one of the inspection, or one of every object that it is for. Where it is for none, one blank to
 * be filled in by hand. Empty where the inspection has nothing of the kind.
 */
export function papersOf(facts: InspectionFacts, definition: FormDefinition, numberOf: NumberOf): FormPapers {
  const visits = visitsOf(facts, definition)
  const wanted: readonly (VisitFacts | null)[] = visits.length === 0 ? [null] : visits
  const models = wanted
    .map((visit) =>
      definition.build(facts, { visit, documentNumber: numberFor(definition, visit, numberOf) }),
    )
    .filter((model) => model !== null)
  return { definition, models, objects: visits.length }
}

/** The objects that a form of one object is made for. */
export function visitsOf(
  { visits }: InspectionFacts,
  { scope, isFor }: FormDefinition,
): readonly VisitFacts[] {
  if (scope === 'draw') return []
  return isFor === undefined ? visits : visits.filter(isFor)
}

/** A blank form of an object is nobody's yet: whoever fills it in writes its 文号. */
function numberFor(definition: FormDefinition, visit: VisitFacts | null, numberOf: NumberOf): string | null {
  const { scope, numberWord } = definition
  if (numberWord === null || (scope === 'object' && visit === null)) return null
  return numberOf(definition, visit?.object.id ?? '')
}

/** By what papers are the same, and how much they say. */
export interface SaidByPapers {
  /** of all that they say */
  readonly digest: string
  /** UTF-8 bytes of their models */
  readonly bytes: number
}

/** {@link SaidByPapers} of models, in their order. */
export function saidBy(models: readonly FormModel[]): SaidByPapers {
  const hash = createHash('sha256')
  let bytes = 0
  for (const model of models) {
    const said = Buffer.from(`${JSON.stringify(model)}\n`)
    hash.update(said)
    bytes += said.length
  }
  return { digest: hash.digest('hex'), bytes }
}
