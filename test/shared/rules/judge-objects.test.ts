import { describe, expect, test } from 'vitest'
import { judgeObjects } from '../../../shared/rules/judge-objects.ts'
import { mergeVisits } from '../../../shared/rules/merge-visits.ts'
import { emptyYear } from '../../../shared/rules/object-year.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { aDraw, aFirm, codesOf, drawn, firmsItem, judged, rest, rulesOf, saidOf } from './rules-fixture.ts'

describe('范围', () => {
  test('不是事项适用对象的、不符合定向条件的，在名单之外，不属于任何一层', () => {
    const rules = rulesOf('custom', { conditions: { regions: ['城东'] } })
    const project = judged(rules, aFirm(1, { kind: '项目' }))
    expect(project).toMatchObject({ in: false, stratum: null })
    expect(codesOf(project)).toEqual(['outside-the-item'])
    expect(saidOf(project)).toBe('不是抽查事项的适用对象：“抽查事项1”')
    expect(codesOf(judged(rules, aFirm(1, { region: '城西' })))).toEqual(['outside-the-conditions'])
    expect(judged(rules, aFirm(1, { region: '城东' })).in).toBe(true)
  })

  test('对象自己写明适用事项的，也是适用对象', () => {
    const project = aFirm(1, { kind: '项目', items: ['抽查事项1'] })
    expect(judged(rulesOf('custom'), project).in).toBe(true)
  })

  test('事项不限定范围的，每个对象都在内', () => {
    const verdict = judged(rulesOf('custom', { scoped: false }), aFirm(1, { kind: '行为' }))
    expect(verdict).toMatchObject({ in: true, items: ['抽查事项1'] })
    expect(judged(rulesOf('custom', { scoped: false, items: [] }))).toMatchObject({ in: true, items: [] })
  })

  test('条件中的事项，按确认的适用对象判断', () => {
    const items = [firmsItem(1, { appliesCategories: ['燃气经营'] }), firmsItem(2)]
    const rules = rulesOf('custom', { items, conditions: { items: ['抽查事项1'] } })
    expect(judged(rules, aFirm(1, { businessCategory: '燃气经营' })).in).toBe(true)
    expect(judged(rules, aFirm(1, { businessCategory: '物业服务' })).in).toBe(false)
  })

  test('不属于任何一层的，在名单之外', () => {
    const strata = [{ ...rest, conditions: { creditGrades: ['D'] } }]
    expect(saidOf(judged(rulesOf('custom', { strata })))).toBe('不属于本次抽取的任何一个分层')
  })
})

describe('分层', () => {
  const strata = [{ ...rest, id: 'TS', name: '投诉举报多', conditions: { marks: ['投诉举报多'] } }, rest]

  test('属于第一个符合的分层，排除与否不影响分层', () => {
    const complained = { marks: ['投诉举报多' as const] }
    expect(judged(rulesOf('custom', { strata }), aFirm(1, complained))).toMatchObject({
      in: true,
      stratum: 'TS',
    })
    expect(judged(rulesOf('custom', { strata }), aFirm(1, { ...complained, state: '停业' }))).toMatchObject({
      in: false,
      stratum: 'TS',
    })
    expect(judged(rulesOf('custom', { strata }))).toMatchObject({ in: true, stratum: 'YB' })
  })

  test('列入的说明在哪一层、为什么', () => {
    expect(saidOf(judged(rulesOf('custom', { strata })))).toBe('列入“一般检查”：其余对象')
    expect(saidOf(judged(rulesOf('custom', { strata: [{ ...rest, sentence: '' }] })))).toBe('列入“一般检查”')
  })
})

describe('排除', () => {
  test('每个理由都写出来，经决定的附上原因', () => {
    const rules = rulesOf('changde', { decisions: new Map([['YL01-O000001', '正在接受司法调查']]) })
    const verdict = judged(rules, aFirm(1, { state: '吊销' }), drawn(2))
    expect(codesOf(verdict)).toEqual([
      'not-in-business',
      'left-out-by-decision',
      'yearly-cap',
      'already-drawn',
    ])
    expect(saidOf(verdict)).toContain('经决定不列入本次抽取，理由：正在接受司法调查')
    expect(saidOf(verdict)).toContain('状态为吊销，不列入抽取')
  })

  test('一次抽取的多个事项只算一次抽查', () => {
    const year = { draws: [aDraw('YL01-2026-0001', ['甲']), aDraw('YL01-2026-0001', ['乙'])], visits: [] }
    expect(judged(rulesOf('dawa'), aFirm(1), year).in).toBe(true)
  })

  test('自定义细则写明的上限照样执行，没有条款的不引用', () => {
    const own = {
      ...presets.custom,
      yearlyCap: {
        most: 1,
        strength: 'firm' as const,
        exceptPublicConcern: false,
        exceptMarks: ['重点关注' as const],
        exceptGrades: [],
        words: '每年只抽一次',
        clause: null,
      },
    }
    const rules = rulesOf('custom', { preset: own })
    expect(saidOf(judged(rules, aFirm(1), drawn(1)))).toBe('每年只抽一次；本年度已抽查1次（YL01-2026-0001）')
    const watched = judged(rules, aFirm(1, { marks: ['重点关注'] }), drawn(1))
    expect(watched.in).toBe(true)
    expect(saidOf(watched)).not.toContain('null')
  })
})

test('一个对象一个结论，次序不变', () => {
  const objects = ['3', '1', '2'].map((id) => ({ id, object: aFirm(Number(id)), year: emptyYear }))
  expect(judgeObjects(rulesOf('custom'), objects).map((verdict) => verdict.id)).toEqual(['3', '1', '2'])
})

test('不列入的对象不计入合并的次数；没有可合并的照实说', () => {
  const one = judged(rulesOf('custom'))
  const out = judged(rulesOf('custom'), aFirm(1, { state: '注销' }))
  expect(mergeVisits([one, out])).toEqual({
    visits: 1,
    separately: 1,
    saved: 0,
    sentence: '共1次检查，没有可以合并的事项',
  })
})
