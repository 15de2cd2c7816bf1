import type { Column } from './column.ts'
import { certificateAliases, objectNameAliases, usccAliases } from './column-aliases.ts'
import { inspectorColumns } from './inspector-columns.ts'
import { halfWidth } from './normalise.ts'
import { objectColumns } from './object-columns.ts'
import { categoryWords, fieldWords } from './words.ts'

/** The four registers, as the command line calls them. */
export const registerNames = ['objects', 'inspectors', 'items', 'recusals'] as const
export type RegisterName = (typeof registerNames)[number]

/** What a person calls each register. */
export const registerTitles: Readonly<Record<RegisterName, string>> = {
  objects: '检查对象名录库',
  inspectors: '执法检查人员名录库',
  items: '随机抽查事项清单',
  recusals: '回避关系',
}

const items: readonly Column[] = [
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
]

/** These fields are not the register's: object and inspector are looked up and become serials (judge-recusals.ts). */
const recusals: readonly Column[] = [
  { field: 'certificate', title: '执法证号', aliases: certificateAliases, type: 'certificate' },
  {
    field: 'inspectorName',
    title: '检查人员',
    aliases: ['姓名', '检查人员姓名', '执法人员', '执法人员姓名', '执法检查人员'],
    type: 'name',
  },
  {
    field: 'objectName',
    title: '检查对象',
    aliases: ['名称', ...objectNameAliases.filter((alias) => alias !== '检查对象')],
    type: 'name',
  },
  { field: 'uscc', title: '统一社会信用代码', aliases: usccAliases, type: 'uscc' },
  {
    field: 'reason',
    title: '回避事由',
    aliases: ['事由', '回避原因', '回避理由', '原因', '理由'],
    type: 'text',
    required: true,
  },
]

/** The columns each register knows, in our order. */
export const registerColumns: Readonly<Record<RegisterName, readonly Column[]>> = {
  objects: objectColumns,
  inspectors: inspectorColumns,
  items,
  recusals,
}

/** A header cell reduced to what is compared: half width, no blanks, no mark such as `*` or `：` at the ends. */
export function headerKey(cell: string): string {
  return halfWidth(cell.normalize('NFC'))
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/^[*＊★]+|[*＊★:]+$/g, '')
}

const keysOf = new Map<RegisterName, ReadonlyMap<string, Column>>(
  registerNames.map((register) => [
    register,
    new Map(
      registerColumns[register].flatMap((column) =>
        [column.title, ...column.aliases].map((title) => [headerKey(title), column] as const),
      ),
    ),
  ]),
)

/** No title is longer, however many blanks it was spread out with. */
const longestTitle = 200

/** The column that a header cell names, or `null`. A note in brackets at the end, such as （必填）, is ignored. */
export function columnOf(register: RegisterName, cell: string): Column | null {
  if (cell.length > longestTitle) return null
  const keys = keysOf.get(register)
  const key = headerKey(cell)
  return keys?.get(key) ?? keys?.get(key.replace(/\([^()]*\)$/, '')) ?? null
}
