import type { Column } from './column.ts'
import { objectNameAliases, usccAliases } from './column-aliases.ts'
import { passedWords, visitKindWords } from './words.ts'

/** 检查对象 is looked up by code or name and becomes a serial (judge-visits.ts). */
export const visitColumns: readonly Column[] = [
  {
    field: 'objectName',
    title: '检查对象',
    aliases: ['名称', ...objectNameAliases.filter((alias) => alias !== '检查对象')],
    type: 'name',
  },
  { field: 'uscc', title: '统一社会信用代码', aliases: usccAliases, type: 'uscc' },
  {
    field: 'kind',
    title: '事由类别',
    aliases: ['检查类别', '检查事由', '检查原因', '来源', '案件来源', '检查类型'],
    type: 'word',
    words: visitKindWords,
    askIfEmpty: true,
  },
  {
    field: 'date',
    title: '检查日期',
    aliases: ['检查时间', '日期', '实施日期'],
    type: 'date',
    required: true,
  },
  {
    field: 'number',
    title: '案件编号',
    aliases: ['来源编号', '案号', '登记编号', '编号', '文号', '案件或来源编号'],
    type: 'text',
  },
  {
    field: 'department',
    title: '检查部门',
    aliases: ['检查单位', '实施部门', '实施单位', '检查股室'],
    type: 'text',
  },
  { field: 'item', title: '检查事项', aliases: ['抽查事项', '事项名称', '检查事项名称'], type: 'name' },
  {
    field: 'passed',
    title: '是否合格',
    aliases: ['合格', '检查是否合格'],
    type: 'yes-no',
    words: passedWords,
  },
  { field: 'findings', title: '检查结果', aliases: ['结果', '检查情况', '处理结果'], type: 'text' },
  { field: 'remark', title: '备注', aliases: ['说明'], type: 'text' },
]
