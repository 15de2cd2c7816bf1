import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { papersOf } from './every-form.ts'
import { sampleEntry } from './sample-entries.ts'
import { blankInspection, sampleInspection } from './sample-inspection.ts'
import { sampleLists } from './sample-lists.ts'
import { worstDraw } from './sample-worst.ts'

/** What every form is looked at with: one row, a usual inspection, the worst, and blank to be filled in by hand. */
export const proofLevels = ['one', 'typical', 'worst', 'blank'] as const
export type ProofLevel = (typeof proofLevels)[number]

/** As many objects of the worst inspection as differ from each other: all entered, nothing, every second, little. */
const worstObjects = 4

const known = new Map<string, InspectionFacts>()
function factsOf(level: ProofLevel, rows: number): InspectionFacts {
  const key = `${level} ${rows}`
  const facts = known.get(key) ?? makeFacts(level, rows)
  known.set(key, facts)
  return facts
}

function makeFacts(level: ProofLevel, rows: number): InspectionFacts {
  if (level === 'blank') return blankInspection()
  if (level === 'one') return sampleInspection(level)
  // Of a usual inspection nothing stands in the way of publishing beforehand.
  if (level === 'typical')
    return sampleInspection(level, { entry: { ...sampleEntry, noDisclosureReason: null } })
  return sampleInspection('worst', { draw: worstDraw(rows), lists: sampleLists(true, rows) })
}

/**
 * The papers that a form makes at a level, the worst with so many rows; a form of one object is not made for all
 * of them.
 */
export function proofPapers(
  definition: FormDefinition,
  level: ProofLevel,
  rows = 5000,
): readonly FormModel[] {
  const facts = factsOf(level, rows)
  const few =
    level === 'worst' && definition.scope === 'object'
      ? { ...facts, visits: facts.visits.slice(0, worstObjects) }
      : facts
  return papersOf(definition, few)
}
