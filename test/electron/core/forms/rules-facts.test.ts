import { describe, expect, it } from 'vitest'
import { rulesFacts } from '../../../../electron/core/forms/rules-facts.ts'
import { presetNames, presets } from '../../../../shared/rules/preset.ts'

describe('what papers cite of the 执行细则', () => {
  it('names the text by its full title where the party or the public reads it, one clause once', () => {
    const { review, publication, recusal } = rulesFacts(presets.heilongjiang)
    const title = '《黑龙江省住建系统“双随机、一公开”监管实施细则》第二十三条'
    expect(review).toBe(
      `对检查结果有异议的，在接到申请材料之日起20个工作日内进行复核；复核情况自作出复查结果后15个工作日内反馈被检查对象（${title}）`,
    )
    expect(publication).toContain(`（${title}）`)
    expect(recusal).toContain('（黑龙江细则第十八条）')
  })

  it('keeps the short name of a clause that stands in another text than the title says (漳平)', () => {
    expect(rulesFacts(presets.zhangping).publication).toContain('（漳平细则第十一条）')
  })

  it.each(presetNames)('of %s invents no term: 复核 has one only where the text sets it', (name) => {
    const { review, report, publication } = rulesFacts(presets[name])
    expect(review !== null).toBe(name === 'heilongjiang')
    expect(report !== null).toBe(['dawa', 'changde', 'ziyang'].includes(name))
    expect(publication !== null).toBe(['zhangping', 'changde', 'heilongjiang'].includes(name))
    for (const said of [review, report, publication]) expect(said ?? '').not.toMatch(/。|null|undefined/)
  })
})
