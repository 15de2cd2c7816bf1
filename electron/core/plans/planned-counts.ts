import type { PlanLineFacts } from '../../../shared/forms/plan-table.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { shareUp } from '../../../shared/rules/per-cent.ts'
import type { CoreContext } from '../context.ts'
import { isMeant } from '../schemes/propose-scheme.ts'
import { countIn, type ObjectGroup, objectGroups } from './object-groups.ts'

/** A plan line with the objects of the register that it means, before exclusions, and those that it plans to draw. */
export interface PlannedCounts extends PlanLineFacts {
  readonly register: number
}

/** {@link PlannedCounts} of lines by the list and the register as they stand now. */
export function plannedCounts(
  context: CoreContext,
  lines: readonly PlanLine[],
  groups: readonly ObjectGroup[] = objectGroups(context),
): PlannedCounts[] {
  const items = context.database.items.current().map(({ row }) => row)
  return lines.map((line) => {
    const item = items.find(({ name }) => name === line.item)
    const register = meantBy(line, items, groups)
    const planned = plannedObjects(line, register, item)
    const frequency = line.frequency ?? item?.frequency ?? null
    const total = planned === null || frequency === null ? null : planned * frequency
    return { line, register, objects: planned, total }
  })
}

function meantBy(line: PlanLine, items: readonly InspectionItem[], groups: readonly ObjectGroup[]): number {
  const names = [line.item, ...line.furtherItems]
  const own = items.filter(({ name }) => names.includes(name))
  return countIn(groups, (object) => isMeant(line, own, object))
}

/** Objects of one draw: what the plan estimates, else its share of the register, rounded up; `null` while it has none. */
function plannedObjects(line: PlanLine, register: number, item: InspectionItem | undefined): number | null {
  if (line.estimate !== null) return line.estimate
  const ratio = line.ratio ?? item?.ratio ?? null
  return ratio === null || register === 0 ? null : shareUp(ratio, register)
}
