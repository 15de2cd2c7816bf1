import { accessSync, chmodSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { type BackupOutcome, backUp } from './backup.ts'
import { type CommitHooks, Connection } from './connection.ts'
import { prepareDataFolder } from './data-folder.ts'
import { DocumentStore } from './document-store.ts'
import { DrawStore } from './draw-store.ts'
import { ImportStore } from './import-store.ts'
import { inspectFile } from './inspect-file.ts'
import { InspectionStore } from './inspection-store.ts'
import { takeInstanceLock } from './instance-lock.ts'
import { LedgerStore } from './ledger-store.ts'
import { ListMemoryStore } from './list-memory-store.ts'
import { type Migrated, migrate, newestVersion } from './migrate.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import type { Migration } from './migrations/migration.ts'
import { PaperStore } from './paper-store.ts'
import { type Refused, refuse, refusedOrThrow } from './refusal.ts'
import {
  inspectorRegister,
  itemRegister,
  objectRegister,
  planRegister,
  powerRegister,
  recusalRegister,
  visitRegister,
} from './register-descriptors.ts'
import {
  type InspectorStore,
  type ItemStore,
  type ObjectStore,
  type PlanStore,
  type PowerStore,
  type RecusalStore,
  RegisterStore,
  type VisitStore,
} from './register-store.ts'
import { ReleaseStore } from './release-store.ts'
import { searchIndex } from './schema.ts'
import { SchemeStore } from './scheme-store.ts'
import { searchFormat } from './search-text.ts'
import { SettingStore } from './setting-store.ts'
import { applyStagedRestore } from './staged-restore.ts'

/** The name of the database in the data folder. */
export const databaseFileName = 'shuangsuiji.sqlite'

export interface OpenOptions extends CommitHooks {
  /** the data folder, absolute; made where it is not there */
  readonly folder: string
  /** now, ISO 8601 to the second with a numeric offset */
  readonly at: string
  /**
   * `take` (the default): this process becomes the one instance of the folder until `close`.
   * `held`: the lock is held already by this process, which opens another connection in a worker thread.
   */
  readonly instance?: 'take' | 'held'
  /** for tests of the migrations */
  readonly migrations?: readonly Migration[]
}

export type OpenOutcome = { readonly ok: true; readonly database: Database } | Refused

/**
 * Opens the database of a data folder: folder, one-instance lock, file, pragmas, migrations. Expected failures
 * are refusals in Chinese, and after one nothing stays open: `DATA_FOLDER_NOT_A_FOLDER`,
 * `DATA_FOLDER_NOT_WRITABLE`, `ALREADY_OPEN`, `NOT_A_DATABASE`, `DATABASE_FOREIGN`, `DATABASE_NEWER`,
 * `DATABASE_CORRUPT`, `DATABASE_READ_ONLY`, `DATABASE_BUSY`, `DATABASE_IO`, `DISK_FULL`, `MIGRATION_FAILED`.
 */
export function openDatabase(options: OpenOptions): OpenOutcome {
  const prepared = prepareDataFolder(options.folder)
  if (!prepared.ok) return prepared
  if (options.instance === 'held') return openBeside(options)
  const lock = takeInstanceLock(options.folder, options.at)
  if (!lock.ok) return lock
  let opened: OpenOutcome | undefined
  try {
    opened = openLocked(options, () => lock.release())
    return opened
  } finally {
    if (opened?.ok !== true) lock.release()
  }
}

function openLocked(options: OpenOptions, release: () => void): OpenOutcome {
  const { folder, at, migrations = allMigrations } = options
  const file = path.join(folder, databaseFileName)
  const restored = applyStagedRestore(folder, file)
  if (!restored.ok) return restored
  const inspected = inspectFile(file, newestVersion(migrations))
  if (!inspected.ok) return inspected
  if (existsSync(file) && !isWritable(file))
    return refuse(
      'DATABASE_READ_ONLY',
      `数据库“${file}”是只读的，没有打开，也没有改动。请取消该文件的只读属性，或以有写权限的账户运行。`,
    )
  let sqlite: BetterSqlite3.Database | undefined
  let opened = false
  try {
    sqlite = new BetterSqlite3(file, { timeout: 5_000 })
    // Secrets and personal numbers are in it, and the folder may be one that others can look into.
    chmodSync(file, 0o600)
    setPragmas(sqlite)
    const from = inspected.state === 'new' ? 0 : inspected.version
    const outcome = migrate(sqlite, folder, at, from, migrations)
    if (!outcome.ok) return outcome
    const database = new Database(sqlite, options, outcome.migrated, release)
    database.fillSearchIndex()
    opened = true
    return { ok: true, database }
  } catch (error) {
    return refusedOrThrow(error)
  } finally {
    if (!opened) sqlite?.close()
  }
}

/**
 * Opens another connection to a database that this process has open. The file is not looked at again: reading
 * it as a file and closing it would drop the locks SQLite holds on it for the whole process (POSIX).
 */
function openBeside(options: OpenOptions): OpenOutcome {
  let sqlite: BetterSqlite3.Database | undefined
  try {
    sqlite = new BetterSqlite3(path.join(options.folder, databaseFileName), {
      timeout: 5_000,
      fileMustExist: true,
    })
    setPragmas(sqlite)
    const version = Number(sqlite.pragma('user_version', { simple: true }))
    if (version !== newestVersion(options.migrations ?? allMigrations))
      throw new Error(`the open database has version ${version}`)
    const migrated = { from: version, to: version, backup: null }
    return { ok: true, database: new Database(sqlite, options, migrated, () => {}) }
  } catch (error) {
    sqlite?.close()
    return refusedOrThrow(error)
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function setPragmas(sqlite: BetterSqlite3.Database): void {
  const mode = sqlite.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new Error(`the database stays in journal mode ${mode}`)
  // FULL: what was confirmed before witnesses survives a power cut.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  // INSERT OR REPLACE then fires the DELETE triggers of append-only tables.
  sqlite.pragma('recursive_triggers = ON')
}

/** An open database with its stores, one a subject. */
export class Database extends Connection {
  readonly folder: string
  readonly file: string
  /** what opening did to the schema */
  readonly migrated: Migrated
  readonly settings: SettingStore
  readonly ledger: LedgerStore
  readonly objects: ObjectStore
  readonly inspectors: InspectorStore
  readonly items: ItemStore
  readonly recusals: RecusalStore
  readonly plans: PlanStore
  readonly visits: VisitStore
  readonly powers: PowerStore
  readonly imports: ImportStore
  readonly draws: DrawStore
  readonly documents: DocumentStore
  readonly papers: PaperStore
  readonly inspections: InspectionStore
  readonly releases: ReleaseStore
  readonly schemes: SchemeStore
  readonly listMemory: ListMemoryStore
  private readonly release: () => void

  constructor(sqlite: BetterSqlite3.Database, options: OpenOptions, migrated: Migrated, release: () => void) {
    super(sqlite, options)
    this.folder = options.folder
    this.file = path.join(options.folder, databaseFileName)
    this.migrated = migrated
    this.settings = new SettingStore(this)
    this.ledger = new LedgerStore(this)
    this.objects = new RegisterStore(this, objectRegister)
    this.inspectors = new RegisterStore(this, inspectorRegister)
    this.items = new RegisterStore(this, itemRegister)
    this.recusals = new RegisterStore(this, recusalRegister)
    this.plans = new RegisterStore(this, planRegister)
    this.visits = new RegisterStore(this, visitRegister)
    this.powers = new RegisterStore(this, powerRegister)
    this.imports = new ImportStore(this)
    this.draws = new DrawStore(this)
    this.documents = new DocumentStore(this)
    this.papers = new PaperStore(this)
    this.inspections = new InspectionStore(this)
    this.releases = new ReleaseStore(this)
    this.schemes = new SchemeStore(this)
    this.listMemory = new ListMemoryStore(this)
    this.release = release
  }

  /** How many versions the registers have together: it grows with every change of any of them. */
  registerVersions(): number {
    const counts = this.registerStores().map((store) => store.versions())
    return counts.reduce((sum, count) => sum + count, 0)
  }

  private registerStores() {
    const { objects, inspectors, items, recusals, plans, visits, powers } = this
    return [objects, inspectors, items, recusals, plans, visits, powers]
  }

  /**
   * Fills the search index of the registers where it is of another format than this program's, as after the
   * migration that made it; in one transaction, so that it is never half of one and half of another.
   */
  fillSearchIndex(): void {
    const format = this.orm.select().from(searchIndex).get()?.format
    if (format === searchFormat) return
    this.sqlite.transaction(() => {
      for (const store of this.registerStores()) store.fillIndex()
      this.orm.delete(searchIndex).run()
      this.orm.insert(searchIndex).values({ format: searchFormat }).run()
    })()
  }

  /** Writes a copy of the database to `file` (absolute, must not exist): {@link backUp}. */
  backupTo(file: string): BackupOutcome {
    return backUp(this.sqlite, file)
  }

  /** Closes the database and gives the data folder free. Calling it again does nothing. */
  close(): void {
    if (this.sqlite.open) this.sqlite.close()
    this.release()
  }
}
