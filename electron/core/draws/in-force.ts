import type { ResultInForce } from '../../../shared/api/draw-contract.ts'
import { type ChainRecord, type Standing, standing } from '../../../shared/draw/chain.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { readChain } from './chain-records.ts'
import { readFrozenFacts } from './frozen-facts.ts'
import { NamedRows } from './named-rows.ts'
import { readSession } from './session.ts'

type Member = ResultInForce['teams'][number]['members'][number]

/** A chain as it stands for everybody: its records that were shown in full, and the rows that they froze. */
export interface ShownChain {
  readonly rootNumber: string
  /** the root first; what was not shown in full yet is left out */
  readonly records: readonly ChainRecord[]
  readonly inForce: Standing
  readonly rows: NamedRows
}

/** The chain of a draw as it was shown. Refuses with `DRAW_UNKNOWN`, `NOT_DRAWN_YET` or `DRAW_NOT_STANDING`. */
export function readShownChain(context: CoreContext, number: string): ShownChain {
  const { draws } = context.database
  const rootNumber = draws.draw(number)?.root ?? number
  const { state } = readSession(context, rootNumber)
  if (state === 'committed' || state === 'frozen' || state === 'drawn')
    throw new RefusalError(
      'NOT_DRAWN_YET',
      `“${rootNumber}”的结果还没有全部揭晓，没有现行名单。场次保持原样。请先完成该次抽取。`,
    )
  const { root, later } = readChain(context, number)
  const hidden = later.findIndex(({ manifest }) => readSession(context, manifest.draw).state === 'drawn')
  const shown = hidden === -1 ? later : later.slice(0, hidden)
  const records = [root, ...shown]
  const rows = new NamedRows(
    context,
    rootNumber,
    records.map(({ manifest: { draw, attempt } }) => readFrozenFacts(draws.freeze(draw, attempt)?.facts)),
    records.map(({ lists }) => lists),
  )
  return { rootNumber, records, inForce: standing(root, shown), rows }
}

/**
 * The whole list in force (现行名单) of the chain of a draw: what was drawn, with every match and replacement since
 * that was shown in full. Refuses with `DRAW_UNKNOWN`, `NOT_DRAWN_YET` or `DRAW_NOT_STANDING`.
 */
export function resultInForce(context: CoreContext, number: string): ResultInForce {
  const { rootNumber, records, inForce, rows } = readShownChain(context, number)
  const members = (from: ChainRecord, ids: readonly string[]): Member[] =>
    ids.map((id, seat) => ({
      id,
      name: rows.name(id),
      department: inForce.people.get(id)?.department ?? null,
      leader: from.manifest.slots[seat]?.role === 'L',
    }))
  return {
    root: rootNumber,
    newest: records.at(-1)?.manifest.draw ?? rootNumber,
    topology: [...records].reverse().find((r) => r.manifest.topology !== 'none')?.manifest.topology ?? 'none',
    objects: [...inForce.objects].map(([id, { stratum, group }], index) => ({
      order: index + 1,
      id,
      name: rows.name(id),
      creditCode: inForce.lines.get(id)?.uscc ?? null,
      address: rows.object(id)?.address ?? null,
      stratum,
      team: group?.team ?? null,
      inspectors: group === null ? [] : members(group.from, group.inspectors),
    })),
    teams: records.flatMap((from) =>
      from.result.teams.map((drawn, index) => {
        const groups = groupsOf(inForce, from, index + 1)
        return {
          number: index + 1,
          members: members(from, commonGroup(groups) ?? drawn),
          objects: groups.length,
        }
      }),
    ),
  }
}

/** The groups of a team's objects as they stand. */
function groupsOf(inForce: Standing, from: ChainRecord, team: number): (readonly string[])[] {
  return [...inForce.objects.values()]
    .filter(({ group }) => group?.from === from && group.team === team)
    .map(({ group }) => group?.inspectors ?? [])
}

/** The people of a team after its replacements, where they are the same on all of its objects. */
function commonGroup(groups: readonly (readonly string[])[]): readonly string[] | null {
  const [first] = groups
  return first !== undefined && groups.every((group) => group.join() === first.join()) ? first : null
}
