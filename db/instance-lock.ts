import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { errorCode, type Refused, refuse, refusedOrThrow } from './refusal.ts'

/** A held lock on a data folder. */
export interface InstanceLock {
  readonly ok: true
  /** Gives the folder free. Calling it again does nothing. */
  release(): void
}

/**
 * Takes the lock of one data folder for this process (one instance a data folder).
 *
 * The lock is SQLite's own exclusive lock on the file `instance.lock`: an operating-system lock, so a process
 * that is killed gives it free by dying, and no stale file has to be judged. Who holds it stands in
 * `instance.json` beside it, for the message only.
 *
 * Nothing in this process may open and close `instance.lock` by other means while it is held: POSIX drops a
 * process's locks on a file when it closes any descriptor of it.
 *
 * @param at now, ISO 8601, for the message a second start shows
 * @returns the lock, or the refusal `ALREADY_OPEN`, or one of the file system (`DATA_FOLDER_NOT_WRITABLE`, …)
 */
export function takeInstanceLock(folder: string, at: string): InstanceLock | Refused {
  const file = path.join(folder, 'instance.lock')
  const sidecar = path.join(folder, 'instance.json')
  try {
    const holder = lockFile(file)
    writeSidecar(sidecar, at)
    let held = true
    return {
      ok: true,
      release() {
        if (!held) return
        held = false
        // First the note, then the lock: the other way round could remove the note of the next holder.
        rmSync(sidecar, { force: true })
        holder.close()
      },
    }
  } catch (error) {
    if (errorCode(error).startsWith('SQLITE_BUSY')) return alreadyOpen(folder, sidecar)
    return refusedOrThrow(error)
  }
}

function lockFile(file: string): BetterSqlite3.Database {
  try {
    return lockOnce(file)
  } catch (error) {
    // Whoever holds the lock is found before the content is read, so nobody holds a file that is garbage.
    if (!['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(errorCode(error))) throw error
    rmSync(file, { force: true })
    return lockOnce(file)
  }
}

function lockOnce(file: string): BetterSqlite3.Database {
  const holder = new BetterSqlite3(file, { timeout: 0 })
  try {
    holder.pragma('locking_mode = EXCLUSIVE')
    holder.exec('BEGIN EXCLUSIVE')
    return holder
  } catch (error) {
    holder.close()
    throw error
  }
}

function writeSidecar(sidecar: string, at: string): void {
  const partial = `${sidecar}.partial`
  writeFileSync(partial, `${JSON.stringify({ pid: process.pid, at })}\n`)
  renameSync(partial, sidecar)
}

function alreadyOpen(folder: string, sidecar: string): Refused {
  return refuse(
    'ALREADY_OPEN',
    `数据文件夹“${folder}”已由本程序的另一个窗口打开${holderNote(sidecar)}，这一次没有启动，数据没有改动。` +
      '请使用已打开的窗口；确需重新启动时，先关闭它。',
  )
}

function holderNote(sidecar: string): string {
  try {
    const note: unknown = JSON.parse(readFileSync(sidecar, 'utf8'))
    if (typeof note === 'object' && note !== null && 'pid' in note && 'at' in note)
      return `（进程号${note.pid}，启动于${note.at}）`
  } catch {
    // The note is a courtesy: without it the sentence still says what to do.
  }
  return ''
}
