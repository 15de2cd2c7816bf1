import { type RegisterRules, textValue } from './register-rules.ts'

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
  resolve(draft, places) {
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
    if (item !== null && !existing.hasItem(item))
      places.refuse(draft, 'item', `随机抽查事项清单中没有“${item}”，请核对事项名称，或先导入事项清单`)
    const { furtherItems } = draft.values
    for (const further of Array.isArray(furtherItems) ? furtherItems : [])
      if (!existing.hasItem(further))
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
