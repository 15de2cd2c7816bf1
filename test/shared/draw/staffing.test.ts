import { describe, expect, it } from 'vitest'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import type { Manifest } from '../../../shared/draw/manifest.ts'
import { describeGap, staffingGaps } from '../../../shared/draw/staffing.ts'
import {
  anybody,
  anyLeader,
  inspectorLine,
  listsOf,
  manifestOf,
  objectLine,
  outcomeOf,
} from './sample-draw.ts'

const two = { topology: 'each', slots: [anyLeader, anybody] } as const

function gapsOf(lists: DrawLists, more: Partial<Manifest>, sample = 1): string[] {
  const manifest = manifestOf(lists, sample, more)
  const words = new Map([['ranqi', '燃气']])
  return staffingGaps(manifest, lists).map((gap) =>
    describeGap(gap, manifest, lists, (id) => words.get(id) ?? id),
  )
}

describe('what is missing is named at the freeze, in words', () => {
  it('a domain that too few know, and who would do but for a recusal', () => {
    const lists = listsOf({
      objects: [objectLine('O1', { domain: 'ranqi', name: '云岭加油站' }), objectLine('O2')],
      inspectors: [
        inspectorLine('P1', { domains: [], name: '李建国' }),
        inspectorLine('P2', { domains: ['ranqi'], mayLead: false, name: '龚䶮' }),
        inspectorLine('P3', { domains: ['ranqi'], mayLead: false, name: '沈㛃' }),
        inspectorLine('P4', { domains: ['gc'], mayLead: false, name: '周𬭎' }),
        inspectorLine('P5', { domains: [], mayLead: false, name: '王秀兰' }),
      ],
      recusals: [
        { object: 'YL01-O1', inspector: 'YL01-P3', reasonCode: 'kin' },
        { object: 'YL01-O1', inspector: 'YL01-P5', reasonCode: 'kin' },
      ],
    })
    expect(gapsOf(lists, { topology: 'each', slots: [anybody, anybody] })).toEqual([
      '对象“云岭加油站”（YL01-O1）：组员席需燃气类2人，名录中可用1人：龚䶮；另有1人因回避不计：沈㛃',
    ])
  })

  it('nobody at all who may lead; a seat of a department by its name', () => {
    const lists = listsOf({
      objects: [objectLine('O1', { name: '甲' })],
      inspectors: [inspectorLine('P1', { mayLead: false, name: '李建国' })],
    })
    expect(gapsOf(lists, two)).toEqual(['对象“甲”（YL01-O1）：组长席需1人，名录中可用0人'])
    const slots = [{ role: 'M', department: '燃气管理科' }] as const
    expect(gapsOf(lists, { topology: 'each', slots })).toEqual([
      '对象“甲”（YL01-O1）：组员席（燃气管理科）需1人，名录中可用0人',
    ])
  })

  it('all the seats that the same few people would have to fill, not only the first', () => {
    const lists = listsOf({
      objects: [objectLine('O1', { domain: 'gc', name: '甲' })],
      inspectors: [inspectorLine('P1', { name: '李建国' }), inspectorLine('P2', { domains: [] })],
    })
    expect(gapsOf(lists, { topology: 'each', slots: [anyLeader, anybody, anybody] })).toEqual([
      '对象“甲”（YL01-O1）：组长席、组员席需gc类3人，名录中可用1人：李建国',
    ])
  })

  it('teams that cannot all be filled together', () => {
    const lists = listsOf({
      objects: [objectLine('O1')],
      inspectors: [
        inspectorLine('P1', { name: '李建国' }),
        inspectorLine('P2', { name: '龚䶮' }),
        ...['P3', 'P4', 'P5', 'P6'].map((id) => inspectorLine(id, { mayLead: false })),
      ],
    })
    expect(gapsOf(lists, { topology: 'teams', teams: 3, slots: [anyLeader, anybody] })).toEqual([
      '3个组的组长席共需3人，名录中可用2人：李建国、龚䶮',
    ])
    expect(gapsOf(lists, { topology: 'teams', teams: 2, slots: [anyLeader, anybody] })).toEqual([])
    expect(gapsOf(lists, { topology: 'teams', teams: 100_000_000, slots: [anyLeader, anybody] })).toEqual([
      '100000000个组的组长席共需100000000人，名录中可用2人：李建国、龚䶮',
    ])
  })

  it('without words for a domain, its id', () => {
    const lists = listsOf({ objects: [objectLine('O1', { domain: 'ranqi', name: '甲' })] })
    const manifest = manifestOf(lists, 1, two)
    const [gap] = staffingGaps(manifest, lists)
    if (gap === undefined) throw new Error('no gap')
    expect(describeGap(gap, manifest, lists)).toBe(
      '对象“甲”（YL01-O1）：组长席、组员席需ranqi类2人，名录中可用0人',
    )
  })

  it.each([
    ['replace-inspector', { object: 'YL01-O1', seat: 0, inspector: 'YL01-P1' }, '没有可供抽取的更换人员'],
    ['replace-object', { object: 'YL01-O9', seat: null, inspector: null }, '没有可供抽取的更换对象'],
  ] as const)('%s with an empty list to draw from', (kind, vacancy, words) => {
    const lists = listsOf(
      kind === 'replace-inspector' ? { objects: [objectLine('O1')] } : { inspectors: [inspectorLine('P1')] },
    )
    const amending = {
      kind,
      amends: 'a'.repeat(64),
      reason: '因病',
      strata: [],
      vacancies: [vacancy],
      ...two,
    }
    const [gap, ...more] = gapsOf(lists, amending)
    expect(gap).toMatch(words)
    expect(more).toEqual([])
    const other = listsOf({ objects: [objectLine('O1')], inspectors: [inspectorLine('P2')] })
    expect(gapsOf(other, amending)).toEqual([])
  })
})

describe('what is not asked', () => {
  const nobodyFits = listsOf({
    objects: [objectLine('O1', { domain: 'gc' }), objectLine('O2', { stratum: 'RQ' })],
    inspectors: [inspectorLine('P1', { domains: [] }), inspectorLine('P2', { domains: [] })],
  })

  it('an object of a stratum of which nothing is drawn may lack people, in a match it may not', () => {
    const strata = [
      { id: 'GC', size: 1, sample: 0, basis: '不抽' },
      { id: 'RQ', size: 1, sample: 1, basis: '全抽' },
    ]
    expect(gapsOf(nobodyFits, { ...two, strata })).toEqual([])
    expect(gapsOf(nobodyFits, { ...two, strata: strata.map((s) => ({ ...s, sample: 1 })) })).toHaveLength(1)
    const match = { kind: 'match', amends: 'a'.repeat(64), reason: '匹配', strata: [] } as const
    expect(gapsOf(nobodyFits, { ...two, ...match })).toHaveLength(1)
  })

  it('objects only need nobody', () => {
    expect(gapsOf(nobodyFits, { topology: 'none', slots: [] })).toEqual([])
  })

  it('lists may be empty where nothing is drawn from them', () => {
    const lists = listsOf({ objects: [objectLine('O1')] })
    expect(gapsOf(lists, two, 0)).toEqual([])
    expect(gapsOf(lists, two, 1)).toHaveLength(1)
  })

  it('a domain called “null” is not the absence of a domain', () => {
    const lists = listsOf({
      objects: [objectLine('O1'), objectLine('O2', { domain: 'null' })],
      inspectors: [inspectorLine('P1', { domains: [] })],
    })
    expect(gapsOf(lists, { topology: 'each', slots: [anybody] })).toHaveLength(1)
  })

  it('objects alike are named one by one', () => {
    const lists = listsOf({ objects: [objectLine('O1'), objectLine('O2')] })
    expect(gapsOf(lists, two)).toHaveLength(2)
  })
})

it('without the proof of the freeze, a draw without people is an error of the program', () => {
  const lists = listsOf({ objects: [objectLine('O1')] })
  expect(() => outcomeOf(manifestOf(lists, 1, two), lists)).toThrow('nobody can be chosen')
})
