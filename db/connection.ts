import type BetterSqlite3 from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'

/** What a hook is told about the transaction around it. */
export interface Commit {
  /** counts the transactions of this connection, from 1 */
  readonly number: number
}

/** Called around every COMMIT of {@link Connection.transaction}; tests of the core kill the process in them. */
export interface CommitHooks {
  /** after all statements, before COMMIT; what it throws rolls the transaction back */
  readonly onBeforeCommit?: (commit: Commit) => void
  /** after COMMIT: the data is on disk */
  readonly onAfterCommit?: (commit: Commit) => void
}

/** Thrown where this connection would write while another thread of the program does so at length. */
export class WritesReserved extends Error {
  override readonly name = 'WritesReserved'
}

/** One open connection to the database: what the stores are built on. */
export class Connection {
  readonly sqlite: BetterSqlite3.Database
  readonly orm: BetterSQLite3Database
  private readonly hooks: CommitHooks
  private commits = 0
  private reserved: string | null = null

  constructor(sqlite: BetterSqlite3.Database, hooks: CommitHooks) {
    this.sqlite = sqlite
    this.orm = drizzle({ client: sqlite })
    this.hooks = hooks
  }

  /**
   * Until it is called with `null`, every transaction here is refused at once with this sentence: another thread
   * holds the write lock for some seconds, and waiting for it would stop every window.
   */
  reserveWrites(sentence: string | null): void {
    this.reserved = sentence
  }

  /**
   * Runs `fn` in one transaction (BEGIN IMMEDIATE) and returns what it returns. Whatever throws inside rolls
   * everything back and is thrown on. Transactions do not nest, and `fn` must be synchronous: an async one
   * would go on after COMMIT, so a thenable rolls back and throws.
   */
  transaction<T>(fn: () => T): T {
    if (this.reserved !== null) throw new WritesReserved(this.reserved)
    if (this.sqlite.inTransaction) throw new Error('transactions do not nest')
    this.sqlite.exec('BEGIN IMMEDIATE')
    const commit: Commit = { number: this.commits + 1 }
    let value: T
    try {
      value = fn()
      if (isThenable(value))
        throw new TypeError('a transaction must be synchronous, but its function returned a promise')
      this.hooks.onBeforeCommit?.(commit)
      this.sqlite.exec('COMMIT')
    } catch (error) {
      // SQLite itself rolls back on a full disk and some I/O errors.
      if (this.sqlite.inTransaction) this.sqlite.exec('ROLLBACK')
      throw error
    }
    this.commits = commit.number
    this.hooks.onAfterCommit?.(commit)
    return value
  }

  /** Throws where no transaction is open: what a store writes and its ledger entry belong into one. */
  requireTransaction(): void {
    if (!this.sqlite.inTransaction) throw new Error('a store writes only inside a transaction')
  }
}

function isThenable(value: unknown): boolean {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}
