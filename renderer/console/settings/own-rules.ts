import { describeIssue } from '../../../shared/api/describe-issue.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import { presetRulesSchema } from '../../../shared/rules/preset-schema.ts'
import type { Strength } from '../../../shared/rules/strength.ts'
import { type NameField, nameFields, type RuleExtra, type RuleField, ruleFields } from './own-rule-fields.ts'

/** One rule of 自定义 as it is typed. What is switched off is kept while the form is open. */
export interface TypedRule {
  readonly on: boolean
  readonly words: string
  readonly clause: string
  readonly strength: Strength
  readonly extras: Readonly<Record<string, TypedExtra>>
}
export type TypedExtra = string | boolean | readonly string[]

/** The whole form of 自定义: names, and every rule by its path. */
export interface OwnRulesForm {
  readonly names: Readonly<Record<NameField, string>>
  readonly rules: Readonly<Record<string, TypedRule>>
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at the path of a rule; `null` where the text does not speak of it. */
function stated(preset: Preset, path: string): Json | null {
  const [first = '', second] = path.split('.')
  if (first === 'witness') return { clause: preset.clause, roles: preset.witnessRoles }
  if (first === 'terms') return preset.terms.find(({ duty }) => duty === second) ?? null
  if (first === 'cases') return preset.nonRandom.cases.find(({ kind }) => kind === second) ?? null
  if (first === 'outsidePlan')
    return { ...preset.outsidePlan, reasons: preset.outsidePlan.reasons.map(({ words }) => words) }
  const whole: Json = preset
  const part = whole[first]
  const value = second === undefined || !isObject(part) ? part : part[second]
  return isObject(value) ? value : null
}

/** The form that shows a text. */
export function formOfRules(preset: Preset): OwnRulesForm {
  const { title, shortName, words } = preset
  return {
    names: { title, shortName, ...words },
    rules: Object.fromEntries(
      ruleFields.map((field) => [field.path, typedRule(field, stated(preset, field.path))]),
    ),
  }
}

function typedRule({ always, extras }: RuleField, value: Json | null): TypedRule {
  const said = (key: string) => (typeof value?.[key] === 'string' ? value[key] : '')
  return {
    on: value !== null || always === true,
    words: said('words'),
    clause: said('clause'),
    strength: value?.strength === 'firm' ? 'firm' : 'principle',
    extras: Object.fromEntries(extras.map((extra) => [extra.key, typedExtra(extra, value?.[extra.key])])),
  }
}

function typedExtra(extra: RuleExtra, value: unknown): TypedExtra {
  switch (extra.kind) {
    case 'switch':
      return value === true
    case 'list':
    case 'numbers':
    case 'words':
      return Array.isArray(value) ? value.map(String) : []
    case 'per-cent':
      return typeof value === 'number' ? String(value / 100) : ''
    case 'word':
      return value === undefined || value === null ? (extra.words[0]?.[0] ?? '') : String(value)
    case 'number':
    case 'text':
      return value === undefined || value === null ? '' : String(value)
  }
}

/** The text of a form, or what is wrong with it: the path of a rule (or `names`) with a sentence's part. */
export type ReadRules =
  | { readonly ok: true; readonly rules: Preset }
  | { readonly ok: false; readonly problems: readonly { readonly path: string; readonly words: string }[] }

/** Reads a form as the text that it says. */
export function rulesOfForm(form: OwnRulesForm): ReadRules {
  const { names } = form
  const at = (path: string) => jsonOf(form, path)
  const wordNames = nameFields.filter(([key]) => key !== 'title' && key !== 'shortName')
  const witness = form.rules.witness
  const outside = at('outsidePlan')
  const read = presetRulesSchema.safeParse({
    ...Object.fromEntries(
      ruleFields
        .filter(({ path }) => !path.includes('.') && path !== 'witness' && path !== 'outsidePlan')
        .map(({ path }) => [path, at(path)]),
    ),
    title: names.title.trim(),
    shortName: names.shortName.trim(),
    words: Object.fromEntries(wordNames.map(([key]) => [key, names[key].trim()])),
    witnessRoles: witness?.extras.roles ?? [],
    clause: orNull(witness?.clause ?? ''),
    ratio: {
      floor: at('ratio.floor'),
      ceiling: at('ratio.ceiling'),
      generalCeiling: at('ratio.generalCeiling'),
    },
    frequency: { floor: at('frequency.floor'), ceiling: at('frequency.ceiling') },
    nonRandom: { cases: listed(form, 'cases', 'kind') },
    terms: listed(form, 'terms', 'duty'),
    outsidePlan: {
      ...outside,
      reasons: (Array.isArray(outside?.reasons) ? outside.reasons : []).map((words: unknown) => ({
        words,
        clause: outside?.clause ?? null,
      })),
    },
  })
  if (read.success) return { ok: true, rules: read.data }
  return {
    ok: false,
    problems: read.error.issues.map((issue) => {
      const path = fieldOf(form, issue.path)
      return {
        path,
        words: `${partOf(path, issue.path)}：${problemOfBox(form, path, issue.path) ?? describeIssue(issue).problem}`,
      }
    }),
  }
}

/** What is wrong with one box of a rule, as whoever fills it in would say it; `null` where the schema knows better. */
function problemOfBox(form: OwnRulesForm, rule: string, path: readonly PropertyKey[]): string | null {
  const typed = form.rules[rule]
  const last = path.filter((step) => typeof step === 'string').at(-1)
  if (typed === undefined || last === undefined) return null
  if (last === 'words') return typed.words.trim() === '' ? '请填写' : null
  const extra = ruleFields.find((field) => field.path === rule)?.extras.find(({ key }) => key === last)
  if (extra === undefined) return null
  if (String(typed.extras[extra.key] ?? '').trim() === '') return '请填写'
  if (extra.kind === 'per-cent') return '应在0至100之间，小数不超过两位'
  return extra.kind === 'number' ? '应为允许范围内的整数' : null
}

/** Which box of a rule an issue is about. */
function partOf(rule: string, path: readonly PropertyKey[]): string {
  const named = path.filter((step) => typeof step === 'string')
  const last = named.at(-1)
  if (last === 'words') return '原文'
  if (last === 'clause') return '条款'
  if (last === 'cases') return '情形'
  const extras = ruleFields.find((field) => field.path === rule)?.extras ?? []
  const names: readonly (readonly [string, string])[] = nameFields
  return (
    names.find(([key]) => key === last)?.[1] ?? extras.find(({ key }) => key === last)?.title ?? '这项规定'
  )
}

/** The rules of a list that are switched on, each with what it is of: `terms.report` is `{ duty: 'report', … }`. */
function listed(form: OwnRulesForm, list: 'cases' | 'terms', key: string): readonly Json[] {
  return pathsOn(form, list).map((path) => ({ [key]: path.slice(list.length + 1), ...jsonOf(form, path) }))
}

function pathsOn(form: OwnRulesForm, list: 'cases' | 'terms'): readonly string[] {
  return ruleFields
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`${list}.`) && form.rules[path]?.on === true)
}

function jsonOf(form: OwnRulesForm, path: string): Json | null {
  const field = ruleFields.find((candidate) => candidate.path === path)
  const typed = form.rules[path]
  if (field === undefined || typed === undefined || !typed.on) return null
  return {
    ...Object.fromEntries(
      field.extras.map((extra) => [extra.key, valueOfExtra(extra, typed.extras[extra.key])]),
    ),
    ...(field.strength === true ? { strength: typed.strength } : {}),
    words: typed.words.trim(),
    clause: orNull(typed.clause),
  }
}

function valueOfExtra(extra: RuleExtra, typed: TypedExtra | undefined): unknown {
  switch (extra.kind) {
    case 'switch':
      return typed === true
    case 'list':
    case 'words':
      return Array.isArray(typed) ? typed : []
    case 'numbers':
      return Array.isArray(typed) ? typed.map((one) => numberOf(String(one), 0)) : []
    case 'per-cent':
      return numberOf(String(typed ?? ''), 2)
    case 'number':
      return extra.optional === true && String(typed ?? '').trim() === ''
        ? null
        : numberOf(String(typed ?? ''), 0)
    case 'word':
      return /^-?\d+$/.test(String(typed)) ? Number(typed) : typed
    case 'text':
      return extra.optional === true ? orNull(String(typed ?? '')) : String(typed ?? '').trim()
  }
}

/** A number with so many decimal places as a whole one: `5.25` with two is 525. No number is `NaN`, which is refused. */
function numberOf(typed: string, places: 0 | 2): number {
  const read = new RegExp(places === 0 ? '^\\d{1,4}$' : '^\\d{1,3}(\\.\\d{1,2})?$').test(typed.trim())
  return read ? Math.round(Number(typed.trim()) * 10 ** places) : Number.NaN
}

function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}

/** Which rule of the form an issue of the schema is about. */
function fieldOf(form: OwnRulesForm, path: readonly PropertyKey[]): string {
  const [first, second] = path
  if (first === 'terms' && typeof second === 'number') return pathsOn(form, 'terms')[second] ?? 'terms.report'
  if (first === 'nonRandom')
    return (typeof path[2] === 'number' ? pathsOn(form, 'cases')[path[2]] : undefined) ?? 'cases.投诉举报'
  if (first === 'witnessRoles' || first === 'clause') return 'witness'
  if (first === 'ratio' || first === 'frequency') return `${first}.${String(second)}`
  return ruleFields.some((field) => field.path === first) ? String(first) : 'names'
}
