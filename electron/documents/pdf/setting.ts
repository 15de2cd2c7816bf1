import type { FormText } from '../../../shared/forms/form-model.ts'
import type { FontSet } from './fonts.ts'
import { breakLines, type Line } from './line-breaking.ts'
import { type MissingCharacter, type TextStyle, toClusters } from './text-runs.ts'

/** Sets text in the shipped fonts and keeps the list of characters that they lack. */
export class Setting {
  readonly fonts: FontSet
  private readonly found = new Map<string, MissingCharacter>()

  constructor(fonts: FontSet) {
    this.fonts = fonts
  }

  /** The lines of a text in `width` points. */
  lines(text: FormText, style: TextStyle, width: number, indent = 0): Line[] {
    return breakLines(
      toClusters(text, style, this.fonts, (missing) => {
        this.found.set(`${missing.codePoint} ${missing.where}`, missing)
      }),
      width,
      indent,
    )
  }

  /** Characters that stand as 〓, one entry a character and text, in the order they were met. */
  get missing(): MissingCharacter[] {
    return [...this.found.values()]
  }
}
