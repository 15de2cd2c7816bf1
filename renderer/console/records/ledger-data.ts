import type { ConsoleClient } from '../../../shared/api/client.ts'
import { documentKinds } from '../../../shared/api/document-contract.ts'
import { releaseSubjects } from '../../../shared/api/release-contract.ts'
import { registerTitles } from '../../../shared/registry/columns.ts'
import { presetNames, presets } from '../../../shared/rules/preset.ts'

/** What an entry of the ledger says besides its event. */
export type LedgerEntryData = Awaited<
  ReturnType<ConsoleClient['ledger']['entries']>
>['entries'][number]['data']

/** The names under which entries keep their facts, in words. */
const names: Readonly<Record<string, string>> = {
  action: '怎样办理',
  added: '新增',
  after: '改为',
  approver: '批准人',
  at: '时间',
  attempt: '第几次',
  backup: '备份文件的校验码',
  before: '原为',
  bulk: '批次编号',
  bytes: '字节数',
  changed: '更新',
  code: '单位代码',
  commit: '承诺码 C',
  compared: '二维码比对',
  confirmer: '核对人',
  contributions: '见证数字',
  date: '日期',
  decision: '决定文号',
  digest: '校验码',
  digits: '数字',
  document: '材料编号',
  draw: '摇号编号',
  entries: '条数',
  fields: '改了哪些项目',
  file: '文件',
  fileName: '文件',
  files: '文件',
  first: '前一条',
  format: '文件格式',
  freeze: '名单校验码 F',
  head: '台账校验码',
  import: '第几次导入',
  inspectors: '检查人员',
  items: '抽查事项',
  kept: '恢复以前的备份',
  kind: '种类',
  line: '计划项',
  lost: '未带回的条数',
  maker: '拟稿人',
  moved: '转过去的回避和检查登记',
  name: '名称',
  note: '说明',
  notice: '公示稿编号',
  now: '现在',
  number: '编号',
  objects: '检查对象',
  office: '单位名称',
  operator: '操作人',
  paper: '材料编号',
  path: '位置',
  period: '修订月份',
  personal: '个人信息',
  place: '位置',
  plans: '年度计划',
  powers: '权责清单',
  preset: '执行细则',
  purpose: '用途',
  readded: '重新列入',
  reason: '原因',
  recipient: '报送给',
  record: '记录校验码 D',
  recusals: '回避关系',
  register: '名录',
  release: '报审版本',
  restored: '恢复',
  result: '记录校验码 D',
  retired: '停用',
  rows: '条数',
  scheme: '实施方案',
  seat: '见证人席次',
  second: '后一条',
  secret: '秘密数 S',
  seed: '种子 R',
  sequence: '第几步',
  serial: '序号',
  setting: '设置项',
  sha256: '文件校验码',
  skipped: '跳过',
  step: '揭晓到第几步',
  subject: '属于',
  supervisor: '监督人',
  title: '题名',
  unchanged: '内容相同',
  undoes: '恢复的批次',
  venue: '地点',
  version: '第几版',
  visits: '非双随机检查',
  what: '办理事项',
  where: '存放处',
  year: '年度',
}

/** Values that are kept under a name of the program's own. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  action: { edit: '修改', retire: '停用', undo: '恢复到此前' },
  format: {
    xlsx: '表格 .xlsx',
    'csv-utf-8': '逗号分隔 .csv（UTF-8）',
    'csv-gb18030': '逗号分隔 .csv（GB18030）',
    folder: '文件夹',
    zip: '压缩包',
  },
  kind: { ...documentKinds, proof: '佐证材料' },
  register: registerTitles,
  subject: releaseSubjects,
}

/** What is kept under `name`: the backup made before a restoring, or the row that two like ones leave. */
function nameInWords(name: string, value: LedgerEntryData[string]): string {
  if (name === 'kept' && /^[A-Z]\d{6}$/.test(String(value))) return '保留'
  return names[name] ?? '其他内容'
}

/** Facts of an entry with their names in words. Nested facts are told in one line. */
export function ledgerDataInWords(
  data: LedgerEntryData,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(data).map(([name, value]) => [nameInWords(name, value), valueInWords(name, value)])
}

/** A setting keeps the name of a 执行细则; its title is what an office knows. */
function presetTitle(name: string, value: unknown): string | undefined {
  if (name !== 'before' && name !== 'after') return undefined
  const preset = presetNames.find((known) => known === value)
  return preset === undefined ? undefined : presets[preset].title
}

function valueInWords(name: string, value: LedgerEntryData[string]): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'object') {
    const known = values[name]?.[String(value)] ?? presetTitle(name, value)
    return (
      known ??
      String(value)
        .replace(/^release:/u, '报审版本 ')
        .replace(/^scheme:/u, '实施方案 ')
    )
  }
  if (Array.isArray(value)) return value.map((one) => valueInWords('', one)).join('、') || '（无）'
  return Object.entries(value)
    .map(([inner, one]) => `${names[inner] ?? '其他内容'} ${valueInWords(inner, one)}`)
    .join('，')
}
