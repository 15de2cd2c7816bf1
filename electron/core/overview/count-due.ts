import { type CoreContext, now } from '../context.ts'
import { currentPeriod, isRevisionDue } from '../registers/revisions.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { type Due, whatIsDue } from './due.ts'
import type { WorkFacts } from './work-facts.ts'

/** What is due today. Counts only: it is asked at every look at the first page. */
export function readDue(context: CoreContext, lastBackupAt: string | null, work: WorkFacts): readonly Due[] {
  const { sqlite, draws } = context.database
  // Who is not on duty is not drawn anyway.
  const certificates = sqlite
    .prepare<[], string>(
      `SELECT certificate_expiry FROM inspector_current
       WHERE certificate_expiry IS NOT NULL AND state = '在岗'`,
    )
    .pluck()
    .all()
  return whatIsDue({
    today: now(context).slice(0, 10),
    certificates,
    draws: draws.draws().length,
    lastBackup: lastBackupAt?.slice(0, 10) ?? null,
    scansMissing: scansMissing(context),
    revision: revisionDue(context),
    work,
  })
}

/** The revision of the objects that is due (S1 第六条). */
function revisionDue(context: CoreContext) {
  if (!isRevisionDue(context, 'objects')) return null
  const rule = rulesInForce(context).preset.registerRevision
  return { period: currentPeriod(context), clause: rule?.clause ?? null }
}

/**
 * Approvals that wait for their scan. One that is attached later cannot be written into the approval any more: it
 * counts for the oldest one of its draw that was given before and still waits.
 */
function scansMissing({ database: { documents } }: CoreContext): number {
  const approvals = documents.approvals()
  const handedIn = new Set(approvals.map(({ document }) => document))
  const later = documents.approvalScans().filter(({ id }) => !handedIn.has(id))
  let missing = 0
  for (const { draw, at } of approvals.filter(({ document }) => document === null)) {
    const found = later.findIndex((scan) => scan.draw === draw && Date.parse(scan.at) >= Date.parse(at))
    if (found === -1) missing += 1
    else later.splice(found, 1)
  }
  return missing
}

/** Whether the sample county (示例单位) was loaded into this data folder. */
export function isSampleLoaded({ database: { sqlite } }: CoreContext): boolean {
  return sqlite.prepare(`SELECT 1 FROM ledger WHERE event = 'sample.loaded' LIMIT 1`).get() !== undefined
}
