import { describe, expect, test } from 'vitest'
import {
  type Bound,
  checkSample,
  frequencyBounds,
  intersect,
  ratioBounds,
  roundedSample,
  sampleBounds,
} from '../../../shared/rules/bounds.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { nothingSetAside } from '../../../shared/rules/set-aside.ts'
import { anItem } from '../../db/sample-rows.ts'

const law = { lawBasis: '《示例条例》第三条' }
const bound = (value: number, strength: Bound['strength'] = 'firm'): Bound => ({
  value,
  strength,
  source: 'preset',
  words: `${value}`,
  clause: null,
})

describe('法定和细则的上下限', () => {
  test('两者都规定的，取其严者', () => {
    const item = anItem(1, { ...law, ratioFloor: 300, ratioCeiling: 2000 })
    expect(ratioBounds(presets.changde, item)).toMatchObject({
      ok: true,
      floor: { value: 300, source: 'law', clause: '《示例条例》第三条' },
      ceiling: { value: 1000, source: 'preset', clause: '常德细则第八条' },
    })
  })

  test('没有写明法定依据的，引用检查依据', () => {
    const found = ratioBounds(presets.custom, anItem(1, { ratioFloor: 300 }))
    expect(found).toMatchObject({ ok: true, floor: { clause: '《建筑法》第六条' }, ceiling: null })
  })

  test('数值相同的，以不可变通的为准', () => {
    const item = anItem(1, { ...law, ratioFloor: 200 })
    expect(ratioBounds(presets.changde, item)).toMatchObject({ floor: { source: 'law', strength: 'firm' } })
    const setAside = new Map([['ratio-floor', '理由']] as const)
    expect(ratioBounds(presets.changde, item, setAside)).toMatchObject({
      floor: { value: 200, source: 'law' },
    })
  })

  test('写明理由不执行的，只去掉细则的原则性规定，法定的仍在', () => {
    const setAside = new Map([['ratio-ceiling', '理由']] as const)
    expect(ratioBounds(presets.changde, anItem(1), setAside)).toMatchObject({ ceiling: null })
    expect(ratioBounds(presets.changde, anItem(1, { ...law, ratioCeiling: 3000 }), setAside)).toMatchObject({
      ceiling: { value: 3000, source: 'law' },
    })
  })

  test('频次没有共同的范围时拒绝，两项规定都写出来', () => {
    const found = frequencyBounds(presets.changde, anItem(1, { ...law, frequencyFloor: 4 }))
    expect(found).toEqual({
      ok: false,
      sentence:
        '“抽查事项1”的抽查频次不能同时满足两项规定：不低于每年4次（《示例条例》第三条：法定抽查频次每年不少于4次），不超过每年2次（常德细则第八条：原则上每年开展随机抽查1-2次）。原则上的一项，在计划项中写明突破规定的理由后可以不执行；否则请核对事项的法定比例和频次。',
    })
  })

  test('上下限相等的，仍有一个数可以取', () => {
    const found = ratioBounds(presets.custom, anItem(1, { ...law, ratioFloor: 1000, ratioCeiling: 1000 }))
    expect(found).toMatchObject({ ok: true, floor: { value: 1000 }, ceiling: { value: 1000 } })
  })

  test('法律自相矛盾的，没有理由可写', () => {
    const found = ratioBounds(presets.custom, anItem(1, { ...law, ratioFloor: 2000, ratioCeiling: 1000 }))
    expect(found).toMatchObject({ ok: false, sentence: expect.not.stringContaining('写明理由') })
  })
})

describe('应抽数', () => {
  const range = { floor: bound(200), ceiling: bound(1000) }

  test('没有上下限的，只说明名录数', () => {
    expect(sampleBounds({ floor: null, ceiling: null }, 12)).toMatchObject({
      least: null,
      most: null,
      sentence: '名录（排除前）共12个，细则和法律没有规定比例的上下限，以年度计划为准',
    })
  })

  test('按比例进一，但不因进一而超过上限', () => {
    expect(roundedSample(1000, sampleBounds(range, 15))).toBe(1)
    expect(roundedSample(1000, sampleBounds({ floor: null, ceiling: null }, 15))).toBe(2)
    expect(roundedSample(2000, sampleBounds(range, 15))).toBe(3)
  })

  test('整数计算：5%的20个是1个', () => {
    expect(roundedSample(500, sampleBounds({ floor: null, ceiling: null }, 20))).toBe(1)
    expect(sampleBounds({ floor: bound(700), ceiling: null }, 100).least?.count).toBe(7)
  })

  test('上下限之间没有整数的，任何数量都指出违反哪一项', () => {
    const narrow = sampleBounds({ floor: bound(120), ceiling: bound(140) }, 100)
    for (const total of [1, 2, 3]) expect(checkSample(total, narrow, nothingSetAside, 100)).not.toEqual([])
  })

  test('应抽数为0、超过可抽数的，不能写理由', () => {
    const sizes = sampleBounds({ floor: null, ceiling: null }, 10)
    expect(checkSample(0, sizes, nothingSetAside, 10)).toMatchObject([
      { code: 'nothing-to-draw', canSetAside: false },
    ])
    expect(checkSample(8, sizes, nothingSetAside, 7)).toMatchObject([
      { code: 'not-enough', canSetAside: false },
    ])
  })

  test('排除后可抽的少于下限的，说明可抽数', () => {
    const [problem] = checkSample(
      3,
      sampleBounds({ floor: bound(1000), ceiling: null }, 50),
      nothingSetAside,
      3,
    )
    expect(problem?.sentence).toContain('少于应抽的5个；排除后可抽的只有3个')
  })

  test('必须遵守的，写了理由也不能突破', () => {
    const sizes = sampleBounds(range, 100)
    const setAside = new Map([['ratio-ceiling', '理由']] as const)
    expect(checkSample(11, sizes, setAside, 100)).toMatchObject([
      { code: 'ratio-ceiling', canSetAside: false },
    ])
  })
})

test('取交集时，下限取高、上限取低', () => {
  const a = { floor: bound(200), ceiling: null }
  const b = { floor: bound(500), ceiling: bound(1000) }
  expect(intersect(a, b)).toEqual({ floor: bound(500), ceiling: bound(1000) })
})
