import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { errorCode, type Refused, refuse, refusedOrThrow } from './refusal.ts'

/** `application_id` of our databases: the letters `SSJ1`, so that `file` and SQLite tell whose they are. */
export const applicationId = 0x53534a31

/** What lies where the database should be: nothing yet, or a sound database of ours of this version. */
export type FileState =
  | { readonly ok: true; readonly state: 'new' }
  | { readonly ok: true; readonly state: 'existing'; readonly version: number }
  | Refused

interface Header {
  readonly applicationId: number
  readonly version: number
}

/**
 * Looks at a database file without changing a byte of it: the header is read as a file, and SQLite opens it
 * read-only (a read-only connection neither migrates nor checkpoints the write-ahead log).
 * Refuses with `NOT_A_DATABASE`, `DATABASE_FOREIGN`, `DATABASE_NEWER`, `DATABASE_CORRUPT`.
 *
 * @param newest the newest version that this program understands
 */
export function inspectFile(file: string, newest: number): FileState {
  try {
    if (!existsSync(file) || (statSync(file).isFile() && statSync(file).size === 0))
      return { ok: true, state: 'new' }
    const header = readHeader(file)
    if (header === null) return notADatabase(file)
    // A write-ahead log, left by a killed process, may hold a newer header than the file: then SQLite is asked.
    const wal = `${file}-wal`
    if (!existsSync(wal) || statSync(wal).size === 0) {
      const refused = judge(header, newest, file)
      if (refused !== null) return refused
    }
    return inspectContent(file, newest)
  } catch (error) {
    if (errorCode(error) === 'EISDIR') return notADatabase(file)
    return refusedOrThrow(error)
  }
}

/** The two numbers in the header of a SQLite file (https://sqlite.org/fileformat2.html, 1.3); `null` if none. */
function readHeader(file: string): Header | null {
  const header = Buffer.alloc(100)
  const descriptor = openSync(file, 'r')
  try {
    if (readSync(descriptor, header, 0, 100, 0) < 100) return null
  } finally {
    closeSync(descriptor)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null
  return { applicationId: header.readInt32BE(68), version: header.readInt32BE(60) }
}

function judge(header: Header, newest: number, file: string): Refused | null {
  if (header.applicationId !== applicationId && header.applicationId !== 0) return foreign(file)
  if (header.applicationId === applicationId && header.version > newest)
    return refuse(
      'DATABASE_NEWER',
      `数据库是由更新版本的程序写的（数据版本${header.version}，本程序只认到${newest}）；没有打开，文件一个字节也没有改动。` +
        '请安装新版本的程序后再打开。',
    )
  return null
}

function inspectContent(file: string, newest: number): FileState {
  // A hot rollback journal (a file killed while it was made, before WAL) can only be recovered by a writer.
  const sqlite = new BetterSqlite3(file, { readonly: !existsSync(`${file}-journal`), timeout: 5_000 })
  try {
    const header: Header = {
      applicationId: Number(sqlite.pragma('application_id', { simple: true })),
      version: Number(sqlite.pragma('user_version', { simple: true })),
    }
    const refused = judge(header, newest, file)
    if (refused !== null) return refused
    sqlite.pragma('cell_size_check = ON')
    const tables = sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
    if (header.applicationId === 0) return tables === 0 ? { ok: true, state: 'new' } : foreign(file)
    if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') return corrupt(file)
    return { ok: true, state: 'existing', version: header.version }
  } catch (error) {
    if (errorCode(error).startsWith('SQLITE_CORRUPT')) return corrupt(file)
    if (errorCode(error) === 'SQLITE_NOTADB') return notADatabase(file)
    throw error
  } finally {
    sqlite.close()
  }
}

function notADatabase(file: string): Refused {
  return refuse(
    'NOT_A_DATABASE',
    `“${file}”不是数据库文件；没有改动它。请检查数据文件夹是否选对；若确是本程序的数据，请先另存该文件，再还原最近一次备份。`,
  )
}

function foreign(file: string): Refused {
  return refuse(
    'DATABASE_FOREIGN',
    `“${file}”是别的程序的数据库；没有改动它。请检查数据文件夹是否选对，或用 --data 另选一个文件夹。`,
  )
}

function corrupt(file: string): Refused {
  return refuse(
    'DATABASE_CORRUPT',
    `数据库“${file}”已损坏，没有打开，文件保持原样。请先另存该文件，再还原最近一次备份（数据文件夹中的 backup 文件夹存有升级前的备份）。`,
  )
}
