import { type InspectionObject, objectKinds } from '../../../shared/registry/inspection-object.ts'
import type { CoreContext } from '../context.ts'

/** Objects of the register that a plan cannot tell apart: same 种类, 经营类别, 区域 and 适用事项. */
export interface ObjectGroup {
  /** one for all of them; nothing but those four fields is theirs */
  readonly object: InspectionObject
  readonly count: number
}

interface Stored {
  readonly kind: string
  readonly category: string | null
  readonly region: string | null
  readonly items: string
  readonly count: number
}

/**
 * The register by what items and plan lines ask of an object. Of 100,000 objects there are some hundred groups, so a
 * plan is counted without reading the register row by row.
 */
export function objectGroups({ database }: CoreContext): readonly ObjectGroup[] {
  return database.sqlite
    .prepare<[], Stored>(
      `SELECT kind, business_category AS category, region, items, count(*) AS count
       FROM inspection_object_current GROUP BY kind, business_category, region, items`,
    )
    .all()
    .map(({ kind, category, region, items, count }) => ({
      count,
      object: {
        ...nobody,
        kind: objectKinds.find((one) => one === kind) ?? '企业',
        businessCategory: category,
        region,
        items: JSON.parse(items) as string[],
      },
    }))
}

/** How many objects of the groups fit. */
export function countIn(groups: readonly ObjectGroup[], fits: (object: InspectionObject) => boolean): number {
  return groups.reduce((sum, { object, count }) => sum + (fits(object) ? count : 0), 0)
}

const nobody: Omit<InspectionObject, 'kind' | 'businessCategory' | 'region' | 'items'> = {
  name: '-',
  uscc: null,
  registrar: null,
  legalRepresentative: null,
  address: null,
  contact: null,
  phone: null,
  department: null,
  creditGrade: null,
  marks: [],
  state: '存续',
}
