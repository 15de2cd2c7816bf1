import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'

/** A text that was put in the place of a fact, and whose place that was (`visits.0.object.name`). */
export interface MarkedFact {
  readonly path: string
  readonly token: string
}

/** Facts whose every text is a token of its own. */
export interface MarkedFacts {
  readonly facts: InspectionFacts
  readonly marked: readonly MarkedFact[]
}

/** What is one of a few words to the program, so that any other text would be no fact at all. */
const chosen = [
  /^draw\.(?:kind|mode|topology)$/,
  /\.(?:role|outcome|kind|stratum)$/,
  /^draw\.strata\.\d+\.id$/,
  /^freezeSlip\.(?:kind|mode)$/,
  /^style\./,
  /^lists\..*\.audience$/,
  /^lists\..*\.align$/,
  /^entry\.method$/,
  /^visits\.\d+\.entry\.(?:result|handling|certificatesShown|askedSex)$/,
  /^visits\.\d+\.entry\.evidence\.\d+\.form$/,
  /^nonRandom\.passed$/,
] as const
/** Roles of witnesses and kinds of archived files are texts, whatever their field is called. */
const texts = [/witnesses\.\d+\.role$/, /^archive\.\d+\.kind$/, /object\.kind$/] as const

/** Puts a token of its own into every text of the facts, times and digests included: a form must print what it was given. */
export function markFacts(facts: InspectionFacts): MarkedFacts {
  const marked: MarkedFact[] = []
  const walk = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      if (chosen.some((one) => one.test(path)) && !texts.some((one) => one.test(path))) return value
      const token = `〔标${String(marked.length).padStart(5, '0')}〕`
      marked.push({ path, token })
      return token
    }
    if (Array.isArray(value)) return value.map((one, index) => walk(one, `${path}.${index}`))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, walk(one, path === '' ? name : `${path}.${name}`)]),
    )
  }
  // The walk keeps the shape and every type: only texts become other texts.
  return { facts: walk(facts, '') as InspectionFacts, marked }
}
