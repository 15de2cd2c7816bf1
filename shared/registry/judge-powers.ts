import { type RegisterRules, textValue } from './register-rules.ts'

/** 权责清单: known by name. */
export const powerRules: RegisterRules<'powers'> = {
  defaults: { category: null, basis: null, department: null, field: null, item: null },
  assumed: {},
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
  check() {},
}
