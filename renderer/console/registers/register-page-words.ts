import type { RegisterName } from '../../../shared/registry/columns.ts'

/** How one register's page is worded and what its table shows. */
export interface RegisterPageWords {
  readonly title: string
  /** what one row is called */
  readonly one: string
  readonly note: string
  readonly searchHint: string
  /** fields of the table, in their order, with the least width in pixels */
  readonly table: readonly (readonly [field: string, width: number])[]
  /** fields that are offered as filters without being asked for */
  readonly filters: readonly string[]
  readonly emptyNext: string
}

/** The four registers (名录) as pages: everything that differs between them. */
export const registerPageWords: Readonly<Record<RegisterName, RegisterPageWords>> = {
  objects: {
    title: '检查对象',
    one: '检查对象',
    note: '检查对象名录库。只有“存续”的对象参加摇号。',
    searchHint: '名称、代码、地址或拼音首字母',
    table: [
      ['name', 204],
      ['kind', 50],
      ['uscc', 154],
      ['businessCategory', 88],
      ['region', 80],
      ['department', 100],
      ['creditGrade', 72],
      ['phone', 100],
      ['state', 54],
    ],
    filters: ['state', 'department', 'region'],
    emptyNext: '导入市场主体名录（.xlsx 或 .csv），或逐条新增。',
  },
  inspectors: {
    title: '执法检查人员',
    one: '检查人员',
    note: '执法检查人员名录库。在岗、有执法证且在有效期内的人员参加摇号。',
    searchHint: '姓名、证号、股室或拼音首字母',
    table: [
      ['name', 96],
      ['department', 110],
      ['certificate', 126],
      ['certificateExpiry', 96],
      ['specialties', 146],
      ['mayLead', 74],
      ['phone', 104],
      ['state', 120],
    ],
    filters: ['state', 'department', 'mayLead'],
    emptyNext: '导入执法检查人员名录（.xlsx 或 .csv），或逐条新增。',
  },
  items: {
    title: '事项清单',
    one: '抽查事项',
    note: '随机抽查事项清单。摇号时从这里选取本次检查的事项。',
    searchHint: '事项名称或拼音首字母',
    table: [
      ['name', 200],
      ['department', 120],
      ['objects', 110],
      ['ratio', 80],
      ['frequency', 84],
      ['category', 60],
      ['field', 110],
      ['included', 124],
    ],
    filters: ['included', 'department', 'field'],
    emptyNext: '导入随机抽查事项清单（.xlsx 或 .csv），或逐条新增。',
  },
  recusals: {
    title: '回避',
    one: '回避关系',
    note: '有回避关系的人员不会被抽去检查对应的对象。',
    searchHint: '人员、对象、事由或拼音首字母',
    table: [
      ['inspector', 160],
      ['object', 320],
      ['reasonCode', 130],
      ['reason', 300],
    ],
    filters: ['reasonCode'],
    emptyNext: '先有检查对象和检查人员，再登记谁须回避谁；可以导入，也可以逐条新增。',
  },
  plans: {
    title: '年度计划',
    one: '计划项',
    note: '年度抽查计划，一行一项。不在计划内的，不得抽查。',
    searchHint: '编号、事项、股室或拼音首字母',
    table: [
      ['year', 60],
      ['number', 90],
      ['item', 240],
      ['department', 100],
      ['ratio', 80],
      ['frequency', 84],
      ['period', 120],
    ],
    filters: ['year', 'department'],
    emptyNext: '导入年度抽查计划（.xlsx 或 .csv），或逐项新增。',
  },
  visits: {
    title: '非双随机检查',
    one: '检查登记',
    note: '投诉举报、交办、移送等检查，以及其他部门的检查。不参加摇号，计入当年检查次数。',
    searchHint: '对象、编号、部门或拼音首字母',
    table: [
      ['object', 226],
      ['kind', 112],
      ['date', 96],
      ['number', 130],
      ['department', 104],
      ['item', 150],
      ['passed', 76],
    ],
    filters: ['kind', 'department'],
    emptyNext: '导入检查登记（.xlsx 或 .csv），或逐条新增。',
  },
  powers: {
    title: '权责清单',
    one: '职权',
    note: '本单位的行政检查职权。每一项都应列入随机抽查事项清单，或写明不纳入的理由。',
    searchHint: '职权名称或拼音首字母',
    table: [
      ['name', 236],
      ['category', 80],
      ['basis', 220],
      ['department', 90],
      ['field', 104],
      ['item', 160],
    ],
    filters: ['department', 'field'],
    emptyNext: '导入权责清单（.xlsx 或 .csv），或逐条新增。',
  },
}
