import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { errorCode, type Refused, refuse } from './refusal.ts'

/** The name of the folder below the platform's place for user data. */
const folderName = 'shuangsuiji'

/** Where a data folder is looked for; everything that is not an argument of the user is handed in for tests. */
export interface DataFolderSource {
  /** what `--data` says, if it was given; relative to the working folder */
  readonly argument?: string | undefined
  /** the environment: `SSJ_DATA`, `APPDATA`, `XDG_DATA_HOME`, `HOME` */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform?: NodeJS.Platform
}

export type DataFolderOutcome = { readonly ok: true; readonly folder: string } | Refused

/**
 * The data folder (数据文件夹) as an absolute path: `--data` over `SSJ_DATA` over the platform's place for user
 * data (Windows `%APPDATA%`, macOS `~/Library/Application Support`, else the XDG Base Directory specification).
 * Touches nothing; refuses with `DATA_FOLDER_UNKNOWN` where none of them is known.
 */
export function resolveDataFolder(source: DataFolderSource): DataFolderOutcome {
  const { argument, environment, platform = process.platform } = source
  const named = argument ?? environment.SSJ_DATA
  if (argument === '' || named?.includes('\0'))
    return refuse(
      'DATA_FOLDER_UNKNOWN',
      '没有给出数据文件夹的位置，没有写入任何内容。请在 --data 之后写明文件夹。',
    )
  if (named !== undefined && named !== '') return { ok: true, folder: path.resolve(named) }
  const folder = userDataFolder(environment, platform)
  if (folder !== null) return { ok: true, folder }
  return refuse(
    'DATA_FOLDER_UNKNOWN',
    '找不到当前用户存放数据的位置，没有写入任何内容。请用 --data 或环境变量 SSJ_DATA 指定数据文件夹。',
  )
}

function userDataFolder(
  environment: DataFolderSource['environment'],
  platform: NodeJS.Platform,
): string | null {
  if (platform === 'win32') {
    const appData = environment.APPDATA
    return appData ? path.win32.join(appData, folderName) : null
  }
  const home = environment.HOME || (platform === process.platform ? homedir() : '')
  if (platform === 'darwin')
    return home ? path.posix.join(home, 'Library', 'Application Support', folderName) : null
  const xdg = environment.XDG_DATA_HOME
  // The XDG specification: a relative path is invalid and to be ignored.
  if (xdg !== undefined && path.posix.isAbsolute(xdg)) return path.posix.join(xdg, folderName)
  return home ? path.posix.join(home, '.local', 'share', folderName) : null
}

/**
 * Makes sure that `folder` exists and can be written to, by writing: permissions alone do not tell on network
 * shares and read-only media. Leaves nothing behind but the folder itself, readable by its owner only.
 * Refuses with `DATA_FOLDER_NOT_A_FOLDER`, `DATA_FOLDER_NOT_WRITABLE` or `DISK_FULL`.
 */
export function prepareDataFolder(folder: string): DataFolderOutcome {
  try {
    // Personal data lies in it, so a folder that we make is its owner's alone.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!statSync(folder).isDirectory()) return notAFolder(folder)
    const probe = path.join(folder, `.probe-${randomUUID()}`)
    const descriptor = openSync(probe, 'wx', 0o600)
    try {
      writeSync(descriptor, 'x')
    } finally {
      closeSync(descriptor)
      rmSync(probe, { force: true })
    }
    return { ok: true, folder }
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EEXIST' || code === 'ENOTDIR') return notAFolder(folder)
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return refuse(
        'DISK_FULL',
        `磁盘已满，数据文件夹“${folder}”写不进内容；已有的数据没有改动。请清理该磁盘的空间后重试。`,
      )
    return refuse(
      'DATA_FOLDER_NOT_WRITABLE',
      `数据文件夹“${folder}”不能写入（${code || '原因不明'}）；其中已有的数据没有改动。` +
        '请换一个文件夹（--data），或请管理员开放写权限后重试。',
    )
  }
}

function notAFolder(folder: string): Refused {
  return refuse(
    'DATA_FOLDER_NOT_A_FOLDER',
    `“${folder}”不是文件夹，或其上级是一个文件；没有改动它。请用 --data 另选一个文件夹。`,
  )
}
