import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { Inspector } from '../../../shared/registry/inspector.ts'
import { type OfficeCode, type Serial, serialSchema } from '../../../shared/registry/office.ts'
import type { CoreContext } from '../context.ts'

/**
 * Whether two rows of the register are one thing in the world. A firm is known by its 统一社会信用代码 under whatever
 * name; a project or a person is not (S3 第十条), and a code that either lacks says nothing: then kind and name decide.
 */
function isSame(a: InspectionObject, b: InspectionObject): boolean {
  if (a.kind !== b.kind) return false
  if (a.uscc !== null && b.uscc !== null && a.uscc !== b.uscc) return false
  return (a.kind === '企业' && a.uscc !== null && b.uscc !== null) || a.name === b.name
}

/**
 * The serials under which an object that was taken out of the register stands in it now. Who comes back has a new
 * serial, and must not leave the draws and visits of the year behind by it. Empty where it stands there itself, or no
 * more.
 */
export function successorsOf({ database: { objects } }: CoreContext, serial: Serial): readonly Serial[] {
  const gone = objects.get(serial)
  if (gone === null || gone.change !== 'retired') return []
  const { uscc, name } = gone.row
  const near = [...(uscc === null ? [] : objects.find('uscc', uscc)), ...objects.find('name', name)]
  return [...new Set(near.filter(({ row }) => isSame(gone.row, row)).map((version) => version.serial))]
}

/** Whether two rows of the register are one person: by 身份证号 or 执法证号, else by name and 股室. */
function isSamePerson(a: Inspector, b: Inspector): boolean {
  if (a.idNumber !== null && b.idNumber !== null) return a.idNumber === b.idNumber
  if (a.certificate !== null && a.certificate === b.certificate) return true
  return a.name === b.name && a.department === b.department && a.unit === b.unit
}

/** As {@link successorsOf}, of an inspector: a 回避关系 holds for the person, under whatever serial. */
export function successorsOfPerson(
  { database: { inspectors } }: CoreContext,
  serial: Serial,
): readonly Serial[] {
  const gone = inspectors.get(serial)
  if (gone === null || gone.change !== 'retired') return []
  const { certificate, idNumber, name } = gone.row
  const near = [
    ...(certificate === null ? [] : inspectors.find('certificate', certificate)),
    ...(idNumber === null ? [] : inspectors.find('idNumber', idNumber)),
    ...inspectors.find('name', name),
  ]
  return [...new Set(near.filter(({ row }) => isSamePerson(gone.row, row)).map((version) => version.serial))]
}

/** The serial of a full id of this office; `null` where it is another's. */
export function ownSerial(code: OfficeCode | null, id: string): Serial | null {
  const prefix = code === null ? '' : `${code}-`
  if (!id.startsWith(prefix)) return null
  return serialSchema.safeParse(id.slice(prefix.length)).data ?? null
}
