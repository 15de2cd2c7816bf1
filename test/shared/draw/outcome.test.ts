import { describe, expect, it } from 'vitest'
import { singleCandidates } from '../../../shared/draw/outcome.ts'
import { renderResult } from '../../../shared/draw/result.ts'
import {
  anybody,
  anyLeader,
  inspectorLine,
  listsOf,
  manifestOf,
  objectLine,
  outcomeOf,
  sampleDigits,
} from './sample-draw.ts'

const lists = listsOf({
  objects: ['O1', 'O2', 'O3'].map((id) => objectLine(id)),
  inspectors: [inspectorLine('P1'), inspectorLine('P2', { mayLead: false })],
})
const manifest = manifestOf(lists, 2, { topology: 'each', slots: [anyLeader, anybody] })

describe('an outcome', () => {
  it('needs one contribution a witness, and the secret that was committed to', () => {
    expect(() => outcomeOf(manifest, lists, ['123456789012'])).toThrow('见证人2名，见证数字1组')
    expect(() => outcomeOf(manifest, lists, ['123456', '12345'])).toThrow('第2位见证人')
    expect(() => outcomeOf({ ...manifest, commitment: 'a'.repeat(64) }, lists)).toThrow(
      'not the one committed to',
    )
  })

  it('keeps the contributions as they were given, in seat order', () => {
    const digits = [...sampleDigits]
    const drawn = outcomeOf(manifest, lists, digits)
    digits.pop()
    expect(drawn.contributions).toEqual(sampleDigits)
  })

  it('counts the choices that had a single candidate: the form says so', () => {
    // The one who may lead leads both times, and only the other is left for the second seat.
    const drawn = outcomeOf(manifest, lists)
    expect(drawn.choices.map((c) => c.pick.n)).toEqual([1, 1, 1, 1])
    expect(drawn.listPicks.every((p) => p.n === 3)).toBe(true)
    expect(singleCandidates(drawn)).toBe(4)
    const one = listsOf({ ...lists, objects: lists.objects.slice(0, 1) })
    expect(singleCandidates(outcomeOf(manifestOf(one, 1), one))).toBe(1)
  })

  it('numbers every pick of a stage on, with the names it was made among', () => {
    const { choices } = outcomeOf(manifest, lists)
    expect(choices.map((c) => c.pick.i)).toEqual([1, 2, 3, 4])
    expect(choices.map((c) => [c.stage, c.seat, c.team, c.candidates, c.chosen])).toEqual([
      ['pairing', 0, null, ['YL01-P1'], 'YL01-P1'],
      ['pairing', 1, null, ['YL01-P2'], 'YL01-P2'],
      ['pairing', 0, null, ['YL01-P1'], 'YL01-P1'],
      ['pairing', 1, null, ['YL01-P2'], 'YL01-P2'],
    ])
  })

  it('takes a whole stratum, part of one and nothing of one, by the bytes of their ids', () => {
    const objects = ['GC', 'RQ9', 'RQ10'].flatMap((stratum) =>
      ['1', '2', '3'].map((n) => objectLine(`${stratum}-${n}`, { stratum })),
    )
    const of = listsOf({ objects })
    const samples = new Map([
      ['GC', 0],
      ['RQ9', 1],
      ['RQ10', 3],
    ])
    const base = manifestOf(of, 0)
    const strata = base.strata.map((s) => ({ ...s, sample: samples.get(s.id) ?? 0 }))
    const drawn = outcomeOf({ ...base, strata }, of)
    expect(drawn.objects.map((o) => o.stratum)).toEqual(['RQ10', 'RQ10', 'RQ10', 'RQ9'])
    expect(
      drawn.objects
        .slice(0, 3)
        .map((o) => o.id)
        .sort(),
    ).toEqual(['YL01-RQ10-1', 'YL01-RQ10-2', 'YL01-RQ10-3'])
    const text = renderResult({ ...drawn, at: '2026-11-20T09:45:00+08:00' })
    expect(text.match(/object=\d/g)).toEqual(['object=1', 'object=2', 'object=3', 'object=4'])
  })

  it('of a stratum that the list does not have is nothing, where nothing is wanted', () => {
    const empty = manifestOf(listsOf({}), 0, {
      strata: [{ id: 'ZJ', size: 0, sample: 0, basis: '名单为空' }],
    })
    expect(outcomeOf(empty, listsOf({})).objects).toEqual([])
  })
})

describe('teams', () => {
  // One team of one. Where it is P1, the object that recuses P1 gets a group of its own.
  const inspectors = [inspectorLine('P1'), inspectorLine('P2', { mayLead: false })]
  const objects = ['O1', 'O2', 'O3', 'O4'].map((id) => objectLine(id))
  const recusals = [{ object: 'YL01-O1', inspector: 'YL01-P1', reasonCode: 'kin' }]

  it('inspect every object that they fit; a group of its own is drawn only where none does', () => {
    const of = listsOf({ objects, inspectors: inspectors.map((p) => ({ ...p, mayLead: true })), recusals })
    const drawn = outcomeOf(manifestOf(of, 4, { topology: 'teams', teams: 1, slots: [anyLeader] }), of)
    const member = drawn.teams[0]?.[0]
    for (const pair of drawn.pairs) {
      const isOwn = member === 'YL01-P1' && pair.object === 'YL01-O1'
      expect([pair.team, pair.inspectors]).toEqual(isOwn ? [null, ['YL01-P2']] : [1, [member]])
    }
  })
})
