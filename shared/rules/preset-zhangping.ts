import { groupByPractice, leaderByPractice, nonRandomByPractice, schemeByPractice } from './by-practice.ts'
import type { PresetRules } from './preset-schema.ts'

/**
 * S1 漳平: 漳平市住房和城乡建设局. Three of its annexes rule: 附件2 实施方案 (`漳平实施方案`), 附件3 抽查工作细则
 * (`漳平细则`), 附件4 2022年度工作计划 (`漳平年度计划`).
 */
export const zhangpingPreset: PresetRules = {
  title: '漳平市住房和城乡建设局推进“双随机、一公开”监管工作实施方案',
  shortName: '漳平细则',
  words: {
    itemList: '双随机抽查事项清单',
    objectRegister: '市场主体名录库',
    inspectorRegister: '执法人员名录库',
    drawnObjects: '检查对象名录库',
    responsible: '责任股室',
    leadingGroup: '领导小组办公室',
  },
  witnessRoles: ['单位纪检监察人员'],
  clause: '漳平实施方案六1',
  evidence: {
    words: '抽取过程要邀请单位纪检监察人员参与，并有拍照、摄像等方式进行保存留证',
    clause: '漳平实施方案六1',
  },
  recordBook: { words: '抽取结果要登记在《抽查工作记录表》', clause: '漳平实施方案六1' },
  pairing: null,
  platform: null,
  nonRandom: nonRandomByPractice,
  ratio: {
    floor: {
      value: 500,
      strength: 'principle',
      words: '法律法规规章没有规定的，随机抽查比例原则上不低于本级监管市场主体或项目的5%',
      clause: '漳平细则第九条',
    },
    ceiling: null,
    generalCeiling: null,
  },
  frequency: {
    floor: {
      value: 2,
      strength: 'principle',
      words: '法律法规规章没有规定的，抽查频次原则上每年不小于2次',
      clause: '漳平细则第九条',
    },
    ceiling: null,
  },
  keyItems: null,
  inBusiness: null,
  yearlyCap: null,
  alreadyDrawn: null,
  passedThisYear: null,
  trusted: null,
  emphasis: {
    marks: ['投诉举报多', '严重违法失信'],
    grades: [],
    words: '对投诉较多的或有严重违法违规迹象的市场主体要加大抽查力度',
    clause: '漳平细则第九条',
  },
  merge: null,
  group: {
    ...groupByPractice,
    words: '由持有执法证的执法人员2人以上组成一组一同进行',
    clause: '漳平细则第十条',
  },
  leader: leaderByPractice,
  establishment: null,
  certificate: {
    words: '由持有执法证的执法人员2人以上组成一组一同进行，应当出示执法证并记录在案',
    clause: '漳平细则第十条',
  },
  validCertificate: null,
  experts: null,
  onlyRegistered: null,
  crossRegion: { words: '加强跨区域执法的协同配合', clause: '漳平实施方案七（一）' },
  recusal: {
    words: '执法检查人员与检查对象有利害关系的应当申请回避',
    clause: '漳平细则第八条',
  },
  replacement: null,
  listApproval: {
    words: '领导小组汇总形成本局随机抽查事项清单，经局领导研究审定后公布',
    clause: '漳平实施方案一',
  },
  registerApproval: null,
  registerPublication: {
    words: '事项清单、市场主体名录库提交综合股进行检查前的公开，不能事前公开的需说明理由',
    clause: '漳平年度计划五4',
  },
  registerRevision: {
    months: [6, 12],
    words: '每年6月、12月，根据市场主体的变动，定期对市场主体名录库进行修订',
    clause: '漳平细则第六条',
  },
  coverage: {
    market: 10_000,
    other: 10_000,
    reasonsCount: true,
    words: '权责清单中的监督检查事项全覆盖，对无法进行双随机抽查的事项提出充分的理由',
    clause: '漳平实施方案一',
  },
  planDeadline: null,
  planCompletion: { day: '12-31', words: '在年底前需全部完成抽查工作', clause: '漳平年度计划四' },
  planContents: {
    contents: ['period', 'objects', 'scope', 'inspectors', 'ratio', 'frequency', 'steps', 'use'],
    words: '抽查时间、检查对象、检查范围、检查要求、本年度抽查比例和频次、步骤措施、结果应用等',
    clause: '漳平实施方案三',
  },
  onlyListed: null,
  planScope: {
    words:
      '所有监督检查事项和所有监管对象都需纳入检查范围，对无需进行双随机抽查或无法进行抽查的，需提出充分的理由',
    clause: '漳平年度计划二1',
  },
  planApproval: { words: '领导小组办公室负责汇总形成本年度抽查工作计划', clause: '漳平实施方案三' },
  planFiling: null,
  planPublication: null,
  outsidePlan: {
    reasons: [
      {
        words: '对投诉较多的或有严重违法违规迹象的市场主体加大抽查力度',
        clause: '漳平细则第九条',
      },
    ],
    words: '对投诉较多的或有严重违法违规迹象的市场主体要加大抽查力度',
    clause: '漳平细则第九条',
  },
  scheme: schemeByPractice,
  terms: [
    {
      duty: 'publication',
      days: 10,
      from: 'inspection-ended',
      to: '社会公众（政府网站）',
      words: '在10个工作日内通过政府网站向社会公示抽查结果',
      clause: '漳平细则第十一条',
    },
  ],
  publicity: {
    when: 'beforehand',
    words:
      '事项清单、市场主体名录库和随机抽取的检查对象及执法人员名单进行检查前的公开，不能事前公开的需说明理由',
    clause: '漳平年度计划五4',
  },
  bulletin: { words: '建立“一抽查一通报”制度', clause: '漳平细则第十一条' },
  reportContents: null,
  objection: null,
  signatures: null,
  resultChange: null,
  publicSystem: {
    words: '涉企事项需将抽查结果在国家企业信用信息公示系统（福建）进行公开',
    clause: '漳平年度计划六',
  },
  archive: {
    words: '开展工作的所有材料及时提交一份给领导小组办公室',
    clause: '漳平实施方案六4',
  },
  creditUse: { words: '纳入本系统市场主体诚信档案，做到惩处与教育并举', clause: '漳平细则第十一条' },
}
