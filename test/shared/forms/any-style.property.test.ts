import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import type { FormBlock, FormModel } from '../../../shared/forms/form-model.ts'
import { defaultFormStyle, type FormStyle, formStyleSchema } from '../../../shared/forms/form-style.ts'
import { papersOf } from './every-form.ts'
import { blockText } from './form-texts.ts'
import { sampleAfterAborts } from './sample-facts.ts'
import { sampleInspection } from './sample-inspection.ts'

const word = fc.string({ unit: fc.constantFrom(...'云岭县局章签字审核𬭎A1'), minLength: 1, maxLength: 20 })

/** Any 文书版式 that an office may set; whether certificates are published in full is a rule of notices, not of style. */
const anyStyle: fc.Arbitrary<FormStyle> = fc
  .record({
    headOffice: fc.option(word),
    redHead: fc.boolean(),
    numberPattern: fc.option(word.map((start) => `${start}{字}〔{年}〕{号}号`)),
    address: fc.option(word),
    phone: fc.option(word),
    extraSignatures: fc.dictionary(
      fc.constantFrom(...formCatalogue.map(({ id }) => id)),
      fc.array(word, { maxLength: 6 }),
    ),
  })
  .map((style) => formStyleSchema.parse(style))

/** What stands in the tables of a paper and beside its code: digests, counts, results, and every other fact. */
function fixedTexts({ blocks }: FormModel): string[] {
  const own = (block: FormBlock): string[] => {
    if (block.kind === 'group') return block.blocks.flatMap(own)
    return ['table', 'grid', 'qr', 'banner'].includes(block.kind) ? blockText(block) : []
  }
  return blocks.flatMap(own)
}

describe('whatever an office sets of its papers', () => {
  it('no digest, count, table or mark of any paper goes', () => {
    const draw = sampleAfterAborts()
    const kinds = [
      draw,
      { ...draw, mode: 'rehearsal' },
      { ...draw, mode: 'unwitnessed', confidential: true },
    ] as const
    const plain = kinds.map((one) => sampleInspection('one', { draw: one, style: defaultFormStyle }))
    const before = plain.map((facts) => formCatalogue.map((form) => papersOf(form, facts)))
    fc.assert(
      fc.property(anyStyle, (style) => {
        for (const [which, facts] of plain.entries()) {
          for (const [index, form] of formCatalogue.entries()) {
            const papers = papersOf(form, { ...facts, style })
            const known = before[which]?.[index] ?? []
            expect(papers.map(({ marks }) => marks)).toEqual(known.map(({ marks }) => marks))
            expect(papers.map(fixedTexts), form.name).toEqual(known.map(fixedTexts))
          }
        }
      }),
      { numRuns: 30, seed: 20_261_120 },
    )
  })

  it.for(['draw-record', 'drawn-objects-list', 'inspector-groups', 'archive-catalogue'])(
    '%s carries D, the newest hash of the ledger and every count, zeros too',
    (id) => {
      const facts = sampleInspection('one')
      const said = formCatalogue
        .filter((form) => form.id === id)
        .flatMap((form) => papersOf(form, facts))
        .flatMap(fixedTexts)
        .join('\n')
      for (const what of [
        facts.draw?.digest,
        facts.draw?.ledger.hash,
        '中止次数',
        '作废次数',
        '更换次数',
        '0次',
      ])
        expect(said).toContain(what)
    },
  )
})
