import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type BackupCopy, copyBackup, removeCopy } from '../../../db/backup-copy.ts'
import { isHeldFile } from '../../../db/held-files.ts'
import type { Database } from '../../../db/open-database.ts'
import { stageRestore } from '../../../db/staged-restore.ts'
import type { BackupComparison } from '../../../shared/api/data-contract.ts'
import { instant } from '../clock.ts'
import { type CoreContext, now, record } from '../context.ts'
import { DrawSessions } from '../draws/draw-sessions.ts'
import { RefusalError } from '../outcome.ts'
import { type BackupKind, backupKind, backupName } from './backup-names.ts'
import { contentsOf, documentNumbersLost, drawsLost, relationOf } from './compare-databases.ts'

/** A backup (备份) that lies somewhere. */
export interface Backup {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly at: string
  readonly made: BackupKind
}

/** A backup to be looked into: where it lies, and what a person calls it. */
export interface BackupFile {
  readonly path: string
  readonly name: string
}

interface Compared {
  readonly token: string
  readonly copy: BackupCopy
  readonly sha256: string
}

/** The data folder (数据文件夹), backups, and their restoration. */
export class StoredData {
  readonly #context: CoreContext
  readonly #restart: () => void
  /** one at a time: a copy is as large as the database */
  #compared: Compared | null = null

  constructor(context: CoreContext, restart: () => void) {
    this.#context = context
    this.#restart = restart
    // What a core that was killed left behind; nobody knows its token any more.
    removeCopy(this.#copyPlace())
  }

  info() {
    const { database, software } = this.#context
    const { folder, file, ledger } = database
    const head = ledger.head()
    return {
      folder,
      database: file,
      bytes: sizeOf(file) + sizeOf(`${file}-wal`),
      documents: path.join(folder, 'documents'),
      software,
      ledger: { entries: head.seq, head: head.hash },
      lastBackupAt: this.lastBackupAt(),
    }
  }

  /** When the last backup by hand was made, wherever it was put; `null` for never. */
  lastBackupAt(): string | null {
    const select = this.#context.database.sqlite.prepare<[string], { at: string }>(
      'SELECT at FROM ledger WHERE event = ? ORDER BY seq DESC LIMIT 1',
    )
    return select.get('backup.made')?.at ?? null
  }

  /** Backups in the data folder, the newest first. */
  backups(): Backup[] {
    const folder = this.#backupFolder()
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .flatMap((name) => describe(path.join(folder, name)) ?? [])
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at) || (one.name < other.name ? 1 : -1))
  }

  /**
   * Makes a backup, into the data folder or into `folder`, which must exist: a stick that is not there must not
   * become a folder on the disk. Refuses with `DATA_FOLDER_NOT_A_FOLDER` and what the disk refuses.
   */
  backUp(actor: string, folder: string | null): Backup {
    const at = now(this.#context)
    const place = folder ?? this.#madeBackupFolder()
    if (!(statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false))
      throw new RefusalError(
        'DATA_FOLDER_NOT_A_FOLDER',
        `没有“${place}”这个文件夹，没有写入备份；数据完好。请接好U盘或另选一个文件夹。`,
      )
    const backup = this.#write(place, 'by-hand', at)
    const { database } = this.#context
    database.transaction(() =>
      record(this.#context, actor, 'backup.made', {
        file: backup.name,
        sha256: digestOf(backup.path),
        where: folder === null ? '数据文件夹' : '另选的文件夹',
      }),
    )
    return backup
  }

  /** Looks into a backup and compares it with what there is; changes neither. */
  compare({ path: source, name }: BackupFile): BackupComparison {
    if (!(statSync(source, { throwIfNoEntry: false })?.isFile() ?? false))
      throw new RefusalError('FILE_NOT_FOUND', `没有“${name}”这个文件；现有数据没有改动。请另选一个备份。`)
    this.#forget()
    const { database } = this.#context
    // Reading it as a file and closing it would drop the locks that SQLite holds on it (POSIX).
    if (isHeldFile(database, source))
      throw new RefusalError(
        'DATABASE_BUSY',
        '这是程序正在使用的文件，不是备份；没有改动它。请选择备份文件，它们在数据文件夹的backup里。',
      )
    const sha256 = digestOf(source)
    const copied = copyBackup(source, this.#copyPlace(), database.folder, now(this.#context))
    if (!copied.ok) throw new RefusalError(copied.refusal.code, copied.refusal.message)
    const { copy } = copied
    try {
      const token = randomUUID()
      const comparison = copy.read((backup) => compareWith(database, backup))
      this.#compared = { token, copy, sha256 }
      return { token, name, ...comparison }
    } catch (error) {
      copy.discard()
      throw error
    }
  }

  /**
   * Restores what was compared: keeps a backup of what there is, writes into the checked copy that it was restored,
   * aborts every session that was open in it, stages it, and has the core started anew on it. Refuses with `BACKUP_UNKNOWN`.
   */
  restore(actor: string, token: string, reason: string): { readonly kept: string; readonly head: string } {
    const compared = this.#compared
    if (compared?.token !== token)
      throw new RefusalError(
        'BACKUP_UNKNOWN',
        '这次比较已经过期，没有恢复；现有数据没有改动。请重新选择备份，比较之后再恢复。',
      )
    const { database } = this.#context
    const at = now(this.#context)
    const before = database.ledger.head().hash
    const kept = this.#write(this.#madeBackupFolder(), 'before-restore', at)
    const { copy, sha256 } = compared
    copy.write((restored) => {
      const context = { ...this.#context, database: restored }
      record(context, actor, 'backup.restored', { backup: sha256, reason, before }, at)
      new DrawSessions(context).abortOpen(actor, {
        reason: '恢复备份：恢复之前开始的场次不再继续，以免已公开的秘密数被再次使用',
        approver: actor,
        supervisor: '无',
      })
    })
    const head = copy.read(({ ledger }) => ledger.head().hash)
    stageRestore(database.folder, copy.file)
    this.#compared = null
    this.#restart()
    return { kept: kept.path, head }
  }

  /** Lets go of the copy that was compared. */
  close(): void {
    this.#forget()
  }

  #forget(): void {
    this.#compared?.copy.discard()
    this.#compared = null
  }

  #write(folder: string, kind: 'by-hand' | 'before-restore', at: string): Backup {
    let copy = 1
    while (existsSync(path.join(folder, backupName(kind, at, copy)))) copy++
    const file = path.join(folder, backupName(kind, at, copy))
    const outcome = this.#context.database.backupTo(file)
    if (!outcome.ok) throw new RefusalError(outcome.refusal.code, outcome.refusal.message)
    return { ...described(file), at }
  }

  #backupFolder(): string {
    return path.join(this.#context.database.folder, 'backup')
  }

  #madeBackupFolder(): string {
    const folder = this.#backupFolder()
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }

  /** In the data folder itself: the staged copy takes the database's place by a rename, on the same disk. */
  #copyPlace(): string {
    return path.join(this.#context.database.folder, 'comparing.sqlite')
  }
}

function compareWith(now: Database, backup: Database): Omit<BackupComparison, 'token' | 'name'> {
  const { relation, lost } = relationOf(now, backup)
  const isLossless = relation === 'same' || relation === 'newer'
  return {
    now: contentsOf(now),
    backup: contentsOf(backup),
    relation,
    lost,
    drawsLost: isLossless ? [] : drawsLost(now, backup),
    documentNumbersLost: isLossless ? [] : documentNumbersLost(now, backup),
  }
}

function describe(file: string): Backup | null {
  const name = path.basename(file)
  const made = backupKind(name)
  const stands = statSync(file, { throwIfNoEntry: false })
  if (made === null || stands === undefined || !stands.isFile()) return null
  return { name, path: file, bytes: stands.size, at: instant(stands.mtime), made }
}

function described(file: string): Backup {
  const backup = describe(file)
  if (backup === null) throw new Error(`${file} is no backup`)
  return backup
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
