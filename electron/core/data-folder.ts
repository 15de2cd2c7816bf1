import { resolveDataFolder } from '../../db/data-folder.ts'
import type { Outcome } from './outcome.ts'

/**
 * The data folder: `argument` (absolute or relative) over `SSJ_DATA` over the platform's place for user data. By
 * itself: the shells need it at once, and the whole core only in a process of its own.
 */
export function dataFolder(argument: string | undefined, environment: NodeJS.ProcessEnv): Outcome<string> {
  const resolved = resolveDataFolder({ ...(argument === undefined ? {} : { argument }), environment })
  return resolved.ok ? { ok: true, value: resolved.folder } : resolved
}
