import { type RegisterRules, textValue } from './register-rules.ts'

/** What the item's own law bounds, from below and from above. */
const lawBounds = [
  ['ratioFloor', 'ratioCeiling', '比例'],
  ['frequencyFloor', 'frequencyCeiling', '频次'],
] as const

/** 随机抽查事项: known by name. */
export const itemRules: RegisterRules<'items'> = {
  defaults: {
    basis: null,
    subject: null,
    department: null,
    objects: null,
    content: null,
    method: null,
    ratio: null,
    frequency: null,
    level: null,
    category: null,
    field: null,
    included: true,
    reasonNotIncluded: null,
    appliesKinds: [],
    appliesCategories: [],
    lawBasis: null,
    ratioFloor: null,
    ratioCeiling: null,
    frequencyFloor: null,
    frequencyCeiling: null,
    jointInitiator: null,
    jointDepartments: [],
    publicConcern: false,
  },
  assumed: { included: '是' },
  unique: null,
  namesAreUnique: true,
  keepsCells: false,
  resolve() {},
  match(draft, existing) {
    const name = textValue(draft, 'name')
    const sameName = name === null ? [] : existing.byName(name)
    const only = sameName.length === 1 ? sameName[0] : undefined
    return only === undefined
      ? { target: null, byName: false, candidates: sameName }
      : { target: only, byName: true, candidates: [] }
  },
  check(draft, places) {
    for (const [floor, ceiling, what] of lawBounds) {
      const least = draft.values[floor] ?? null
      const most = draft.values[ceiling] ?? null
      if (typeof least === 'number' && typeof most === 'number' && least > most)
        places.refuse(draft, floor, `法定${what}的下限大于上限，没有可以执行的${what}，请对照法条核对`)
    }
    if (draft.values.included !== false) {
      if (draft.values.ratio === 0)
        places.refuse(
          draft,
          'ratio',
          '比例为0%就是不抽查，请填写大于0的比例或留空；不纳入双随机的，请写明“否”和理由',
        )
      return
    }
    const reason = draft.values.reasonNotIncluded ?? draft.target?.row.reasonNotIncluded ?? null
    if (reason === null) {
      places.refuse(
        draft,
        'reasonNotIncluded',
        '未纳入双随机的事项没有写明理由，请在“未纳入理由”一列填写（S1 附件2一）',
      )
    }
  },
}
