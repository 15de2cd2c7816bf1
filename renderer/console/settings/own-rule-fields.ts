import { creditGrades, objectMarks } from '../../../shared/registry/inspection-object.ts'
import { type VisitKind, visitKinds } from '../../../shared/registry/visit.ts'
import { termWords } from '../../../shared/rules/describe-preset.ts'
import {
  type PlanContent,
  planContents,
  type TermDuty,
  type TermStart,
  termDuties,
  termStarts,
} from '../../../shared/rules/preset-schema.ts'

/** A field of a rule besides its words, its clause and its strength. */
export type RuleExtra = { readonly key: string; readonly title: string } & (
  | { readonly kind: 'per-cent' }
  | { readonly kind: 'number'; readonly suffix: string; readonly optional?: true }
  | { readonly kind: 'switch' }
  | { readonly kind: 'text'; readonly optional?: true; readonly hint?: string }
  | { readonly kind: 'list'; readonly hint: string }
  | { readonly kind: 'numbers'; readonly hint: string }
  | { readonly kind: 'word'; readonly words: readonly Word[] }
  | { readonly kind: 'words'; readonly words: readonly Word[] }
)
type Word = readonly [value: string, label: string]

/** One rule of an 执行细则, as the form of 自定义 has it. */
export interface RuleField {
  /** where it stands in the rules: `yearlyCap`, `ratio.floor`, `terms.report`, `cases.投诉举报` */
  readonly path: string
  readonly title: string
  /** a rule that every text has cannot be switched off */
  readonly always?: true
  /** has no words of its own */
  readonly wordless?: true
  readonly strength?: true
  readonly extras: readonly RuleExtra[]
}

export interface RuleGroup {
  readonly title: string
  readonly rules: readonly RuleField[]
}

const same = (words: readonly string[]): readonly Word[] => words.map((word) => [word, word])
const marks = { key: 'exceptMarks', title: '除外的标记', kind: 'words', words: same(objectMarks) } as const
const grades = {
  key: 'exceptGrades',
  title: '除外的信用等级',
  kind: 'words',
  words: same(creditGrades),
} as const
const plain = (path: string, title: string): RuleField => ({ path, title, extras: [] })
const share = { key: 'value', title: '比例', kind: 'per-cent' } as const
const timesAYear = { key: 'value', title: '每年', kind: 'number', suffix: '次' } as const

const contentWords = {
  scope: '范围',
  objects: '对象',
  ratio: '比例',
  frequency: '频次',
  estimate: '预估数量',
  period: '时间',
  inspectors: '对执法人员的要求',
  steps: '步骤措施',
  use: '结果应用',
} as const satisfies Record<PlanContent, string>
const startWords = {
  'inspection-ended': '检查结束',
  'report-submitted': '提交报告',
  'task-ended': '抽查任务结束',
  'objection-received': '收到异议申请',
  'review-made': '作出复核结果',
} as const satisfies Record<TermStart, string>

const termField = (duty: TermDuty): RuleField => ({
  path: `terms.${duty}`,
  title: termWords[duty],
  extras: [
    { key: 'days', title: '期限', kind: 'number', suffix: '个工作日' },
    {
      key: 'from',
      title: '起算',
      kind: 'word',
      words: termStarts.map((start) => [start, startWords[start]]),
    },
    { key: 'to', title: '对象', kind: 'text', optional: true },
  ],
})
const caseField = (kind: VisitKind): RuleField => plain(`cases.${kind}`, kind)

/** Every rule that an office can write in its own text, in the order in which the work goes. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    title: '抽查比例和频次',
    rules: [
      { path: 'ratio.floor', title: '抽查比例下限', strength: true, extras: [share] },
      { path: 'ratio.ceiling', title: '抽查比例上限', strength: true, extras: [share] },
      plain('ratio.generalCeiling', '一般检查事项的比例'),
      {
        path: 'keyItems',
        title: '重点检查事项的比例',
        extras: [
          { key: 'most', title: '最高', kind: 'per-cent' },
          { key: 'batchOrder', title: '全部抽取时，次序即检查批次顺序', kind: 'switch' },
        ],
      },
      { path: 'frequency.floor', title: '抽查频次下限', strength: true, extras: [timesAYear] },
      { path: 'frequency.ceiling', title: '抽查频次上限', strength: true, extras: [timesAYear] },
    ],
  },
  {
    title: '同一对象',
    rules: [
      plain('inBusiness', '只抽存续的对象'),
      {
        path: 'yearlyCap',
        title: '同一年度抽查次数上限',
        strength: true,
        extras: [
          { key: 'most', title: '不超过', kind: 'number', suffix: '次' },
          { key: 'exceptPublicConcern', title: '社会关注度高、投诉举报多的事项除外', kind: 'switch' },
          marks,
          grades,
        ],
      },
      { path: 'alreadyDrawn', title: '当年已抽查过的不再抽取', strength: true, extras: [marks, grades] },
      {
        path: 'passedThisYear',
        title: '当年已检查合格的不重复检查',
        strength: true,
        extras: [
          { key: 'exceptKeyItems', title: '重点检查事项除外', kind: 'switch' },
          { key: 'exceptWithReason', title: '特殊情况写明理由的除外', kind: 'switch' },
        ],
      },
      {
        path: 'trusted',
        title: '守信对象',
        extras: [
          { key: 'grades', title: '信用等级', kind: 'words', words: same(creditGrades) },
          { key: 'exempt', title: '可以不抽查', kind: 'switch' },
          { key: 'ownRatio', title: '可以另定比例', kind: 'switch' },
        ],
      },
      {
        path: 'emphasis',
        title: '加大抽查力度的对象',
        extras: [
          { key: 'marks', title: '标记', kind: 'words', words: same(objectMarks) },
          { key: 'grades', title: '信用等级', kind: 'words', words: same(creditGrades) },
        ],
      },
      { path: 'merge', title: '多个事项一次完成', strength: true, extras: [] },
    ],
  },
  {
    title: '检查人员',
    rules: [
      {
        path: 'group',
        title: '检查组人数',
        always: true,
        extras: [
          { key: 'least', title: '不少于', kind: 'number', suffix: '人' },
          { key: 'most', title: '不多于', kind: 'number', suffix: '人', optional: true },
        ],
      },
      {
        path: 'leader',
        title: '组长',
        always: true,
        extras: [
          {
            key: 'chosen',
            title: '怎样产生',
            kind: 'word',
            words: [
              ['among-the-group', '在组内选定'],
              ['seat', '抽取组长席'],
            ],
          },
          { key: 'jointFromInitiator', title: '联合抽查由发起部门担任', kind: 'switch' },
        ],
      },
      plain('establishment', '编制'),
      plain('certificate', '执法证件'),
      plain('validCertificate', '证件有效'),
      plain('experts', '专家和第三方'),
      plain('onlyRegistered', '未进入名录库的人员'),
      plain('crossRegion', '跨区域抽调'),
      plain('recusal', '回避'),
      {
        path: 'replacement',
        title: '更换检查人员',
        strength: true,
        extras: [
          { key: 'reasons', title: '可以更换的原因', kind: 'list', hint: '每项后按回车' },
          { key: 'consent', title: '经谁同意', kind: 'text', optional: true },
        ],
      },
    ],
  },
  {
    title: '摇号',
    rules: [
      {
        path: 'witness',
        title: '现场见证',
        always: true,
        wordless: true,
        extras: [{ key: 'roles', title: '见证人的身份', kind: 'list', hint: '第一个即足够；每项后按回车' }],
      },
      plain('evidence', '抽取留证'),
      plain('recordBook', '抽取登记'),
      {
        path: 'pairing',
        title: '人员与对象配对',
        extras: [
          {
            key: 'topology',
            title: '方式',
            kind: 'word',
            words: [
              ['teams', '分组抽人后配对'],
              ['each', '逐一配对'],
            ],
          },
        ],
      },
      { path: 'platform', title: '依托的平台', extras: [{ key: 'name', title: '平台名称', kind: 'text' }] },
      {
        path: 'publicity',
        title: '名单公开',
        always: true,
        extras: [
          {
            key: 'when',
            title: '时间',
            kind: 'word',
            words: [
              ['beforehand', '检查前公开'],
              ['confidential', '检查前保密'],
              ['afterwards', '检查后公开'],
            ],
          },
        ],
      },
    ],
  },
  {
    title: '一单两库',
    rules: [
      plain('listApproval', '事项清单的审定'),
      plain('registerApproval', '名录库的审定'),
      plain('registerPublication', '一单两库的公布'),
      {
        path: 'registerRevision',
        title: '名录库的修订',
        extras: [{ key: 'months', title: '月份', kind: 'numbers', hint: '不填即随时调整；每项后按回车' }],
      },
      {
        path: 'coverage',
        title: '事项覆盖',
        always: true,
        extras: [
          { key: 'market', title: '市场监管', kind: 'per-cent' },
          { key: 'other', title: '其他行政执法', kind: 'per-cent' },
          { key: 'reasonsCount', title: '说明了理由的未纳入事项视为覆盖', kind: 'switch' },
        ],
      },
      plain('onlyListed', '清单以外的事项不检查'),
    ],
  },
  {
    title: '年度计划和实施方案',
    rules: [
      {
        path: 'planDeadline',
        title: '年度计划的时限',
        extras: [
          {
            key: 'year',
            title: '年份',
            kind: 'word',
            words: [
              ['-1', '上一年'],
              ['0', '当年'],
            ],
          },
          { key: 'day', title: '最后一天', kind: 'text', hint: '月-日，如 12-31' },
          { key: 'duty', title: '要求', kind: 'word', words: same(['制定', '报送', '备案']) },
        ],
      },
      {
        path: 'planCompletion',
        title: '年度抽查的完成时限',
        extras: [{ key: 'day', title: '最后一天', kind: 'text', hint: '月-日，如 12-31' }],
      },
      {
        path: 'planContents',
        title: '年度计划的内容',
        always: true,
        extras: [
          {
            key: 'contents',
            title: '须写明',
            kind: 'words',
            words: planContents.map((content) => [content, contentWords[content]]),
          },
        ],
      },
      plain('planScope', '纳入计划的范围'),
      plain('planApproval', '计划的汇总和审定'),
      {
        path: 'planFiling',
        title: '计划的报送或备案',
        extras: [
          { key: 'to', title: '报给', kind: 'text' },
          { key: 'duty', title: '要求', kind: 'word', words: same(['报送', '备案']) },
        ],
      },
      plain('planPublication', '计划的公布'),
      {
        path: 'outsidePlan',
        title: '计划外抽取',
        always: true,
        extras: [
          { key: 'reasons', title: '允许的理由', kind: 'list', hint: '一项也不填即不允许；每项后按回车' },
        ],
      },
      {
        path: 'scheme',
        title: '实施方案的内容',
        always: true,
        extras: [{ key: 'contents', title: '须写明', kind: 'list', hint: '每项后按回车' }],
      },
    ],
  },
  {
    title: '不采取双随机的情形',
    rules: visitKinds.filter((kind) => kind !== '其他部门检查').map(caseField),
  },
  {
    title: '检查之后',
    rules: [
      ...termDuties.map(termField),
      plain('bulletin', '通报'),
      plain('reportContents', '抽查报告的内容'),
      plain('objection', '被检查对象的异议'),
      plain('signatures', '检查结果的签字'),
      plain('resultChange', '已公示结果的更改'),
      plain('publicSystem', '向公示系统公开'),
      plain('archive', '归档'),
      plain('creditUse', '结果用于信用'),
    ],
  },
]

export const ruleFields: readonly RuleField[] = ruleGroups.flatMap(({ rules }) => rules)

/** Names of things (称谓), with the fields of the text's own name. */
export const nameFields = [
  ['title', '细则全称'],
  ['shortName', '简称，条款由此引用'],
  ['itemList', '事项清单的称谓'],
  ['objectRegister', '检查对象名录的称谓'],
  ['inspectorRegister', '执法检查人员名录的称谓'],
  ['drawnObjects', '抽中对象名单的称谓'],
  ['responsible', '责任部门的称谓'],
  ['leadingGroup', '领导小组的称谓'],
] as const
export type NameField = (typeof nameFields)[number][0]
