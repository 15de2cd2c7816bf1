import type { ConsoleClient } from '../../../shared/api/client.ts'
import { registerTitles } from '../../../shared/registry/columns.ts'

/** What an entry of the ledger says besides its event. */
export type LedgerEntryData = Awaited<
  ReturnType<ConsoleClient['ledger']['entries']>
>['entries'][number]['data']

/** The names under which entries keep their facts, in words. */
const names: Readonly<Record<string, string>> = {
  added: '新增',
  after: '改为',
  approver: '批准人',
  at: '时间',
  attempt: '第几次',
  backup: '备份文件的校验码',
  before: '原为',
  bytes: '字节数',
  changed: '更新',
  code: '单位代码',
  commit: '承诺码 C',
  contributions: '见证数字',
  date: '日期',
  decision: '决定文号',
  digest: '校验码',
  digits: '数字',
  document: '材料编号',
  draw: '摇号编号',
  entries: '条数',
  file: '文件',
  fileName: '文件',
  files: '文件',
  freeze: '名单校验码 F',
  head: '台账校验码',
  import: '第几次导入',
  inspectors: '检查人员',
  items: '抽查事项',
  kept: '恢复以前的备份',
  kind: '种类',
  lost: '未带回的条数',
  name: '名称',
  note: '说明',
  now: '现在',
  number: '编号',
  objects: '检查对象',
  operator: '操作人',
  path: '位置',
  place: '位置',
  preset: '执行细则',
  purpose: '用途',
  reason: '原因',
  recusals: '回避关系',
  record: '记录校验码 D',
  register: '名录',
  restored: '恢复',
  result: '记录校验码 D',
  retired: '停用',
  seat: '见证人席次',
  secret: '秘密数 S',
  seed: '种子 R',
  serial: '序号',
  setting: '设置项',
  sha256: '文件校验码',
  skipped: '跳过',
  step: '揭晓到第几步',
  supervisor: '监督人',
  unchanged: '内容相同',
  venue: '地点',
  version: '第几版',
  where: '存放处',
}

/** Facts of an entry with their names in words. Nested facts are told in one line. */
export function ledgerDataInWords(
  data: LedgerEntryData,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(data).map(([name, value]) => [names[name] ?? '其他内容', valueInWords(name, value)])
}

function valueInWords(name: string, value: LedgerEntryData[string]): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (name === 'register')
    return Object.entries(registerTitles).find(([register]) => register === value)?.[1] ?? String(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map((one) => valueInWords('', one)).join('、') || '（无）'
  return Object.entries(value)
    .map(([inner, one]) => `${names[inner] ?? '其他内容'} ${valueInWords(inner, one)}`)
    .join('，')
}
