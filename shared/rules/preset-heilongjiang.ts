import { coverageByPractice, groupByPractice, presentByPractice, schemeByPractice } from './by-practice.ts'
import type { PresetRules } from './preset-schema.ts'

/** S3 黑龙江: 黑龙江省住建系统. */
export const heilongjiangPreset: PresetRules = {
  title: '黑龙江省住建系统“双随机、一公开”监管实施细则',
  shortName: '黑龙江细则',
  words: {
    itemList: '随机抽查事项清单',
    objectRegister: '检查对象名录库',
    inspectorRegister: '执法检查人员名录库',
    drawnObjects: '检查对象名单',
    responsible: '任务执行单位',
    leadingGroup: '住建归口部门',
  },
  witnessRoles: presentByPractice,
  clause: null,
  evidence: {
    words: '重要的行政执法检查环节要利用音频、视频等电子技术手段进行记录',
    clause: '黑龙江细则第二十二条',
  },
  recordBook: null,
  pairing: {
    topology: 'each',
    words: '查看具体检查对象名单，并进行检查人员的匹配操作，每个检查对象应安排不少于2名检查人员',
    clause: '黑龙江细则第十七条',
  },
  platform: {
    name: '黑龙江省事中事后综合监管系统',
    words: '依托省平台实施；任务发起、名单抽取和派发、人员匹配等各个环节均在省平台操作',
    clause: '黑龙江细则第六条、第十五条、第二十六条',
  },
  nonRandom: {
    cases: [
      {
        kind: '上级专门部署',
        words: '国务院、住房城乡建设部和省政府对监督检查有专门要求或重点工作部署的',
        clause: '黑龙江细则第三条（一）',
      },
      {
        kind: '投诉举报',
        words: '受理投诉举报发现涉嫌违法违规行为，依法应当进行监督检查的',
        clause: '黑龙江细则第三条（二）',
      },
      {
        kind: '大数据监测发现',
        words: '大数据监测、依法履职过程中发现涉嫌违法违规行为，依法应当进行监督检查的',
        clause: '黑龙江细则第三条（二）',
      },
      { kind: '转办交办督办', words: '转办、交办、督办案件的', clause: '黑龙江细则第三条（三）' },
      { kind: '突发安全事件', words: '突发性安全生产事件的', clause: '黑龙江细则第三条（四）' },
      {
        kind: '其他非双随机',
        words: '其他不适用于开展“双随机、一公开”监管的',
        clause: '黑龙江细则第三条（五）',
      },
    ],
  },
  ratio: {
    floor: null,
    ceiling: null,
    generalCeiling: {
      words: '一般检查事项针对一般监管领域，抽查比例应根据监管实际情况设置上限',
      clause: '黑龙江细则第八条',
    },
  },
  frequency: { floor: null, ceiling: null },
  keyItems: {
    most: 10_000,
    batchOrder: true,
    words:
      '重点检查事项抽查比例不设上限，最高可以达到100%；抽查比例高的，可以通过随机抽取的方式确定检查批次顺序',
    clause: '黑龙江细则第八条',
  },
  inBusiness: null,
  yearlyCap: {
    most: 2,
    strength: 'principle',
    exceptPublicConcern: false,
    exceptMarks: ['投诉举报多', '经营异常', '重点关注', '严重违法失信'],
    exceptGrades: [],
    words: '在同一年度内对同一检查对象的抽查次数原则上不超过两次',
    clause: '黑龙江细则第十四条',
  },
  alreadyDrawn: null,
  passedThisYear: {
    strength: 'firm',
    exceptKeyItems: true,
    exceptWithReason: true,
    words: '除重点领域或者特殊情况外，在同一年度内不得对已检查合格的事项重复进行行政执法检查',
    clause: '黑龙江细则第十二条',
  },
  trusted: null,
  emphasis: {
    marks: ['投诉举报多', '经营异常', '重点关注', '严重违法失信'],
    grades: [],
    words:
      '对被投诉举报多、列入经营异常名录、重点关注对象名单、有严重违法违规记录等情形的，应适当增加抽查频次，加大抽查比例',
    clause: '黑龙江细则第十四条',
  },
  merge: {
    strength: 'firm',
    words: '按照“一次到位”的要求，对被检查对象要一次性完成本次联合抽查事项清单中所有内容的检查工作',
    clause: '黑龙江细则第二十条',
  },
  group: {
    ...groupByPractice,
    words: '每个检查对象应安排不少于2名检查人员',
    clause: '黑龙江细则第十七条',
  },
  leader: {
    chosen: 'among-the-group',
    jointFromInitiator: true,
    words: '检查人员组成检查组，选定1人为组长；部门联合抽查，由任务发起部门的执法检查人员任组长',
    clause: '黑龙江细则第十七条',
  },
  establishment: null,
  certificate: {
    words: '执法检查人员名录库包括本级机关及直属单位中，具有行政执法资格的人员',
    clause: '黑龙江细则第十一条',
  },
  validCertificate: null,
  experts: {
    words: '在满足执法检查人数要求的基础上，吸收检测机构、科研院所和专家学者等参与，辅助抽查',
    clause: '黑龙江细则第十一条',
  },
  onlyRegistered: null,
  crossRegion: null,
  recusal: {
    words: '人员与检查对象有利害关系的，应当申请回避',
    clause: '黑龙江细则第十八条',
  },
  replacement: {
    reasons: ['工作岗位调整', '工作冲突', '身体健康状况', '执行回避'],
    consent: '本部门分管负责人',
    strength: 'principle',
    words:
      '抽取的检查人员原则上不得更换，确因特殊情况无法继续履行检查任务的，经本部门分管负责人同意后可以调整更换，在具备执法资格的其他人员中随机抽取',
    clause: '黑龙江细则第十八条',
  },
  listApproval: null,
  registerApproval: null,
  registerPublication: {
    words: '抽查事项清单适时动态调整，并及时公布调整情况',
    clause: '黑龙江细则第七条',
  },
  registerRevision: {
    months: [],
    words: '根据检查对象和执法检查人员变动情况，及时进行动态管理',
    clause: '黑龙江细则第九条',
  },
  coverage: coverageByPractice,
  planDeadline: {
    year: 0,
    day: '03-10',
    duty: '备案',
    words: '每年3月上旬将抽查计划报上级业务主管部门备案',
    clause: '黑龙江细则第十二条',
  },
  planCompletion: null,
  planContents: {
    contents: ['scope', 'period', 'estimate', 'ratio'],
    words: '各项抽查的范围、时间安排和预估数量、抽查比例等',
    clause: '黑龙江细则第十三条',
  },
  onlyListed: {
    words: '根据抽查事项清单和抽查工作计划，随机抽取检查对象',
    clause: '黑龙江细则第二条',
  },
  planScope: null,
  planApproval: null,
  planFiling: {
    to: '上级业务主管部门',
    duty: '备案',
    words: '每年3月上旬将抽查计划报上级业务主管部门备案',
    clause: '黑龙江细则第十二条',
  },
  planPublication: { words: '通过门户网站等平台社会公开', clause: '黑龙江细则第十二条' },
  outsidePlan: {
    reasons: [],
    words: '根据抽查事项清单和抽查工作计划抽取；计划根据实际情况进行动态调整，先调整计划再抽取',
    clause: '黑龙江细则第二条、第十二条',
  },
  scheme: {
    contents: schemeByPractice.contents,
    words: '制定具体检查工作方案，明确责任分工、程序规范、时间节点',
    clause: '黑龙江细则第十七条',
  },
  terms: [
    {
      duty: 'publication',
      days: 20,
      from: 'task-ended',
      to: '社会公众（公示系统）',
      words: '在抽查任务结束后20个工作日内，将检查结果录入省平台，并通过公示系统公示',
      clause: '黑龙江细则第二十三条',
    },
    {
      duty: 'review',
      days: 20,
      from: 'objection-received',
      to: null,
      words: '对检查结果有异议的，在接到申请材料之日起20个工作日内进行复核',
      clause: '黑龙江细则第二十三条',
    },
    {
      duty: 'answer',
      days: 15,
      from: 'review-made',
      to: '被检查对象',
      words: '复核情况自作出复查结果后15个工作日内反馈被检查对象',
      clause: '黑龙江细则第二十三条',
    },
  ],
  publicity: {
    when: 'afterwards',
    words: '除依法依规不予公开的情形外，检查结果在抽查任务结束后公示',
    clause: '黑龙江细则第二十三条',
  },
  bulletin: null,
  reportContents: null,
  objection: {
    words: '被检查对象对检查结果有异议的，任务执行单位进行复核，经复核确有错误的予以更正',
    clause: '黑龙江细则第二十三条',
  },
  signatures: {
    words: '汇总检查情况形成检查结果并由检查组全体成员签字确认',
    clause: '黑龙江细则第二十一条',
  },
  resultChange: {
    words: '检查结果一经公示，不得擅自更改；确有错误的，经任务执行单位主要负责人签字确认后及时更改',
    clause: '黑龙江细则第二十三条',
  },
  publicSystem: { words: '将检查结果录入省平台，并通过公示系统公示', clause: '黑龙江细则第二十三条' },
  archive: {
    words: '检查过程中形成的文字和音像记录应归档保管',
    clause: '黑龙江细则第二十四条',
  },
  creditUse: null,
}
