import { describe, expect, it } from 'vitest'
import { amendmentProblems, type ChainRecord, standing, undrawnOf } from '../../../shared/draw/chain.ts'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import type { Manifest, Vacancy } from '../../../shared/draw/manifest.ts'
import {
  amending,
  drawnObjects,
  excluded,
  hex,
  ids,
  objectGoes,
  objectLists,
  objects,
  pair,
  people,
  personLeaves,
  personLists,
  recusals,
  replaced,
  root,
  rootLists,
  said,
  seatOf,
} from './chain-world.ts'
import { listsOf, manifestOf, objectLine } from './sample-draw.ts'

describe('what a chain comes to', () => {
  it('after the draw: its objects in drawn order, with their groups', () => {
    const state = standing(root, [])
    expect(
      [...state.objects].map(([id, { stratum, group }]) => [id, stratum, group?.inspectors.join()]),
    ).toEqual([
      ['YL01-O2', 'GC', 'YL01-P1,YL01-P6'],
      ['YL01-O1', 'GC', 'YL01-P1,YL01-P2'],
      ['YL01-O5', 'RQ', 'YL01-P3,YL01-P4'],
    ])
    expect([state.newest, [...state.left]]).toEqual([hex('1'), []])
    expect(state.people.get('YL01-P2')).toEqual(people.P2)
    expect([...state.lines.keys()]).toEqual(objects.map((o) => o.id))
  })

  it('after replacements: whoever left is gone, the others stay where they were', () => {
    const first = replaced(personLeaves, personLists, 'P1', 'P3', hex('2'))
    const second = replaced(objectGoes, objectLists, 'O1', 'O7', hex('3'))
    const state = standing(root, [first, second])
    expect([...state.objects].map(([id, { group }]) => [id, group?.inspectors.join()])).toEqual([
      ['YL01-O2', 'YL01-P3,YL01-P6'],
      ['YL01-O7', 'YL01-P3,YL01-P2'],
      ['YL01-O5', 'YL01-P3,YL01-P4'],
    ])
    expect([state.newest, [...state.left]]).toEqual([hex('3'), ['YL01-P1', 'YL01-O1']])
    expect(ids(undrawnOf(state, root, 'GC'))).toEqual(['O3', 'O4'])
  })

  it('is not changed by a record that speaks of objects never drawn or never matched', () => {
    const none = { ...root, result: { ...said, objects: drawnObjects, pairs: [pair('O7', 'P1', 'P2')] } }
    const vacancies = [seatOf('O7', 0, 'P1'), seatOf('O5', 0, 'P1')]
    const stray = replaced({ ...personLeaves, vacancies }, personLists, 'P1', 'P3', hex('2'))
    const state = standing(none, [stray])
    expect([...state.objects].map(([id, { group }]) => [id, group])).toEqual([
      ['YL01-O2', null],
      ['YL01-O1', null],
      ['YL01-O5', null],
    ])
  })
})

describe('a match', () => {
  const objectsOnly: ChainRecord = {
    manifest: manifestOf(listsOf({ objects }), 2),
    lists: listsOf({ objects }),
    result: { ...said, objects: drawnObjects },
    digest: hex('1'),
  }
  const matching = amending({ kind: 'match' })
  const matchLists = listsOf({
    objects: objects.slice(0, 2),
    inspectors: Object.values(people),
    recusals: recusals.slice(0, 1),
  })
  const matched: ChainRecord = {
    manifest: matching,
    lists: matchLists,
    result: { ...said, pairs: [pair('O1', 'P1', 'P2'), pair('O2', 'P1', 'P6')] },
    digest: hex('2'),
  }
  const problems = (lists: DrawLists, later: ChainRecord[], more: Partial<Manifest> = {}) =>
    amendmentProblems(objectsOnly, later, { ...matching, ...more }, lists)

  it('is of drawn objects that nobody inspects yet, and follows the newest record', () => {
    expect(problems(matchLists, [])).toEqual([])
    expect(problems(listsOf({ objects: objects.slice(4, 5) }), [matched], { amends: hex('2') })).toEqual([])
    expect(problems(matchLists, [matched])[0]).toBe('所变更的记录不是该次抽查最新的记录')
  })

  it('of an object is made once; only a void, which takes the match out of the chain, opens it again', () => {
    expect(problems(matchLists, [matched], { amends: hex('2') })).toEqual([
      '对象YL01-O1已匹配过人员',
      '对象YL01-O2已匹配过人员',
    ])
    expect(problems(matchLists, [])).toEqual([])
  })

  it.each([
    ['an object that was not drawn', objects.slice(2, 3), '对象YL01-O3未被抽中，不能匹配人员'],
    [
      'an object other than in the list',
      [objectLine('O1', { domain: 'rq' })],
      '对象YL01-O1的信息与抽取时的名单不一致',
    ],
    ['no object', [], '没有要匹配的对象'],
  ])('cannot have %s', (_name, of, words) => {
    expect(problems(listsOf({ objects: of }), [])).toEqual([words])
  })

  it('is amended by its own list and seats, and one replacement cannot span two matches', () => {
    const second: ChainRecord = {
      manifest: { ...matching, amends: hex('2') },
      lists: listsOf({ objects: objects.slice(4, 5), inspectors: [people.P1, people.P3, people.P4] }),
      result: { ...said, pairs: [pair('O5', 'P1', 'P4')] },
      digest: hex('3'),
    }
    const leave = (...vacancies: Vacancy[]): Partial<Manifest> => ({
      kind: 'replace-inspector',
      amends: hex('3'),
      vacancies,
    })
    const ofSecond = listsOf({
      objects: objects.slice(4, 5),
      inspectors: [people.P3],
      excluded: excluded('inspector', 'P1', 'P4'),
    })
    const later = [matched, second]
    expect(problems(ofSecond, later, leave(seatOf('O5', 0, 'P1')))).toEqual([])
    const ofFirst = { ...personLists, objects: objects.slice(0, 1) }
    expect(problems(ofFirst, later, leave(seatOf('O1', 0, 'P1')))).toEqual([])
    expect(problems(personLists, later, leave(seatOf('O1', 0, 'P1'), seatOf('O5', 0, 'P1')))).toEqual([
      '一次更换只能涉及同一次抽取或匹配的对象',
    ])
  })

  it('does not hinder replacing an object that nobody inspects yet, with nobody in the list', () => {
    const none = { ...objectGoes, topology: 'none', slots: [] } as const
    const lists = listsOf({ objects: [...objects.slice(2, 4), ...objects.slice(6)] })
    expect(amendmentProblems(objectsOnly, [], none, lists)).toEqual([])
    expect(amendmentProblems(objectsOnly, [], none, { ...lists, inspectors: [people.P1] })).toEqual([
      '人员名单不是该对象现有的检查组',
    ])
    expect(amendmentProblems(objectsOnly, [], objectGoes, lists)).toEqual([
      '席位和分组方式与所变更的抽取不一致',
    ])
    const gone = replaced(none, lists, 'O1', 'O7', hex('2'))
    const match = { ...matching, amends: hex('2') }
    expect(amendmentProblems(objectsOnly, [gone], match, listsOf({ objects: objects.slice(6) }))).toEqual([])
  })
})

it('a draw of its own amends nothing', () => {
  expect(amendmentProblems(root, [], root.manifest, rootLists)).toEqual([
    '所变更的记录不是该次抽查最新的记录',
  ])
})
