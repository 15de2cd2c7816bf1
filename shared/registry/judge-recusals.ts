import type { Draft, RowPlaces } from './draft.ts'
import { findObject } from './find-object.ts'
import type { RecusalLookup } from './lookups.ts'
import { foldName } from './normalise.ts'
import type { Serial } from './office.ts'
import type { Recusal } from './recusal.ts'
import { recusalReasonCode } from './recusal-reason.ts'
import { type RegisterRules, textValue } from './register-rules.ts'

/** The inspector that the row names, or `null` after saying why not. */
function findInspector(draft: Draft<Recusal>, places: RowPlaces, existing: RecusalLookup): Serial | null {
  const certificate = textValue(draft, 'certificate')
  const name = textValue(draft, 'inspectorName')
  if (certificate !== null) {
    const found = existing.inspectors.byCertificate(certificate)
    if (found === null) {
      places.refuse(
        draft,
        'certificate',
        `执法人员名录中没有执法证号“${certificate}”，请核对，或先导入人员名录`,
      )
      return null
    }
    if (name !== null && foldName(name) !== foldName(found.row.name)) {
      places.refuse(
        draft,
        'inspectorName',
        `执法证号“${certificate}”在名录中是“${found.row.name}”，表中写的是“${name}”，请核对`,
      )
      return null
    }
    return found.serial
  }
  if (draft.findings.length > 0) return null
  if (name === null) {
    places.refuse(draft, 'certificate', '没有写明检查人员，请填写执法证号')
    return null
  }
  const [first, ...others] = existing.inspectors.byName(name)
  if (first !== undefined && others.length === 0) return first.serial
  places.refuse(
    draft,
    'inspectorName',
    first === undefined
      ? `执法人员名录中没有“${name}”，请核对，或先导入人员名录`
      : `执法人员名录中有${others.length + 1}人叫“${name}”，请填写执法证号`,
  )
  return null
}

/** 回避关系: both sides must be in their registers and are kept as serials. */
export const recusalRules: RegisterRules<'recusals'> = {
  defaults: {},
  assumed: {},
  unique: {
    field: 'pair',
    title: '检查人员与检查对象',
    parts: ['object', 'inspector'],
    firstStands: true,
  },
  namesAreUnique: false,
  keepsCells: true,
  resolve(draft, places, existing) {
    const before = draft.findings.length
    const inspector = findInspector(draft, places, existing)
    const object =
      before === draft.findings.length || inspector === null
        ? findObject(draft, places, existing.objects)
        : null
    const reason = textValue(draft, 'reason')
    draft.values =
      object === null || inspector === null || reason === null
        ? {}
        : { object, inspector, reason, reasonCode: recusalReasonCode(reason) }
  },
  match(draft, existing) {
    const object = textValue(draft, 'object') as Serial | null
    const inspector = textValue(draft, 'inspector') as Serial | null
    const target = object === null || inspector === null ? null : existing.pair(object, inspector)
    return { target, byName: false, candidates: [] }
  },
  check() {},
}
