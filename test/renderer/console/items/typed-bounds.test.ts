import { describe, expect, it } from 'vitest'
import { typedBounds } from '../../../../renderer/console/items/typed-bounds.ts'
import { presets } from '../../../../shared/rules/preset.ts'

const typed = { name: '燃气经营安全检查', category: '一般', ratio: '5%', frequency: '1' }

describe('what bounds an item as its form stands', () => {
  it('is the preset where the law says nothing, with its clause', () => {
    const [ratio, frequency] = typedBounds(presets.changde, typed)
    expect(ratio?.ok).toBe(true)
    expect(ratio?.sentences.join()).toMatch(/不低于2%.*常德细则第八条.*不超过10%/)
    expect(frequency?.sentences.join()).toMatch(/每年1次.*每年2次/)
  })

  it('S1 第九条: what the law of the item says comes first', () => {
    const law = { ...typed, lawBasis: '《城镇燃气管理条例》第四十一条', ratioFloor: '8%' }
    const [ratio] = typedBounds(presets.zhangping, law)
    expect(ratio?.sentences[0]).toMatch(/^不低于8%.*《城镇燃气管理条例》第四十一条/)
    expect(ratio?.sentences.at(-1)).toBe('上面填写的抽查比例是5%，低于下限。')
    expect(ratio?.ok).toBe(false)
  })

  it('bounds that no number keeps are shown both', () => {
    const law = { ...typed, lawBasis: '《某法》第一条', ratioFloor: '20%' }
    const [ratio] = typedBounds(presets.changde, law)
    expect(ratio?.ok).toBe(false)
    expect(ratio?.sentences.join()).toMatch(/不低于20%.*《某法》第一条.*不超过10%.*常德细则第八条/)
  })

  it('a box that cannot be read yet bounds nothing, and an empty form has no bounds', () => {
    const [ratio, frequency] = typedBounds(presets.custom, { ...typed, ratioFloor: '很多' })
    expect(ratio).toEqual({
      title: '抽查比例',
      ok: true,
      sentences: ['法律和执行细则没有规定上下限，以年度计划为准。'],
    })
    expect(frequency?.ok).toBe(true)
  })
})
