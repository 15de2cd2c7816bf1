import { findObject } from './find-object.ts'
import type { Serial } from './office.ts'
import { type RegisterRules, textValue } from './register-rules.ts'

/** 非双随机检查: the object must be in its register and is kept as its serial. */
export const visitRules: RegisterRules<'visits'> = {
  defaults: {
    kind: '其他非双随机',
    number: null,
    department: null,
    item: null,
    passed: null,
    findings: null,
    remark: null,
  },
  assumed: { kind: '其他非双随机' },
  unique: {
    field: 'objectName',
    title: '检查对象、日期、类别和编号',
    parts: ['object', 'date', 'kind', 'number'],
    firstStands: true,
  },
  namesAreUnique: false,
  keepsCells: true,
  resolve(draft, places, existing) {
    const object = findObject(draft, places, existing.objects)
    const { objectName: _name, uscc: _uscc, ...rest } = draft.values
    draft.values = object === null ? {} : { ...rest, object }
  },
  match(draft, existing) {
    const object = textValue(draft, 'object') as Serial | null
    const date = textValue(draft, 'date')
    const kind = textValue(draft, 'kind') ?? '其他非双随机'
    const target =
      object === null || date === null ? null : existing.same(object, date, kind, textValue(draft, 'number'))
    return { target, byName: false, candidates: [] }
  },
  check() {},
}
