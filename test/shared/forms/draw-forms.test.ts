import { describe, expect, it } from 'vitest'
import type { DrawFacts } from '../../../shared/forms/draw-facts.ts'
import { drawRecord } from '../../../shared/forms/draw-record.ts'
import { drawnObjectsList } from '../../../shared/forms/drawn-objects-list.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import { timeInWords } from '../../../shared/forms/form-words.ts'
import { inspectorGroups } from '../../../shared/forms/inspector-groups.ts'
import { blockText, wordsOf } from './form-texts.ts'
import {
  sampleAbort,
  sampleAfterAborts,
  sampleFacts,
  sampleMatch,
  sampleReplacement,
  sampleVoid,
} from './sample-facts.ts'

const forms = [
  ['抽查工作记录表', drawRecord],
  ['随机抽取结果名单', drawnObjectsList],
  ['检查人员名单及分组', inspectorGroups],
] as const

/** The cell after the one that says `label`. */
function valueAfter(form: FormModel, label: string): string | undefined {
  const texts = form.blocks.flatMap(blockText)
  const place = texts.indexOf(label)
  return place < 0 ? undefined : texts[place + 1]
}

/** Every text that the facts hold, but those that are printed in other words. */
function printedFacts(facts: DrawFacts): string[] {
  const people = facts.results.flatMap(({ inspectors }) => inspectors)
  return [
    facts.number,
    facts.office,
    facts.task.name,
    facts.task.documentNumber ?? '',
    ...facts.items.flatMap(({ name, category }) => [name, category ?? '']),
    facts.conditions,
    timeInWords(facts.startedAt),
    timeInWords(facts.frozenAt),
    timeInWords(facts.drawnAt),
    facts.venue,
    facts.method,
    facts.software,
    facts.algorithm,
    String(facts.objectRegister.total),
    ...facts.objectRegister.excluded.flatMap(({ reason, clause, count }) => [reason, clause, String(count)]),
    ...facts.strata.flatMap(({ id, name, basis, probability }) => [id, name ?? '', basis, probability]),
    facts.topologyText,
    ...facts.witnesses.flatMap(({ role, name, digits }) => [role, name, digits]),
    facts.freeze,
    facts.commit,
    facts.secret,
    facts.seed,
    facts.digest.slice(0, 32),
    facts.digest.slice(32),
    facts.qrText,
    facts.ledger.hash,
    ...Object.values(facts.lists),
    ...facts.results.flatMap(({ id, name, creditCode, address }) => [
      id,
      name,
      creditCode ?? '',
      address ?? '',
    ]),
    ...people.flatMap(({ name, certificate }) => [name, certificate ?? '']),
    ...facts.recusals.flatMap(({ object, inspector, reason }) => [object, inspector, reason]),
    facts.samplePick?.stageKey ?? '',
    facts.signatories.operator ?? '',
    ...facts.notes,
  ]
}

describe('抽查工作记录表', () => {
  it('holds every fact of a draw', () => {
    const facts = sampleFacts(25, { notes: ['人员不足，王工由邻区借用'] })
    const words = wordsOf(drawRecord(facts))
    for (const fact of printedFacts(facts)) expect(words).toContain(fact)
  })

  it('marks the leader of every group', () => {
    const words = wordsOf(drawRecord(sampleFacts(3)))
    expect(words.match(/（组长） 1153/g)).toHaveLength(3)
  })

  it('leaves a blank, not a word, where a fact is not known', () => {
    const form = drawRecord(sampleFacts(3))
    expect(valueAfter(form, '影像资料编号')).toBe('')
    expect(valueAfter(form, '异常情况')).toBe('')
  })

  it('prints what is known of pictures and irregularities', () => {
    const form = drawRecord(sampleFacts(3, { mediaNumber: '影2026-31', irregularities: '投影短时中断' }))
    expect(valueAfter(form, '影像资料编号')).toBe('影2026-31')
    expect(valueAfter(form, '异常情况')).toBe('投影短时中断')
  })

  it('has a box to sign in for everybody, each witness included', () => {
    const words = wordsOf(drawRecord(sampleFacts(3)))
    for (const label of ['主持人', '操作人', '记录人', '纪检监督人', '见证人（第1席）', '见证人（第2席）']) {
      expect(words).toContain(label)
    }
    expect(words).toContain('领导小组办公室（盖章）')
  })

  it('says that there was no abort, no recusal and no replacement where there was none', () => {
    const words = wordsOf(drawRecord(sampleFacts(3, { recusals: [] })))
    for (const sentence of ['没有中止，没有作废', '没有回避', '没有更换']) expect(words).toContain(sentence)
  })

  it('prints earlier attempts with reason, people, decision and codes, and a void outcome in full', () => {
    const words = wordsOf(drawRecord(sampleAfterAborts()))
    for (const attempt of [sampleAbort, sampleVoid]) {
      for (const fact of [attempt.reason, attempt.approver, attempt.supervisor, timeInWords(attempt.at)]) {
        expect(words).toContain(fact)
      }
      for (const code of [attempt.digest, attempt.freeze, attempt.commit, attempt.secret])
        expect(words).toContain(code)
      for (const { digits } of attempt.contributions) expect(words).toContain(digits)
    }
    expect(words).toContain(sampleVoid.decision)
    expect(words).toContain(sampleVoid.result)
    for (const { name, creditCode } of sampleVoid.voidResults) {
      expect(words).toContain(name)
      expect(words).toContain(creditCode)
    }
    expect(words).toContain('第2次抽取的结果（已作废）')
  })

  it('says where an attempt was aborted before the lists were frozen', () => {
    const attempt = { ...sampleAbort, freeze: null, contributions: [] }
    expect(wordsOf(drawRecord(sampleFacts(2, { earlierAttempts: [attempt] })))).toContain(
      '中止时名单尚未锁定',
    )
  })

  it('of a match says what it amends and needs no strata', () => {
    const facts = sampleMatch()
    const form = drawRecord(facts)
    expect(form.title).toBe('抽查工作记录表（检查人员匹配）')
    expect(wordsOf(form)).toContain(facts.amends?.digest)
    expect(wordsOf(form)).not.toContain('抽取的层')
  })

  it('of a replacement says from whom to whom, where, why and by whose consent', () => {
    const facts = sampleReplacement()
    const words = wordsOf(drawRecord(facts))
    const { replacement } = facts
    for (const fact of [replacement?.from, replacement?.to, replacement?.reason, replacement?.approver]) {
      expect(words).toContain(fact)
    }
    expect(words).toContain('云住建办〔2026〕22号')
    for (const { objectId, objectName } of facts.vacancies) {
      expect(words).toContain(objectId)
      expect(words).toContain(objectName)
    }
  })

  it('says that the order is the batch order where a whole stratum was drawn', () => {
    const facts = sampleFacts(3)
    const batches = { ...facts, results: facts.results.map((result) => ({ ...result, batch: true })) }
    expect(wordsOf(drawRecord(batches))).toContain('序号即检查批次的先后顺序')
    expect(wordsOf(drawRecord(facts))).not.toContain('检查批次')
  })
})

describe.each(forms)('%s', (_name, form) => {
  it('prints the counts of attempts, aborts, voids, replacements and single candidates also when they are 0', () => {
    const counts = {
      attempts: 1,
      aborts: 0,
      voids: 0,
      replacements: 0,
      singleCandidateChoices: 0,
      unfinishedNumbers: [],
    }
    const block = form(sampleFacts(2, { counts })).blocks.find(
      (each) => each.kind === 'table' && blockText(each).includes('未完成的编号'),
    )
    expect(block).toBeDefined()
    if (block === undefined) return
    expect(blockText(block).slice(-6)).toEqual(['1次', '0次', '0次', '0次', '0次', '0个'])
  })

  it('names every unfinished draw number', () => {
    const facts = sampleAfterAborts()
    expect(wordsOf(form(facts))).toContain('1个：YL01-2026-0005')
  })

  it('carries the newest hash of the ledger', () => {
    expect(wordsOf(form(sampleFacts(2)))).toContain(sampleFacts(2).ledger.hash)
  })

  it('of a rehearsal or an unwitnessed draw cannot be taken for an official paper', () => {
    const rehearsal = form(sampleFacts(2, { mode: 'rehearsal' }))
    expect(rehearsal.marks).toEqual(['演练'])
    expect(wordsOf(rehearsal)).toContain('演练：')
    const unwitnessed = form(sampleFacts(2, { mode: 'unwitnessed' }))
    expect(unwitnessed.marks).toEqual(['未经现场见证'])
    expect(wordsOf(unwitnessed)).toContain('未经现场见证：')
    expect(form(sampleFacts(2)).marks).toEqual([])
  })

  it('of a confidential draw carries 保密 on every page, beside what else it is, until the names are disclosed', () => {
    expect(form(sampleFacts(2, { confidential: true })).marks).toEqual(['保密'])
    expect(form(sampleFacts(2, { confidential: true, mode: 'rehearsal' })).marks).toEqual(['演练', '保密'])
  })

  it('has no word of English but codes', () => {
    const allowed = /SSJ-DRAW-1|SHA-256|verify\.html|YL01[-\w]*|objects\/A|[0-9a-f]{16,}/g
    const rest = wordsOf(form(sampleAfterAborts())).replace(allowed, '')
    expect(rest.match(/[A-Za-z]{2,}/g)?.filter((word) => !/^[0-9a-f]+$/.test(word)) ?? []).toEqual([])
  })
})

describe('检查人员名单及分组', () => {
  it('shows teams with their members and what was dealt to them', () => {
    const facts = sampleFacts(9)
    const words = wordsOf(inspectorGroups(facts))
    for (const { number, members } of facts.teams) {
      expect(words).toContain(`第${number}组`)
      for (const { name, certificate } of members) {
        expect(words).toContain(name)
        expect(words).toContain(certificate)
      }
    }
  })

  it('says that people are matched later where none were drawn', () => {
    const facts = sampleFacts(2)
    const without = {
      ...facts,
      teams: [],
      results: facts.results.map((result) => ({ ...result, inspectors: [] })),
    }
    expect(wordsOf(inspectorGroups(without))).toContain('另行匹配')
  })
})

describe('times on paper', () => {
  it('are printed as they are written, an offset other than China’s named', () => {
    expect(timeInWords('2026-11-20T09:05:00+08:00')).toBe('2026年11月20日9时05分00秒')
    expect(timeInWords('2026-11-20T01:05:00Z')).toBe('2026年11月20日1时05分00秒（时区 Z）')
    expect(timeInWords('不详')).toBe('不详')
  })
})
