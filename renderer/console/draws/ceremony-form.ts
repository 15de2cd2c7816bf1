import type { DrawPlan } from '../../../shared/api/draw-plan.ts'

/** What stands in a draft where something has still to be filled in: a draft is kept from its first field on. */
export const unfilled = '待填写'

/** What every draw says of its task and of who is present, as fields of a form. Empty is `''`. */
export interface CeremonyForm {
  readonly mode: DrawPlan['mode']
  /** 检查实施前保密 (S2 第九条、第十七条) */
  readonly confidential: boolean
  readonly taskName: string
  readonly documentNumber: string
  readonly items: readonly string[]
  readonly venue: string
  readonly operator: string
  readonly host: string
  readonly recorder: string
  readonly supervisor: string
  readonly mediaNumber: string
  readonly witnesses: readonly WitnessForm[]
}
export interface WitnessForm {
  readonly role: string
  readonly name: string
}

export type CeremonyPlan = Pick<
  DrawPlan,
  | 'mode'
  | 'confidential'
  | 'task'
  | 'items'
  | 'venue'
  | 'operator'
  | 'host'
  | 'recorder'
  | 'supervisor'
  | 'mediaNumber'
  | 'witnesses'
>

/** A field that a plan must have: what was typed, or the word for what is missing. */
export function required(value: string): string {
  return clean(value) || unfilled
}

/** A field that a plan may have. */
export function optional(value: string): string | null {
  return clean(value) || null
}

/** A required field of a plan as a form shows it. */
export function shown(value: string | null | undefined): string {
  return value === undefined || value === null || value === unfilled ? '' : value
}

/** As registers and lists hold text: NFC, no blank at either end, no line breaks. */
export function clean(value: string): string {
  return value.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

export function ceremonyOf(form: CeremonyForm): CeremonyPlan {
  const operator = clean(form.operator)
  return {
    mode: form.mode,
    confidential: form.confidential,
    task: { name: required(form.taskName), documentNumber: optional(form.documentNumber) },
    items: form.items.length === 0 ? [unfilled] : [...form.items],
    venue: required(form.venue),
    ...(operator === '' ? {} : { operator }),
    host: optional(form.host),
    recorder: optional(form.recorder),
    supervisor: optional(form.supervisor),
    mediaNumber: optional(form.mediaNumber),
    witnesses: form.witnesses.map(({ role, name }) => ({ role: required(role), name: required(name) })),
  }
}

export function formOfCeremony(plan: CeremonyPlan): CeremonyForm {
  return {
    mode: plan.mode,
    confidential: plan.confidential,
    taskName: shown(plan.task.name),
    documentNumber: plan.task.documentNumber ?? '',
    items: plan.items.filter((item) => item !== unfilled),
    venue: shown(plan.venue),
    operator: plan.operator ?? '',
    host: plan.host ?? '',
    recorder: plan.recorder ?? '',
    supervisor: plan.supervisor ?? '',
    mediaNumber: plan.mediaNumber ?? '',
    witnesses: plan.witnesses.map(({ role, name }) => ({ role: shown(role), name: shown(name) })),
  }
}

/** What has still to be filled in before a number may be taken, in words. */
export function missingOfCeremony(form: CeremonyForm): string[] {
  const missing: string[] = []
  if (clean(form.taskName) === '') missing.push('任务名称')
  if (form.items.length === 0) missing.push('抽查事项')
  if (clean(form.venue) === '') missing.push('地点')
  for (const [index, { role, name }] of form.witnesses.entries()) {
    const which = form.witnesses.length === 1 ? '见证人' : `第${index + 1}位见证人`
    if (clean(role) === '') missing.push(`${which}的身份`)
    if (clean(name) === '') missing.push(`${which}的姓名`)
  }
  return missing
}
