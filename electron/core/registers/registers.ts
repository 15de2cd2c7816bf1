import type { Database } from '../../../db/open-database.ts'
import type { Facets, SearchFilters } from '../../../db/register-search.ts'
import type { RegisterStore, Stamp } from '../../../db/register-store.ts'
import type { RegisterVersion } from '../../../db/register-version.ts'
import { describeIssues } from '../../../shared/api/describe-issue.ts'
import { type RegisterName, registerTitles } from '../../../shared/registry/columns.ts'
import {
  inspectorLookup,
  itemLookup,
  type Lookups,
  objectLookup,
  planLookup,
  powerLookup,
  recusalLookup,
  visitLookup,
} from '../../../shared/registry/lookups.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { type RegisterRows, registerSchemas } from '../../../shared/registry/verdict.ts'
import { type CoreContext, now, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { refuseUnexplained } from '../plans/plan-line-approved.ts'

/** What every register's store can do, whichever fields its rows have. */
type AnyStore<R extends RegisterName> = Pick<
  RegisterStore<RegisterRows[R], never>,
  | 'add'
  | 'change'
  | 'retire'
  | 'get'
  | 'history'
  | 'current'
  | 'iterate'
  | 'asOf'
  | 'count'
  | 'search'
  | 'facets'
  | 'ofImport'
  | 'addedBy'
>

/** The store of a register. */
export function storeOf<R extends RegisterName>(database: Database, register: R): AnyStore<R> {
  const stores: { readonly [N in RegisterName]: AnyStore<N> } = {
    objects: database.objects,
    inspectors: database.inspectors,
    items: database.items,
    recusals: database.recusals,
    plans: database.plans,
    visits: database.visits,
    powers: database.powers,
  }
  return stores[register]
}

/** What a judge of a file may ask of the registers as they stand now. */
export function lookupOf<R extends RegisterName>(database: Database, register: R): Lookups[R] {
  const lookups: { readonly [N in RegisterName]: () => Lookups[N] } = {
    objects: () => objectLookup(database.objects.current()),
    inspectors: () => inspectorLookup(database.inspectors.current()),
    items: () => itemLookup(database.items.current()),
    recusals: () =>
      recusalLookup(database.objects.current(), database.inspectors.current(), database.recusals.current()),
    plans: () => planLookup(database.plans.current(), database.items.current()),
    visits: () => visitLookup(database.objects.current(), database.visits.current()),
    powers: () => powerLookup(database.powers.current()),
  }
  return lookups[register]()
}

/**
 * The registers: add, change, retire, and every answer about then and now. Each change is one transaction
 * with its ledger entry. The ledger names the row by its serial only: it holds no personal number.
 */
export class Registers {
  readonly #context: CoreContext

  constructor(context: CoreContext) {
    this.#context = context
  }

  /**
   * Adds a row and gives its first version. Refuses with `ROW_INVALID`, `CERTIFICATE_TAKEN`, or `ROW_UNKNOWN` for a
   * recusal or a visit of somebody who is in no register.
   */
  add<R extends RegisterName>(actor: string, register: R, row: unknown): RegisterVersion<RegisterRows[R]> {
    const parsed = this.#parse(register, row)
    return this.#write(actor, 'register.added', register, null, (stamp) => {
      this.#refuseTaken(register, parsed, null)
      this.#refuseNobody(parsed)
      const [serial] = storeOf(this.#context.database, register).add([parsed], stamp)
      if (serial === undefined) throw new Error('a row was added without a serial')
      return serial
    })
  }

  /**
   * Writes a new version of a row. Refuses with `ROW_UNKNOWN`, `ROW_INVALID`, `CERTIFICATE_TAKEN`, or `REASON_MISSING` for
   * an approved plan line.
   */
  change<R extends RegisterName>(
    actor: string,
    register: R,
    serial: Serial,
    row: unknown,
    reason: string | null = null,
  ): RegisterVersion<RegisterRows[R]> {
    const parsed = this.#parse(register, row)
    return this.#write(actor, 'register.changed', register, reason, (stamp) => {
      this.#refuseGone(register, serial)
      if (register === 'plans') refuseUnexplained(this.#context, serial, reason)
      this.#refuseTaken(register, parsed, serial)
      this.#refuseNobody(parsed)
      storeOf(this.#context.database, register).change(serial, parsed, stamp)
      return serial
    })
  }

  /** Retires a row: it leaves the register and stays answerable for ever. */
  retire<R extends RegisterName>(
    actor: string,
    register: R,
    serial: Serial,
    reason: string | null = null,
  ): RegisterVersion<RegisterRows[R]> {
    return this.#write(actor, 'register.retired', register, reason, (stamp) => {
      this.#refuseGone(register, serial)
      if (register === 'plans') refuseUnexplained(this.#context, serial, reason)
      storeOf(this.#context.database, register).retire(serial, stamp)
      return serial
    })
  }

  /** Rows that are in the register now, contain `piece` and pass the filters, a page of them. */
  search<R extends RegisterName>(
    register: R,
    piece: string,
    part: { limit: number; offset: number },
    filters: SearchFilters = {},
  ) {
    return storeOf(this.#context.database, register).search(piece, part, filters)
  }

  /** For every field that can be filtered, the values that occur in the register now with their counts. */
  facets(register: RegisterName): Facets {
    return storeOf(this.#context.database, register).facets()
  }

  /** All versions of a row, the first one first. Refuses with `ROW_UNKNOWN`. */
  history<R extends RegisterName>(register: R, serial: Serial): RegisterVersion<RegisterRows[R]>[] {
    const versions = storeOf(this.#context.database, register).history(serial)
    if (versions.length === 0) throw unknownRow(register, serial)
    return versions
  }

  /** The register as of a moment (epoch milliseconds). */
  asOf<R extends RegisterName>(register: R, moment: number): RegisterVersion<RegisterRows[R]>[] {
    return storeOf(this.#context.database, register).asOf(moment)
  }

  #parse<R extends RegisterName>(register: R, row: unknown): RegisterRows[R] {
    const parsed = registerSchemas[register].safeParse(row)
    if (parsed.success) return parsed.data
    const problems = describeIssues(parsed.error.issues)
    throw new RefusalError(
      'ROW_INVALID',
      `${registerTitles[register]}条目填写有误：${problems}。没有写入任何数据。请改正后重试。`,
    )
  }

  #refuseGone(register: RegisterName, serial: Serial): void {
    const version = storeOf(this.#context.database, register).get(serial)
    if (version === null) throw unknownRow(register, serial)
    if (version.change === 'retired')
      throw new RefusalError(
        'ROW_RETIRED',
        `${registerTitles[register]}的“${serial}”已停用，不能再修改。没有写入任何数据。如需恢复，请作为新条目加入。`,
      )
  }

  #refuseTaken(register: RegisterName, row: RegisterRows[RegisterName], own: Serial | null): void {
    if (register !== 'inspectors' || !('certificate' in row) || row.certificate === null) return
    const holder = this.#context.database.inspectors.find('certificate', row.certificate)[0]
    if (holder !== undefined && holder.serial !== own)
      throw new RefusalError(
        'CERTIFICATE_TAKEN',
        `执法证号“${row.certificate}”已属于${holder.row.name}（${holder.serial}）。没有写入任何数据。请核对证号；如原持有人已离任，请先停用其条目。`,
      )
  }

  /** A recusal names an object and an inspector that the registers know, a visit an object. */
  #refuseNobody(row: RegisterRows[RegisterName]): void {
    if (!('object' in row)) return
    const { objects, inspectors } = this.#context.database
    if (objects.get(row.object) === null) throw unknownRow('objects', row.object)
    if ('inspector' in row && inspectors.get(row.inspector) === null)
      throw unknownRow('inspectors', row.inspector)
  }

  #write<R extends RegisterName>(
    actor: string,
    event: 'register.added' | 'register.changed' | 'register.retired',
    register: R,
    reason: string | null,
    write: (stamp: Stamp) => Serial,
  ): RegisterVersion<RegisterRows[R]> {
    return this.#context.database.transaction(() => {
      const at = now(this.#context)
      const serial = write({ at, by: actor, ...(reason === null ? {} : { reason }) })
      const version = storeOf(this.#context.database, register).history(serial).at(-1)
      if (version === undefined) throw unknownRow(register, serial)
      record(this.#context, actor, event, { register, serial, version: version.version }, at)
      return version
    })
  }
}

function unknownRow(register: RegisterName, serial: string): RefusalError {
  return new RefusalError(
    'ROW_UNKNOWN',
    `${registerTitles[register]}中没有“${serial}”。没有写入任何数据。请核对编号后重试。`,
  )
}
