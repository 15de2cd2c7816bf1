import type { Column } from './column.ts'
import { categoryWords, fieldWords, kindWords } from './words.ts'

/** The columns of 随机抽查事项清单. */
export const itemColumns: readonly Column[] = [
  {
    field: 'name',
    title: '事项名称',
    aliases: ['抽查事项名称', '抽查事项', '检查事项', '检查事项名称', '随机抽查事项', '随机抽查事项名称'],
    type: 'name',
    required: true,
  },
  { field: 'basis', title: '检查依据', aliases: ['抽查依据', '法律依据', '设定依据', '依据'], type: 'text' },
  { field: 'subject', title: '检查主体', aliases: ['抽查主体', '实施主体', '执法主体'], type: 'text' },
  {
    field: 'department',
    title: '责任单位',
    aliases: ['责任股室', '责任单位/股室', '责任科室', '责任部门', '承办股室', '承办机构'],
    type: 'text',
  },
  {
    field: 'objects',
    title: '检查对象',
    aliases: ['抽查对象', '检查对象种类', '抽查对象种类'],
    type: 'text',
  },
  {
    field: 'content',
    title: '检查内容及要求',
    aliases: ['检查内容', '抽查内容', '检查内容和要求', '抽查内容及要求'],
    type: 'text',
  },
  { field: 'method', title: '检查方式', aliases: ['抽查方式', '检查方法'], type: 'text' },
  { field: 'ratio', title: '抽查比例', aliases: ['比例', '检查比例'], type: 'ratio' },
  { field: 'frequency', title: '抽查频次', aliases: ['频次', '检查频次', '抽查频率'], type: 'count' },
  { field: 'level', title: '实施层级', aliases: ['层级', '检查层级'], type: 'text' },
  { field: 'category', title: '类别', aliases: ['事项类别', '检查类别'], type: 'word', words: categoryWords },
  { field: 'field', title: '领域', aliases: ['事项领域', '所属领域'], type: 'word', words: fieldWords },
  {
    field: 'included',
    title: '是否纳入双随机',
    aliases: ['是否纳入', '纳入双随机', '是否纳入双随机抽查', '是否纳入随机抽查'],
    type: 'yes-no',
    askIfEmpty: true,
  },
  {
    field: 'reasonNotIncluded',
    title: '未纳入理由',
    aliases: ['未纳入原因', '不纳入理由', '不纳入原因', '未纳入双随机理由'],
    type: 'text',
  },
  {
    field: 'appliesKinds',
    title: '适用种类',
    aliases: ['适用对象种类'],
    type: 'words',
    words: kindWords,
  },
  {
    field: 'appliesCategories',
    title: '适用经营类别',
    aliases: ['适用行业'],
    type: 'list',
    keepsSlash: true,
  },
  {
    field: 'lawBasis',
    title: '法定比例依据',
    aliases: ['法定比例和频次依据', '比例频次法定依据'],
    type: 'text',
  },
  { field: 'ratioFloor', title: '法定比例下限', aliases: ['法定最低比例'], type: 'ratio' },
  { field: 'ratioCeiling', title: '法定比例上限', aliases: ['法定最高比例'], type: 'ratio' },
  { field: 'frequencyFloor', title: '法定频次下限', aliases: ['法定最低频次'], type: 'count' },
  { field: 'frequencyCeiling', title: '法定频次上限', aliases: ['法定最高频次'], type: 'count' },
  { field: 'jointInitiator', title: '发起部门', aliases: ['牵头部门', '联合抽查发起部门'], type: 'text' },
  {
    field: 'jointDepartments',
    title: '联合部门',
    aliases: ['参与部门', '配合部门', '联合抽查部门', '参与联合抽查部门'],
    type: 'list',
  },
  {
    field: 'publicConcern',
    title: '社会关注度高',
    aliases: ['社会关注度高、投诉举报多', '是否社会关注度高'],
    type: 'yes-no',
  },
]
