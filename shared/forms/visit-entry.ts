import {
  type EntryField,
  type EntryList,
  type EntryLists,
  type EntryValues,
  entrySchema,
} from './entry-fields.ts'

/** 抽查结果 of one object: the categories of 市场监管. */
export const inspectionResults = [
  '未发现问题',
  '经责令已改正',
  '发现问题待后续处理',
  '未发现开展本次抽查涉及的经营活动',
  '已关闭停业或正在组织清算',
  '不配合检查情节严重',
  '通过登记的住所无法联系',
  '注销、吊销、撤销或迁出',
] as const

/** 处理方式 (S0 to S4). */
export const handlings = [
  '当场处理',
  '责令整改',
  '立案处罚',
  '移送其他部门',
  '移送司法机关',
  '无需处理',
] as const

const visit = '现场检查'
const outcome = '检查结果'
const objection = '陈述申辩与复核'
const rectification = '责令整改'
const stop = '责令停止违法行为'
const transfer = '案件移送'
const evidence = '证据与抽样'
const survey = '勘验'
const inquiry = '询问'

/** What is entered of one object's inspection: S1 第十条, S2 第十三条 to 第十五条, S3 第二十一条 to 第二十三条, S4 （九） to （十一）. */
export const visitFields = [
  { name: 'startedAt', title: '检查开始时间', kind: 'time', group: visit },
  { name: 'endedAt', title: '检查结束时间', kind: 'time', group: visit },
  { name: 'place', title: '检查地点', kind: 'line', group: visit, hint: '不填则印名录中的地址' },
  {
    name: 'representative',
    title: '现场负责人（在场人）',
    kind: 'line',
    group: visit,
    meaning: 'person-name',
  },
  { name: 'representativeRole', title: '在场人职务', kind: 'line', group: visit },
  {
    name: 'representativeIdentity',
    title: '在场人身份证号',
    kind: 'line',
    group: visit,
    meaning: 'identity',
  },
  { name: 'representativePhone', title: '在场人电话', kind: 'line', group: visit, meaning: 'phone' },
  { name: 'witness', title: '见证人', kind: 'line', group: visit, meaning: 'person-name' },
  {
    name: 'certificatesShown',
    title: '出示执法证件',
    kind: 'choice',
    choices: ['已出示', '未出示'],
    group: visit,
  },
  { name: 'situation', title: '现场状况', kind: 'passage', group: visit },
  { name: 'problems', title: '发现的问题', kind: 'passage', group: visit },
  { name: 'mediaNumber', title: '现场影像资料编号', kind: 'line', group: visit },
  { name: 'result', title: '检查结果', kind: 'choice', choices: inspectionResults, group: outcome },
  { name: 'handling', title: '处理方式', kind: 'choice', choices: handlings, group: outcome },
  { name: 'evaluation', title: '对被检查对象的评价', kind: 'passage', group: outcome },
  { name: 'opinion', title: '处理意见', kind: 'passage', group: outcome },
  { name: 'informedOn', title: '结果告知书成文日期', kind: 'date', group: outcome },
  { name: 'rightsAt', title: '权利告知时间', kind: 'time', group: objection },
  { name: 'rightsFacts', title: '拟作处理的事实、理由和依据', kind: 'passage', group: objection },
  { name: 'statement', title: '陈述申辩内容', kind: 'passage', group: objection },
  { name: 'reexamination', title: '当场复核意见', kind: 'passage', group: objection },
  { name: 'objectionOn', title: '收到复核申请日期', kind: 'date', group: objection },
  { name: 'objectionReason', title: '申请复核的理由', kind: 'passage', group: objection },
  { name: 'reviewConclusion', title: '复核结论', kind: 'passage', group: objection },
  { name: 'reviewOn', title: '复核答复书成文日期', kind: 'date', group: objection },
  {
    name: 'rectificationProblems',
    title: '责令整改的问题',
    kind: 'passage',
    group: rectification,
    hint: '不填则印发现的问题',
  },
  { name: 'rectificationBasis', title: '责令整改的依据', kind: 'passage', group: rectification },
  { name: 'rectificationDemands', title: '整改要求', kind: 'passage', group: rectification },
  { name: 'rectificationDue', title: '整改期限', kind: 'date', group: rectification },
  { name: 'rectificationOn', title: '整改通知书成文日期', kind: 'date', group: rectification },
  { name: 'recheckedOn', title: '复查日期', kind: 'date', group: rectification },
  { name: 'recheckResult', title: '复查情况', kind: 'passage', group: rectification },
  { name: 'stopActs', title: '责令停止的行为', kind: 'passage', group: stop },
  { name: 'stopBasis', title: '责令停止的依据', kind: 'passage', group: stop },
  { name: 'stopOn', title: '停止通知书成文日期', kind: 'date', group: stop },
  { name: 'transferTo', title: '受移送机关', kind: 'line', group: transfer },
  { name: 'transferFacts', title: '移送的线索和事实', kind: 'passage', group: transfer },
  { name: 'transferBasis', title: '移送的依据', kind: 'passage', group: transfer },
  { name: 'transferAttachments', title: '随函材料', kind: 'passage', group: transfer },
  { name: 'transferOn', title: '移送函成文日期', kind: 'date', group: transfer },
  { name: 'evidenceAt', title: '证据提取时间', kind: 'time', group: evidence },
  { name: 'evidencePlace', title: '证据提取地点', kind: 'line', group: evidence },
  { name: 'samplingAt', title: '抽样时间', kind: 'time', group: evidence },
  { name: 'samplingPlace', title: '抽样地点', kind: 'line', group: evidence },
  { name: 'samplingMethod', title: '抽样方式', kind: 'line', group: evidence },
  { name: 'surveyStartedAt', title: '勘验开始时间', kind: 'time', group: survey },
  { name: 'surveyEndedAt', title: '勘验结束时间', kind: 'time', group: survey },
  { name: 'surveyPlace', title: '勘验场所', kind: 'line', group: survey },
  { name: 'surveyWeather', title: '天气', kind: 'line', group: survey },
  { name: 'surveyFindings', title: '勘验情况', kind: 'passage', group: survey },
  { name: 'inquiryStartedAt', title: '询问开始时间', kind: 'time', group: inquiry },
  { name: 'inquiryEndedAt', title: '询问结束时间', kind: 'time', group: inquiry },
  { name: 'inquiryPlace', title: '询问地点', kind: 'line', group: inquiry },
  { name: 'inquiryTimes', title: '第几次询问', kind: 'line', group: inquiry },
  { name: 'asked', title: '被询问人', kind: 'line', group: inquiry, meaning: 'person-name' },
  { name: 'askedSex', title: '被询问人性别', kind: 'choice', choices: ['男', '女'], group: inquiry },
  { name: 'askedIdentity', title: '被询问人身份证号', kind: 'line', group: inquiry, meaning: 'identity' },
  { name: 'askedPhone', title: '被询问人电话', kind: 'line', group: inquiry, meaning: 'phone' },
  { name: 'askedWork', title: '被询问人工作单位及职务', kind: 'line', group: inquiry },
  { name: 'askedAddress', title: '被询问人住址', kind: 'line', group: inquiry, meaning: 'home-address' },
] as const satisfies readonly EntryField[]

/** Tables of one object's inspection. */
export const visitLists = [
  {
    name: 'evidence',
    title: '证据',
    group: evidence,
    fields: [
      { name: 'name', title: '证据名称', kind: 'line', group: evidence },
      {
        name: 'form',
        title: '形式',
        kind: 'choice',
        choices: ['原件', '复印件', '照片', '录像', '电子数据'],
        group: evidence,
      },
      { name: 'quantity', title: '数量（页、张）', kind: 'line', group: evidence },
      { name: 'source', title: '来源（提供人、存放处）', kind: 'line', group: evidence },
      { name: 'proves', title: '证明内容', kind: 'line', group: evidence },
    ],
  },
  {
    name: 'samples',
    title: '抽样物品',
    group: evidence,
    fields: [
      { name: 'name', title: '物品名称', kind: 'line', group: evidence },
      { name: 'specification', title: '规格型号', kind: 'line', group: evidence },
      { name: 'batch', title: '生产日期或批号', kind: 'line', group: evidence },
      { name: 'stock', title: '抽样基数', kind: 'line', group: evidence },
      { name: 'quantity', title: '抽样数量', kind: 'line', group: evidence },
      { name: 'remark', title: '备注', kind: 'line', group: evidence },
    ],
  },
  {
    name: 'questions',
    title: '问答',
    group: inquiry,
    fields: [
      { name: 'question', title: '问', kind: 'passage', group: inquiry },
      { name: 'answer', title: '答', kind: 'passage', group: inquiry },
    ],
  },
] as const satisfies readonly EntryList[]

/** What was entered of one object's inspection. */
export type VisitEntry = EntryValues<typeof visitFields> & EntryLists<typeof visitLists>
export const visitEntrySchema = entrySchema(visitFields, visitLists)
/** Nothing entered yet. */
export const noVisitEntry: VisitEntry = visitEntrySchema.parse({})
