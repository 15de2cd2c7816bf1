import { differences } from './draft.ts'
import { type RegisterRules, textValue } from './register-rules.ts'

/** Kinds whose name tells them apart inside one office; people may share a name, and so may branches of a firm. */
const namedKinds: ReadonlySet<string> = new Set(['项目', '行为'])

/** 检查对象: known by 统一社会信用代码; where there is none, by name, and then mostly by asking. */
export const objectRules: RegisterRules<'objects'> = {
  defaults: {
    kind: '企业',
    uscc: null,
    registrar: null,
    legalRepresentative: null,
    businessCategory: null,
    address: null,
    region: null,
    contact: null,
    phone: null,
    department: null,
    items: [],
    creditGrade: null,
    marks: [],
    state: '存续',
  },
  assumed: { kind: '企业', state: '存续' },
  unique: { field: 'uscc', title: '统一社会信用代码' },
  namesAreUnique: true,
  keepsCells: false,
  resolve() {},
  match(draft, existing) {
    const uscc = textValue(draft, 'uscc')
    const byCode = uscc === null ? null : existing.byUscc(uscc)
    if (byCode !== null) return { target: byCode, byName: false, candidates: [] }
    const name = textValue(draft, 'name')
    const sameName = name === null ? [] : existing.byName(name)
    const only = sameName.length === 1 ? sameName[0] : undefined
    if (only !== undefined && uscc === null) {
      const named =
        only.row.uscc === null && only.row.kind === draft.values.kind && namedKinds.has(only.row.kind)
      const unchanged = draft.questions.length === 0 && differences(only.row, draft.values, []).length === 0
      if (named || unchanged) return { target: only, byName: true, candidates: [] }
    }
    return { target: null, byName: false, candidates: sameName }
  },
  check(draft, places) {
    if (textValue(draft, 'department') === '*') {
      places.refuse(draft, 'department', '股室不能写作“*”，请填写名称或留空')
    }
  },
}
