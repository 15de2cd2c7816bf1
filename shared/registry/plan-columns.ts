import type { Column } from './column.ts'
import { kindWords } from './words.ts'

/** The columns of 年度抽查计划 (S0 三（五）, S1 附件2三, S2 第八条, S3 第十三条). */
export const planColumns: readonly Column[] = [
  { field: 'year', title: '年度', aliases: ['计划年度', '年份'], type: 'year' },
  {
    field: 'number',
    title: '计划编号',
    aliases: ['编号', '计划项编号', '任务编号'],
    type: 'name',
    required: true,
  },
  {
    field: 'item',
    title: '抽查事项',
    aliases: ['抽查事项名称', '检查事项', '事项名称', '随机抽查事项', '检查事项名称'],
    type: 'name',
    required: true,
  },
  {
    field: 'furtherItems',
    title: '合并事项',
    aliases: ['合并检查事项', '一并检查事项'],
    type: 'list',
    keepsSlash: true,
  },
  {
    field: 'department',
    title: '责任股室',
    aliases: ['股室', '责任单位', '责任科室', '责任部门', '承办股室', '实施股室'],
    type: 'text',
  },
  { field: 'scope', title: '抽查范围', aliases: ['检查范围', '范围', '检查对象', '抽查对象'], type: 'text' },
  { field: 'kinds', title: '对象种类', aliases: ['检查对象种类'], type: 'words', words: kindWords },
  { field: 'businessCategories', title: '经营类别', aliases: ['行业'], type: 'list', keepsSlash: true },
  { field: 'regions', title: '区域', aliases: ['抽查区域'], type: 'list', keepsSlash: true },
  { field: 'ratio', title: '抽查比例', aliases: ['比例', '检查比例', '抽取比例'], type: 'ratio' },
  { field: 'frequency', title: '抽查频次', aliases: ['频次', '检查频次', '抽查次数'], type: 'count' },
  { field: 'estimate', title: '预估数量', aliases: ['预计数量', '抽查数量', '预估户数'], type: 'number' },
  {
    field: 'period',
    title: '抽查时间',
    aliases: ['检查时间', '实施时间', '时间安排', '抽查时间安排'],
    type: 'text',
  },
  {
    field: 'inspectors',
    title: '对执法检查人员的要求',
    aliases: ['人员要求', '对执法人员的要求', '执法检查人员要求'],
    type: 'text',
  },
  { field: 'steps', title: '步骤措施', aliases: ['检查步骤', '检查步骤措施', '实施步骤'], type: 'text' },
  { field: 'use', title: '结果应用', aliases: ['结果运用', '抽查结果应用'], type: 'text' },
  { field: 'jointInitiator', title: '发起部门', aliases: ['牵头部门'], type: 'text' },
  { field: 'jointDepartments', title: '联合部门', aliases: ['参与部门', '配合部门'], type: 'list' },
  { field: 'ratioComplaint', title: '投诉举报多的比例', aliases: ['投诉举报多比例'], type: 'ratio' },
  { field: 'ratioAbnormal', title: '经营异常的比例', aliases: ['经营异常比例'], type: 'ratio' },
  { field: 'ratioDishonest', title: '严重违法失信的比例', aliases: ['严重违法失信比例'], type: 'ratio' },
  { field: 'ratioWatch', title: '重点关注的比例', aliases: ['重点关注比例'], type: 'ratio' },
  { field: 'ratioTrusted', title: '守信的比例', aliases: ['守信比例', '守信企业比例'], type: 'ratio' },
  { field: 'note', title: '说明', aliases: ['备注', '备注说明'], type: 'text' },
  { field: 'exceptionReason', title: '突破规定的理由', aliases: ['例外理由'], type: 'text' },
]
