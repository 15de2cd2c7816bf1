import type { PickShown, RevealStep } from '../../shared/api/session.ts'
import type { Pace } from '../../shared/api/stage-contract.ts'
import type { Frame, PickLine, Result, Roll, RollPool } from './frame.ts'
import { type DrawnSession, frameFacts, stratumName } from './session-facts.ts'
import { groupsOfFour, numberParts } from './words.ts'

/** Steps that are shown together: from `from` up to, not with, `to`. */
export interface Group {
  readonly from: number
  readonly to: number
}

const paceSizes = { all: Number.POSITIVE_INFINITY, tens: 10, each: 1 } as const satisfies Record<Pace, number>

/**
 * What has been shown, in groups: up to the last of `ends` as it was seen to be shown, beyond it as the pace makes it.
 * Objects, teams and pairs never share a picture.
 */
export function groupEnds(
  shown: readonly RevealStep[],
  pace: Pace,
  ends: readonly number[] = [],
): readonly Group[] {
  const groups: Group[] = []
  const seams = new Set(ends)
  const known = ends.at(-1) ?? 0
  for (const [index, step] of shown.entries()) {
    const last = groups.at(-1)
    const same = last !== undefined && shown[last.from]?.step === step.step && !seams.has(index)
    if (same && (index < known || index - last.from < paceSizes[pace]))
      groups[groups.length - 1] = { ...last, to: index + 1 }
    else groups.push({ from: index, to: index + 1 })
  }
  return groups
}

/** One group of what was drawn. The rows roll first and rest on the first of the group. */
export function groupFrame(session: DrawnSession, { from, to }: Group): Frame {
  const steps = session.shown.slice(from, to)
  const results = steps.map((step) => resultOf(session, step))
  const [first] = results
  const step = steps[0]
  return {
    ...frameFacts(session, `shown/${to}`),
    head: step === undefined ? '' : groupHead(session, step, from, to),
    sealedAt: session.drawnAt,
    roll: step === undefined ? null : rollOf(session, step, from),
    parts:
      results.length === 1 && first !== undefined
        ? [{ part: 'single', result: first }]
        : [{ part: 'results', rows: results }],
  }
}

/** The rows that will roll at the next step, as far as the session tells before the answer is there. */
export function nextRoll(session: DrawnSession): Roll {
  const { shown } = session
  const struck = drawnBefore(shown, shown.length)
  const objects = shown.filter((step) => step.step === 'object').length
  if (session.kind === 'replace-object') return { pool: { of: 'object', stratum: null }, rest: null, struck }
  if (objects < session.counts.sample) {
    let before = 0
    const strata = [...session.strata].sort((a, b) => (a.id < b.id ? -1 : 1))
    const current = strata.find((stratum) => {
      before += stratum.sample
      return objects < before
    })
    return { pool: { of: 'object', stratum: current?.id ?? null }, rest: null, struck }
  }
  const teams = shown.filter((step) => step.step === 'team').length
  if (session.topology === 'teams' && teams >= (session.teams ?? 0))
    return { pool: { of: 'team' }, rest: null, struck: new Set() }
  return { pool: { of: 'inspector' }, rest: null, struck: session.topology === 'teams' ? struck : new Set() }
}

function rollOf(session: DrawnSession, step: RevealStep, from: number): Roll {
  const before = drawnBefore(session.shown, from)
  const none = new Set<string>()
  const people: RollPool = { of: 'inspector' }
  switch (step.step) {
    case 'object':
      return { pool: { of: 'object', stratum: step.stratum }, rest: step.id, struck: before }
    case 'team':
      return { pool: people, rest: step.inspectors[0]?.id ?? null, struck: before }
    case 'pair':
      return step.team === null
        ? { pool: people, rest: step.inspectors[0]?.id ?? null, struck: none }
        : { pool: { of: 'team' }, rest: teamId(step.team), struck: none }
    case 'replace':
      return {
        pool: session.kind === 'replace-object' ? { of: 'object', stratum: null } : people,
        rest: step.drawn.id,
        struck: none,
      }
  }
}

/** The id of a team's row. */
export function teamId(team: number): string {
  return `team-${team}`
}

/** Who and what was drawn in the steps before `index`: objects, and members of teams. */
function drawnBefore(shown: readonly RevealStep[], index: number): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const step of shown.slice(0, index)) {
    if (step.step === 'object') ids.add(step.id)
    if (step.step === 'team') for (const inspector of step.inspectors) ids.add(inspector.id)
  }
  return ids
}

function groupHead(session: DrawnSession, step: RevealStep, from: number, to: number): string {
  const start = session.shown.findIndex((other) => other.step === step.step)
  const first = from - start + 1
  const last = to - start
  const range = first === last ? `${first}` : `${first}～${last}`
  switch (step.step) {
    case 'object':
      return first === last ? `检查对象 第${range}个，共${session.counts.sample}个` : `检查对象 第${range}个`
    case 'team':
      return `检查组 第${range}组，共${session.teams ?? last}组`
    case 'pair':
      return `配对 第${range}个对象`
    case 'replace':
      return session.kind === 'replace-object' ? '更换对象' : '更换人员'
  }
}

/** A step in words. */
export function resultOf(session: DrawnSession, step: RevealStep): Result {
  switch (step.step) {
    case 'object': {
      const { order, stratum, id, name, picks } = step
      const where = session.strata.length > 1 ? `，${stratumName(session, stratum)}` : ''
      return {
        key: id,
        head: `第${order}个${where}`,
        context: null,
        drawn: [{ name, pick: lastPick(picks, '号') }],
        remark: skipped(picks),
      }
    }
    case 'team':
      return {
        key: teamId(step.team),
        head: `第${step.team}组`,
        context: null,
        drawn: step.inspectors.map(({ name }, seat) => ({ name, pick: pickLine(step.picks[seat], '名') })),
        remark: null,
      }
    case 'pair':
      return {
        key: step.object.id,
        head: '配对',
        context: `检查对象：${numberParts(step.object.name)?.number ?? step.object.name}`,
        drawn:
          step.team === null
            ? step.inspectors.map(({ name }, seat) => ({ name, pick: pickLine(step.picks[seat], '名') }))
            : [{ name: `第${step.team}组`, pick: lastPick(step.picks, '组') }],
        remark: step.team === null ? null : step.inspectors.map(({ name }) => name).join('、'),
      }
    case 'replace':
      return {
        key: step.drawn.id,
        head: '接替',
        context: `原：${step.vacated.name}`,
        drawn: [{ name: step.drawn.name, pick: lastPick(step.picks, '号') }],
        remark: skipped(step.picks),
      }
  }
}

/** What a pick counts: numbers of a frozen list, or candidates. */
type Counted = '号' | '名' | '组'

function lastPick(picks: readonly PickShown[], counted: Counted): PickLine | null {
  return pickLine(picks.at(-1), counted)
}

/** `i`, the first digits of the hash, and the place it names: the remainder, counted from 1. */
function pickLine(pick: PickShown | undefined, counted: Counted): PickLine | null {
  if (pick === undefined) return null
  return {
    i: pick.i,
    hash: groupsOfFour(pick.hash.slice(0, 8)).join(' '),
    sum: `${counted === '号' ? '' : '候选'}${pick.among}${counted}中的第${pick.index + 1}${counted}`,
  }
}

function skipped(picks: readonly PickShown[]): string | null {
  const repeats = picks.filter((pick) => pick.repeat)
  if (repeats.length === 0) return null
  return `此前第${repeats.map((pick) => pick.i).join('、')}次抽到已抽中的号，跳过`
}
