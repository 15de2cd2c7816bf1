import type { PresetRules } from './preset-schema.ts'

/*
 * What holds where a text is silent: the practice of offices, and rules that bind every office whatever its text.
 * Their clause is `null`, so that no paper ever cites a text for what it does not say.
 */

/** Where a text names nobody, practice has the 纪检监察 present. */
export const presentByPractice = ['纪检监察人员', '见证人']

/** 不得少于两人: no on-site inspection is made by one, whatever the office's own text says of it. */
export const groupByPractice: PresetRules['group'] = {
  least: 2,
  most: null,
  words: '执法检查人员不得少于2人（通行做法，细则没有写明）',
  clause: null,
}

export const leaderByPractice: PresetRules['leader'] = {
  chosen: 'among-the-group',
  jointFromInitiator: true,
  words: '检查组设组长1人；联合抽查由发起部门的人员任组长（通行做法，细则没有写明）',
  clause: null,
}

/** What is no 双随机 where the text gives no list of its own: the cases of S0 三（二） and S3 第三条. */
export const nonRandomByPractice: PresetRules['nonRandom'] = {
  cases: [
    { kind: '投诉举报', words: '受理投诉、举报', clause: null },
    { kind: '转办交办督办', words: '转办、交办、督办案件', clause: null },
    { kind: '其他部门移送', words: '其他部门移送案件线索', clause: null },
    { kind: '大数据监测发现', words: '大数据监测发现涉嫌违法违规行为', clause: null },
    { kind: '突发安全事件', words: '突发安全事件', clause: null },
    { kind: '上级专门部署', words: '上级专门要求或重点工作部署', clause: null },
    { kind: '其他非双随机', words: '其他不采取双随机方式的情形', clause: null },
  ],
}

/** S4 二 as a yardstick for offices whose text sets none. */
export const coverageByPractice: PresetRules['coverage'] = {
  market: 7000,
  other: 5000,
  reasonsCount: false,
  words: '市场监管执法事项的70%以上、其他行政执法事项的50%以上（通行做法，细则没有写明）',
  clause: null,
}

/** S2 第九条 as a pattern for offices whose text gives none. */
export const schemeByPractice: PresetRules['scheme'] = {
  contents: [
    '检查事项',
    '实施时间',
    '检查目的',
    '检查程序',
    '工作分工',
    '执法人员数量',
    '被检查对象数量',
    '保密要求',
  ],
  words:
    '检查事项、实施时间、检查目的、检查程序、工作分工、执法人员数量、被检查对象数量、保密要求（通行做法，细则没有写明）',
  clause: null,
}

/** After the visit, where the text asks for neither more nor less. */
export const publicityByPractice: PresetRules['publicity'] = {
  when: 'afterwards',
  words: '抽取名单在检查后随结果公开（通行做法，细则没有写明）',
  clause: null,
}

export const recusalByPractice: PresetRules['recusal'] = {
  words: '执法检查人员与检查对象有利害关系的，应当回避（通行做法，细则没有写明）',
  clause: null,
}
