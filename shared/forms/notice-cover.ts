import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import {
  coveredFor,
  coveredValue,
  coverKnown,
  type KnownValue,
  type Masked,
  type MaskedMeaning,
  meaningWords,
} from './masking.ts'
import { visitFields } from './visit-entry.ts'

/** A free text (自由文字) that goes into a notice: nobody but a reader can tell whether it names a person. */
export interface FreeText {
  readonly where: string
  readonly field: string
  /** as it will be published */
  readonly text: string
  /** whether a known personal value was found in it and covered */
  readonly covered: boolean
}

/** Where a value stands in a notice, for the person who compares it. */
export interface Place {
  readonly where: string
  readonly field: string
}

/** Covers what a public notice shows, and keeps the account of it that the second person reads. */
export class NoticeCover {
  readonly masked: Masked[] = []
  readonly free: FreeText[] = []
  readonly #covered: ReadonlySet<MaskedMeaning>

  constructor({ style }: Pick<InspectionFacts, 'style'>) {
    this.#covered = coveredFor('public', style.certificatesInNotices)
  }

  /** Whether values of this meaning are covered at all. */
  covers(meaning: MaskedMeaning): boolean {
    return this.#covered.has(meaning)
  }

  /** A value as the public sees it. */
  show(meaning: MaskedMeaning, value: string, place: Place): string {
    if (!this.#covered.has(meaning)) return value
    const shown = coveredValue(meaning, value)
    if (shown !== value) this.masked.push({ ...place, meaning: meaningWords[meaning], shown })
    return shown
  }

  /** A free text as the public sees it, with the known values covered. */
  read(text: string, place: Place, known: readonly KnownValue[]): string {
    const wanted = known.filter(({ meaning }) => this.#covered.has(meaning))
    const { text: shown, found } = coverKnown(text, wanted)
    for (const one of found)
      this.masked.push({ ...place, meaning: meaningWords[one.meaning], shown: one.shown })
    this.free.push({ ...place, text: shown, covered: found.length > 0 })
    return shown
  }
}

/**
 * Whether an object (检查对象) is a natural person. Of what says neither its kind nor a 统一社会信用代码 it is not known,
 * and it is taken for one: covered too much can be mended, published cannot.
 */
export function isNaturalPerson({ object }: VisitFacts): boolean {
  return object.kind === '从业人员' || (object.kind === null && object.creditCode === null)
}

/** Personal values that are known of one visit: of the object's row, of what was entered, and 执法证号. */
export function knownOfVisit(visit: VisitFacts): readonly KnownValue[] {
  const { object, entry, inspectors } = visit
  const person = isNaturalPerson(visit)
  const values: readonly (readonly [meaning: MaskedMeaning, value: string | null])[] = [
    ['phone', object.phone],
    ['person-name', object.contact],
    ['person-name', person ? object.name : null],
    ['home-address', person ? object.address : null],
    ...visitFields.flatMap((field) =>
      'meaning' in field ? [[field.meaning, entry[field.name]] as const] : [],
    ),
    ...inspectors.map(({ certificate }) => ['certificate', certificate] as const),
  ]
  return values.flatMap(([meaning, value]) => (value === null ? [] : [{ meaning, value }]))
}

/** Personal values that are known of the whole inspection. */
export function knownOfAll({ visits }: Pick<InspectionFacts, 'visits'>): readonly KnownValue[] {
  return visits.flatMap(knownOfVisit)
}

/** Names of drawn objects and people, none of which may be read in what is published while they are secret (S2 第九条). */
export function secretNames({ visits }: Pick<InspectionFacts, 'visits'>): readonly KnownValue[] {
  return visits.flatMap(({ object, inspectors }) =>
    [object.name, ...inspectors.map(({ name }) => name)].map(
      (value) => ({ meaning: 'secret-name', value }) as const,
    ),
  )
}
