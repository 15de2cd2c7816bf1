import { describe, expect, it } from 'vitest'
import { formCatalogue, formOf } from '../../../shared/forms/form-catalogue.ts'
import { allWordsOf, occasions, papersOf } from './every-form.ts'
import { wordsOf } from './form-texts.ts'
import { blankInspection } from './sample-inspection.ts'

/** What a program says when it meant nothing, and words of the code that are no words of the office. */
const slips =
  /undefined|null|NaN|\[object|Infinity|Invalid Date|\b(?:official|rehearsal|unwitnessed|aborted|void|true|false|inspector|replace-object|replace-inspector)\b/u

describe('every form', () => {
  it.for(occasions)('says words and nothing of the program: %s', ([, facts]) => {
    for (const definition of formCatalogue) {
      for (const paper of papersOf(definition, facts)) {
        expect(paper.id).toBe(definition.id)
        expect(slips.exec(allWordsOf(paper))?.[0], `${definition.name}`).toBeUndefined()
      }
    }
  })

  it('that is blank says of nothing that there is none: whoever fills it in by hand writes it', () => {
    for (const definition of formCatalogue) {
      for (const paper of papersOf(definition, blankInspection()))
        expect(wordsOf(paper).split('\n'), definition.name).not.toContain('无')
    }
  })

  it('that a double-random inspection needs is there', () => {
    const needed =
      '抽查工作记录表 随机抽取结果名单 检查人员名单及分组 抽查实施方案 行政检查审批表 行政检查通知书 现场检查记录表 检查结果清单 ' +
      '随机抽查情况报告 回避、更换人员审批表 责令整改通知书 责令停止违法行为通知书 案件移送函 证据提取清单 抽样取证凭证 ' +
      '勘验笔录 询问笔录 权利告知及陈述申辩记录 抽查结果告知书 复核答复书 事前公示稿 结果公示稿 一抽查一通报 年度抽查计划表 ' +
      '随机抽查事项清单 检查对象名录库 执法检查人员名录库 档案目录 锁定名单校验单 非双随机检查登记表 见证人数字条'
    const names = formCatalogue.map(({ name }) => name)
    expect(needed.split(' ').filter((name) => !names.includes(name))).toEqual([])
  })

  it('is found by its id and by its name, and neither is given twice', () => {
    for (const definition of formCatalogue) {
      expect(formOf(definition.id)).toBe(definition)
      expect(formOf(definition.name)).toBe(definition)
    }
  })
})
