import { describe, expect, it } from 'vitest'
import {
  decidingPick,
  groupLeftOut,
  inGroups,
  probabilityWords,
  revealedLines,
  timeWords,
} from '../../../../renderer/console/draws/draw-words.ts'
import { proposeFromItems } from '../../../../renderer/console/draws/item-proposal.ts'
import { newPlanForm, noConditions } from '../../../../renderer/console/draws/plan-form.ts'
import { anItem } from '../../../db/sample-rows.ts'

describe('What the console says of a draw', () => {
  it('gives a probability as a fraction and in per cent, and none for a stratum without objects', () => {
    expect(probabilityWords(12, 96)).toBe('12/96 = 12.50 %')
    expect(probabilityWords(19, 366)).toBe('19/366 = 5.19 %')
    expect(probabilityWords(0, 0)).toBe('本层没有对象')
  })

  it('gives digests in groups of four and loses no character', () => {
    expect(inGroups('0a1b2c3d4e')).toBe('0a1b 2c3d 4e')
  })

  it('gives times by the office’s clock, not by this computer’s', () => {
    expect(timeWords('2026-11-20T09:30:05+08:00')).toBe('2026年11月20日 09:30:05')
    expect(timeWords('2026-01-02T23:59:59-05:00')).toBe('2026年1月2日 23:59:59')
  })

  it('counts who is left out by reason, with the clause of a rule and the words of a decision', () => {
    const line = { what: 'inspector', clause: null } as const
    const groups = groupLeftOut([
      { ...line, id: 'YL01-P000001', reasonCode: 'adviser', clause: '国办发〔2024〕54号', name: '甲' },
      { ...line, id: 'YL01-P000002', reasonCode: 'not-on-duty', name: '乙' },
      { ...line, id: 'YL01-P000003', reasonCode: 'not-on-duty', name: '丙' },
      { ...line, id: 'YL01-P000004', reasonCode: 'left-out-by-decision', clause: '外出培训', name: '丁' },
    ])
    expect(groups.map(({ rows, ...group }) => ({ ...group, names: rows.map(({ name }) => name) }))).toEqual([
      {
        what: 'inspector',
        reason: '专家或第三方，只辅助抽查',
        because: '依据 国办发〔2024〕54号',
        names: ['甲'],
      },
      { what: 'inspector', reason: '不在岗', because: null, names: ['乙', '丙'] },
      { what: 'inspector', reason: '经决定不列入本次抽取', because: '外出培训', names: ['丁'] },
    ])
  })

  it('names the pick that hit, after the repeats that were skipped', () => {
    const pick = (i: number, index: number, repeat: boolean) => ({
      stage: 'objects/A',
      i,
      among: 9,
      hash: 'a'.repeat(64),
      index,
      repeat,
    })
    const picks = [pick(4, 2, true), pick(5, 7, false)]
    expect(decidingPick(picks)).toEqual(picks[1])
    expect(
      revealedLines([
        { step: 'object', order: 4, stratum: 'A', id: 'YL01-O000008', name: '物业公司8', place: 8, picks },
      ]),
    ).toMatchObject([{ order: '4', what: '对象', name: '物业公司8', detail: '名单第8号', picks }])
  })
})

describe('The choice of an item', () => {
  const fresh = newPlanForm({ venue: '', operator: '', witnessRole: '见证人' })
  const register = [anItem(1, { ratio: 1250 }), anItem(2, { ratio: null })]

  it('proposes name and ratio, and the objects that it was confirmed for', () => {
    const proposed = proposeFromItems(fresh, ['抽查事项1'], register, new Set(['抽查事项1']), 2026)
    expect(proposed).toMatchObject({
      taskName: '2026年抽查事项1双随机抽查',
      strata: [{ by: 'ratio', ratio: '12.5' }],
      conditions: { ...noConditions, items: ['抽查事项1'] },
    })
  })

  it('proposes the kinds and 经营类别 that were confirmed for a single item, and others with another item', () => {
    const gas = anItem(1, { appliesCategories: ['燃气经营'] })
    const housing = anItem(2, { appliesKinds: ['企业'], appliesCategories: ['物业服务'] })
    const first = { ...fresh, ...proposeFromItems(fresh, ['抽查事项1'], [gas, housing], new Set(), 2026) }
    expect(first.conditions).toEqual({ ...noConditions, businessCategories: ['燃气经营'] })
    expect(proposeFromItems(first, ['抽查事项2'], [gas, housing], new Set(), 2026).conditions).toEqual({
      ...noConditions,
      kinds: ['企业'],
      businessCategories: ['物业服务'],
    })
  })

  it('leaves what a person has written: a name, conditions, and strata of his own', () => {
    const own = {
      ...fresh,
      taskName: '第四季度检查',
      conditions: { ...noConditions, regions: ['城关镇'] },
      strata: [...fresh.strata, ...fresh.strata],
    }
    expect(proposeFromItems(own, ['抽查事项1'], register, new Set(['抽查事项1']), 2026)).toEqual({
      items: ['抽查事项1'],
    })
  })

  it('proposes no ratio where the list gives none', () => {
    expect(proposeFromItems(fresh, ['抽查事项2'], register, new Set(), 2026)).not.toHaveProperty('strata')
  })
})
