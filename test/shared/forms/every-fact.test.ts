import { describe, expect, it } from 'vitest'
import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import { inspectionFields } from '../../../shared/forms/inspection-entry.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { visitFields, visitLists } from '../../../shared/forms/visit-entry.ts'
import { allWordsOf, papersOf } from './every-form.ts'
import { markFacts } from './marked-facts.ts'
import { sampleEntry, sampleVisitEntry } from './sample-entries.ts'
import { sampleAfterAborts, sampleFacts, sampleMatch, sampleReplacement } from './sample-facts.ts'
import { sampleInspection } from './sample-inspection.ts'

/** What no paper says, and why. */
const unsaid: readonly (readonly [path: RegExp, why: string])[] = [
  [
    /(?:inspectors|members)\.\d+\.id$/,
    'a person is told by the 执法证号, which means something to everybody',
  ],
  [/voidResults\.\d+\.inspectors\.\d+\.department$/, 'who was drawn and voided is told by the 执法证号'],
  [/vacancies\.\d+\.inspector\.(?:department|certificate)$/, 'whose seat it was is told by name and number'],
  [/^freezeSlip\.vacancies\.\d+\.objectId$/, 'of a seat that fell vacant the slip names the object'],
  [
    /^freezeSlip\.amends\.(?:digest|drawnAt)$/,
    'the slip names the draw that is changed; the record has its D',
  ],
  [/^draw\.replacement\./, 'the same stands in the record of all replacements'],
  [
    /^lists\.list-plans\.table\.(?:columns\.1\.title|sections\.\d+\.rows\.\d+\.1)$/,
    'the section says its 股室',
  ],
]
/** A match or a replacement directs nothing: its objects are given. */
const ofDrawsOnly = /^(?:draw|freezeSlip)\.conditions$/

function saidOf(facts: InspectionFacts): string {
  return formCatalogue
    .flatMap((definition) => papersOf(definition, facts).map(allWordsOf))
    .join('\n')
    .replace(/\s/gu, '')
}

describe('a fact that was put in', () => {
  it.for([
    ['抽取', sampleFacts(2)],
    ['中止和作废之后', sampleAfterAborts()],
    ['匹配人员', sampleMatch()],
    ['更换人员', sampleReplacement()],
  ] as const)('comes back from some form: %s', ([, draw]) => {
    const { facts, marked } = markFacts(sampleInspection('one', { draw }))
    const said = saidOf(facts)
    const lost = marked.filter(
      ({ path, token }) =>
        !said.includes(token) &&
        !unsaid.some(([known]) => known.test(path)) &&
        !(draw.kind !== 'draw' && ofDrawsOnly.test(path)),
    )
    expect([...new Set(lost.map(({ path }) => path))]).toEqual([])
  })

  it('is a sample of everything that can be entered', () => {
    expect(inspectionFields.filter(({ name }) => sampleEntry[name] === null)).toEqual([])
    expect(visitFields.filter(({ name }) => sampleVisitEntry[name] === null)).toEqual([])
    for (const { name, fields } of visitLists) {
      const rows: readonly Readonly<Record<string, string | null>>[] = sampleVisitEntry[name]
      for (const field of fields)
        expect(
          rows.some((row) => row[field.name] !== null),
          `${name}.${field.name}`,
        ).toBe(true)
    }
  })

  it.for(inspectionFields.flatMap((field) => ('choices' in field ? [field] : [])))(
    'as a choice stands on paper as it was chosen: $title',
    ({ name, choices }) => {
      const said = choices.map((choice) =>
        saidOf(sampleInspection('one', { entry: { ...sampleEntry, [name]: choice } })),
      )
      expect(new Set(said).size).toBe(choices.length)
    },
  )

  it.for(visitFields.flatMap((field) => ('choices' in field ? [field] : [])))(
    'as a choice of a visit stands on paper as it was chosen: $title',
    ({ name, choices }) => {
      const plain = sampleInspection('one')
      const said = choices.map((choice) =>
        saidOf({
          ...plain,
          visits: plain.visits.map((visit) => ({ ...visit, entry: { ...visit.entry, [name]: choice } })),
        }),
      )
      expect(new Set(said).size).toBe(choices.length)
    },
  )

  it('as a number stands on paper', () => {
    const facts = sampleInspection('one')
    const draw = facts.draw ?? sampleFacts(1)
    const counts = {
      attempts: 9001,
      aborts: 9002,
      voids: 9003,
      replacements: 9004,
      singleCandidateChoices: 9005,
    }
    const said = saidOf({
      ...facts,
      draw: {
        ...draw,
        due: 9006,
        drawn: 9007,
        objectRegister: { total: 9008, listed: 9009, excludedRows: 9010, excluded: [] },
        counts: { ...draw.counts, ...counts },
        ledger: { ...draw.ledger, seq: 9011 },
      },
      archive: facts.archive.map((one) => ({ ...one, pages: 9012 })),
    })
    const expected = Array.from({ length: 12 }, (_, index) => String(9001 + index))
    expect(expected.filter((number) => !said.includes(number))).toEqual([])
  })
})
