import { type Draft, type RowPlaces, sameValue, showValue } from './draft.ts'
import type { PlanLookup } from './lookups.ts'
import type { PlanLine } from './plan-line.ts'
import { type RegisterRules, textValue } from './register-rules.ts'

/** More parts than this are no name: of a long cell not every run of parts is tried. */
const partsOfName = 8

/** The longest run at the beginning of `parts` that is an item's name, and how many parts it takes. */
function firstNamed(parts: readonly string[], existing: PlanLookup): { name: string | null; parts: number } {
  for (let length = Math.min(parts.length, partsOfName); length > 0; length -= 1)
    for (const mark of ['、', ',', ';']) {
      const name = existing.itemNamed(parts.slice(0, length).join(mark))
      if (name !== null) return { name, parts: length }
    }
  return { name: null, parts: 1 }
}

/** The names of a list of items as the list of items spells them; one that holds a 、 itself is whole again. */
function namedAsListed(parts: readonly string[], existing: PlanLookup): string[] {
  const names: string[] = []
  for (let at = 0; at < parts.length; ) {
    const found = firstNamed(parts.slice(at), existing)
    names.push(found.name ?? parts[at] ?? '')
    at += found.parts
  }
  return names
}

/**
 * Items are found by their names, letter for letter (draw-items.ts): a plan that writes () where the list writes （）
 * would plan nothing. The list's own spelling is taken, and shown.
 */
function takeListedNames(draft: Draft<PlanLine>, places: RowPlaces, existing: PlanLookup): void {
  const { item, furtherItems } = draft.values
  const listed = {
    ...(typeof item === 'string' ? { item: existing.itemNamed(item) ?? item } : {}),
    ...(Array.isArray(furtherItems) ? { furtherItems: namedAsListed(furtherItems, existing) } : {}),
  }
  for (const [field, after] of Object.entries(listed)) {
    const before = draft.values[field] ?? null
    if (sameValue(before, after)) continue
    draft.values[field] = after
    const { column, address } = places.at(field, draft.line)
    const shown = { before: showValue(before, null), after: showValue(after, null) }
    const what = ['按随机抽查事项清单的事项名称登记']
    if (column !== null && address !== null && shown.before !== shown.after)
      draft.changes.push({ column, address, ...shown, what })
  }
}

/** 计划项: known by year and number; a file without a year column says it in the number, `2026-01`. */
export const planRules: RegisterRules<'plans'> = {
  defaults: {
    furtherItems: [],
    department: null,
    scope: null,
    kinds: [],
    businessCategories: [],
    regions: [],
    ratio: null,
    frequency: null,
    estimate: null,
    period: null,
    inspectors: null,
    steps: null,
    use: null,
    jointInitiator: null,
    jointDepartments: [],
    ratioComplaint: null,
    ratioAbnormal: null,
    ratioDishonest: null,
    ratioWatch: null,
    ratioTrusted: null,
    note: null,
    exceptionReason: null,
  },
  assumed: {},
  unique: { field: 'number', title: '计划编号', parts: ['number', 'year'] },
  namesAreUnique: false,
  keepsCells: false,
  resolve(draft, places, existing) {
    takeListedNames(draft, places, existing)
    if (draft.values.year !== undefined && draft.values.year !== null) return
    const year = /^(20\d{2})(?!\d)/.exec(textValue(draft, 'number') ?? '')?.[1]
    if (year !== undefined) draft.values.year = Number(year)
    else if (draft.findings.length === 0)
      places.refuse(
        draft,
        'number',
        '没有写明年度，计划编号也不以年份开头。请增加“年度”一列，或将编号写成2026-01的样子',
      )
  },
  match(draft, existing) {
    const { year } = draft.values
    const number = textValue(draft, 'number')
    const target = typeof year === 'number' && number !== null ? existing.byNumber(year, number) : null
    return { target, byName: false, candidates: [] }
  },
  check(draft, places, existing) {
    const item = textValue(draft, 'item')
    if (item !== null && existing.itemNamed(item) === null)
      places.refuse(draft, 'item', `随机抽查事项清单中没有“${item}”，请核对事项名称，或先导入事项清单`)
    const { furtherItems } = draft.values
    for (const further of Array.isArray(furtherItems) ? furtherItems : [])
      if (existing.itemNamed(further) === null)
        places.refuse(
          draft,
          'furtherItems',
          `随机抽查事项清单中没有“${further}”，请核对事项名称，或先导入事项清单`,
        )
    for (const share of [
      'ratio',
      'ratioComplaint',
      'ratioAbnormal',
      'ratioDishonest',
      'ratioWatch',
      'ratioTrusted',
    ])
      if (draft.values[share] === 0)
        places.refuse(draft, share, '比例为0%的不是抽查计划，请填写大于0的比例，或删去这一行')
    if (draft.values.frequency === 0)
      places.refuse(draft, 'frequency', '频次为0的不是抽查计划，请填写次数，或删去这一行')
  },
}
