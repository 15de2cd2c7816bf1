import { halfWidth } from './normalise.ts'
import {
  categoryWords,
  establishmentWords,
  fieldWords,
  gradeWords,
  inspectorKindWords,
  inspectorStateWords,
  kindWords,
  markWords,
  objectStateWords,
  sexWords,
  type Words,
} from './words.ts'

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

/** How the cells of a column are read: see read-cell.ts. */
export type ColumnType =
  | 'name'
  | 'text'
  | 'uscc'
  | 'identity'
  | 'certificate'
  | 'phone'
  | 'date'
  | 'yes-no'
  | 'word'
  | 'words'
  | 'list'
  | 'ratio'
  | 'count'

/** One column that a register knows: its field, its title in our words, and the other usual titles. */
export interface Column {
  readonly field: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly type: ColumnType
  /** An empty cell refuses the row. */
  readonly required?: boolean
  /** The allowed words of a `word` or `words` column. */
  readonly words?: Words
  /** An empty cell in a column that is there is asked about: the register must know, and does not guess. */
  readonly askIfEmpty?: boolean
}

const certificateAliases = [
  '执法证编号',
  '证号',
  '执法证件号',
  '执法证件编号',
  '执法证号码',
  '执法证件号码',
  '行政执法证号',
  '行政执法证编号',
  '行政执法证件号',
  '行政执法证件编号',
  '证件编号',
  '检查人员执法证号',
]
const usccAliases = [
  '信用代码',
  '社会信用代码',
  '统一信用代码',
  '统一社会信用代码(注册号)',
  '统一社会信用代码/注册号',
  '检查对象统一社会信用代码',
]
const objectNameAliases = [
  '市场主体名称',
  '市场主体',
  '企业名称',
  '单位名称',
  '公司名称',
  '机构名称',
  '检查对象名称',
  '检查对象',
  '被检查对象',
  '被检查对象名称',
  '被检查单位',
  '被检查单位名称',
  '对象名称',
  '主体名称',
  '项目名称',
  '工程名称',
  '企业(单位)名称',
]
const phoneAliases = [
  '联系电话',
  '电话',
  '电话号码',
  '手机',
  '手机号',
  '手机号码',
  '联系手机',
  '移动电话',
  '联系人电话',
  '联络人电话',
]

const objects: readonly Column[] = [
  { field: 'name', title: '名称', aliases: objectNameAliases, type: 'name', required: true },
  {
    field: 'kind',
    title: '种类',
    aliases: ['对象种类', '检查对象种类', '对象类别', '检查对象类别', '对象类型'],
    type: 'word',
    words: kindWords,
    askIfEmpty: true,
  },
  { field: 'uscc', title: '统一社会信用代码', aliases: usccAliases, type: 'uscc' },
  { field: 'registrar', title: '注册登记机关', aliases: ['登记机关', '注册机关'], type: 'text' },
  {
    field: 'legalRepresentative',
    title: '法定代表人(负责人)',
    aliases: [
      '法定代表人',
      '法定代表人或负责人',
      '法定代表人/负责人',
      '法定代表人姓名',
      '法人代表',
      '法人',
      '负责人',
      '经营者',
    ],
    type: 'name',
  },
  {
    field: 'businessCategory',
    title: '经营类别',
    aliases: ['行业', '行业类别', '所属行业', '业务类别', '行业领域'],
    type: 'text',
  },
  {
    field: 'address',
    title: '地址',
    aliases: [
      '住所',
      '经营地址',
      '经营场所',
      '注册地址',
      '单位地址',
      '企业地址',
      '详细地址',
      '住所(经营场所)',
      '联系地址',
      '项目地址',
      '工程地址',
      '工程地点',
    ],
    type: 'text',
  },
  {
    field: 'region',
    title: '区域',
    aliases: [
      '所属区域',
      '所在区域',
      '乡镇街道',
      '乡镇(街道)',
      '乡镇/街道',
      '所属乡镇',
      '辖区',
      '所属辖区',
      '属地',
    ],
    type: 'text',
  },
  { field: 'contact', title: '联络人', aliases: ['联系人', '联系人姓名', '联络人姓名'], type: 'name' },
  { field: 'phone', title: '联系方式', aliases: phoneAliases, type: 'phone' },
  {
    field: 'department',
    title: '监管责任股室',
    aliases: [
      '责任股室',
      '监管股室',
      '股室',
      '监管科室',
      '责任科室',
      '科室',
      '责任单位',
      '监管部门',
      '监管单位',
      '监管责任单位',
      '监管责任科室',
    ],
    type: 'text',
  },
  {
    field: 'items',
    title: '适用事项',
    aliases: ['抽查事项', '检查事项', '适用抽查事项', '适用检查事项'],
    type: 'list',
  },
  {
    field: 'creditGrade',
    title: '信用等级',
    aliases: ['信用级别', '信用评级', '信用评价等级'],
    type: 'word',
    words: gradeWords,
  },
  {
    field: 'marks',
    title: '标记',
    aliases: ['标签', '监管标记', '重点标记', '特殊标记'],
    type: 'words',
    words: markWords,
  },
  {
    field: 'state',
    title: '状态',
    aliases: ['经营状态', '登记状态', '存续状态', '企业状态', '主体状态'],
    type: 'word',
    words: objectStateWords,
    askIfEmpty: true,
  },
]

/** S1 附件5's columns are among these: 序号 is left out for every register alike (header.ts). */
const inspectors: readonly Column[] = [
  {
    field: 'name',
    title: '姓名',
    aliases: ['人员姓名', '检查人员', '检查人员姓名', '执法人员', '执法人员姓名', '执法检查人员'],
    type: 'name',
    required: true,
  },
  { field: 'sex', title: '性别', aliases: [], type: 'word', words: sexWords },
  {
    field: 'unit',
    title: '单位',
    aliases: ['工作单位', '所属单位', '所在单位', '单位名称', '执法单位'],
    type: 'text',
  },
  {
    field: 'department',
    title: '股室',
    aliases: [
      '股室/部门',
      '部门',
      '所属部门',
      '所在部门',
      '科室',
      '所属股室',
      '所在股室',
      '所属科室',
      '所在科室',
      '处室',
      '内设机构',
    ],
    type: 'text',
  },
  { field: 'post', title: '职务', aliases: ['职务职级', '职务(职级)', '职务/职级'], type: 'text' },
  { field: 'position', title: '执法岗位', aliases: ['岗位', '工作岗位'], type: 'text' },
  { field: 'region', title: '执法区域', aliases: ['区域', '执法地域'], type: 'text' },
  { field: 'category', title: '执法类别', aliases: ['执法领域', '执法类型', '执法类别/领域'], type: 'text' },
  {
    field: 'specialties',
    title: '专业执法资格',
    aliases: ['专业资格', '执法专业', '专业领域', '专业'],
    type: 'list',
  },
  { field: 'nonBusinessCategory', title: '非业务类别', aliases: [], type: 'text' },
  {
    field: 'establishment',
    title: '编制',
    aliases: ['编制性质', '编制类别', '编制类型'],
    type: 'word',
    words: establishmentWords,
  },
  { field: 'issuer', title: '发证机关', aliases: ['发证单位', '颁证机关', '颁发机关'], type: 'text' },
  { field: 'certificate', title: '执法证号', aliases: certificateAliases, type: 'certificate' },
  {
    field: 'certificateExpiry',
    title: '证件有效期',
    aliases: [
      '有效期',
      '有效期至',
      '证件有效期至',
      '执法证有效期',
      '执法证有效期至',
      '有效期限',
      '有效截止日期',
      '到期日期',
    ],
    type: 'date',
  },
  {
    field: 'idNumber',
    title: '身份证号',
    aliases: ['身份证号码', '身份证', '公民身份号码', '居民身份证号', '居民身份证号码'],
    type: 'identity',
  },
  {
    field: 'phone',
    title: '手机号码',
    aliases: ['联系方式', ...phoneAliases.filter((alias) => alias !== '手机号码')],
    type: 'phone',
  },
  {
    field: 'mayLead',
    title: '可任组长',
    aliases: ['是否可任组长', '可否任组长', '能否任组长', '可担任组长', '组长资格'],
    type: 'yes-no',
    askIfEmpty: true,
  },
  {
    field: 'kind',
    title: '人员性质',
    aliases: ['人员类别', '人员类型'],
    type: 'word',
    words: inspectorKindWords,
    askIfEmpty: true,
  },
  { field: 'remark', title: '备注', aliases: ['备注说明', '说明'], type: 'text' },
  {
    field: 'state',
    title: '状态',
    aliases: ['人员状态', '在岗状态', '在岗情况'],
    type: 'word',
    words: inspectorStateWords,
    askIfEmpty: true,
  },
]

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
  objects,
  inspectors,
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

/** The column that a header cell names, or `null`. A note in brackets at the end, such as （必填）, is ignored. */
export function columnOf(register: RegisterName, cell: string): Column | null {
  const keys = keysOf.get(register)
  const key = headerKey(cell)
  return keys?.get(key) ?? keys?.get(key.replace(/\([^()]*\)$/, '')) ?? null
}
