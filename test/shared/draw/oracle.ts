/**
 * An independent, slow implementation of SSJ-DRAW-1, sections 3 to 7, written from the text of the specification:
 * nothing of the program is imported, whether seats can be filled is tried out by trying everybody.
 */
import { createHash } from 'node:crypto'

export interface OracleObject {
  readonly id: string
  readonly stratum: string
  readonly domain: string | null
}
export interface OraclePerson {
  readonly id: string
  readonly mayLead: boolean
  readonly department: string
  readonly domains: '*' | readonly string[]
}
export interface OracleSeat {
  readonly role: 'L' | 'M'
  readonly department: string
}
export interface OracleDraw {
  readonly kind: 'draw' | 'match' | 'replace-inspector' | 'replace-object'
  readonly freeze: string
  readonly secret: string
  readonly digits: readonly string[]
  readonly at: string
  readonly objects: readonly OracleObject[]
  readonly people: readonly OraclePerson[]
  readonly recusals: readonly { readonly object: string; readonly inspector: string }[]
  readonly strata: readonly { readonly id: string; readonly sample: number }[]
  readonly topology: 'none' | 'teams' | 'each'
  readonly teams: number
  readonly seats: readonly OracleSeat[]
  /** who or what leaves, in a replacement */
  readonly vacated: string
}

const H = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** A pick among n, from 0. */
export type Picking = (n: number) => number

/** A stage's picks: P_1, P_2, … */
function stage(seed: string, label: string): Picking {
  const key = H(`SSJ-DRAW-1 stage\n${seed}\n${label}\n`)
  let i = 0
  return (n) => {
    i += 1
    return Number(BigInt(`0x${H(`${key},${i}`)}`) % BigInt(n))
  }
}

const inByteOrder = (ids: readonly string[]): string[] =>
  [...ids].sort((a, b) => Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')))

function distinct(pick: Picking, list: readonly string[], k: number): string[] {
  const taken: string[] = []
  while (taken.length < k) {
    const one = String(list[pick(list.length)])
    if (!taken.includes(one)) taken.push(one)
  }
  return taken
}

/** Whether different people can be put on all seats, each given as the people it admits: everything is tried. */
export function fillable<T>(seats: readonly (readonly T[])[], taken: readonly T[] = []): boolean {
  const [first, ...rest] = seats
  if (first === undefined) return true
  return first.some((person) => !taken.includes(person) && fillable(rest, [...taken, person]))
}

export function roleAndDepartment(seat: OracleSeat, person: OraclePerson): boolean {
  if (seat.role === 'L' && !person.mayLead) return false
  return seat.department === '*' || seat.department === person.department
}

export function admits(
  draw: Pick<OracleDraw, 'recusals'>,
  seat: OracleSeat,
  object: OracleObject,
  person: OraclePerson,
): boolean {
  if (!roleAndDepartment(seat, person)) return false
  if (draw.recusals.some((r) => r.object === object.id && r.inspector === person.id)) return false
  return object.domain === null || person.domains === '*' || person.domains.includes(object.domain)
}

function peopleInOrder(draw: OracleDraw): OraclePerson[] {
  return inByteOrder(draw.people.map((p) => p.id)).flatMap((id) => draw.people.filter((p) => p.id === id))
}

function fewest<T>(candidates: readonly T[], load: (candidate: T) => number): T[] {
  const least = Math.min(...candidates.map(load))
  return candidates.filter((candidate) => load(candidate) === least)
}

function drawTeams(draw: OracleDraw, pick: Picking): OraclePerson[][] {
  const teams: OraclePerson[][] = Array.from({ length: draw.teams }, () => [])
  const positions = draw.seats.flatMap((seat) => teams.map((team) => ({ seat, team })))
  const taken: OraclePerson[] = []
  positions.forEach(({ seat, team }, at) => {
    const later = positions
      .slice(at + 1)
      .map((p) => draw.people.filter((person) => roleAndDepartment(p.seat, person)))
    const candidates = peopleInOrder(draw).filter(
      (person) =>
        roleAndDepartment(seat, person) && !taken.includes(person) && fillable(later, [...taken, person]),
    )
    const chosen = candidates[pick(candidates.length)]
    if (chosen === undefined) throw new Error('the oracle has nobody for a position')
    team.push(chosen)
    taken.push(chosen)
  })
  return teams
}

function drawOwnGroup(
  draw: OracleDraw,
  object: OracleObject,
  pick: Picking,
  load: (person: OraclePerson) => number,
): OraclePerson[] {
  const group: OraclePerson[] = []
  draw.seats.forEach((seat, at) => {
    const later = draw.seats
      .slice(at + 1)
      .map((s) => draw.people.filter((person) => admits(draw, s, object, person)))
    const candidates = peopleInOrder(draw).filter(
      (person) =>
        admits(draw, seat, object, person) && !group.includes(person) && fillable(later, [...group, person]),
    )
    const least = fewest(candidates, load)
    const chosen = least[pick(least.length)]
    if (chosen === undefined) throw new Error('the oracle has nobody for a seat')
    group.push(chosen)
  })
  return group
}

function drawPairs(
  draw: OracleDraw,
  objects: readonly OracleObject[],
  teams: readonly (readonly OraclePerson[])[],
  pick: Picking,
): string[] {
  const groups: (readonly OraclePerson[])[] = []
  const byTeam: number[] = []
  return objects.map((object) => {
    const fit = teams
      .map((_, number) => number)
      .filter((number) =>
        draw.seats.every((seat, j) => {
          const holder = teams[number]?.[j]
          return holder !== undefined && admits(draw, seat, object, holder)
        }),
      )
    const least = fewest(fit, (number) => byTeam.filter((t) => t === number).length)
    const team = fit.length === 0 ? null : (least[pick(least.length)] ?? 0)
    const group =
      team === null
        ? drawOwnGroup(draw, object, pick, (person) => groups.filter((g) => g.includes(person)).length)
        : (teams[team] ?? [])
    if (team !== null) byTeam.push(team)
    groups.push(group)
    return `pair=${[object.id, team === null ? '-' : team + 1, ...group.map((p) => p.id)].join('\t')}`
  })
}

/**
 * result.txt as the specification has it. `stageOf` gives the picks of a stage by its label: the specification's,
 * unless somebody wants to see where other picks lead.
 */
export function oracleResult(
  draw: OracleDraw,
  stageOf: (label: string, seed: string) => Picking = (label, seed) => stage(seed, label),
): string {
  const seed = H(
    `SSJ-DRAW-1 seed\n${draw.freeze}\n${draw.secret}\n${draw.digits.map((w) => `${w}\n`).join('')}`,
  )
  const lines = [
    'SSJ-DRAW-1 result',
    `freeze=${draw.freeze}`,
    `secret=${draw.secret}`,
    ...draw.digits.map((digits, at) => `contribution=${at + 1}\t${digits}`),
    `seed=${seed}`,
    `at=${draw.at}`,
  ]
  if (draw.kind === 'replace-inspector' || draw.kind === 'replace-object') {
    const rows = draw.kind === 'replace-inspector' ? draw.people : draw.objects
    const ids = inByteOrder(rows.map((row) => row.id))
    lines.push(`replace=${draw.vacated}\t${distinct(stageOf('replace', seed), ids, 1).join()}`)
    return lines.map((line) => `${line}\n`).join('')
  }
  const drawn: { stratum: string; id: string }[] = []
  for (const stratum of inByteOrder(draw.strata.map((s) => s.id))) {
    const ids = inByteOrder(draw.objects.filter((o) => o.stratum === stratum).map((o) => o.id))
    const k = draw.strata.find((s) => s.id === stratum)?.sample ?? 0
    for (const id of distinct(stageOf(`objects/${stratum}`, seed), ids, k)) drawn.push({ stratum, id })
  }
  lines.push(...drawn.map((o, at) => `object=${at + 1}\t${o.stratum}\t${o.id}`))
  const ids = draw.kind === 'match' ? inByteOrder(draw.objects.map((o) => o.id)) : drawn.map((o) => o.id)
  const visited = ids.flatMap((id) => draw.objects.filter((o) => o.id === id))
  if (draw.topology !== 'none') {
    const teams = draw.topology === 'teams' ? drawTeams(draw, stageOf('inspectors', seed)) : []
    lines.push(...teams.map((team, t) => `team=${[t + 1, ...team.map((p) => p.id)].join('\t')}`))
    lines.push(...drawPairs(draw, visited, teams, stageOf('pairing', seed)))
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** Whether a draw could be staffed whatever the digits, as section 6 says it, tried out. */
export function oracleStaffable(draw: OracleDraw): boolean {
  if (draw.kind === 'replace-inspector') return draw.people.length > 0
  if (draw.kind === 'replace-object') return draw.objects.length > 0
  if (draw.topology === 'none') return true
  const positions = draw.seats.flatMap((seat) =>
    Array.from({ length: draw.topology === 'teams' ? draw.teams : 0 }, () =>
      draw.people.filter((person) => roleAndDepartment(seat, person)),
    ),
  )
  const concerned = draw.objects.filter(
    (o) => draw.kind === 'match' || draw.strata.some((s) => s.id === o.stratum && s.sample > 0),
  )
  return fillable(positions) && concerned.every((object) => objectStaffable(draw, object))
}

export function objectStaffable(draw: OracleDraw, object: OracleObject): boolean {
  return fillable(draw.seats.map((seat) => draw.people.filter((p) => admits(draw, seat, object, p))))
}
