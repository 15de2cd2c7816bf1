import type { DrawSummary as StoredSummary } from '../../../db/draw-store.ts'
import type { Overview } from '../../../shared/api/overview-contract.ts'
import type { Core } from '../core.ts'
import { summaryOf } from './draw-list.ts'
import type { ConsoleRoot } from './roots.ts'

/** How many of the last draws the first page shows. */
const lastShown = 8

/** The first page (首页). */
export function implementOverview({ overview: root }: ConsoleRoot, core: Core) {
  return { read: root.read.handler(() => readOverview(core)) }
}

function readOverview(core: Core): Overview {
  const { objects, inspectors, items, recusals, plans, visits, powers, draws } = core.database
  const stored = draws.summaries()
  const ofConfirmed = stored.filter(isConfirmed).map((summary) => summaryOf(core, summary))
  return {
    office: core.office(),
    registers: {
      objects: objects.count(),
      inspectors: inspectors.count(),
      items: items.count(),
      recusals: recusals.count(),
      plans: plans.count(),
      visits: visits.count(),
      powers: powers.count(),
    },
    open: stored.filter(isOpen).map((summary) => summaryOf(core, summary)),
    // A rehearsal leaves no paper that anybody signs.
    unsigned: ofConfirmed.filter(({ archived, mode }) => !archived && mode !== 'rehearsal'),
    drafts: core.draws.drafts().map(({ id, task, updatedAt }) => ({ id, task, updatedAt })),
    last: stored
      .slice(-lastShown)
      .reverse()
      .map((summary) => summaryOf(core, summary)),
    ...core.due(),
  }
}

function isOpen({ confirmed, ending }: StoredSummary): boolean {
  return !confirmed && ending === null
}

function isConfirmed({ confirmed, ending }: StoredSummary): boolean {
  return confirmed && ending === null
}
