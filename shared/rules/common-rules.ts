import type { Provision } from './preset-schema.ts'

/** What binds every office, whatever its text: told apart from the preset, with a clause of its own or none. */
export const commonRules: readonly (Provision & { readonly title: string })[] = [
  { title: '批准', words: '每次现场检查须经行政机关负责人批准', clause: '国办发〔2024〕54号' },
  { title: '人数', words: '执法检查人员不得少于2人', clause: null },
  { title: '证件', words: '执法证件须在有效期内', clause: null },
  { title: '编制', words: '行政、事业编制以外的人员不具有行政检查主体资格，不参加抽取', clause: null },
  {
    title: '专家和第三方',
    words: '专家和第三方只辅助抽查，不计入执法检查人员人数',
    clause: '国办发〔2024〕54号',
  },
  { title: '检查对象状态', words: '停业、注销、吊销、撤销、迁出的对象不列入抽取', clause: null },
]
