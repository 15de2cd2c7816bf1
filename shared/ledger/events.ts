/** Every event the ledger knows, with its words. One catalogue: what is not here cannot be recorded. */
export const eventWords = {
  'office.set': '设置单位',
  'register.imported': '导入名录',
  'register.added': '新增名录条目',
  'register.changed': '修改名录条目',
  'register.retired': '停用名录条目',
  'draw.commit': '取号并公布承诺码',
  'draw.freeze': '锁定名单',
  'draw.contribution': '确认见证数字',
  'draw.result': '封存结果',
  'draw.reveal': '揭晓',
  'draw.confirmed': '确认结果',
  'draw.aborted': '中止',
  'draw.void': '作废',
  'draw.packed': '生成文书与校验包',
  'clock.corrected': '时钟更正',
} as const satisfies Record<string, string>
export type EventName = keyof typeof eventWords
