/** How a backup came to be: by hand, before an upgrade, before a restore; `unknown` for a file that is named otherwise. */
export type BackupKind = 'by-hand' | 'before-migration' | 'before-restore' | 'unknown'

const beginnings: readonly (readonly [string, BackupKind])[] = [
  ['backup-', 'by-hand'],
  ['before-migration-', 'before-migration'],
  ['before-restore-', 'before-restore'],
]

/** What the name of a file in the backup folder says of it; `null` for a file that is no backup. */
export function backupKind(name: string): BackupKind | null {
  if (!name.endsWith('.sqlite')) return null
  return beginnings.find(([beginning]) => name.startsWith(beginning))?.[1] ?? 'unknown'
}

/** The name of a backup made at this time (ISO 8601 with offset); the `copy`-th of the same second. */
export function backupName(kind: 'by-hand' | 'before-restore', at: string, copy: number): string {
  const time = at.slice(0, 19).replaceAll(/[-:]/g, '')
  const beginning = kind === 'by-hand' ? 'backup' : 'before-restore'
  return `${beginning}-${time}${copy === 1 ? '' : `-${copy}`}.sqlite`
}
