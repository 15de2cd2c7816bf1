import { describe, expect, it } from 'vitest'
import { formCatalogue, formOf } from '../../../shared/forms/form-catalogue.ts'
import { allWordsOf, occasions, papersOf } from './every-form.ts'
import { wordsOf } from './form-texts.ts'
import { blankInspection } from './sample-inspection.ts'

/** What a program says when it meant nothing, and words of the code that are no words of the office. */
const slips =
  /undefined|null|NaN|\[object|Infinity|Invalid Date|\b(?:official|rehearsal|unwitnessed|aborted|void|true|false|inspector|replace-object|replace-inspector)\b/u

describe('every form', () => {
  it.for(occasions)('says words and nothing of the program: %s', ([, facts]) => {
    for (const definition of formCatalogue) {
      for (const paper of papersOf(definition, facts)) {
        expect(paper.id).toBe(definition.id)
        expect(slips.exec(allWordsOf(paper))?.[0], `${definition.name}`).toBeUndefined()
      }
    }
  })

  it('that is blank says of nothing that there is none: whoever fills it in by hand writes it', () => {
    for (const definition of formCatalogue) {
      for (const paper of papersOf(definition, blankInspection()))
        expect(wordsOf(paper).split('\n'), definition.name).not.toContain('无')
    }
  })

  it('is found by its id and by its name, and neither is given twice', () => {
    for (const definition of formCatalogue) {
      expect(formOf(definition.id)).toBe(definition)
      expect(formOf(definition.name)).toBe(definition)
    }
  })
})
