import type { PoolRow } from '../../shared/api/draw-contract.ts'
import type { DrawSession } from '../../shared/api/session.ts'
import type { RollPool } from './frame.ts'
import { teamId } from './reveal-frame.ts'
import type { StageCalls } from './stage-calls.ts'

/** A row as it rolls. */
export interface RollRow {
  readonly id: string
  readonly place: number
  readonly name: string
}

/** The frozen lists (锁定名单) as the stage rolls them, whole. */
export interface Pools {
  /** `F` of the lists that these are */
  readonly freeze: string
  readonly objects: readonly PoolRow[]
  readonly inspectors: readonly PoolRow[]
}

const pageSize = 5_000

/** Fetches the frozen lists, page after page. */
export async function loadPools(
  draws: Pick<StageCalls['draws'], 'pool'>,
  number: string,
  freeze: string,
  signal: AbortSignal,
): Promise<Pools> {
  const [objects, inspectors] = [await whole('object'), await whole('inspector')]
  return { freeze, objects, inspectors }

  async function whole(what: 'object' | 'inspector'): Promise<readonly PoolRow[]> {
    const rows: PoolRow[] = []
    for (;;) {
      const page = await draws.pool({ number, what, limit: pageSize, offset: rows.length }, { signal })
      rows.push(...page.rows)
      if (page.rows.length === 0 || rows.length >= page.total) return rows
    }
  }
}

const parts = new WeakMap<Pools, Map<string, readonly RollRow[]>>()

/** The rows of a pool; none while the lists are not there. */
export function poolRows(
  pools: Pools | null,
  session: DrawSession | null,
  pool: RollPool,
): readonly RollRow[] {
  if (pool.of === 'team') return teamRows(session)
  if (pools === null) return []
  if (pool.of === 'inspector') return pools.inspectors
  if (pool.stratum === null) return pools.objects
  const kept = parts.get(pools) ?? new Map<string, readonly RollRow[]>()
  parts.set(pools, kept)
  const known = kept.get(pool.stratum)
  if (known !== undefined) return known
  const rows = pools.objects.filter((row) => row.stratum === pool.stratum)
  kept.set(pool.stratum, rows)
  return rows
}

function teamRows(session: DrawSession | null): readonly RollRow[] {
  if (session === null || !('shown' in session)) return []
  return session.shown.flatMap((step) =>
    step.step === 'team'
      ? [
          {
            id: teamId(step.team),
            place: step.team,
            name: step.inspectors.map(({ name }) => name).join('、'),
          },
        ]
      : [],
  )
}
