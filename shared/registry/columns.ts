import type { Column } from './column.ts'
import { certificateAliases, objectNameAliases, usccAliases } from './column-aliases.ts'
import { inspectorColumns } from './inspector-columns.ts'
import { itemColumns } from './item-columns.ts'
import { halfWidth } from './normalise.ts'
import { objectColumns } from './object-columns.ts'
import { planColumns } from './plan-columns.ts'
import { powerColumns } from './power-columns.ts'
import { visitColumns } from './visit-columns.ts'

/** The registers, as the command line calls them. */
export const registerNames = [
  'objects',
  'inspectors',
  'items',
  'recusals',
  'plans',
  'visits',
  'powers',
] as const
export type RegisterName = (typeof registerNames)[number]

/** What a person calls each register. */
export const registerTitles: Readonly<Record<RegisterName, string>> = {
  objects: '检查对象名录库',
  inspectors: '执法检查人员名录库',
  items: '随机抽查事项清单',
  recusals: '回避关系',
  plans: '年度抽查计划',
  visits: '非双随机检查登记',
  powers: '权责清单',
}

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
  items: itemColumns,
  recusals,
  plans: planColumns,
  visits: visitColumns,
  powers: powerColumns,
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
