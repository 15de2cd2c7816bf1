import type { Draft, RowPlaces } from './draft.ts'
import type { ObjectLookup } from './lookups.ts'
import { foldName } from './normalise.ts'
import type { Serial } from './office.ts'
import { textValue } from './register-rules.ts'

/** The object that the row names, or `null` after saying why not. */
export function findObject(draft: Draft<unknown>, places: RowPlaces, objects: ObjectLookup): Serial | null {
  const uscc = textValue(draft, 'uscc')
  const name = textValue(draft, 'objectName')
  if (uscc !== null) {
    const found = objects.byUscc(uscc)
    if (found === null) {
      places.refuse(
        draft,
        'uscc',
        `检查对象名录中没有统一社会信用代码“${uscc}”，请核对，或先导入检查对象名录`,
      )
      return null
    }
    if (name !== null && foldName(name) !== foldName(found.row.name)) {
      places.refuse(
        draft,
        'objectName',
        `统一社会信用代码“${uscc}”在名录中是“${found.row.name}”，表中写的是“${name}”，请核对`,
      )
      return null
    }
    return found.serial
  }
  if (draft.findings.length > 0) return null
  if (name === null) {
    places.refuse(draft, 'objectName', '没有写明检查对象，请填写名称或统一社会信用代码')
    return null
  }
  const [first, ...others] = objects.byName(name)
  if (first !== undefined && others.length === 0) return first.serial
  places.refuse(
    draft,
    'objectName',
    first === undefined
      ? `检查对象名录中没有“${name}”，请核对，或先导入检查对象名录`
      : `检查对象名录中有${others.length + 1}个“${name}”，请填写统一社会信用代码`,
  )
  return null
}
