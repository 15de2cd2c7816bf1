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
    searchHint: '名称、信用代码、地址或拼音首字母',
    table: [
      ['name', 260],
      ['kind', 80],
      ['uscc', 190],
      ['businessCategory', 110],
      ['region', 110],
      ['department', 130],
      ['creditGrade', 80],
      ['phone', 130],
      ['state', 70],
    ],
    filters: ['state', 'kind', 'department', 'region', 'businessCategory'],
    emptyNext: '导入市场主体名录（.xlsx 或 .csv），或逐条新增。',
  },
  inspectors: {
    title: '执法检查人员',
    one: '检查人员',
    note: '执法检查人员名录库。在岗、有执法证且在有效期内的人员参加摇号。',
    searchHint: '姓名、执法证号、股室或拼音首字母',
    table: [
      ['name', 100],
      ['department', 140],
      ['post', 110],
      ['certificate', 150],
      ['certificateExpiry', 110],
      ['specialties', 160],
      ['mayLead', 80],
      ['kind', 90],
      ['phone', 120],
      ['state', 70],
    ],
    filters: ['state', 'department', 'kind', 'establishment', 'mayLead'],
    emptyNext: '导入执法检查人员名录（.xlsx 或 .csv），或逐条新增。',
  },
  items: {
    title: '事项清单',
    one: '抽查事项',
    note: '随机抽查事项清单。摇号时从这里选取本次检查的事项。',
    searchHint: '事项名称、检查内容或拼音首字母',
    table: [
      ['name', 280],
      ['department', 140],
      ['objects', 130],
      ['ratio', 90],
      ['frequency', 90],
      ['category', 70],
      ['field', 120],
      ['included', 120],
    ],
    filters: ['included', 'department', 'category', 'field'],
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
}
