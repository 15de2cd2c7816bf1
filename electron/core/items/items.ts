import type { RegisterVersion } from '../../../db/register-version.ts'
import type { ApplyingItem, ItemCoverage } from '../../../shared/api/item-contract.ts'
import { isConfirmed, proposedObjects } from '../../../shared/registry/applies.ts'
import { registerTitles } from '../../../shared/registry/columns.ts'
import { sameValue } from '../../../shared/registry/draft.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import { foldName } from '../../../shared/registry/normalise.ts'
import { countApplied, type ObjectCell } from '../../../shared/registry/object-cells.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { Power } from '../../../shared/registry/power.ts'
import { coverage } from '../../../shared/rules/coverage.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { namingCells, objectCells } from './object-cells.ts'
import { type PowerStandings, powerStandings } from './power-standings.ts'

/** A row as the caller has seen it: nobody overwrites what he has not. */
export interface SeenRow {
  readonly serial: Serial
  readonly version: number
}

/** Which objects an item applies to, as a person confirms it. */
export interface ApplyingChoice extends SeenRow {
  readonly kinds: InspectionItem['appliesKinds']
  readonly categories: readonly string[]
}

/** Why a version was written that says which objects an item applies to. */
const confirmed = '确认适用对象'

interface CountedRegister {
  /** versions of objects when it was counted */
  readonly versions: number
  readonly cells: readonly ObjectCell[]
  readonly named: ReadonlyMap<string, readonly ObjectCell[]>
}

/**
 * 随机抽查事项清单 beyond its rows: which objects an item applies to (适用对象), and how the 权责清单 stands to it. Each
 * change is one transaction with its ledger entries; who confirmed what and when is the history of the row.
 */
export class Items {
  readonly #context: CoreContext
  #register: CountedRegister | null = null

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** Every item of the list, by serial. */
  list(): readonly (SeenRow & { readonly row: InspectionItem })[] {
    return this.#context.database.items.current().map(versioned)
  }

  /** Which objects each item applies to, confirmed or proposed; and the register, so that a window can count. */
  applying(): { readonly items: readonly ApplyingItem[]; readonly cells: readonly ObjectCell[] } {
    const { database } = this.#context
    const { cells, named } = this.#counted()
    const categories = new Set(cells.flatMap((cell) => cell.businessCategory ?? []))
    const items = database.items
      .current()
      .map((version) => this.#applying(version, cells, named.get(version.row.name) ?? [], categories))
    return { items, cells }
  }

  /** Confirms which objects items apply to: all or none. Refuses with `ROW_UNKNOWN`, `ROW_RETIRED`, `ROW_CHANGED`. */
  confirm(actor: string, choices: readonly ApplyingChoice[]): { readonly confirmed: number } {
    const { database } = this.#context
    return database.transaction(() => {
      const at = now(this.#context)
      for (const choice of choices) {
        const { row } = seenVersion('items', database.items.get(choice.serial), choice)
        const next = { ...row, appliesKinds: [...choice.kinds], appliesCategories: [...choice.categories] }
        const { version } = database.items.change(choice.serial, next, {
          at,
          by: actor,
          reason: confirmed,
        })
        const data = { register: 'items', serial: choice.serial, version, what: confirmed }
        record(this.#context, actor, 'register.changed', data, at)
      }
      return { confirmed: choices.length }
    })
  }

  /** How much of the 权责清单 the list covers now (S4 二), by the target of the office's preset. */
  coverage(): ItemCoverage {
    const { database } = this.#context
    const { preset } = rulesInForce(this.#context)
    const powers = database.powers.current().map(({ row }) => row)
    const items = database.items.current().map(({ row }) => row)
    const { words, clause, reasonsCount } = preset.coverage
    return {
      preset: preset.title,
      words,
      clause,
      reasonsCount,
      powers: powers.length,
      ...coverage(powers, items, preset),
    }
  }

  /** How each power stands to the list. */
  powers(): PowerStandings {
    const { database } = this.#context
    return powerStandings(database.powers.current().map(versioned), database.items.current().map(versioned))
  }

  /** Says which item a power is meant by; `null`: that of its own name. Refuses as {@link confirm}. */
  link(actor: string, seen: SeenRow, item: Serial | null): PowerStandings {
    const { database } = this.#context
    return database.transaction(() => {
      const { row } = seenVersion('powers', database.powers.get(seen.serial), seen)
      const name = item === null ? null : inForce('items', item, database.items.get(item)).row.name
      this.#linkTo(actor, seen.serial, row, name, now(this.#context))
      return this.powers()
    })
  }

  /**
   * Makes an item out of a power and links the two, as one. Refuses as {@link confirm}, and with `ROW_INVALID` where
   * the list has an item of that name.
   */
  fromPower(actor: string, seen: SeenRow, row: InspectionItem): SeenRow & { readonly row: InspectionItem } {
    const { database } = this.#context
    return database.transaction(() => {
      const power = seenVersion('powers', database.powers.get(seen.serial), seen)
      const name = foldName(row.name)
      const same = database.items.current().find((version) => foldName(version.row.name) === name)
      if (same !== undefined)
        throw new RefusalError(
          'ROW_INVALID',
          `随机抽查事项清单中已有“${same.row.name}”（${same.serial}）。没有写入任何数据。请改为把职权对应到这一事项。`,
        )
      const at = now(this.#context)
      const [serial] = database.items.add([row], { at, by: actor, reason: `来自权责清单${seen.serial}` })
      if (serial === undefined) throw new Error('an item was added without a serial')
      record(this.#context, actor, 'register.added', { register: 'items', serial, version: 1 }, at)
      this.#linkTo(actor, seen.serial, power.row, row.name, at)
      return { serial, version: 1, row }
    })
  }

  /** Writes the link where it says something new: a power needs none to the item of its own name. */
  #linkTo(actor: string, serial: Serial, row: Power, item: string | null, at: string): void {
    const wanted = item !== null && foldName(item) === foldName(row.name) ? null : item
    if (row.item === wanted) return
    const { powers } = this.#context.database
    const { version } = powers.change(
      serial,
      { ...row, item: wanted },
      { at, by: actor, reason: '对应抽查事项' },
    )
    record(this.#context, actor, 'register.changed', { register: 'powers', serial, version }, at)
  }

  #applying(
    { serial, version, row }: RegisterVersion<InspectionItem>,
    cells: readonly ObjectCell[],
    named: readonly ObjectCell[],
    categories: ReadonlySet<string>,
  ): ApplyingItem {
    const proposal = proposedObjects(row.objects, categories)
    const isChosen = isConfirmed(row)
    const chosen = isChosen ? this.#chosenIn(serial) : null
    return {
      serial,
      version,
      name: row.name,
      department: row.department,
      included: row.included,
      words: row.objects,
      confirmed: isChosen,
      confirmedBy: chosen?.by ?? null,
      confirmedAt: chosen?.at ?? null,
      kinds: row.appliesKinds,
      categories: row.appliesCategories,
      count: countApplied(row, cells, named),
      named: [...named],
      proposal:
        proposal === null ? null : { kinds: proposal.appliesKinds, categories: proposal.appliesCategories },
      proposedCount: proposal === null ? null : countApplied({ ...row, ...proposal }, cells, named),
    }
  }

  /** The version in which the objects that the item applies to were last chosen, or confirmed as they were. */
  #chosenIn(serial: Serial): RegisterVersion<InspectionItem> | null {
    let chosen: RegisterVersion<InspectionItem> | null = null
    for (const version of this.#context.database.items.history(serial))
      if (chosen === null || version.reason === confirmed || !sameObjects(chosen.row, version.row))
        chosen = version
    return chosen
  }

  /** The register of objects in cells; counted once for every state of it, because every page asks. */
  #counted(): CountedRegister {
    const { database } = this.#context
    const versions = database.objects.versions()
    if (this.#register?.versions !== versions)
      this.#register = { versions, cells: objectCells(database), named: namingCells(database) }
    return this.#register
  }
}

function sameObjects(left: InspectionItem, right: InspectionItem): boolean {
  return (
    sameValue(left.appliesKinds, right.appliesKinds) &&
    sameValue(left.appliesCategories, right.appliesCategories)
  )
}

function versioned<Row>({ serial, version, row }: RegisterVersion<Row>) {
  return { serial, version, row }
}

/** A row that is in its register. Refuses with `ROW_UNKNOWN` or `ROW_RETIRED`. */
function inForce<Row>(
  register: 'items' | 'powers',
  serial: Serial,
  newest: RegisterVersion<Row> | null,
): RegisterVersion<Row> {
  if (newest === null)
    throw new RefusalError(
      'ROW_UNKNOWN',
      `${registerTitles[register]}中没有“${serial}”。没有写入任何数据。请核对编号后重试。`,
    )
  if (newest.change === 'retired')
    throw new RefusalError(
      'ROW_RETIRED',
      `${registerTitles[register]}的“${serial}”已停用。没有写入任何数据。请刷新后重新选择。`,
    )
  return newest
}

/** The newest version, which the caller has seen. Refuses with `ROW_CHANGED` where it is another, and as {@link inForce}. */
function seenVersion<Row>(
  register: 'items' | 'powers',
  newest: RegisterVersion<Row> | null,
  { serial, version }: SeenRow,
): RegisterVersion<Row> {
  const found = inForce(register, serial, newest)
  if (found.version === version) return found
  throw new RefusalError(
    'ROW_CHANGED',
    `${registerTitles[register]}的“${serial}”已由${found.by}改为第${found.version}版。没有写入任何数据。请核对新的内容后再确认。`,
  )
}
