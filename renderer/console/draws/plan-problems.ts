import { describeIssue } from '../../../shared/api/describe-issue.ts'
import { type DrawPlan, drawPlanSchema } from '../../../shared/api/draw-plan.ts'

/** A plan that can be kept, or what stands in the way, each as a sentence's part. */
export type ReadPlan =
  | { readonly ok: true; readonly plan: DrawPlan }
  | { readonly ok: false; readonly problems: readonly string[] }

const fieldWords: Readonly<Record<string, string>> = {
  task: '任务',
  items: '抽查事项',
  venue: '地点',
  operator: '操作人',
  host: '主持人',
  recorder: '记录人',
  supervisor: '纪检监督人',
  mediaNumber: '影像资料编号',
  witnesses: '见证人',
  conditions: '定向条件',
  strata: '分层',
  ratio: '比例',
  number: '数量',
  name: '名称',
  domains: '专业要求',
  businessCategories: '经营类别',
  specialties: '专业资格',
  leaveOut: '经决定不列入的',
  objects: '对象',
  inspectors: '人员',
  reason: '原因',
  teams: '组数',
  slots: '席位',
  department: '股室',
  approver: '批准人',
  approvalNumber: '批准文号',
  inspector: '被更换的人员',
  object: '被更换的对象',
  documentNumber: '文号',
  role: '身份',
}

/** Reads what a form would send: `分层第1项比例格式不对` says where and what. */
export function readPlan(sent: unknown): ReadPlan {
  const read = drawPlanSchema.safeParse(sent)
  if (read.success) return { ok: true, plan: read.data }
  const problems = read.error.issues.map((issue) => {
    const { problem } = describeIssue(issue)
    // A sentence of the schema's own that names its subject needs no place before it.
    if (issue.code === 'custom' && issue.path.length <= 1 && problem.length > 8) return problem
    return `${issue.path.map(stepWords).join('')}：${problem}`
  })
  return { ok: false, problems: [...new Set(problems)] }
}

function stepWords(step: PropertyKey): string {
  if (typeof step === 'number') return `第${step + 1}项`
  return fieldWords[String(step)] ?? ''
}
