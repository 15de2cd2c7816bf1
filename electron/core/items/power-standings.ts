import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import { foldName } from '../../../shared/registry/normalise.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { Power } from '../../../shared/registry/power.ts'
import { isSupervision } from '../../../shared/rules/coverage.ts'

interface Versioned<Row> {
  readonly serial: Serial
  readonly version: number
  readonly row: Row
}

/** How a power (职权) stands to the list (S1 附件2一). */
export interface StandingOfPower extends Versioned<Power> {
  readonly standing: 'covered' | 'reasoned' | 'open' | 'no-supervision'
  readonly item: { readonly serial: Serial; readonly name: string } | null
  readonly reason: string | null
}

export interface PowerStandings {
  readonly powers: readonly StandingOfPower[]
  /** included items that no power names: what is in no 权责清单 may not be inspected (S2 第三条) */
  readonly withoutPower: readonly { readonly serial: Serial; readonly name: string }[]
}

/**
 * Every power beside the item that it is: covered by one that is drawn, left out with a reason (充分的理由), or open.
 * Of items of one name the one that is drawn counts.
 */
export function powerStandings(
  powers: readonly Versioned<Power>[],
  items: readonly Versioned<InspectionItem>[],
): PowerStandings {
  const byName = new Map<string, Versioned<InspectionItem>>()
  for (const item of items) {
    const name = foldName(item.row.name)
    if (byName.get(name)?.row.included !== true) byName.set(name, item)
  }
  const met = new Set<string>()
  const standings = powers.map(({ serial, version, row }): StandingOfPower => {
    const name = foldName(row.item ?? row.name)
    const item = byName.get(name)
    if (item !== undefined) met.add(name)
    return {
      serial,
      version,
      row,
      standing: standingOf(row, item?.row),
      item: item === undefined ? null : { serial: item.serial, name: item.row.name },
      reason: item === undefined || item.row.included ? null : item.row.reasonNotIncluded,
    }
  })
  return {
    powers: standings,
    withoutPower: items
      .filter(({ row }) => row.included && !met.has(foldName(row.name)))
      .map(({ serial, row }) => ({ serial, name: row.name })),
  }
}

function standingOf(power: Power, item: InspectionItem | undefined): StandingOfPower['standing'] {
  if (!isSupervision(power)) return 'no-supervision'
  if (item === undefined) return 'open'
  if (item.included) return 'covered'
  return item.reasonNotIncluded === null ? 'open' : 'reasoned'
}
