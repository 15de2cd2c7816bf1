import { registerTitles } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { Similarity } from '../../../shared/registry/similar-names.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import { now, record, type WritingContext } from '../context.ts'
import { moveReferences } from '../import/move-references.ts'
import { RefusalError } from '../outcome.ts'
import { storeOf } from '../registers/registers.ts'
import type { MergedRegister, SimilarPair } from './find-similar.ts'

/** A side of a pair: the row as it stands, and what names it. */
export interface PairSide {
  readonly serial: Serial
  readonly row: RegisterRows[MergedRegister]
  readonly at: string
  readonly recusals: number
  readonly visits: number
}

/** Two rows that may be the same, with what they say. */
export interface ShownPair {
  readonly why: Similarity
  readonly first: PairSide
  readonly second: PairSide
}

/** What was found in a register, and when. */
interface Found {
  readonly at: string
  readonly pairs: readonly SimilarPair[]
}

/**
 * Rows that may be the same (疑似重复): what was found is kept until the next search; what is decided is in the
 * ledger, and a pair that is no duplicate is never asked about again.
 */
export class Duplicates {
  readonly #context: WritingContext
  readonly #found = new Map<MergedRegister, Found>()

  constructor(context: WritingContext) {
    this.#context = context
  }

  /** Keeps what a search found. */
  keep(register: MergedRegister, pairs: readonly SimilarPair[]): void {
    this.#found.set(register, { at: now(this.#context), pairs })
  }

  /** A page of the pairs that are still to be decided, and when they were found; `null` where nothing was searched. */
  pairs(
    register: MergedRegister,
    part: { readonly limit: number; readonly offset: number },
  ): { readonly at: string; readonly total: number; readonly rows: readonly ShownPair[] } | null {
    const found = this.#found.get(register)
    if (found === undefined) return null
    const open = this.#open(register, found.pairs)
    const rows = open.slice(part.offset, part.offset + part.limit).map(({ first, second, why }) => ({
      why,
      first: this.#side(register, first),
      second: this.#side(register, second),
    }))
    return { at: found.at, total: open.length, rows }
  }

  /**
   * Merges two rows (合并): `retire` leaves the register, and recusals and visits that name it name `keep` from now
   * on. Refuses with `ROW_UNKNOWN` or `ROW_RETIRED`. Gives how many of them were moved.
   */
  merge(
    actor: string,
    register: MergedRegister,
    keep: Serial,
    retire: Serial,
    reason: string,
  ): { readonly moved: number } {
    return this.#context.database.transaction(() => {
      this.#refuseGone(register, keep)
      this.#refuseGone(register, retire)
      if (keep === retire)
        throw new RefusalError('ROW_UNKNOWN', `“${keep}”不能与自身合并。没有写入任何数据。请选择两条。`)
      const at = now(this.#context)
      const stamp = { at, by: actor, reason: `与${keep}重复，已合并：${reason}` }
      storeOf(this.#context.database, register).retire(retire, stamp)
      const moved = moveReferences(this.#context, register, retire, keep, stamp)
      record(
        this.#context,
        actor,
        'register.merged',
        { register, kept: keep, retired: retire, moved, reason },
        at,
      )
      return { moved }
    })
  }

  /** Decides that two rows are not the same (不是重复). Refuses with `ROW_UNKNOWN` or `ROW_RETIRED`. */
  distinct(actor: string, register: MergedRegister, one: Serial, other: Serial): void {
    const [first = one, second = other] = [one, other].sort()
    this.#context.database.transaction(() => {
      this.#refuseGone(register, first)
      this.#refuseGone(register, second)
      if (first === second || this.#distinct(register).has(`${first} ${second}`)) return
      const at = now(this.#context)
      this.#context.database.listMemory.insertDistinct({
        register,
        first,
        second,
        reason: null,
        at,
        by: actor,
      })
      record(this.#context, actor, 'register.distinct', { register, first, second }, at)
    })
  }

  #open(register: MergedRegister, pairs: readonly SimilarPair[]): readonly SimilarPair[] {
    const distinct = this.#distinct(register)
    const store = storeOf(this.#context.database, register)
    const stands = (serial: Serial): boolean => (store.get(serial)?.change ?? 'retired') !== 'retired'
    return pairs.filter(
      ({ first, second }) => !distinct.has(`${first} ${second}`) && stands(first) && stands(second),
    )
  }

  #distinct(register: MergedRegister): ReadonlySet<string> {
    const pairs = this.#context.database.listMemory.distinctPairs(register)
    return new Set(pairs.map(({ first, second }) => `${first} ${second}`))
  }

  #side(register: MergedRegister, serial: Serial): PairSide {
    const { database } = this.#context
    const version = storeOf(database, register).get(serial)
    if (version === null) throw new Error(`${serial} is not in the register`)
    const recusals = database.recusals.find(register === 'objects' ? 'object' : 'inspector', serial).length
    const visits = register === 'objects' ? database.visits.find('object', serial).length : 0
    return { serial, row: version.row, at: version.at, recusals, visits }
  }

  #refuseGone(register: MergedRegister, serial: Serial): void {
    const version = storeOf(this.#context.database, register).get(serial)
    if (version === null)
      throw new RefusalError(
        'ROW_UNKNOWN',
        `${registerTitles[register]}中没有“${serial}”。没有写入任何数据。请核对编号后重试。`,
      )
    if (version.change === 'retired')
      throw new RefusalError(
        'ROW_RETIRED',
        `${registerTitles[register]}的“${serial}”已停用，不能再合并。没有写入任何数据。请刷新后重试。`,
      )
  }
}
