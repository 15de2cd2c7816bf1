import { describe, expect, it } from 'vitest'
import {
  amendmentProblems,
  type ChainRecord,
  inspectorCandidates,
  mayFill,
  objectCandidates,
  standing,
} from '../../../shared/draw/chain.ts'
import type { DrawLists } from '../../../shared/draw/lists.ts'
import type { Manifest, Vacancy } from '../../../shared/draw/manifest.ts'
import {
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
  replaced,
  root,
  seatOf,
} from './chain-world.ts'
import { anyLeader, inspectorLine, objectLine } from './sample-draw.ts'

describe('a replacement of a person', () => {
  const problems = (lists: Partial<DrawLists>, manifest: Partial<Manifest> = {}, later: ChainRecord[] = []) =>
    amendmentProblems(root, later, { ...personLeaves, ...manifest }, { ...personLists, ...lists })

  it('draws from those of the list whom every vacant seat admits and who sit on none of the objects', () => {
    const state = standing(root, [])
    const candidates = (...vacancies: Vacancy[]): string[] => ids(inspectorCandidates(state, root, vacancies))
    expect(candidates(...personLeaves.vacancies)).toEqual(['P3'])
    expect(candidates(seatOf('O1', 1, 'P2'))).toEqual(['P3', 'P4', 'P6'])
    expect(candidates(seatOf('O2', 1, 'P6'))).toEqual(['P2', 'P3'])
    expect(candidates(seatOf('O5', 0, 'P3'))).toEqual(['P1', 'P5'])
    expect(problems({})).toEqual([])
  })

  it('fills no seat that is not, on no object that is not drawn or not in the list', () => {
    const state = standing(root, [])
    expect(mayFill(state, root, [seatOf('O1', null, null)], people.P3)).toBe(false)
    expect(mayFill(state, root, [seatOf('O1', 2, 'P1')], people.P3)).toBe(false)
    expect(mayFill(state, root, [seatOf('O7', 0, 'P1')], people.P3)).toBe(false)
    const unlisted = { ...state, lines: new Map() }
    expect(mayFill(unlisted, root, [seatOf('O1', 0, 'P1')], people.P3)).toBe(false)
  })

  it('may leave out a candidate with a reason, and may list domains in any order', () => {
    const P3 = { ...people.P3, domains: ['gc', 'rq'] }
    expect(problems({ inspectors: [P3] })).toEqual([])
    const seatO5 = { vacancies: [seatOf('O5', 0, 'P3')] }
    const left = excluded('inspector', 'P2', 'P3', 'P4', 'P5', 'P6')
    expect(
      problems(
        { objects: [objects[4] ?? objectLine('O5')], inspectors: [people.P1], excluded: left },
        seatO5,
      ),
    ).toEqual([])
  })

  it.each<[string, Partial<DrawLists>, Partial<Manifest>, string]>([
    ['an older record than the newest', {}, { amends: hex('9') }, '不是该次抽查最新的记录'],
    [
      'somebody of the list neither candidate nor excluded',
      { excluded: excluded('inspector', 'P1', 'P2', 'P4', 'P5') },
      {},
      'YL01-P6既不是候选人',
    ],
    [
      'somebody excluded only as an object',
      { excluded: [...excluded('inspector', 'P1', 'P2', 'P4', 'P5'), ...excluded('object', 'P6')] },
      {},
      'YL01-P6既不是候选人',
    ],
    [
      'a candidate who entered since, where somebody else is left',
      { inspectors: [people.P3, inspectorLine('P9')] },
      {},
      'YL01-P9是后来入库的人员',
    ],
    [
      'a candidate whom the seat does not admit',
      { inspectors: [people.P3, people.P5] },
      {},
      'YL01-P5不符合空缺席位的条件',
    ],
    [
      'a candidate who sits there already',
      { inspectors: [people.P3, people.P2] },
      {},
      'YL01-P2不符合空缺席位的条件',
    ],
    [
      'the one who leaves among the candidates',
      { inspectors: [people.P3, people.P1] },
      {},
      'YL01-P1不符合空缺席位的条件',
    ],
    [
      'a candidate of another department than in the list',
      { inspectors: [{ ...people.P3, department: '外单位' }] },
      {},
      'YL01-P3不符合空缺席位的条件，或信息',
    ],
    [
      'a candidate of another name',
      { inspectors: [{ ...people.P3, name: '沈七' }] },
      {},
      '或信息与所变更的名单不一致',
    ],
    [
      'a candidate who may suddenly not lead',
      { inspectors: [{ ...people.P3, mayLead: false }] },
      {},
      '或信息与所变更的名单不一致',
    ],
    [
      'a candidate with other domains',
      { inspectors: [{ ...people.P3, domains: '*' }] },
      {},
      '或信息与所变更的名单不一致',
    ],
    [
      'a seat on which somebody else sits',
      {},
      { vacancies: [seatOf('O1', 1, 'P1')] },
      'YL01-P1不在对象YL01-O1的第1席',
    ],
    ['no seat', {}, { vacancies: [seatOf('O1', null, 'P1')] }, '不在对象YL01-O1的第'],
    [
      'an object that was not drawn',
      {},
      { vacancies: [seatOf('O7', 0, 'P1')] },
      'YL01-P1不在对象YL01-O7的第0席',
    ],
    ['no vacancy', {}, { vacancies: [] }, '一次更换只能涉及同一次抽取或匹配的对象'],
    [
      'other seats than the draw',
      {},
      { slots: [anyLeader, anyLeader] },
      '席位和分组方式与所变更的抽取不一致',
    ],
    [
      'another topology than the draw',
      {},
      { topology: 'teams', teams: 2 },
      '席位和分组方式与所变更的抽取不一致',
    ],
    [
      'an object of another domain than in the list',
      { objects: objects.slice(0, 2).map((o) => ({ ...o, domain: null })) },
      {},
      '对象YL01-O1的信息与抽取时的名单不一致',
    ],
  ])('cannot have %s', (_name, lists, manifest, words) => {
    expect(problems(lists, manifest).join()).toContain(words)
  })

  it('draws from people entered since only where nobody else is left, and only whom the seat admits', () => {
    const nobody = excluded('inspector', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6')
    expect(problems({ inspectors: [inspectorLine('P9')], excluded: nobody })).toEqual([])
    const unfit = inspectorLine('P9', { domains: ['rq'] })
    expect(problems({ inspectors: [unfit], excluded: nobody })).toEqual(['YL01-P9不符合空缺席位的条件'])
  })

  it('has no candidate who left earlier in the chain', () => {
    const vacancies = [seatOf('O5', 0, 'P3')]
    const left = excluded('inspector', 'P2', 'P3', 'P4', 'P6')
    const first = replaced({ ...personLeaves, vacancies }, personLists, 'P3', 'P5', hex('2'))
    const next = { amends: hex('2') }
    expect(inspectorCandidates(standing(root, [first]), root, personLeaves.vacancies)).toEqual([])
    expect(problems({}, next, [first])).toEqual(['YL01-P3不符合空缺席位的条件，或信息与所变更的名单不一致'])
    expect(problems({}, {}, [first])[0]).toBe('所变更的记录不是该次抽查最新的记录')
    const lists = { objects: objects.slice(4, 5), inspectors: [people.P1], excluded: [...left] }
    const second = problems(lists, { ...next, vacancies: [seatOf('O5', 0, 'P5')] }, [first])
    expect(second).toEqual(['YL01-P5既不是候选人，也未写明排除的原因'])
  })
})

describe('a replacement of an object', () => {
  const problems = (lists: Partial<DrawLists>, manifest: Partial<Manifest> = {}, later: ChainRecord[] = []) =>
    amendmentProblems(root, later, { ...objectGoes, ...manifest }, { ...objectLists, ...lists })

  it('draws from the undrawn of the same stratum whose seats admit the sitting group', () => {
    const state = standing(root, [])
    expect(ids(objectCandidates(state, root, 'YL01-O1'))).toEqual(['O7'])
    expect(ids(objectCandidates(state, root, 'YL01-O2'))).toEqual(['O4', 'O7'])
    expect(ids(objectCandidates(state, root, 'YL01-O5'))).toEqual(['O6'])
    expect(objectCandidates(state, root, 'YL01-O3')).toEqual([])
    expect(problems({})).toEqual([])
  })

  it.each<[string, Partial<DrawLists>, Partial<Manifest>, string]>([
    ['an older record than the newest', {}, { amends: hex('9') }, '不是该次抽查最新的记录'],
    [
      'an object that was never drawn',
      {},
      { vacancies: [seatOf('O3', null, null)] },
      '对象YL01-O3不在抽中的对象内',
    ],
    [
      'an undrawn object neither candidate nor excluded',
      { excluded: excluded('object', 'O3') },
      {},
      '对象YL01-O4既不是候选对象',
    ],
    [
      'an undrawn object excluded only as a person',
      { excluded: [...excluded('object', 'O3'), ...excluded('inspector', 'O4')] },
      {},
      '对象YL01-O4既不是候选对象',
    ],
    [
      'an object that recuses one of the group',
      { objects: [...objectLists.objects, ...objects.slice(2, 3)] },
      {},
      '对象YL01-O3不是同一分层中未被抽中且适合现有检查组的对象',
    ],
    [
      'an object already drawn',
      { objects: [...objectLists.objects, ...objects.slice(1, 2)] },
      {},
      '对象YL01-O2不是同一分层中',
    ],
    [
      'an object of another stratum',
      { objects: [...objectLists.objects, ...objects.slice(5, 6)] },
      {},
      '对象YL01-O6不是同一分层中',
    ],
    [
      'an object of another name than in the list',
      { objects: [objectLine('O7', { domain: 'gc', name: '他' })] },
      {},
      '对象YL01-O7不是同一分层中',
    ],
    [
      'an object of another code than in the list',
      { objects: [objectLine('O7', { domain: 'gc', uscc: '1' })] },
      {},
      '对象YL01-O7不是同一分层中',
    ],
    [
      'an object moved to another stratum',
      { objects: [objectLine('O7', { domain: 'gc', stratum: 'RQ' })] },
      {},
      '对象YL01-O7不是同一分层中',
    ],
    ['a list without one of the group', { inspectors: [people.P1] }, {}, '人员名单不是该对象现有的检查组'],
    [
      'somebody in the list who is not of the group',
      { inspectors: [people.P1, people.P6] },
      {},
      '人员名单不是该对象现有的检查组',
    ],
    [
      'one of the group with other domains',
      { inspectors: [people.P1, { ...people.P2, domains: '*' }] },
      {},
      '检查组人员的信息与所变更的名单不一致',
    ],
    ['other seats than the draw', {}, { slots: [anyLeader] }, '席位和分组方式与所变更的抽取不一致'],
  ])('cannot have %s', (_name, lists, manifest, words) => {
    expect(problems(lists, manifest).join()).toContain(words)
  })

  it('has no candidate that left earlier in the chain', () => {
    const first = replaced(objectGoes, objectLists, 'O1', 'O7', hex('2'))
    const back = { amends: hex('2'), vacancies: [seatOf('O7', null, null)] }
    const lists = { objects: objects.slice(0, 1) }
    expect(problems(lists, back, [first])).toEqual([
      '对象YL01-O1不是同一分层中未被抽中且适合现有检查组的对象，或信息与抽取时的名单不一致',
    ])
  })

  it('in a chain that was tampered with, has no candidates for a group of strangers or of too many', () => {
    const tampered = (...group: string[]): ChainRecord => ({
      ...root,
      result: { ...root.result, pairs: [pair('O1', ...group)] },
    })
    const candidates = (record: ChainRecord) => objectCandidates(standing(record, []), record, 'YL01-O1')
    expect(candidates(tampered('P1', 'P2'))).toHaveLength(1)
    expect(candidates(tampered('P9', 'P2'))).toEqual([])
    expect(candidates(tampered('P1', 'P2', 'P6'))).toEqual([])
    expect(candidates({ ...root, result: { ...root.result, pairs: [] } })).toHaveLength(3)
  })
})
