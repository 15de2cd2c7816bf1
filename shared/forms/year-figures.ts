import { objectKinds } from '../registry/inspection-object.ts'
import { isOfOthers, type YearDrawn, type YearFacts, type YearLine } from './year-facts.ts'
import { dueBy, monthsOver, timesOf } from './year-schedule.ts'

/** Objects of a kind, a region or a 股室. What is drawn and visited is counted among those that are 存续 now. */
export interface ObjectFigures {
  /** `''`: nothing is said */
  readonly name: string
  readonly registered: number
  readonly drawn: number
  readonly visited: number
  /** drawn or visited */
  readonly either: number
}

export interface DepartmentFigures extends ObjectFigures {
  readonly lines: number
  /** how often its lines are to be drawn in the year */
  readonly times: number
  /** how often they were */
  readonly held: number
  readonly late: number
}

export interface MonthFigures {
  readonly month: number
  /** draws of the plan that are due in it */
  readonly due: number
  /** draws on a plan line */
  readonly planned: number
  /** draws on none */
  readonly others: number
  /** drawn objects */
  readonly objects: number
  readonly visits: number
}

export interface PeopleFigures {
  readonly counted: number
  readonly least: number
  readonly middle: number
  readonly most: number
  /** how many were drawn so often, from 0 to the most; nothing is left out between */
  readonly spread: readonly { readonly times: number; readonly people: number }[]
  /** drawn, and not (any more) one of those who are counted */
  readonly others: number
}

/** What the overview of a year (年度总览) says, on screen and on paper. */
export interface YearFigures {
  readonly office: string
  readonly year: number
  readonly on: string
  readonly plan: {
    readonly lines: number
    readonly times: number
    /** draws on a plan line */
    readonly held: number
    /** lines that were drawn as often as they say */
    readonly done: number
    /** lines whose month is over and that were not drawn often enough */
    readonly late: number
    /** lines that are to be drawn before the running month ends, and were not yet; without those that are late */
    readonly thisMonth: number
    /** lines that name no month */
    readonly undated: number
  }
  readonly draws: {
    readonly all: number
    readonly planned: number
    /** with a reason why they are in no plan */
    readonly outside: number
    /** with neither line nor reason */
    readonly unfounded: number
    /** drawn objects, one as often as it was drawn */
    readonly objects: number
  }
  readonly visits: { readonly own: number; readonly ofOthers: number }
  readonly items: {
    readonly included: number
    readonly planned: number
    readonly drawn: number
    /** in the list, and in neither plan nor draw */
    readonly open: number
    readonly notIncluded: number
  }
  readonly all: ObjectFigures
  /** drawn or visited twice and more */
  readonly twice: number
  /** drawn or visited, and 存续 no more */
  readonly gone: number
  readonly kinds: readonly ObjectFigures[]
  readonly regions: readonly ObjectFigures[]
  readonly departments: readonly DepartmentFigures[]
  readonly people: PeopleFigures
  readonly months: readonly MonthFigures[]
}

/** How often each plan line was drawn, by its serial. */
export function heldOf(draws: readonly YearDrawn[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>()
  for (const { line } of draws) if (line !== null) held.set(line, (held.get(line) ?? 0) + 1)
  return held
}

/** Where a plan line stands: drawn often enough, late, due this month, or still to come. */
export type LineState = 'done' | 'late' | 'month' | 'open'

export function lineState(line: YearLine, held: number, year: number, on: string): LineState {
  const { over, running } = monthsOver(year, on)
  if (held >= timesOf(line)) return 'done'
  if (held < dueBy(line, over)) return 'late'
  return held < dueBy(line, running) ? 'month' : 'open'
}

/** How often each object was drawn and visited, by its serial. */
export function timesByObject(
  facts: Pick<YearFacts, 'draws' | 'visits'>,
): ReadonlyMap<string, { readonly drawn: number; readonly visited: number }> {
  const times = new Map<string, { drawn: number; visited: number }>()
  const of = (serial: string) => {
    const known = times.get(serial) ?? { drawn: 0, visited: 0 }
    times.set(serial, known)
    return known
  }
  for (const { objects } of facts.draws) for (const serial of objects) of(serial).drawn += 1
  for (const { object } of facts.visits) of(object).visited += 1
  return times
}

/** How often each person was drawn, and for how many objects. */
export function timesByPerson(
  draws: readonly YearDrawn[],
): ReadonlyMap<string, { readonly draws: number; readonly objects: number }> {
  const times = new Map<string, { draws: number; objects: number }>()
  for (const { people } of draws)
    for (const { serial, objects } of people) {
      const known = times.get(serial) ?? { draws: 0, objects: 0 }
      times.set(serial, { draws: known.draws + 1, objects: known.objects + objects })
    }
  return times
}

/** Counts a year. Pure: `facts.on` is the only clock. */
export function yearFigures(facts: YearFacts): YearFigures {
  const { office, year, on, lines, draws, visits, items } = facts
  const held = heldOf(draws)
  const states = lines.map((line) => lineState(line, held.get(line.serial) ?? 0, year, on))
  const stateOf = new Map(lines.map((line, index) => [line.serial, states[index]]))
  const known = new Set(lines.map(({ serial }) => serial))
  const isPlanned = ({ line }: YearDrawn) => line !== null && known.has(line)
  const objects = objectFigures(facts)
  const planned = new Set(lines.flatMap((line) => line.items))
  const drawn = new Set(draws.flatMap((draw) => draw.items))
  const included = items.filter((item) => item.included)
  const count = (state: LineState) => states.filter((one) => one === state).length
  return {
    office,
    year,
    on,
    plan: {
      lines: lines.length,
      times: sum(lines.map(timesOf)),
      held: draws.filter(isPlanned).length,
      done: count('done'),
      late: count('late'),
      thisMonth: count('month'),
      undated: lines.filter((line) => dueBy(line, 12) === 0).length,
    },
    draws: {
      all: draws.length,
      planned: draws.filter(isPlanned).length,
      outside: draws.filter((draw) => !isPlanned(draw) && draw.outside !== null).length,
      unfounded: draws.filter((draw) => !isPlanned(draw) && draw.outside === null).length,
      objects: sum(draws.map((draw) => draw.objects.length)),
    },
    visits: {
      own: visits.filter(({ kind }) => !isOfOthers(kind)).length,
      ofOthers: visits.filter(({ kind }) => isOfOthers(kind)).length,
    },
    items: {
      included: included.length,
      planned: included.filter(({ name }) => planned.has(name)).length,
      drawn: included.filter(({ name }) => drawn.has(name)).length,
      open: included.filter(({ name }) => !planned.has(name) && !drawn.has(name)).length,
      notIncluded: items.length - included.length,
    },
    all: objects.all,
    twice: objects.twice,
    gone: objects.gone,
    kinds: objectKinds.map((name) => objects.kinds.get(name) ?? { ...none, name }),
    regions: named(objects.regions),
    departments: departmentFigures(facts, objects.departments, held, stateOf),
    people: peopleFigures(facts),
    months: Array.from({ length: 12 }, (_, index) => monthFigures(facts, index + 1, isPlanned)),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const none: Omit<ObjectFigures, 'name'> = { registered: 0, drawn: 0, visited: 0, either: 0 }

type Tally = Map<string, ObjectFigures>

function add(tally: Tally, name: string | null, more: Partial<Omit<ObjectFigures, 'name'>>): void {
  const known = tally.get(name ?? '') ?? { ...none, name: name ?? '' }
  tally.set(name ?? '', {
    name: known.name,
    registered: known.registered + (more.registered ?? 0),
    drawn: known.drawn + (more.drawn ?? 0),
    visited: known.visited + (more.visited ?? 0),
    either: known.either + (more.either ?? 0),
  })
}

function objectFigures(facts: YearFacts) {
  const all: Tally = new Map()
  const kinds: Tally = new Map()
  const regions: Tally = new Map()
  const departments: Tally = new Map()
  const everywhere = (
    of: { readonly kind: string; readonly region: string | null; readonly department: string | null },
    more: Partial<Omit<ObjectFigures, 'name'>>,
  ): void => {
    add(all, '', more)
    add(kinds, of.kind, more)
    add(regions, of.region, more)
    add(departments, of.department, more)
  }
  for (const group of facts.register) everywhere(group, { registered: group.count })
  let twice = 0
  let gone = 0
  for (const [serial, { drawn, visited }] of timesByObject(facts)) {
    if (drawn + visited > 1) twice += 1
    const object = facts.touched.get(serial)
    if (object?.standing === true)
      everywhere(object, { drawn: drawn > 0 ? 1 : 0, visited: visited > 0 ? 1 : 0, either: 1 })
    else gone += 1
  }
  return { all: all.get('') ?? { ...none, name: '' }, kinds, regions, departments, twice, gone }
}

/** The most objects first; what says nothing last. */
function named(tally: Tally): readonly ObjectFigures[] {
  return [...tally.values()].sort(
    (a, b) => Number(a.name === '') - Number(b.name === '') || b.registered - a.registered || byText(a, b),
  )
}

const byText = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0

function departmentFigures(
  { lines }: YearFacts,
  tally: Tally,
  held: ReadonlyMap<string, number>,
  stateOf: ReadonlyMap<string, LineState | undefined>,
): readonly DepartmentFigures[] {
  for (const { department } of lines) add(tally, department, {})
  return named(tally).map((figures) => {
    const own = lines.filter(({ department }) => (department ?? '') === figures.name)
    return {
      ...figures,
      lines: own.length,
      times: sum(own.map(timesOf)),
      held: sum(own.map(({ serial }) => held.get(serial) ?? 0)),
      late: own.filter(({ serial }) => stateOf.get(serial) === 'late').length,
    }
  })
}

function peopleFigures({ people, draws }: YearFacts): PeopleFigures {
  const times = timesByPerson(draws)
  const counted = people.filter((person) => person.counted)
  const numbers = counted.map(({ serial }) => times.get(serial)?.draws ?? 0).sort((a, b) => a - b)
  const most = numbers.at(-1) ?? 0
  const half = numbers.length / 2
  const middle = ((numbers[Math.ceil(half) - 1] ?? 0) + (numbers[Math.floor(half)] ?? 0)) / 2
  const of = new Set(counted.map(({ serial }) => serial))
  return {
    counted: counted.length,
    least: numbers[0] ?? 0,
    middle: numbers.length === 0 ? 0 : middle,
    most,
    spread: Array.from({ length: most + 1 }, (_, index) => ({
      times: index,
      people: numbers.filter((number) => number === index).length,
    })),
    others: [...times.keys()].filter((serial) => !of.has(serial)).length,
  }
}

function monthFigures(
  { lines, draws, visits }: YearFacts,
  month: number,
  isPlanned: (draw: YearDrawn) => boolean,
): MonthFigures {
  const inMonth = (day: string) => Number(day.slice(5, 7)) === month
  const held = draws.filter(({ at }) => inMonth(at))
  return {
    month,
    due: sum(lines.map((line) => dueBy(line, month) - dueBy(line, month - 1))),
    planned: held.filter(isPlanned).length,
    others: held.filter((draw) => !isPlanned(draw)).length,
    objects: sum(held.map(({ objects }) => objects.length)),
    visits: visits.filter(({ date }) => inMonth(date)).length,
  }
}
