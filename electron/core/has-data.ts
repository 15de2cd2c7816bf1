import { existsSync } from 'node:fs'
import path from 'node:path'
import { databaseFileName } from '../../db/open-database.ts'

/** Whether a data folder holds a database already: what only reads must not make an empty one. */
export function hasData(folder: string): boolean {
  return existsSync(path.join(folder, databaseFileName))
}
