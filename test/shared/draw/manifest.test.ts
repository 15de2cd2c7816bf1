import { describe, expect, it } from 'vitest'
import {
  assertManifestFits,
  freezeDigest,
  isReplacement,
  type Manifest,
  parseManifest,
  renderManifest,
} from '../../../shared/draw/manifest.ts'
import { SpecError } from '../../../shared/draw/notation.ts'
import { golden, hexA, hexB, hexC, hexD, knownCommitment } from './golden.ts'
import { anybody, anyLeader, inspectorLine, listsOf, manifestOf, objectLine } from './sample-draw.ts'

const lists = { objects: hexA, inspectors: hexB, recusals: hexC, excluded: hexD }
const stratum = (id: string, size: number, sample: number, basis: string) => ({ id, size, sample, basis })

/** What manifest.txt of the fixtures says, in no order. */
const draw: Manifest = {
  commitment: knownCommitment,
  draw: 'YL01-2026-0007',
  kind: 'draw',
  mode: 'rehearsal',
  attempt: 3,
  previous: hexA,
  amends: null,
  reason: '第二次因停电中止',
  approver: null,
  office: '云岭县住房和城乡建设局',
  operator: '周𬭎',
  task: '2026年 在建工程=燃气',
  items: '工程质量安全;燃气经营',
  venue: '局三楼会议室',
  at: '2026-11-20T09:30:00+08:00',
  software: '双随机 1.0.0 (9436180ab4d70f35)',
  lists,
  vacancies: [],
  strata: [
    stratum('rq', 2, 1, '至少1个'),
    stratum('RQ9', 0, 0, '名单为空'),
    stratum('GC', 14, 6, '按四成抽取'),
    stratum('RQ10', 3, 3, '全部检查'),
    stratum('GC-2', 10, 0, '本次不抽'),
  ],
  topology: 'teams',
  teams: 12,
  slots: [
    { role: 'L', department: '*' },
    { role: 'M', department: '执法大队' },
  ],
  witnesses: [
    { role: '派驻纪检监察组', name: '陈国栋' },
    { role: '企业代表', name: '马丽琼' },
  ],
}

/** What manifest-replacement.txt says. */
const replacement: Manifest = {
  ...draw,
  draw: 'YL01-2026-0008',
  kind: 'replace-inspector',
  mode: 'official',
  attempt: 1,
  previous: null,
  amends: hexD,
  reason: '因病',
  approver: '苏文彬',
  operator: '赵敏',
  task: '更换',
  items: '燃气经营',
  at: '2026-11-21T09:30:00+08:00',
  software: '双随机 1.0.0',
  vacancies: [
    { object: 'YL01-O9', seat: 0, inspector: 'YL01-P1' },
    { object: 'YL01-O10', seat: 1, inspector: 'YL01-P1' },
  ],
  strata: [],
  topology: 'each',
  teams: null,
  slots: [anybody, anybody],
  witnesses: [{ role: '派驻纪检监察组', name: '陈国栋' }],
}
const ofObject: Manifest = {
  ...replacement,
  kind: 'replace-object',
  vacancies: [{ object: 'YL01-O9', seat: null, inspector: null }],
}
const match: Manifest = { ...replacement, kind: 'match', vacancies: [] }

describe('a manifest is the golden file, to the byte', () => {
  it('of a third attempt with teams: strata by the bytes of their ids', () => {
    expect(renderManifest(draw)).toBe(golden('manifest.txt'))
    expect(freezeDigest(golden('manifest.txt'))).toBe(
      '6b7de05bfd3619e94b253c66ebd5ef863ac99a60d5f6b336baad0659167b1858',
    )
  })
  it('of a replacement: vacancies by the bytes of the object’s id', () => {
    expect(renderManifest(replacement)).toBe(golden('manifest-replacement.txt'))
  })
  it('and read back it says the same', () => {
    expect(renderManifest(parseManifest(golden('manifest.txt')))).toBe(golden('manifest.txt'))
    expect(parseManifest(golden('manifest-replacement.txt'))).toEqual({
      ...replacement,
      vacancies: replacement.vacancies.toReversed(),
    })
  })
  it('of a replaced object has the vacancy without seat and person', () => {
    expect(renderManifest(ofObject)).toContain('\nvacancy=YL01-O9\t-\t-\ntopology=each\nteams=-\n')
    expect(parseManifest(renderManifest(ofObject))).toEqual(ofObject)
  })
  it('of objects only has no seats', () => {
    const none: Manifest = { ...draw, topology: 'none', teams: null, slots: [] }
    expect(renderManifest(none)).toContain('\ntopology=none\nteams=-\nwitness=1\t')
  })
})

describe('a manifest that may be', () => {
  it.each<[string, Manifest]>([
    ['a match', match],
    ['a stratum of which nothing is drawn', { ...draw, strata: [stratum('GC', 5, 0, '不抽')] }],
    ['a stratum of which all are drawn', { ...draw, strata: [stratum('GC', 5, 5, '全抽')] }],
    [
      'an unwitnessed draw whose line names the operator',
      { ...draw, mode: 'unwitnessed', witnesses: [{ role: '操作人', name: draw.operator }] },
    ],
    [
      'a rehearsal watched by the operator',
      { ...draw, mode: 'rehearsal', witnesses: [{ role: '操作人', name: draw.operator }] },
    ],
    ['a first attempt with a reason', { ...draw, attempt: 1, previous: null }],
  ])('%s', (_name, manifest) => {
    const text = renderManifest(manifest)
    expect(renderManifest(parseManifest(text))).toBe(text)
  })
})

describe('a manifest that cannot be', () => {
  it.each<[string, Manifest]>([
    ['an attempt 0', { ...draw, attempt: 0 }],
    ['an attempt that is no integer', { ...draw, attempt: 1.5 }],
    ['a second attempt without the record before it', { ...draw, attempt: 2, previous: null }],
    ['a first attempt with a record before it', { ...draw, attempt: 1 }],
    ['a second attempt without a reason', { ...draw, reason: null }],
    ['a reason “-”', { ...draw, reason: '-' }],
    ['a draw that amends', { ...draw, amends: hexA }],
    ['a match that amends nothing', { ...match, amends: null }],
    ['a match without a reason', { ...match, reason: null }],
    ['a match with a vacancy', { ...match, vacancies: replacement.vacancies }],
    ['a match without seats', { ...match, topology: 'none', slots: [] }],
    ['a match with strata', { ...match, strata: draw.strata }],
    ['a replacement that amends nothing', { ...replacement, amends: null }],
    ['a replacement without vacancies', { ...replacement, vacancies: [] }],
    ['a replacement with strata', { ...replacement, strata: draw.strata }],
    ['a draw with vacancies', { ...draw, vacancies: replacement.vacancies }],
    ['a draw without strata', { ...draw, strata: [] }],
    ['a stratum twice', { ...draw, strata: [stratum('GC', 1, 1, '一'), stratum('GC', 2, 1, '二')] }],
    ['more objects drawn than there are', { ...draw, strata: [stratum('GC', 5, 6, '多')] }],
    ['fewer than no objects drawn', { ...draw, strata: [stratum('GC', 5, -1, '少')] }],
    ['half an object drawn', { ...draw, strata: [stratum('GC', 5, 0.5, '半')] }],
    ['a size that is no integer', { ...draw, strata: [stratum('GC', 5.5, 1, '半')] }],
    ['a stratum without a basis', { ...draw, strata: [stratum('GC', 5, 1, '')] }],
    ['a stratum that is no id', { ...draw, strata: [stratum('工程', 5, 1, '按比例')] }],
    ['teams without a number', { ...draw, teams: null }],
    ['no team', { ...draw, teams: 0 }],
    ['half a team', { ...draw, teams: 1.5 }],
    ['a number of teams where there are none', { ...draw, topology: 'each' }],
    ['teams without seats', { ...draw, slots: [] }],
    ['seats where only objects are drawn', { ...draw, topology: 'none', teams: null }],
    ['a seat without a department', { ...draw, slots: [{ role: 'L', department: '' }] }],
    ['no witness', { ...draw, witnesses: [] }],
    [
      'an official draw watched by its operator',
      { ...draw, mode: 'official', witnesses: [{ role: '见证人', name: draw.operator }] },
    ],
    ['a witness without a role', { ...draw, witnesses: [{ role: '-', name: '陈国栋' }] }],
    [
      'two people who leave at once',
      {
        ...replacement,
        vacancies: [
          { object: 'YL01-O9', seat: 0, inspector: 'YL01-P1' },
          { object: 'YL01-O10', seat: 0, inspector: 'YL01-P2' },
        ],
      },
    ],
    ['nobody who leaves', { ...replacement, vacancies: [{ object: 'YL01-O9', seat: 0, inspector: null }] }],
    [
      'an object vacated twice',
      {
        ...replacement,
        vacancies: [
          { object: 'YL01-O9', seat: 0, inspector: 'YL01-P1' },
          { object: 'YL01-O9', seat: 1, inspector: 'YL01-P1' },
        ],
      },
    ],
    [
      'a vacant seat that does not exist',
      { ...replacement, vacancies: [{ object: 'YL01-O9', seat: 2, inspector: 'YL01-P1' }] },
    ],
    [
      'a vacant seat before the first',
      { ...replacement, vacancies: [{ object: 'YL01-O9', seat: -1, inspector: 'YL01-P1' }] },
    ],
    ['half a seat', { ...replacement, vacancies: [{ object: 'YL01-O9', seat: 0.5, inspector: 'YL01-P1' }] }],
    [
      'no seat for a person',
      { ...replacement, vacancies: [{ object: 'YL01-O9', seat: null, inspector: 'YL01-P1' }] },
    ],
    [
      'a seat for a replaced object',
      { ...ofObject, vacancies: [{ object: 'YL01-O9', seat: 0, inspector: null }] },
    ],
    [
      'a person for a replaced object',
      { ...ofObject, vacancies: [{ object: 'YL01-O9', seat: null, inspector: 'YL01-P1' }] },
    ],
    [
      'two objects replaced at once',
      { ...ofObject, vacancies: [...ofObject.vacancies, { object: 'YL01-O8', seat: null, inspector: null }] },
    ],
    [
      'a vacancy of another office',
      { ...ofObject, vacancies: [{ object: 'YL02-O9', seat: null, inspector: null }] },
    ],
    ['a draw number without an office', { ...draw, draw: '2026' }],
    ['a draw number with a space', { ...draw, draw: 'YL01-2026 7' }],
    ['a time without an offset', { ...draw, at: '2026-11-20T09:30:00Z' }],
    ['a task with a tab', { ...draw, task: '甲\t乙' }],
    ['a venue that is absent', { ...draw, venue: '-' }],
    ['a commitment in upper case', { ...draw, commitment: knownCommitment.toUpperCase() }],
    ['a previous that is no digest', { ...draw, previous: 'a' }],
    ['a list that is no digest', { ...draw, lists: { ...lists, excluded: '-' } }],
  ])('has %s', (_name, manifest) => {
    expect(() => renderManifest(manifest)).toThrow(SpecError)
  })

  const text = golden('manifest.txt')
  it.each([
    [
      'another first line',
      text.replace('SSJ-DRAW-1 manifest', 'SSJ-DRAW-2 manifest'),
      '不是SSJ-DRAW-1的锁定清单',
    ],
    ['lines in another order', text.replace(/(reason=.*\n)(approver=.*\n)/, '$2$1'), '此处应为“reason=”'],
    ['a line left out', text.replace(/venue=.*\n/, ''), '此处应为“venue=”'],
    ['nothing after its tenth line', `${text.split('\n').slice(0, 10).join('\n')}\n`, '第11行：文件不完整'],
    ['something after the end', `${text}x=y\n`, '此处不应再有内容'],
    ['a kind unknown', text.replace('kind=draw', 'kind=lottery'), '种类“lottery”不认识'],
    ['a mode unknown', text.replace('mode=rehearsal', 'mode=secret'), '性质“secret”不认识'],
    ['a topology unknown', text.replace('topology=teams', 'topology=pairs'), '分组方式“pairs”不认识'],
    ['a role unknown', text.replace('slot=0\tL', 'slot=0\tX'), '席位“X”不认识'],
    ['strata in another order', text.replace(/(stratum=GC\t.*\n)(stratum=GC-2.*\n)/, '$2$1'), '不是规范写法'],
    ['seats counted from 1', text.replace('slot=0\t', 'slot=1\t'), '席次应为0，实为1'],
    ['witnesses counted from 0', text.replace('witness=1\t', 'witness=0\t'), '席次应为1，实为0'],
    ['a seat without a tab', text.replace('slot=0\tL\t*', 'slot=0'), '缺少制表符'],
    ['a field too many', text.replace('\t陈国栋', '\t陈国栋\t男'), '应有2栏，实有3栏'],
    ['a number with a leading zero', text.replace('teams=12', 'teams=012'), '组数“012”'],
    ['an empty reason', text.replace(/reason=.*\n/, 'reason=\n'), '原因为空'],
    ['more objects than there are', text.replace('\t14\t6\t', '\t14\t16\t'), '应抽16，名单只有14'],
  ])('is refused on reading: %s', (_name, changed, words) => {
    expect(changed).not.toBe(text)
    expect(() => parseManifest(changed)).toThrow(words)
  })
})

describe('a manifest against its lists', () => {
  const ofLists = listsOf({
    objects: [objectLine('O1'), objectLine('O2'), objectLine('O3', { stratum: 'RQ' })],
    inspectors: [inspectorLine('P1')],
  })
  const fitting = manifestOf(ofLists, 1)

  it('counts every stratum as the list does', () => {
    expect(() => assertManifestFits(fitting, ofLists)).not.toThrow()
    const [first, second] = fitting.strata
    const counted = { ...fitting, strata: [stratum('GC', 3, 1, '多'), stratum('RQ', 1, 1, '一')] }
    expect(() => assertManifestFits(counted, ofLists)).toThrow('分层GC写明3个对象，名单中有2个')
    const more = { ...fitting, strata: [...fitting.strata, stratum('ZJ', 1, 0, '无')] }
    expect(() => assertManifestFits(more, ofLists)).toThrow('分层ZJ写明1个对象，名单中有0个')
    expect(first?.id).toBe('GC')
    expect(() => assertManifestFits({ ...fitting, strata: first ? [first] : [] }, ofLists)).toThrow(
      '分层RQ不在锁定清单内',
    )
    expect(second?.size).toBe(1)
  })

  it('may have a stratum of which the list has no object', () => {
    const empty = { ...fitting, strata: [...fitting.strata, stratum('ZJ', 0, 0, '无')] }
    expect(() => assertManifestFits(empty, ofLists)).not.toThrow()
  })

  it('of a match has no strata to count', () => {
    expect(() => assertManifestFits({ ...match, slots: [anyLeader] }, ofLists)).not.toThrow()
  })

  const vacated = listsOf({
    objects: [objectLine('O10'), objectLine('O9')],
    inspectors: [inspectorLine('P2')],
  })
  it('of a replaced person has the objects of its vacancies, and not the one who leaves', () => {
    expect(() => assertManifestFits(replacement, vacated)).not.toThrow()
    const fewer = { ...vacated, objects: vacated.objects.slice(1) }
    expect(() => assertManifestFits(replacement, fewer)).toThrow('对象名单与空缺不一致')
    const leaving = { ...vacated, inspectors: [inspectorLine('P2'), inspectorLine('P1')] }
    expect(() => assertManifestFits(replacement, leaving)).toThrow('被更换的人员不能是候选人')
  })

  it('of a replaced object does not have that object', () => {
    const objects = [objectLine('O1'), objectLine('O2')]
    expect(() => assertManifestFits(ofObject, listsOf({ objects }))).not.toThrow()
    const leaving = listsOf({ objects: [...objects, objectLine('O9')] })
    expect(() => assertManifestFits(ofObject, leaving)).toThrow('被更换的对象不能是候选对象')
  })

  it('of a replacement has no recusals', () => {
    const recusals = [{ object: 'YL01-O9', inspector: 'YL01-P2', reasonCode: 'kin' }]
    expect(() => assertManifestFits(replacement, { ...vacated, recusals })).toThrow('回避名单应为空')
  })
})

it('replacements are of people and of objects', () => {
  expect((['draw', 'match', 'replace-inspector', 'replace-object'] as const).map(isReplacement)).toEqual([
    false,
    false,
    true,
    true,
  ])
})
