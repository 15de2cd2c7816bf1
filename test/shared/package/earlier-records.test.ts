import { describe, expect, test } from 'vitest'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import { parseResult } from '../../../shared/draw/result.ts'
import { verifyPackage } from '../../../shared/package/verify-package.ts'
import { type Attempt, furtherAttempt, SampleOffice, sampleFacts, sampleLists } from './sample-office.ts'

const draw = sampleFacts.draw
const firstOf = (files: Parameters<typeof verifyPackage>[0]) => verifyPackage(files).first

/** The facts and lists of a replacement of the first drawn object, as amending `drawn`. */
function replacement(number: string, root: Attempt, amends: string) {
  const result = parseResult(root.get('result.txt') ?? '')
  const [vacated] = result.objects
  const object = vacated?.id ?? ''
  const group = result.pairs.find((pair) => pair.object === object)?.inspectors ?? []
  const drawn = new Set(result.objects.map((o) => o.id))
  const lists: DrawLists = {
    objects: sampleLists.objects.filter((o) => !drawn.has(o.id)),
    inspectors: sampleLists.inspectors.filter((p) => group.includes(p.id)),
    recusals: [],
    excluded: [],
  }
  const facts = {
    ...sampleFacts,
    draw: number,
    kind: 'replace-object' as const,
    amends,
    reason: '已停工',
    approver: '苏文彬',
    vacancies: [{ object, seat: null, inspector: null }],
    strata: [],
  }
  return { facts, lists }
}

describe('earlier attempts of a number', () => {
  test('a void outcome, an abort before the freeze, an abort after it, then the draw', () => {
    const office = new SampleOffice()
    office.note('import', { rows: 4 })
    const first = office.draw(sampleFacts, sampleLists)
    const voided = office.declareVoid(first)
    const before = office.abort(furtherAttempt(2, voided.digest), null)
    const after = office.abort(furtherAttempt(3, before.digest), sampleLists)
    const last = office.draw(furtherAttempt(4, after.digest), sampleLists)
    const earlier = [voided.files, before.files, after.files]
    expect([...before.files.keys()]).toEqual(['aborted.txt'])
    expect(firstOf(office.pack(draw, last.files, earlier))).toBeNull()
    expect(firstOf(office.pack(draw, last.files, earlier.slice(1)))?.step).toBe('attempts')
    expect(firstOf(office.pack(draw, last.files, earlier.toReversed()))?.step).toBe('attempts')
    expect(firstOf(office.pack(draw, last.files, [first.files, before.files, after.files]))?.step).toBe(
      'attempts',
    )
  })

  test('a void record must tell of the result beside it', () => {
    const office = new SampleOffice()
    const first = office.draw(sampleFacts, sampleLists)
    const wrong = office.declareVoid({ ...first, ending: { ...first.ending, result: first.ending.secret } })
    const last = office.draw(furtherAttempt(2, wrong.digest), sampleLists)
    expect(firstOf(office.pack(draw, last.files, [wrong.files]))).toMatchObject({
      step: 'earlier',
      difference: { file: 'earlier/1/void.txt', meaning: '记录校验码 D 与结果文件不符' },
    })
  })

  test('with all digits given an attempt cannot be aborted any more', () => {
    const office = new SampleOffice()
    const first = office.draw(sampleFacts, sampleLists)
    const files = new Map(first.files)
    files.delete('result.txt')
    const ended = office.declareVoid(first)
    const text = (ended.files.get('void.txt') ?? '')
      .replace('1 void', '1 aborted')
      .replace(/^result=.*$/m, 'result=-')
      .replace(/^decision=.*$/m, 'decision=-')
    const last = office.draw(furtherAttempt(2, ended.digest), sampleLists)
    const packed = office.pack(draw, last.files, [new Map(files).set('aborted.txt', text)])
    expect(firstOf(packed)?.difference.meaning).toContain('只能作废')
  })

  test('a result that was declared void later is no result any more', () => {
    const office = new SampleOffice()
    const first = office.draw(sampleFacts, sampleLists)
    expect(firstOf(office.pack(draw, first.files))).toBeNull()
    office.declareVoid(first)
    expect(firstOf(office.pack(draw, first.files))).toMatchObject({
      step: 'ledger',
      sentence: expect.stringContaining('已作废'),
    })
  })

  test('the ledger must tell of the ceremony, in its order, and of nothing twice', () => {
    const office = new SampleOffice()
    office.note('draw.freeze', { draw, attempt: 1, freeze: 'x' })
    const first = office.draw(sampleFacts, sampleLists)
    expect(firstOf(office.pack(draw, first.files))).toMatchObject({ step: 'ledger', difference: { line: 1 } })
  })
})

describe('the chain that a replacement amends', () => {
  test('a void replacement in the chain does not count; the next one amends the draw', () => {
    const office = new SampleOffice()
    const root = office.draw(sampleFacts, sampleLists)
    const a = replacement('YL01-2026-0002', root.files, root.ending.result ?? '')
    const voided = office.declareVoid(office.draw(a.facts, a.lists))
    const b = replacement('YL01-2026-0003', root.files, root.ending.result ?? '')
    const last = office.draw(b.facts, b.lists)
    const packed = office.pack('YL01-2026-0003', last.files, [root.files, voided.files])
    expect(firstOf(packed)).toBeNull()
    expect(verifyPackage(packed).steps.find((step) => step.id === 'chain')).toMatchObject({ state: 'ok' })
  })

  test('attempts of a number before and after a record of the chain', () => {
    const office = new SampleOffice()
    const root = office.draw(sampleFacts, sampleLists)
    const a = replacement('YL01-2026-0002', root.files, root.ending.result ?? '')
    const aborted = office.abort(a.facts, a.lists)
    const again = office.draw({ ...a.facts, attempt: 2, previous: aborted.digest }, a.lists)
    const packed = office.pack('YL01-2026-0002', again.files, [root.files, aborted.files])
    expect(firstOf(packed)).toBeNull()
  })

  test('a replacement of what has been replaced already is found', () => {
    const office = new SampleOffice()
    const root = office.draw(sampleFacts, sampleLists)
    const a = replacement('YL01-2026-0002', root.files, root.ending.result ?? '')
    const first = office.draw(a.facts, a.lists)
    const b = replacement('YL01-2026-0003', root.files, first.ending.result ?? '')
    const second = office.draw(b.facts, b.lists)
    const packed = office.pack('YL01-2026-0003', second.files, [root.files, first.files])
    expect(firstOf(packed)).toMatchObject({ step: 'chain', difference: { file: 'manifest.txt' } })
  })

  test('a replacement in a draw with teams names its teams and lists fewer people than they have seats', () => {
    const office = new SampleOffice()
    const teams = { topology: 'teams' as const, teams: 2 }
    const root = office.draw({ ...sampleFacts, ...teams }, sampleLists)
    const { facts, lists } = replacement('YL01-2026-0002', root.files, root.ending.result ?? '')
    expect(lists.inspectors).toHaveLength(2)
    const replaced = office.draw({ ...facts, ...teams }, lists)
    expect(firstOf(office.pack('YL01-2026-0002', replaced.files, [root.files]))).toBeNull()
  })

  test('a draw amends nothing, and a replacement does not stand alone', () => {
    const office = new SampleOffice()
    const root = office.draw(sampleFacts, sampleLists)
    const other = office.draw({ ...sampleFacts, draw: 'YL01-2026-0009' }, sampleLists)
    expect(firstOf(office.pack(draw, root.files, [other.files]))?.step).toBe('chain')
    const a = replacement('YL01-2026-0002', root.files, root.ending.result ?? '')
    const alone = office.draw(a.facts, a.lists)
    expect(firstOf(office.pack('YL01-2026-0002', alone.files))?.step).toBe('chain')
  })
})

describe('modes', () => {
  test('rehearsal and unwitnessed are said', () => {
    for (const mode of ['rehearsal', 'unwitnessed'] as const) {
      const office = new SampleOffice()
      const drawn = office.draw({ ...sampleFacts, mode, operator: '陈国栋' }, sampleLists)
      expect(verifyPackage(office.pack(draw, drawn.files))).toMatchObject({ ok: true, facts: { mode } })
    }
  })
})
