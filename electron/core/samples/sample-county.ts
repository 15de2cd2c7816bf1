import path from 'node:path'
import type { Office } from '../../../shared/api/draw-plan.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { officeCodeSchema } from '../../../shared/registry/office.ts'

/** Where the files of the sample county (示例单位) 云岭县 are, unless the program was told otherwise. */
export function sampleCounty(): string {
  return path.join(import.meta.dirname, '../../../build/resources/sample-county')
}

/** The office of the sample county, which does not exist. */
export const sampleOffice: Office = {
  code: officeCodeSchema.parse('YL01'),
  name: '云岭县住房和城乡建设局',
}

/** The files of its registers, in the order in which one is judged against the other. */
export const sampleFiles: { readonly [R in Exclude<RegisterName, 'visits'>]: string } = {
  items: '随机抽查事项清单.xlsx',
  objects: '市场主体名录库.xlsx',
  inspectors: '执法检查人员名录-详.xlsx',
  recusals: '回避关系.csv',
  powers: '权责清单.xlsx',
  plans: '年度抽查计划.xlsx',
}
