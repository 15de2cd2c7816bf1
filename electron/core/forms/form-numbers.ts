import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import {
  commonWord,
  documentNumber,
  type FormStyle,
  nextRunningNumber,
  usualPattern,
} from '../../../shared/forms/form-style.ts'
import type { CoreContext } from '../context.ts'
import { record } from '../context.ts'
import type { NumberOf } from './form-papers.ts'

interface Given {
  readonly word: string
  readonly year: number
  readonly number: number
  readonly text: string
  readonly form: string
  readonly object: string
}

/**
 * Gives 文号 to the papers of an inspection: once to each form of the inspection or of one of its objects, and for ever.
 * What is new is only written by {@link record}, so that papers that were never archived use no number up.
 */
export class FormNumbers {
  readonly #context: CoreContext
  readonly #root: string
  readonly #style: FormStyle
  readonly #year: number
  readonly #known: Map<string, string>
  readonly #new: Given[] = []
  readonly #last = new Map<string, number>()

  /** @param year that of the day on which the numbers are given */
  constructor(context: CoreContext, root: string, style: FormStyle, year: number) {
    this.#context = context
    this.#root = root
    this.#style = style
    this.#year = year
    this.#known = new Map(
      context.database.inspections.numbers(root).map(({ form, object, text }) => [keyOf(form, object), text]),
    )
  }

  /** The number that was given, `null` where none was. */
  readonly given: NumberOf = ({ id }, object) => this.#known.get(keyOf(id, object)) ?? null

  /** The number that was given, or the next one. */
  readonly next: NumberOf = (form, object) => this.given(form, object) ?? this.#give(form, object)

  /** Writes those of the new numbers that `forms` were given, with their ledger entries, inside the caller's transaction. */
  write(actor: string, forms: ReadonlySet<string>, at: string): void {
    const draw = this.#root
    for (const given of this.#new.filter(({ form }) => forms.has(form))) {
      const { form, object, text } = given
      record(
        this.#context,
        actor,
        'document.numbered',
        { draw, form, ...(object === '' ? {} : { object }), number: text },
        at,
      )
      this.#context.database.inspections.insertNumber({ ...given, draw, at, by: actor })
    }
  }

  #give({ id, numberWord }: FormDefinition, object: string): string | null {
    if (numberWord === null) return null
    const { inspections } = this.#context.database
    const pattern = this.#style.numberPattern ?? usualPattern
    const word = pattern.includes('{字}') ? numberWord : commonWord
    const year = this.#year
    let number = nextRunningNumber(this.#style, word, this.#last.get(word) ?? this.#lastOf(word))
    let text = documentNumber(pattern, numberWord, year, number)
    // A pattern that was changed in the middle of the year may come to what was given before.
    while (inspections.isNumberTaken(text)) {
      number += 1
      text = documentNumber(pattern, numberWord, year, number)
    }
    this.#last.set(word, number)
    this.#new.push({ word, year, number, text, form: id, object })
    this.#known.set(keyOf(id, object), text)
    return text
  }

  #lastOf(word: string): number {
    return this.#context.database.inspections.lastNumber(word, this.#year)
  }
}

function keyOf(form: string, object: string): string {
  return `${form}\t${object}`
}
