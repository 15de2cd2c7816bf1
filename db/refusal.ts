import { WritesReserved } from './connection.ts'

/** What a refusal of the store is about. */
export type RefusalCode =
  | 'DATA_FOLDER_UNKNOWN'
  | 'DATA_FOLDER_NOT_A_FOLDER'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'ALREADY_OPEN'
  | 'DATABASE_NEWER'
  | 'DATABASE_FOREIGN'
  | 'NOT_A_DATABASE'
  | 'DATABASE_CORRUPT'
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_BUSY'
  | 'DATABASE_IO'
  | 'DISK_FULL'
  | 'MIGRATION_FAILED'
  | 'BACKUP_EXISTS'

/**
 * An expected failure, as a value. `message` is Chinese and says what happened, what was kept, and what to do.
 */
export interface Refusal {
  readonly code: string
  readonly message: string
}

/** The failing half of an outcome. */
export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

/** A refusal as the failing half of an outcome. */
export function refuse(code: RefusalCode, message: string): Refused {
  return { ok: false, refusal: { code, message } }
}

const sentences = {
  DISK_FULL: '磁盘已满，本次操作没有写入；此前保存的数据完好。请清理数据文件夹所在磁盘的空间后重试。',
  DATABASE_READ_ONLY:
    '数据库文件为只读，本次操作没有写入；此前保存的数据完好。请取消文件的只读属性，或以有写权限的账户运行后重试。',
  DATABASE_CORRUPT:
    '数据库文件已损坏，本次操作没有写入，文件保持原样。请停止使用，另存该文件，并用“恢复备份”还原最近一次备份。',
  NOT_A_DATABASE: '该文件不是本程序的数据库，没有改动它。请检查数据文件夹是否选对，或还原最近一次备份。',
  DATABASE_BUSY:
    '数据库正被另一个程序占用，本次操作没有写入；此前保存的数据完好。请关闭占用它的程序（如备份、杀毒软件）后重试。',
  DATABASE_IO:
    '读写磁盘时出错，本次操作没有写入；此前保存的数据完好。请检查磁盘、U盘或网络盘的连接后重试，反复出现时请更换磁盘。',
  DATA_FOLDER_NOT_WRITABLE:
    '无权写入该位置，本次操作没有写入；此前保存的数据完好。请换一个位置，或请管理员开放写权限后重试。',
} satisfies Partial<Record<RefusalCode, string>>

/** Prefixes of SQLite's result codes (extended codes begin with the primary one) and of Node's `errno` names. */
const codesOfErrors: readonly (readonly [string, keyof typeof sentences])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_READONLY', 'DATABASE_READ_ONLY'],
  ['SQLITE_CANTOPEN', 'DATA_FOLDER_NOT_WRITABLE'],
  ['SQLITE_CORRUPT', 'DATABASE_CORRUPT'],
  ['SQLITE_NOTADB', 'NOT_A_DATABASE'],
  ['SQLITE_BUSY', 'DATABASE_BUSY'],
  ['SQLITE_LOCKED', 'DATABASE_BUSY'],
  ['SQLITE_IOERR', 'DATABASE_IO'],
  ['SQLITE_PERM', 'DATA_FOLDER_NOT_WRITABLE'],
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EROFS', 'DATA_FOLDER_NOT_WRITABLE'],
  ['EACCES', 'DATA_FOLDER_NOT_WRITABLE'],
  ['EPERM', 'DATA_FOLDER_NOT_WRITABLE'],
  ['EIO', 'DATABASE_IO'],
]

/** The `code` of an error of Node or of better-sqlite3, e.g. `SQLITE_FULL` or `ENOSPC`; `''` where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/**
 * The refusal that an error thrown by SQLite or the file system amounts to, or `null` where the error is a
 * broken invariant (a constraint, an append-only trigger, a bug) and has to be thrown on.
 */
export function refusalOfError(error: unknown): Refusal | null {
  if (error instanceof WritesReserved) return { code: 'DATABASE_BUSY', message: error.message }
  const code = errorCode(error)
  const found = codesOfErrors.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))
  return found === undefined ? null : { code: found[1], message: sentences[found[1]] }
}

/** Like {@link refusalOfError}, as an outcome; throws `error` itself where it is no expected failure. */
export function refusedOrThrow(error: unknown): Refused {
  const refusal = refusalOfError(error)
  if (refusal === null) throw error
  return { ok: false, refusal }
}
