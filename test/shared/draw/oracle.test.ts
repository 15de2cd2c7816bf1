import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freezeDigest, renderManifest } from '../../../shared/draw/manifest.ts'
import { shortage, whoLeavesFillable } from '../../../shared/draw/matching.ts'
import { drawOutcome } from '../../../shared/draw/outcome.ts'
import { Admission } from '../../../shared/draw/people.ts'
import { renderResult } from '../../../shared/draw/result.ts'
import { staffingGaps } from '../../../shared/draw/staffing.ts'
import { digitsOf, forOracle, replacement, type Situation, situation } from './arbitraries.ts'
import { fillable, objectStaffable, oracleResult, oracleStaffable, roleAndDepartment } from './oracle.ts'

const at = '2026-11-20T09:45:00+08:00'
const runs = { numRuns: 1500, seed: 20261120 }

function produced({ manifest, lists, secret }: Situation, digits: readonly string[]): string {
  const freeze = freezeDigest(renderManifest(manifest))
  return renderResult({ ...drawOutcome(manifest, lists, freeze, secret, digits), at })
}

describe('an independent implementation, written from the specification alone,', () => {
  it('agrees to the byte on the result of every draw and match that may be frozen', () => {
    const seen = { none: 0, each: 0, teams: 0, ownGroups: 0 }
    fc.assert(
      fc.property(situation, digitsOf(2), (of, digits) => {
        fc.pre(staffingGaps(of.manifest, of.lists).length === 0)
        const expected = oracleResult(forOracle(of, digits, at))
        expect(produced(of, digits)).toBe(expected)
        seen[of.manifest.topology] += 1
        if (of.manifest.topology === 'teams' && /^pair=[^\t]*\t-/m.test(expected)) seen.ownGroups += 1
      }),
      runs,
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  it('agrees to the byte on every replacement', () => {
    fc.assert(
      fc.property(replacement, digitsOf(2), (of, digits) => {
        fc.pre(staffingGaps(of.manifest, of.lists).length === 0)
        expect(produced(of, digits)).toBe(oracleResult(forOracle(of, digits, at)))
      }),
      { ...runs, numRuns: 300 },
    )
  })

  it('agrees on what may be frozen: exactly what can be staffed whatever is drawn', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.oneof(situation, situation, replacement), (of) => {
        const isStaffable = oracleStaffable(forOracle(of, [], at))
        expect(staffingGaps(of.manifest, of.lists).length === 0).toBe(isStaffable)
        refused += isStaffable ? 0 : 1
      }),
      runs,
    )
    expect(refused).toBeGreaterThan(100)
  })

  it('agrees that every gap named is one: fewer people than seats, and nobody else would do', () => {
    fc.assert(
      fc.property(situation, (of) => {
        const draw = forOracle(of, [], at)
        const admission = new Admission(of.lists)
        for (const gap of staffingGaps(of.manifest, of.lists)) {
          if (gap.kind === 'no-candidate') throw new Error('not of a draw')
          const wanted = gap.kind === 'teams' ? gap.positions : gap.seats.length
          expect(gap.available.length).toBeLessThan(wanted)
          const would = admission.people.filter((person, index) =>
            gap.seats.some((seat) => {
              const slot = of.manifest.slots[seat]
              if (slot === undefined) throw new Error('no such seat')
              return gap.kind === 'teams'
                ? roleAndDepartment(slot, person)
                : admission.admits(slot, gap.object, index)
            }),
          )
          expect(gap.available).toEqual(would.map((p) => p.id))
          if (gap.kind === 'object') expect(objectStaffable(draw, gap.object)).toBe(false)
        }
      }),
      runs,
    )
  })
})

describe('filling seats, against trying everything', () => {
  const people = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6])
  /** Seats, some of which share one list, as the positions of teams do. */
  const seats = fc
    .array(people, { minLength: 1, maxLength: 4 })
    .chain((lists) => fc.array(fc.constantFrom(...lists), { maxLength: 6 }))

  it('a shortage is found exactly where seats cannot be filled, and is one', () => {
    fc.assert(
      fc.property(seats, (of) => {
        const found = shortage(of)
        expect(found === null).toBe(fillable(of))
        if (found === null) return
        expect(found.people.length).toBeLessThan(found.seats.length)
        const admitted = found.seats.flatMap((seat) => of[seat] ?? [])
        expect(found.people).toEqual([...new Set(admitted)].toSorted((a, b) => a - b))
        expect(found.seats).toEqual([...new Set(found.seats)].toSorted((a, b) => a - b))
      }),
      { ...runs, numRuns: 3000 },
    )
  })

  it('whoever leaves the other seats fillable may be taken, and nobody else', () => {
    fc.assert(
      fc.property(seats, people, fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 3 }), (of, asked, taken) => {
        const candidates = asked.filter((person) => !taken.includes(person))
        expect(whoLeavesFillable(candidates, new Set(taken), of)).toEqual(
          candidates.filter((person) => fillable(of, [...taken, person])),
        )
      }),
      { ...runs, numRuns: 5000 },
    )
  })

  it('is quick where teams are many and few may lead: every seat of 150 teams, one after another', () => {
    const leaders = Array.from({ length: 150 }, (_, i) => i)
    const all = Array.from({ length: 300 }, (_, i) => i)
    const later = [...Array.from({ length: 150 }, () => all), ...Array.from({ length: 150 }, () => leaders)]
    expect(whoLeavesFillable(all, new Set(), later.slice(1))).toEqual(all.slice(150))
    const short = shortage([...later, leaders])
    expect([short?.people, short?.seats.length]).toEqual([leaders, 151])
  })
})
