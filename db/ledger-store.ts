import type BetterSqlite3 from 'better-sqlite3'
import {
  emptyLedger,
  type LedgerData,
  type LedgerEntry,
  type LedgerHead,
  type SealedEntry,
  sealEntry,
} from '../shared/ledger/ledger.ts'
import type { Connection } from './connection.ts'

/** How many entries are read at a time: no cursor stays open while the caller writes. */
const page = 1_000

/** A row of the ledger, column by column. */
export interface StoredLedgerRow {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly event: string
  readonly canonical: string
  readonly digest: string
  readonly prev: string
  readonly hash: string
}

interface LedgerRow {
  readonly canonical: string
  readonly digest: string
  readonly hash: string
}

/** The ledger (台账), SSJ-LEDGER-1: append-only, chained. */
export class LedgerStore {
  private readonly connection: Connection
  private readonly selectHead: BetterSqlite3.Statement<[], LedgerHead>
  private readonly selectTime: BetterSqlite3.Statement<[], { at: string }>
  private readonly selectPage: BetterSqlite3.Statement<[number, number, number], LedgerRow>
  private readonly selectEvent: BetterSqlite3.Statement<[string], { canonical: string }>
  private readonly insert: BetterSqlite3.Statement

  constructor(connection: Connection) {
    this.connection = connection
    const { sqlite } = connection
    this.selectHead = sqlite.prepare('SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1')
    this.selectTime = sqlite.prepare('SELECT at FROM ledger ORDER BY seq DESC LIMIT 1')
    this.selectPage = sqlite.prepare(
      'SELECT canonical, digest, hash FROM ledger WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?',
    )
    this.selectEvent = sqlite.prepare('SELECT canonical FROM ledger WHERE event = ? ORDER BY seq')
    this.insert = sqlite.prepare(
      'INSERT INTO ledger (seq, at, actor, event, canonical, digest, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
  }

  /** The newest place in the chain; `{seq: 0, hash: '-'}` where the ledger is empty. */
  head(): LedgerHead {
    return this.selectHead.get() ?? emptyLedger
  }

  /** The time of the newest entry, or `null`: a clock before it needs a recorded 时钟更正. */
  lastAt(): string | null {
    return this.selectTime.get()?.at ?? null
  }

  /**
   * Seals what happened as the next entry and writes it, in the caller's transaction.
   * Throws where `data` holds what SSJ-LEDGER-1 does not allow, or `at` is not to the second with an offset.
   */
  append(what: { actor: string; at: string; event: string; data: LedgerData }): SealedEntry {
    this.connection.requireTransaction()
    const sealed = sealEntry(this.head(), what)
    const { entry } = sealed
    this.insert.run(
      entry.seq,
      entry.at,
      entry.actor,
      entry.event,
      sealed.canonical,
      sealed.digest,
      entry.prev,
      sealed.hash,
    )
    return sealed
  }

  /** The entries from `from` to `to`, both included, oldest first, as they are stored: nothing is verified here. */
  *entries(from = 1, to = Number.MAX_SAFE_INTEGER): Generator<SealedEntry, void, undefined> {
    for (let next = from; next <= to; ) {
      const rows = this.selectPage.all(next, to, page)
      for (const row of rows) {
        const entry: LedgerEntry = JSON.parse(row.canonical)
        yield { entry, canonical: row.canonical, digest: row.digest, hash: row.hash }
      }
      if (rows.length < page) return
      next += page
    }
  }

  /** The entries of one event, oldest first. Looks at the whole ledger: for what is asked seldom. */
  entriesOf(event: string): { readonly entry: LedgerEntry }[] {
    return this.selectEvent.all(event).map(({ canonical }) => ({ entry: JSON.parse(canonical) }))
  }

  /** Every stored row as its columns say, for whoever walks the chain and trusts nothing. In order. */
  *rows(): Generator<StoredLedgerRow> {
    const select = this.connection.sqlite.prepare<[number, number], StoredLedgerRow>(
      'SELECT seq, at, actor, event, canonical, digest, prev, hash FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?',
    )
    let last = Number.MIN_SAFE_INTEGER
    for (;;) {
      const rows = select.all(last, page)
      yield* rows
      const newest = rows.at(-1)
      if (newest === undefined || rows.length < page) return
      last = newest.seq
    }
  }

  /** How many entries there are. */
  get count(): number {
    return this.head().seq
  }
}
