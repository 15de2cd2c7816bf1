import { create } from 'zustand'
import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import {
  commonWord,
  documentNumber,
  type FormStyle,
  formStyleSchema,
  nextRunningNumber,
  usualPattern,
} from '../../../shared/forms/form-style.ts'
import { noInspectionEntry } from '../../../shared/forms/inspection-entry.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'

/** What is typed of 文书版式 and not saved: going to another page loses nothing of it. */
interface StyleDraft {
  readonly draft: FormStyle | null
  readonly change: (from: FormStyle, change: Partial<FormStyle>) => void
  readonly forget: () => void
}
export const useStyleDraft = create<StyleDraft>()((set) => ({
  draft: null,
  change: (from, change) => set({ draft: { ...from, ...change } }),
  forget: () => set({ draft: null }),
}))

/** What was typed as it is kept: nothing but spaces is nothing. */
export function cleaned(style: FormStyle): FormStyle {
  const line = (value: string | null) => value?.trim().replace(/\s+/g, ' ') || null
  return {
    ...style,
    headOffice: line(style.headOffice),
    numberPattern: line(style.numberPattern),
    address: line(style.address),
    phone: line(style.phone),
  }
}

/** What is wrong, by the name of what is set. */
export function styleProblems(style: FormStyle): Readonly<Record<string, string>> {
  const read = formStyleSchema.safeParse(cleaned(style))
  if (read.success) return {}
  return Object.fromEntries(
    read.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]).toReversed(),
  )
}

export function sameStyle(one: FormStyle, other: FormStyle): boolean {
  const text = (style: FormStyle) => {
    const { firstNumbers, extraSignatures, ...said } = cleaned(style)
    const numbers = Object.entries(firstNumbers).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const boxes = Object.entries(extraSignatures)
      .filter(([, labels]) => labels.length > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    return JSON.stringify([Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)), numbers, boxes])
  }
  return text(one) === text(other)
}

/** Under which word a form counts, which forms count there, how far it has come, and the next 文号. */
export interface NumberLine {
  readonly word: string
  readonly forms: readonly string[]
  readonly last: number
  /** first of a year */
  readonly first: number
  readonly next: string
}

/** How 文号 go on, by word; one line for all where the pattern has no word of the form. */
export function numberLines(
  style: FormStyle,
  { year, words }: { readonly year: number; readonly words: readonly { word: string; last: number }[] },
): readonly NumberLine[] {
  const pattern = cleaned(style).numberPattern ?? usualPattern
  const numbered = formCatalogue.filter(({ numberWord }) => numberWord !== null)
  const groups = Map.groupBy(numbered, ({ numberWord }) =>
    pattern.includes('{字}') ? (numberWord ?? commonWord) : commonWord,
  )
  return [...groups].map(([word, forms]) => {
    const last = words.find((one) => one.word === word)?.last ?? 0
    const first = style.firstNumbers[word] ?? 1
    const next = documentNumber(pattern, word, year, nextRunningNumber(style, word, last))
    return { word, forms: forms.map(({ name }) => name), last, first, next }
  })
}

const probe = '增加的签字栏'
const blankFacts: Omit<InspectionFacts, 'style'> = {
  office: '',
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

/** The forms that have room for boxes of the office's own: those that print one where one is set. */
export function formsWithBoxes(): readonly FormDefinition[] {
  return formCatalogue.filter((form) => {
    const style = formStyleSchema.parse({ extraSignatures: { [form.id]: [probe] } })
    const model = form.build({ ...blankFacts, style }, { visit: null, documentNumber: null })
    return model !== null && JSON.stringify(model).includes(probe)
  })
}
