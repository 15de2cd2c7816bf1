import type { Database } from '../../../db/open-database.ts'
import { officeCode, officeName } from '../../../db/setting-store.ts'
import type { BackupComparison } from '../../../shared/api/data-contract.ts'

type Contents = BackupComparison['now']

/** What a database holds, in counts. */
export function contentsOf(database: Database): Contents {
  const { ledger, settings } = database
  const [code, name] = [settings.read(officeCode), settings.read(officeName)]
  const head = ledger.head()
  return {
    office: code === null || name === null ? null : `${name}（${code}）`,
    ledger: { entries: head.seq, head: head.hash, lastAt: ledger.lastAt() },
    objects: database.objects.count(),
    inspectors: database.inspectors.count(),
    items: database.items.count(),
    recusals: database.recusals.count(),
    draws: database.draws.draws().map(({ number }) => number),
  }
}

/**
 * How two ledgers stand to each other. A hash names everything before it, so the longest common beginning is found
 * by halving. Entries that only tell of a backup are no reason to call one older: the backup cannot hold its own.
 */
export function relationOf(
  now: Database,
  backup: Database,
): Pick<BackupComparison, 'relation' | 'lost'> & { readonly common: number } {
  const [ours, theirs] = [now.ledger.count, backup.ledger.count]
  const common = commonBeginning(now, backup, Math.min(ours, theirs))
  const lost = [...now.ledger.entries(common + 1)].filter(({ entry }) => entry.event !== 'backup.made').length
  if (common < ours && common < theirs) return { relation: 'different', lost, common }
  if (common < theirs) return { relation: 'newer', lost: 0, common }
  return { relation: lost === 0 ? 'same' : 'older', lost, common }
}

function commonBeginning(one: Database, other: Database, most: number): number {
  let [same, differs] = [0, most + 1]
  while (differs - same > 1) {
    const middle = Math.floor((same + differs) / 2)
    if (hashAt(one, middle) === hashAt(other, middle)) same = middle
    else differs = middle
  }
  return same
}

function hashAt({ ledger }: Database, seq: number): string | undefined {
  const [entry] = ledger.entries(seq, seq)
  return entry?.hash
}

/** Draws of which something would go: that the backup does not have, or that are not there as they are here. */
export function drawsLost(now: Database, backup: Database): readonly string[] {
  const there = new Map(backup.draws.summaries().map((summary) => [summary.draw.number, standing(summary)]))
  return now.draws
    .summaries()
    .filter((summary) => there.get(summary.draw.number) !== standing(summary))
    .map(({ draw }) => draw.number)
}

/** 文号 that the backup does not know: whoever restores it gives them to other papers again. */
export function documentNumbersLost(now: Database, backup: Database): readonly string[] {
  const there = new Set(backup.inspections.allNumbers())
  return now.inspections.allNumbers().filter((text) => !there.has(text))
}

function standing({ draw: _, ...summary }: ReturnType<Database['draws']['summaries']>[number]): string {
  return JSON.stringify(summary)
}
