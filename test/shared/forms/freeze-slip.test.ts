import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../electron/documents/pdf/render-form.ts'
import { timeInWords } from '../../../shared/forms/form-words.ts'
import { freezeSlip } from '../../../shared/forms/freeze-slip.ts'
import type { FreezeSlipFacts } from '../../../shared/forms/freeze-slip-facts.ts'
import { dense, needTools, textOfPages } from '../../electron/documents/pdf/tools.ts'
import { wordsOf } from './form-texts.ts'
import { longSlip, sampleSlip } from './sample-slip.ts'

/** Every text that the facts hold, but those that are printed in other words. */
function printed(facts: FreezeSlipFacts): string[] {
  const registers = [facts.objectRegister, facts.inspectorRegister]
  return [
    facts.number,
    facts.office,
    facts.task.name,
    facts.task.documentNumber ?? '',
    ...facts.items,
    facts.conditions,
    timeInWords(facts.startedAt),
    timeInWords(facts.frozenAt),
    facts.venue,
    facts.algorithm,
    facts.software,
    ...registers.flatMap(({ total, listed, excludedRows }) => [total, listed, excludedRows].map(String)),
    ...registers.flatMap(({ excluded }) => excluded.flatMap(({ reason, count }) => [reason, String(count)])),
    ...registers.flatMap(({ excluded }) => excluded.map(({ clause }) => (clause === '-' ? '无' : clause))),
    ...facts.strata.flatMap(({ id, name, basis, probability }) => [id, name ?? '', basis, probability]),
    ...facts.strata.flatMap(({ size, drawn }) => [String(size), String(drawn)]),
    ...facts.rule,
    ...[facts.freeze, facts.commit].flatMap((code) => [code.slice(0, 32), code.slice(32)]),
    ...facts.witnesses.flatMap(({ role, name }) => [role, name]),
    facts.signatories.operator ?? '',
    facts.signatories.supervisor ?? '',
    ...facts.notes,
  ]
}

async function rendered(facts: FreezeSlipFacts) {
  return renderForm(freezeSlip(facts), { creationDate: new Date(facts.frozenAt) })
}

describe('the slip of a freeze', () => {
  it('says before which moment it is signed, and by whom', () => {
    const words = wordsOf(freezeSlip(sampleSlip()))
    expect(words).toContain('本单须在见证人给出任何数字之前签名或拍照留存')
    for (const box of ['见证人（第1席）', '见证人（第2席）', '操作人', '纪检监督人'])
      expect(words).toContain(box)
  })

  it('has the boxes of operator and discipline also where nobody is named', () => {
    const words = wordsOf(freezeSlip(sampleSlip({ signatories: { operator: null, supervisor: null } })))
    expect(words).toContain('操作人')
    expect(words).toContain('纪检监督人')
  })

  it('has F and C in its code as it has them in words', () => {
    const { freeze, commit, number } = sampleSlip()
    const words = wordsOf(freezeSlip(sampleSlip()))
    expect(words).toContain(`SSJ-DRAW-1 ${number} F=${freeze} C=${commit}`)
    expect(words).toContain(`${freeze.slice(0, 32)}\n${freeze.slice(32)}`)
  })

  it('says so where nothing was left out, nobody recused and no condition set', () => {
    const none = { total: 10, listed: 10, excluded: [], excludedRows: 0 }
    const facts = { objectRegister: none, inspectorRegister: none, recusals: 0, conditions: '' }
    const words = wordsOf(freezeSlip(sampleSlip(facts)))
    for (const said of ['没有排除任何对象和人员', '没有回避', '不定向']) expect(words).toContain(said)
  })

  it('bears the mark of a rehearsal on every page, and never that of an official draw beside it', () => {
    const form = freezeSlip(sampleSlip({ mode: 'rehearsal' }))
    expect(form.marks).toEqual(['演练'])
    expect(wordsOf(form)).toContain('演练，不是正式文书')
    expect(wordsOf(form)).not.toContain('正式抽取')
  })

  it('speaks of no witness in the room where there was none', () => {
    const form = freezeSlip(sampleSlip({ mode: 'unwitnessed' }))
    expect(wordsOf(form)).toContain('录入任何数字之前')
    expect(wordsOf(form)).not.toContain('见证人给出')
  })

  it('of a replacement says what is vacant, why and by whose leave, and has no strata', () => {
    const inspector = { id: 'YL01-P000003', name: '冯堃', certificate: '11530003' }
    const words = wordsOf(
      freezeSlip(
        sampleSlip({
          kind: 'replace-inspector',
          strata: [],
          due: 1,
          reason: '因病不能参加',
          approver: '苏文彬（批〔2026〕1号）',
          vacancies: [{ objectId: 'YL01-O000011', objectName: '云岭县第一燃气有限公司', seat: 1, inspector }],
        }),
      ),
    )
    for (const said of ['更换检查人员', '第2席　冯堃', '因病不能参加', '苏文彬（批〔2026〕1号）'])
      expect(words).toContain(said)
    expect(words).not.toContain('抽取的层')
  })

  it.each(['official', 'rehearsal', 'unwitnessed'] as const)(
    '%s of the usual size is one page',
    async (mode) => {
      expect(await rendered(sampleSlip({ mode }))).toMatchObject({ pages: 1, missing: [] })
      const again = { attempt: 2, reason: '恢复供电后再次抽取', approver: '苏文彬' }
      expect((await rendered(sampleSlip({ mode, ...again }))).pages).toBe(1)
    },
  )

  it('keeps every fact on paper, however long, and F, C and all signatures on one page', async (context) => {
    needTools(context, 'pdftotext')
    for (const facts of [sampleSlip(), longSlip()]) {
      const pages = textOfPages((await rendered(facts)).pdf).map(dense)
      for (const text of printed(facts)) expect(pages.join('')).toContain(dense(text))
      const signed = pages.at(-1) ?? ''
      for (const text of [facts.freeze.slice(32), facts.commit.slice(32), '纪检监督人', '第1席'])
        expect(signed).toContain(text)
    }
  })

  it('keeps a long office clear of the number in the line over every page', async (context) => {
    needTools(context, 'pdftotext')
    const { office, number } = longSlip()
    for (const page of textOfPages((await rendered(longSlip())).pdf)) {
      expect(dense(page)).toContain(dense(office))
      expect(page).toContain(`编号：${number}`)
    }
  })
})
