import { perCent } from './per-cent.ts'
import type { Preset } from './preset.ts'
import type { TermDuty } from './preset-schema.ts'
import type { Strength } from './strength.ts'

/** One line of a preset as people read it. */
export interface PresetEntry {
  readonly title: string
  readonly value: string
  /** `null` where the text is silent */
  readonly clause: string | null
  /** `null` where the clause states no rule that could yield */
  readonly strength: Strength | null
}

interface Stated {
  readonly words: string
  readonly clause: string | null
  readonly strength?: Strength
}

export const termWords = {
  report: '提交检查报告',
  feedback: '向被检查对象反馈结果',
  publication: '公示检查结果',
  review: '复核异议',
  answer: '反馈复核情况',
} as const satisfies Record<TermDuty, string>

/** A provision that the text demands without 原则上. */
function demanded(stated: Stated | null): Stated | null {
  return stated === null || stated.clause === null ? stated : { ...stated, strength: 'firm' }
}

/** The preset in Chinese, line by line, for settings, command line and help; what it does not speak of is left out. */
export function describePreset(preset: Preset): readonly PresetEntry[] {
  const { words } = preset
  const entry = (title: string, stated: Stated | null, lead = ''): PresetEntry[] =>
    stated === null
      ? []
      : [
          {
            title,
            value: `${lead}${stated.words}`,
            clause: stated.clause,
            strength: stated.strength ?? null,
          },
        ]
  const bound = (
    title: string,
    stated: (Stated & { readonly value: number }) | null,
    show: (n: number) => string,
  ) => (stated === null ? [] : entry(title, stated, `${show(stated.value)}。`))
  const times = (value: number) => `每年${value}次`
  const named: Stated = {
    words: `${words.itemList}、${words.objectRegister}、${words.inspectorRegister}；抽中的为${words.drawnObjects}`,
    clause: null,
  }
  return [
    ...entry('称谓', named),
    ...entry('现场见证', { words: preset.witnessRoles.join('、'), clause: preset.clause }),
    ...entry('抽取留证', preset.evidence),
    ...entry('抽取登记', preset.recordBook),
    ...entry('人员与对象配对', preset.pairing),
    ...entry(preset.platform === null ? '' : `依托平台（${preset.platform.name}）`, preset.platform),
    ...preset.nonRandom.cases.flatMap((one) => entry(`不采取双随机：${one.kind}`, one)),
    ...bound('抽查比例下限', preset.ratio.floor, perCent),
    ...bound('抽查比例上限', preset.ratio.ceiling, perCent),
    ...entry('一般检查事项的比例', demanded(preset.ratio.generalCeiling)),
    ...entry('重点检查事项的比例', preset.keyItems),
    ...bound('抽查频次下限', preset.frequency.floor, times),
    ...bound('抽查频次上限', preset.frequency.ceiling, times),
    ...entry('经营状态', preset.inBusiness),
    ...entry('同一年度抽查次数', preset.yearlyCap),
    ...entry('当年已抽查过的', preset.alreadyDrawn),
    ...entry('当年已检查合格的', preset.passedThisYear),
    ...entry('守信对象', preset.trusted),
    ...entry('加大力度的对象', preset.emphasis),
    ...entry('多个事项一次完成', preset.merge),
    ...entry('检查组人数', demanded(preset.group)),
    ...entry('组长', preset.leader),
    ...entry('编制', demanded(preset.establishment)),
    ...entry('执法证件', demanded(preset.certificate)),
    ...entry('证件有效', demanded(preset.validCertificate)),
    ...entry('专家和第三方', preset.experts),
    ...entry('未入库人员', demanded(preset.onlyRegistered)),
    ...entry('跨区域', preset.crossRegion),
    ...entry('回避', demanded(preset.recusal)),
    ...entry('更换检查人员', preset.replacement),
    ...entry('事项清单审定', preset.listApproval),
    ...entry('名录库审定', preset.registerApproval),
    ...entry('一单两库公布', preset.registerPublication),
    ...entry('名录库修订', demanded(preset.registerRevision)),
    ...entry('事项覆盖', preset.coverage),
    ...entry('年度计划时限', demanded(preset.planDeadline)),
    ...entry('年度抽查完成', demanded(preset.planCompletion)),
    ...entry('年度计划内容', preset.planContents),
    ...entry('清单以外的事项', demanded(preset.onlyListed)),
    ...entry('纳入计划的范围', preset.planScope),
    ...entry('年度计划审定', preset.planApproval),
    ...entry(
      preset.planFiling === null ? '' : `年度计划${preset.planFiling.duty}`,
      demanded(preset.planFiling),
    ),
    ...entry('年度计划公布', preset.planPublication),
    ...entry('计划外抽取', preset.outsidePlan, preset.outsidePlan.reasons.length === 0 ? '不允许。' : ''),
    ...entry('实施方案', preset.scheme),
    ...preset.terms.flatMap((term) =>
      entry(`${termWords[term.duty]}（${term.days}个工作日）`, demanded(term)),
    ),
    ...entry('名单公开', preset.publicity),
    ...entry('通报', preset.bulletin),
    ...entry('抽查报告', preset.reportContents),
    ...entry('异议', preset.objection),
    ...entry('签字确认', preset.signatures),
    ...entry('公示后更改', preset.resultChange),
    ...entry('公示系统', preset.publicSystem),
    ...entry('归档', preset.archive),
    ...entry('信用运用', preset.creditUse),
  ]
}
