import { type EntryField, type EntryLists, type EntryValues, entrySchema } from './entry-fields.ts'

const arrangement = '检查安排'
const report = '情况报告'
const publication = '公示与通报'

/**
 * What is entered once for a whole inspection (文书要素) and stands on all of its papers: S2 第九条、第十三条 to 第十六条,
 * S4 （十）, S1 第十一条.
 */
export const inspectionFields = [
  { name: 'startsOn', title: '检查开始日期', kind: 'date', group: arrangement },
  { name: 'endsOn', title: '检查结束日期', kind: 'date', group: arrangement },
  {
    name: 'method',
    title: '检查方式',
    kind: 'choice',
    choices: ['现场检查', '书面检查', '现场检查与书面检查结合', '其他方式'],
    group: arrangement,
  },
  {
    name: 'content',
    title: '检查内容',
    kind: 'passage',
    group: arrangement,
    hint: '不填则印事项清单的检查内容',
  },
  {
    name: 'basis',
    title: '检查依据',
    kind: 'passage',
    group: arrangement,
    hint: '不填则印事项清单的检查依据',
  },
  {
    name: 'materials',
    title: '请被检查对象准备的材料',
    kind: 'passage',
    group: arrangement,
    hint: '营业执照、资质证书、近一年台账',
  },
  { name: 'contact', title: '联系人', kind: 'line', group: arrangement },
  { name: 'contactPhone', title: '联系电话', kind: 'line', group: arrangement },
  { name: 'applicant', title: '申请（承办）人', kind: 'line', group: arrangement },
  { name: 'appliedOn', title: '申请日期', kind: 'date', group: arrangement },
  { name: 'noticeIssuedOn', title: '通知书成文日期', kind: 'date', group: arrangement },
  { name: 'mediaNumber', title: '抽取影像资料编号', kind: 'line', group: arrangement },
  { name: 'irregularities', title: '抽取异常情况', kind: 'passage', group: arrangement },
  { name: 'steps', title: '实施步骤', kind: 'passage', group: report },
  { name: 'situation', title: '检查总体情况', kind: 'passage', group: report },
  { name: 'problems', title: '发现的主要问题', kind: 'passage', group: report },
  { name: 'evaluation', title: '对被检查对象的总体评价', kind: 'passage', group: report },
  { name: 'proposals', title: '处理意见和建议', kind: 'passage', group: report },
  { name: 'reporter', title: '报告人', kind: 'line', group: report },
  { name: 'reportTo', title: '报送单位', kind: 'line', group: report },
  { name: 'reportedOn', title: '报告日期', kind: 'date', group: report },
  { name: 'noticePlace', title: '公示渠道', kind: 'line', group: publication, hint: '云岭县人民政府网站' },
  { name: 'beforeNoticeOn', title: '事前公示日期', kind: 'date', group: publication },
  { name: 'resultNoticeOn', title: '结果公示日期', kind: 'date', group: publication },
  { name: 'supervisionPhone', title: '监督电话', kind: 'line', group: publication },
  { name: 'noDisclosureReason', title: '不能事前公开的理由', kind: 'passage', group: publication },
  { name: 'circularTo', title: '通报主送单位', kind: 'line', group: publication },
  { name: 'circularDemands', title: '通报提出的要求', kind: 'passage', group: publication },
  { name: 'circularOn', title: '通报成文日期', kind: 'date', group: publication },
] as const satisfies readonly EntryField[]

/** What was entered for an inspection as a whole. */
export type InspectionEntry = EntryValues<typeof inspectionFields> & EntryLists<readonly []>
export const inspectionEntrySchema = entrySchema(inspectionFields, [])
/** Nothing entered yet. */
export const noInspectionEntry: InspectionEntry = inspectionEntrySchema.parse({})
