import type { DrawSession, ExclusionCount } from '../../../shared/api/session.ts'
import type { ExcludedLine } from '../../../shared/draw/lists.ts'
import { wordsOfExclusion } from '../../../shared/rules/eligibility.ts'
import type { ParsedFreeze } from './parsed-freeze.ts'
import { ruleSentences } from './rule-sentences.ts'

type Frozen = Extract<DrawSession, { state: 'frozen' }>
/** What a snapshot tells of a freeze, from the freeze to the end of the session. */
export type FrozenSnapshot = Pick<
  Frozen,
  | 'freeze'
  | 'frozenAt'
  | 'strata'
  | 'topology'
  | 'teams'
  | 'slots'
  | 'exclusions'
  | 'rule'
  | 'witnesses'
  | 'counts'
>

const known = new WeakMap<ParsedFreeze, FrozenSnapshot>()

/** What a snapshot tells of a freeze: counted once for as long as the freeze is kept parsed. */
export function frozenSnapshot(freeze: ParsedFreeze): FrozenSnapshot {
  const kept = known.get(freeze)
  if (kept !== undefined) return kept
  const { manifest, lists, plan } = freeze
  const named = new Map(plan.kind === 'draw' ? plan.strata.map((s) => [s.id, s.name]) : [])
  const fresh: FrozenSnapshot = {
    freeze: freeze.digest,
    frozenAt: manifest.at,
    strata: manifest.strata.map((s) => ({
      id: s.id,
      name: named.get(s.id) ?? null,
      size: s.size,
      sample: s.sample,
      basis: s.basis,
    })),
    topology: manifest.topology,
    teams: manifest.teams,
    slots: manifest.slots.map(({ role, department }) => ({
      role,
      department: department === '*' ? null : department,
    })),
    exclusions: countExclusions(lists.excluded),
    rule: ruleSentences(manifest, plan),
    witnesses: manifest.witnesses.map((w, index) => ({ seat: index + 1, ...w })),
    counts: {
      objects: lists.objects.length,
      inspectors: lists.inspectors.length,
      excluded: lists.excluded.length,
      sample: manifest.strata.reduce((sum, s) => sum + s.sample, 0),
    },
  }
  known.set(freeze, fresh)
  return fresh
}

/** The lines of those left out, counted by reason and clause, in the order in which the list first names them. */
function countExclusions(lines: readonly ExcludedLine[]): readonly ExclusionCount[] {
  const counts = new Map<string, ExclusionCount>()
  for (const { what, reasonCode, clause } of lines) {
    const key = `${what}\t${reasonCode}\t${clause ?? '-'}`
    const count = (counts.get(key)?.count ?? 0) + 1
    counts.set(key, { what, reason: wordsOfExclusion(reasonCode), clause: clause ?? '-', count })
  }
  return [...counts.values()]
}
