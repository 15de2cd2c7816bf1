import type { DrawPlan, PlanOf } from '../../../shared/api/draw-plan.ts'
import type { serialSchema } from '../../../shared/registry/office.ts'
import { clean, required, shown } from './ceremony-form.ts'

type Serial = ReturnType<typeof serialSchema.parse>

/** What a draw rests on: a plan line (计划项), a reason outside any plan (计划外), or nothing, which is a rehearsal. */
export type BasisForm =
  | { readonly on: 'line'; readonly line: Serial | null; readonly scheme: string | null }
  | { readonly on: 'outside'; readonly reason: string; readonly scheme: string | null }
  | { readonly on: 'none' }

/** A rule with 原则上 that this draw does not follow, and why: printed. Without a reason it is followed. */
export interface SetAsideForm {
  readonly rule: string
  readonly reason: string
}

/** 省平台任务号, or the written ground for drawing here (S3 第六条). */
export interface PlatformForm {
  readonly by: 'number' | 'ground'
  readonly text: string
}

export const noPlatform: PlatformForm = { by: 'number', text: '' }

/** A new draw of either kind: what is official rests on the plan, what is not needs no ground. */
export function newBasis(mode: DrawPlan['mode']): BasisForm {
  return mode === 'official' ? { on: 'line', line: null, scheme: null } : { on: 'none' }
}

/** The basis once the draw is of another kind: nothing chosen is let go, but an official draw rests on something. */
export function basisInMode(basis: BasisForm, mode: DrawPlan['mode']): BasisForm {
  if (mode === 'official') return basis.on === 'none' ? newBasis(mode) : basis
  const chosen =
    basis.on === 'outside' ? clean(basis.reason) !== '' : basis.on === 'line' && basis.line !== null
  return chosen ? basis : newBasis(mode)
}

export function basisOf(form: BasisForm): PlanOf<'draw'>['basis'] {
  if (form.on === 'none') return null
  if (form.on === 'outside') return { on: 'outside', reason: required(form.reason), scheme: form.scheme }
  return form.line === null ? null : { on: 'line', line: form.line, scheme: form.scheme }
}

export function formOfBasis(basis: PlanOf<'draw'>['basis'], mode: DrawPlan['mode']): BasisForm {
  if (basis === null) return newBasis(mode)
  return basis.on === 'outside' ? { ...basis, reason: shown(basis.reason) } : basis
}

export function setAsideOf(rows: readonly SetAsideForm[]): PlanOf<'draw'>['setAside'] {
  return rows.flatMap(({ rule, reason }) => (clean(reason) === '' ? [] : [{ rule, reason: clean(reason) }]))
}

export function platformOf({ by, text }: PlatformForm): PlanOf<'draw'>['platform'] {
  const words = clean(text)
  if (words === '') return null
  return by === 'number' ? { number: words, ground: null } : { number: null, ground: words }
}

export function formOfPlatform(platform: PlanOf<'draw'>['platform']): PlatformForm {
  if (platform === null) return noPlatform
  return platform.number === null
    ? { by: 'ground', text: platform.ground ?? '' }
    : { by: 'number', text: platform.number }
}
