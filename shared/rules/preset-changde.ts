import {
  coverageByPractice,
  groupByPractice,
  leaderByPractice,
  nonRandomByPractice,
  recusalByPractice,
  schemeByPractice,
} from './by-practice.ts'
import type { PresetRules } from './preset-schema.ts'

/** S2 常德: 常德市自然资源和规划局. */
export const changdePreset: PresetRules = {
  title: '常德市自然资源和规划局“双随机、一公开”工作实施细则（试行）',
  shortName: '常德细则',
  words: {
    itemList: '随机抽查事项清单',
    objectRegister: '被检市场主体名录库',
    inspectorRegister: '执法检查人员名录库',
    drawnObjects: '被检市场主体名单',
    responsible: '检查部门',
    leadingGroup: '领导小组办公室',
  },
  witnessRoles: ['领导小组办公室'],
  clause: '常德细则第十条',
  evidence: {
    words: '通过摇号的方式抽取，有效排除人为因素干扰，全程留痕，实现责任可追溯',
    clause: '常德细则第十条',
  },
  recordBook: null,
  pairing: null,
  platform: null,
  nonRandom: nonRandomByPractice,
  ratio: {
    floor: {
      value: 200,
      strength: 'principle',
      words: '抽取比例原则上为市场主体的2%-10%',
      clause: '常德细则第八条',
    },
    ceiling: {
      value: 1000,
      strength: 'principle',
      words: '抽取比例原则上为市场主体的2%-10%',
      clause: '常德细则第八条',
    },
    generalCeiling: null,
  },
  frequency: {
    floor: {
      value: 1,
      strength: 'principle',
      words: '原则上每年开展随机抽查1-2次',
      clause: '常德细则第八条',
    },
    ceiling: {
      value: 2,
      strength: 'principle',
      words: '原则上每年开展随机抽查1-2次',
      clause: '常德细则第八条',
    },
  },
  keyItems: null,
  inBusiness: null,
  yearlyCap: {
    most: 2,
    strength: 'firm',
    exceptPublicConcern: false,
    exceptMarks: [],
    exceptGrades: [],
    words: '在同一年度内对同一市场主体的抽查次数不超过2次',
    clause: '常德细则第十一条',
  },
  // The same article's last sentence lets these be drawn again; the cap, 不超过, it does not lift.
  alreadyDrawn: {
    strength: 'principle',
    exceptMarks: ['投诉举报多', '严重违法失信'],
    exceptGrades: ['D'],
    words: '对已抽查过的市场主体，原则上不再列入当年抽查名单',
    clause: '常德细则第十一条',
  },
  passedThisYear: null,
  trusted: {
    grades: ['A'],
    exempt: true,
    ownRatio: true,
    words: '对于守信企业，在抽取时可予以不抽查或降低抽查次数',
    clause: '常德细则第八条',
  },
  emphasis: {
    marks: ['投诉举报多', '严重违法失信'],
    grades: ['D'],
    words:
      '对被投诉举报较多、有严重违法违规记录、失信等级高等特殊监管对象，要加大随机抽查力度，适时提高抽查比例和频次',
    clause: '常德细则第十一条',
  },
  merge: null,
  group: groupByPractice,
  leader: leaderByPractice,
  establishment: {
    words: '执法检查人员应当具有行政编制或者事业编制',
    clause: '常德细则第六条',
  },
  certificate: {
    words: '执法检查人员应当取得常德市行政执法证件或自然资源部颁发的执法监察证件',
    clause: '常德细则第六条',
  },
  validCertificate: null,
  experts: null,
  onlyRegistered: null,
  crossRegion: null,
  recusal: recusalByPractice,
  replacement: null,
  listApproval: {
    words: '领导小组办公室负责审查汇总，报经局长办公会审议通过后，及时向社会公布',
    clause: '常德细则第七条',
  },
  registerApproval: {
    words: '领导小组办公室负责审查汇总，报经局长办公会审议通过后，及时向社会公布',
    clause: '常德细则第七条',
  },
  registerPublication: {
    words: '事项清单和两个名录库报经局长办公会审议通过后，及时向社会公布',
    clause: '常德细则第七条',
  },
  registerRevision: {
    months: [],
    words: '事项清单、执法检查人员名录库、被检市场主体名录库动态调整',
    clause: '常德细则第七条',
  },
  coverage: coverageByPractice,
  planDeadline: {
    year: 0,
    // 年初 names no day: the end of January is this program's reading.
    day: '01-31',
    duty: '制定',
    words: '每年年初制定本年度随机抽查计划（本程序按1月底计）',
    clause: '常德细则第八条',
  },
  planCompletion: null,
  planContents: {
    contents: ['scope', 'inspectors', 'ratio', 'frequency', 'period'],
    words: '被检市场主体的范围、对执法检查人员的要求、抽查的比例和频次、实施检查的时间等',
    clause: '常德细则第八条',
  },
  onlyListed: { words: '权责清单没有明确规定的，一律不得开展检查', clause: '常德细则第三条' },
  planScope: null,
  planApproval: {
    words: '经局“双随机一公开”工作领导小组审定',
    clause: '常德细则第八条',
  },
  planFiling: null,
  planPublication: {
    words: '年度计划经局“双随机一公开”工作领导小组审定后统一公布实施',
    clause: '常德细则第八条',
  },
  outsidePlan: {
    reasons: [
      {
        words: '对被投诉举报较多、有严重违法违规记录、失信等级高等特殊监管对象，适时提高抽查比例和频次',
        clause: '常德细则第十一条',
      },
    ],
    words: '对特殊监管对象要加大随机抽查力度，适时提高抽查比例和频次',
    clause: '常德细则第十一条',
  },
  scheme: {
    contents: schemeByPractice.contents,
    words:
      '包括检查事项、实施时间、检查目的、检查程序、工作分工、执法人员数量、被检查对象数量、保密要求等内容',
    clause: '常德细则第九条',
  },
  terms: [
    {
      duty: 'report',
      days: 3,
      from: 'inspection-ended',
      to: '检查部门',
      words: '检查结束后，在3个工作日内提交随机抽查情况报告',
      clause: '常德细则第十五条',
    },
    {
      duty: 'publication',
      days: 10,
      // The article names no event; the report's submission is the one that it speaks of.
      from: 'report-submitted',
      to: '社会公众（局政务网）',
      words: '报分管局领导审定，并在10个工作日内将抽查情况及处理结果在局政务网公开',
      clause: '常德细则第十六条',
    },
  ],
  publicity: {
    when: 'confidential',
    words: '实施方案包括保密要求；严格遵守保密制度及相关要求',
    clause: '常德细则第九条、第十七条',
  },
  bulletin: null,
  reportContents: {
    words: '检查过程中形成的材料应当作为检查报告的附件一并提交',
    clause: '常德细则第十五条',
  },
  objection: {
    words:
      '检查记录应当给被检市场主体查阅；有异议的可当场提出，执法检查人员听取陈述和申辩，进行复核，记录在检查报告中',
    clause: '常德细则第十四条',
  },
  signatures: null,
  resultChange: null,
  publicSystem: null,
  archive: { words: '检查部门做好执法检查的组织实施、过程留痕、档案管理工作', clause: '常德细则第五条' },
  creditUse: { words: '将抽查结果与信用监管联动，建立健全市场主体诚信档案', clause: '常德细则第十八条' },
}
