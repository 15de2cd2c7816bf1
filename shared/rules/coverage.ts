import type { InspectionItem } from '../registry/inspection-item.ts'
import { foldName } from '../registry/normalise.ts'
import type { Power } from '../registry/power.ts'
import { type Preset, presets } from './preset.ts'

type Field = NonNullable<Power['field']>

/** How much of a field's powers is in the list (事项清单), counted by S4 二. */
export interface FieldCoverage {
  readonly field: Field
  /** supervision items of the 权责清单, or of the list where no 权责清单 was imported */
  readonly total: number
  readonly covered: number
  /** hundredths of a per cent, rounded down; `null` where there are no powers */
  readonly share: number | null
  /** hundredths of a per cent */
  readonly target: number
  /** `null` where there are no powers */
  readonly met: boolean | null
  readonly clause: string | null
  /** those without an item */
  readonly missing: readonly { readonly name: string; readonly department: string | null }[]
  /** those that cannot be drawn, with 充分的理由 (S1 附件2一) */
  readonly reasoned: readonly { readonly name: string; readonly reason: string }[]
}
export interface Coverage {
  readonly fields: readonly FieldCoverage[]
  /** names of powers without a field: counted in neither */
  readonly unclassified: readonly string[]
}

const fields = ['市场监管', '其他行政执法'] as const satisfies readonly Field[]

/** A 权责清单 lists permits and fines too: only supervision (行政检查, 监督检查) is drawn. Without a category it counts. */
export function isSupervision({ category }: Pick<Power, 'category'>): boolean {
  return category === null || /检查|监督/.test(category)
}

type Listed = Pick<InspectionItem, 'name' | 'field' | 'included' | 'reasonNotIncluded' | 'department'>
interface Counted {
  readonly name: string
  readonly department: string | null
  readonly field: Field | null
  readonly item: Listed | undefined
}

/** Coverage of the 权责清单 by the list; without any power, of the list's own items. The target is the preset's. */
export function coverage(
  powers: readonly Power[],
  items: readonly Listed[],
  preset: Preset = presets.ziyang,
): Coverage {
  const byName = new Map(items.map((item) => [foldName(item.name), item]))
  const counted: readonly Counted[] =
    powers.length === 0
      ? items.map((item) => ({ ...item, item }))
      : powers.filter(isSupervision).map((power) => {
          const item = byName.get(foldName(power.item ?? power.name))
          return { ...power, field: power.field ?? item?.field ?? null, item }
        })
  return {
    fields: fields.map((field) =>
      ofField(
        field,
        counted.filter((power) => power.field === field),
        preset,
      ),
    ),
    unclassified: counted.filter((power) => power.field === null).map((power) => power.name),
  }
}

function ofField(field: Field, counted: readonly Counted[], { coverage: rule }: Preset): FieldCoverage {
  const covered = counted.filter(({ item }) => item?.included === true).length
  const reasoned = counted.flatMap(({ name, item }) =>
    item === undefined || item.included || item.reasonNotIncluded === null
      ? []
      : [{ name, reason: item.reasonNotIncluded }],
  )
  const missing = counted
    .filter(({ item }) => item === undefined || (!item.included && item.reasonNotIncluded === null))
    .map(({ name, department }) => ({ name, department }))
  const total = counted.length
  const target = field === '市场监管' ? rule.market : rule.other
  const counts = covered + (rule.reasonsCount ? reasoned.length : 0)
  return {
    field,
    total,
    covered,
    share: total === 0 ? null : Math.floor((covered * 10_000) / total),
    target,
    met: total === 0 ? null : counts * 10_000 >= target * total,
    clause: rule.clause,
    missing,
    reasoned,
  }
}
