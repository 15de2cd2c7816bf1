import { setImmediate } from 'node:timers/promises'
import type { DocumentRow } from '../../../db/document-store.ts'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import type { FormState } from '../../../shared/api/form-contract.ts'
import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import type { CoreContext } from '../context.ts'
import { nothingOfTheKind, type Standing, standingOf, whyNot } from './form-gates.ts'
import { FormNumbers } from './form-numbers.ts'
import { papersOf, saidBy, visitsOf } from './form-papers.ts'
import { heldFixed, readInspectionFacts } from './inspection-facts.ts'
import { isPrintedOut } from './kept-models.ts'

/** Every form of a draw and how it stands, in the order of the work. Refuses with `DRAW_UNKNOWN`. */
export async function readFormStates(
  context: CoreContext,
  number: string,
  stored: (row: DocumentRow) => StoredDocument,
): Promise<FormState[]> {
  const standing = standingOf(context, number)
  const facts = heldFixed(readInspectionFacts(context, number))
  const { inspections, documents } = context.database
  const root = standing.root ?? number
  const { given } = new FormNumbers(context, root, facts.style, standing.year)
  const numbers = Map.groupBy(inspections.numbers(root), ({ form }) => form)
  const filed = Map.groupBy(documents.ofDraw(number).filter(isFirstCopy), ({ form }) => form)
  const states: FormState[] = []
  for (const definition of formCatalogue) {
    const { id, name, stage, scope, copies } = definition
    const papers = papersOrReason(context, standing, facts, definition, given)
    const { digest } = papers
    const own = (filed.get(id) ?? []).toReversed()
    const current =
      own.find(
        (row) =>
          row.facts === digest &&
          row.attempt === standing.attempt &&
          isThere(context, row) &&
          !isPrintedOut(context, row),
      ) ?? null
    const earlier = current === null ? (own[0] ?? null) : null
    states.push({
      id,
      name,
      stage,
      scope,
      objects: scope === 'draw' ? 1 : visitsOf(facts, definition).length,
      unavailable: papers.reason,
      copies: copies ?? null,
      current: current === null ? null : stored(current),
      earlier: earlier === null ? null : stored(earlier),
      numbers: (numbers.get(id) ?? []).map(({ text }) => text),
    })
    // A form of hundreds of objects takes a while to say: whoever else asks has a turn.
    await setImmediate()
  }
  return states
}

function papersOrReason(
  context: CoreContext,
  standing: Standing,
  facts: InspectionFacts,
  definition: FormDefinition,
  given: FormNumbers['given'],
): { readonly digest: string | null; readonly reason: string | null } {
  const reason = whyNot(standing, facts, definition)
  if (reason !== null) return { digest: null, reason }
  const { models } = papersOf(facts, definition, given)
  if (models.length === 0)
    return { digest: null, reason: nothingOfTheKind(context, standing, facts, definition) }
  return { digest: saidBy(models).digest, reason: null }
}

/** A confirmed notice is of a form too, and no paper of {@link readFormStates}. */
function isFirstCopy({ kind, form, copy }: DocumentRow): boolean {
  return form !== null && copy === 1 && kind !== 'notice'
}

function isThere({ papers }: CoreContext, { path, bytes }: DocumentRow): boolean {
  return papers.size(path) === bytes
}
