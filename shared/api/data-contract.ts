import { z } from 'zod'
import { text } from '../registry/text.ts'
import { call, digest, fullPath, list } from './parts.ts'
import { refusals } from './refusals.ts'
import { uploadId } from './upload-contract.ts'

/** A backup (备份) in the data folder. */
export const backupSchema = z.strictObject({
  name: z.string(),
  path: z.string(),
  bytes: z.int(),
  at: z.string(),
  /** made by hand, before an upgrade, or before a restore */
  made: z.enum(['by-hand', 'before-migration', 'before-restore', 'unknown']),
})

const contents = z.strictObject({
  office: z.string().nullable(),
  ledger: z.strictObject({ entries: z.int(), head: z.string(), lastAt: z.string().nullable() }),
  objects: z.int(),
  inspectors: z.int(),
  items: z.int(),
  recusals: z.int(),
  draws: list(z.string()),
})

/** A backup beside what there is now: shown before anything is restored. */
export const comparisonSchema = z.strictObject({
  token: z.uuid(),
  name: z.string(),
  now: contents,
  backup: contents,
  /**
   * `same`: nothing has happened since but backups; `older`: its ledger is the beginning of ours, and `lost` entries
   * would go; `newer`: ours is the beginning of its; `different`: the two went different ways.
   */
  relation: z.enum(['same', 'older', 'newer', 'different']),
  lost: z.int(),
  /** draws that are here and not in the backup, or further on here than there */
  drawsLost: list(z.string()),
  /** 文号 that were given since and would be given again */
  documentNumbersLost: list(z.string()),
})
export type BackupComparison = z.infer<typeof comparisonSchema>

/** The data folder (数据文件夹), backups and their restoration. */
export const dataContract = {
  info: call.input(z.strictObject({})).output(
    z.strictObject({
      folder: z.string(),
      database: z.string(),
      bytes: z.int(),
      documents: z.string(),
      software: z.string(),
      ledger: z.strictObject({ entries: z.int(), head: z.string() }),
      lastBackupAt: z.string().nullable(),
    }),
  ),
  /** Backups in the data folder, the newest first. */
  backups: call.input(z.strictObject({})).output(list(backupSchema)),
  /** Makes a backup now: into the data folder, or into `folder` (a USB stick). */
  backUp: call
    .errors(refusals('BACKUP_EXISTS', 'DATA_FOLDER_NOT_A_FOLDER'))
    .input(z.strictObject({ folder: fullPath.nullable().default(null) }))
    .output(backupSchema),
  /** Looks into a backup (a full path, or an uploaded file) and compares; changes nothing. */
  compare: call
    .errors(refusals('UPLOAD_UNKNOWN', 'FILE_NOT_FOUND', 'DATABASE_FOREIGN', 'DATABASE_NEWER'))
    .input(z.union([z.strictObject({ path: fullPath }), z.strictObject({ upload: uploadId })]))
    .output(comparisonSchema),
  /**
   * Restores what was compared: makes a backup of what there is now, then starts the core anew on the restored
   * data, whose ledger says so. Windows lose their connection for a moment and find the core again.
   */
  restore: call
    .errors(refusals('BACKUP_UNKNOWN', 'BACKUP_EXISTS'))
    .input(z.strictObject({ token: z.uuid(), reason: text }))
    .output(z.strictObject({ kept: z.string(), head: digest })),
}
