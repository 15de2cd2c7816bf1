import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../electron/documents/pdf/render-form.ts'
import { digitSlipsForm } from '../../../shared/forms/digit-slips.ts'
import { madeForm, madeWords } from './made-form.ts'
import { sampleFacts } from './sample-facts.ts'
import { blankInspection, sampleInspection, slipOf } from './sample-inspection.ts'

const facts = sampleInspection('typical')
const slips = (text: string) => text.match(/见证人数字条（(?:正条|备用)）/g)

describe('见证人数字条', () => {
  it('has for every witness a slip and its spare, with seat, role and name', () => {
    const text = madeWords(digitSlipsForm, facts)
    const witnesses = facts.draw?.witnesses ?? []
    expect(slips(text)).toHaveLength(2 * witnesses.length)
    for (const { seat, role, name } of witnesses) {
      expect(text).toContain(`（正条）　第${seat}席`)
      expect(text).toContain(`（备用）　第${seat}席`)
      expect(text).toContain(role)
      expect(text).toContain(name)
    }
  })

  it('never says a digit that was given', () => {
    const text = madeWords(digitSlipsForm, facts)
    for (const { digits } of facts.draw?.witnesses ?? []) expect(text).not.toContain(digits)
  })

  it('is there before the draw, from the freeze, with what the draw is', () => {
    const draw = sampleFacts(3, { mode: 'rehearsal' })
    const before = { ...facts, draw: null, freezeSlip: slipOf(draw) }
    const model = madeForm(digitSlipsForm, before)
    expect(model.marks).toEqual(['演练'])
    expect(model.running.right).toBe('编号：YL01-2026-0007')
    expect(madeWords(digitSlipsForm, before)).toContain('演练：')
  })

  it('asks six digits of each of several witnesses and twelve of a single one', () => {
    expect(madeWords(digitSlipsForm, facts)).toContain('至少6位，全部见证人合计不少于12位')
    const { witnesses } = sampleFacts(1)
    const alone = sampleInspection('typical', { draw: sampleFacts(3, { witnesses: witnesses.slice(0, 1) }) })
    const text = madeWords(digitSlipsForm, alone)
    expect(text).toContain('至少12位')
    expect(text).not.toContain('至少6位')
  })

  it('has boxes for as many digits as a single witness has to give', () => {
    const digits = madeForm(digitSlipsForm, facts).blocks.flatMap((block) =>
      block.kind === 'digits' ? [block.count] : [],
    )
    expect(digits).toHaveLength(4)
    for (const count of digits) expect(count).toBeGreaterThanOrEqual(12)
  })

  it('as a blank has four seats, and a cut line before every slip', () => {
    expect(slips(madeWords(digitSlipsForm, blankInspection()))).toHaveLength(8)
    const { blocks } = madeForm(digitSlipsForm, blankInspection())
    expect(blocks.filter(({ kind }) => kind === 'cut')).toHaveLength(8)
  })

  it('of two witnesses is one page, so that nothing is left in a printer', async () => {
    const { pages } = await renderForm(madeForm(digitSlipsForm, facts), { creationDate: new Date(0) })
    expect(facts.draw?.witnesses).toHaveLength(2)
    expect(pages).toBe(1)
  })

  it('says that nothing is opened before all are handed over, and that no digits are agreed on', () => {
    const text = madeWords(digitSlipsForm, facts)
    expect(text).toContain('全部交齐以前不打开')
    expect(text).toContain('不互相商量')
  })
})
