import type { Column } from './column.ts'
import { fieldWords } from './words.ts'

/** The columns of 权责清单. */
export const powerColumns: readonly Column[] = [
  {
    field: 'name',
    title: '职权名称',
    aliases: ['权力名称', '权责名称', '职权事项', '权力事项', '权责事项', '事项名称', '权力事项名称'],
    type: 'name',
    required: true,
  },
  {
    field: 'category',
    title: '职权类别',
    aliases: ['权力类别', '权力类型', '职权类型', '权责类别'],
    type: 'text',
  },
  {
    field: 'basis',
    title: '设定依据',
    aliases: ['法律依据', '依据', '实施依据', '职权依据'],
    type: 'text',
  },
  {
    field: 'department',
    title: '责任单位',
    aliases: ['责任股室', '责任科室', '责任部门', '承办机构', '实施主体'],
    type: 'text',
  },
  { field: 'field', title: '领域', aliases: ['所属领域', '事项领域'], type: 'word', words: fieldWords },
  { field: 'item', title: '对应抽查事项', aliases: ['对应事项', '随机抽查事项'], type: 'name' },
]
