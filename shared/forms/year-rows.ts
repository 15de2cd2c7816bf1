import { isOfOthers, type ObjectKind, type YearDrawn, type YearFacts, type YearObject } from './year-facts.ts'
import { heldOf, type LineState, lineState, timesByObject, timesByPerson } from './year-figures.ts'
import { dueBy, dueMonths, timesOf } from './year-schedule.ts'

/** Which rows a figure of the overview leads down to. `''` as a name: what says nothing. */
export type YearAsk =
  | {
      readonly of: 'draws'
      readonly basis?: 'line' | 'outside' | 'none' | 'off-line' | undefined
      readonly month?: number | undefined
      readonly line?: string | undefined
      readonly item?: string | undefined
      readonly person?: string | undefined
      readonly department?: string | undefined
    }
  | {
      readonly of: 'objects'
      readonly state: 'all' | 'drawn' | 'visited' | 'either' | 'none' | 'twice' | 'gone'
      readonly kind?: ObjectKind | undefined
      readonly region?: string | undefined
      readonly department?: string | undefined
    }
  | { readonly of: 'people'; readonly times?: number | undefined; readonly others?: boolean | undefined }
  | {
      readonly of: 'lines'
      readonly state: 'all' | LineState | 'undated'
      readonly department?: string | undefined
      /** due in this month */
      readonly month?: number | undefined
    }
  | { readonly of: 'items'; readonly state: 'included' | 'planned' | 'drawn' | 'open' | 'not-included' }
  | { readonly of: 'visits'; readonly month?: number | undefined; readonly others?: boolean | undefined }

/** Where a row leads on. */
export type RowTarget =
  | { readonly to: 'draw'; readonly number: string }
  | { readonly to: 'object'; readonly serial: string }
  | { readonly to: 'person'; readonly serial: string }
  | { readonly to: 'line'; readonly serial: string }
  | { readonly to: 'item'; readonly name: string }

export interface YearRow {
  readonly cells: readonly string[]
  readonly target: RowTarget
}

export interface YearRows {
  readonly columns: readonly { readonly title: string; readonly number: boolean }[]
  readonly total: number
  readonly rows: readonly YearRow[]
}

/** A part of a long answer. */
export interface RowsPart {
  readonly limit: number
  readonly offset: number
}

/** Which objects of a kind, a region or a 股室; what is left out is any, `''` what says nothing. */
export type ObjectFilter = Pick<Extract<YearAsk, { of: 'objects' }>, 'kind' | 'region' | 'department'>

/**
 * A part of the objects that are 存续 now and pass the filter, without those of these serials, by serial, and how many
 * there are. The register may have 100,000: it is never read as a whole.
 */
export type RegisterPart = (
  filter: ObjectFilter,
  except: readonly string[],
  part: RowsPart,
) => { readonly total: number; readonly objects: readonly YearObject[] }

/**
 * The rows behind a figure, by the very rules by which {@link yearFigures} counts. `register` is looked at only where
 * objects are asked for that nobody drew or visited.
 */
export function yearRows(facts: YearFacts, ask: YearAsk, part: RowsPart, register: RegisterPart): YearRows {
  switch (ask.of) {
    case 'draws':
      return table(drawColumns, facts.draws.filter(drawFits(facts, ask)), part, drawRow(facts))
    case 'objects':
      return objectRows(facts, ask, part, register)
    case 'people':
      return peopleRows(facts, ask, part)
    case 'lines':
      return lineRows(facts, ask, part)
    case 'items':
      return itemRows(facts, ask, part)
    case 'visits':
      return visitRows(facts, ask, part)
  }
}

const word = (title: string) => ({ title, number: false })
const number = (title: string) => ({ title, number: true })
const said = (value: string | null): string => value ?? '—'
const monthOf = (day: string): number => Number(day.slice(5, 7))

function table<One>(
  columns: YearRows['columns'],
  all: readonly One[],
  { limit, offset }: RowsPart,
  row: (one: One) => YearRow,
): YearRows {
  return { columns, total: all.length, rows: all.slice(offset, offset + limit).map(row) }
}

const drawColumns = [
  word('编号'),
  word('任务'),
  word('日期'),
  word('依据'),
  number('抽中对象'),
  number('检查人员'),
]

function drawFits({ lines }: YearFacts, ask: Extract<YearAsk, { of: 'draws' }>) {
  const known = new Map(lines.map((line) => [line.serial, line]))
  return (draw: YearDrawn): boolean => {
    const line = draw.line === null ? undefined : known.get(draw.line)
    const basis = line !== undefined ? 'line' : draw.outside !== null ? 'outside' : 'none'
    return (
      (ask.basis === undefined ||
        ask.basis === basis ||
        (ask.basis === 'off-line' && (basis === 'outside' || basis === 'none'))) &&
      (ask.month === undefined || monthOf(draw.at) === ask.month) &&
      (ask.line === undefined || draw.line === ask.line) &&
      (ask.item === undefined || draw.items.includes(ask.item)) &&
      (ask.person === undefined || draw.people.some(({ serial }) => serial === ask.person)) &&
      (ask.department === undefined || (line !== undefined && (line.department ?? '') === ask.department))
    )
  }
}

function drawRow({ lines }: YearFacts) {
  const numbers = new Map(lines.map((line) => [line.serial, line.number]))
  return (draw: YearDrawn): YearRow => {
    const line = draw.line === null ? undefined : numbers.get(draw.line)
    const basis =
      line !== undefined ? `计划 ${line}` : draw.outside !== null ? `计划外：${draw.outside}` : '未登记依据'
    return {
      cells: [
        draw.number,
        draw.task,
        draw.at.slice(0, 10),
        basis,
        String(draw.objects.length),
        String(draw.people.length),
      ],
      target: { to: 'draw', number: draw.number },
    }
  }
}

function objectRows(
  facts: YearFacts,
  ask: Extract<YearAsk, { of: 'objects' }>,
  part: RowsPart,
  register: RegisterPart,
): YearRows {
  const times = timesByObject(facts)
  const timesOfObject = (serial: string) => times.get(serial) ?? { drawn: 0, visited: 0 }
  const unknown = (serial: string): YearObject => ({
    serial,
    name: serial,
    kind: '企业',
    region: null,
    department: null,
    standing: false,
  })
  const row = (object: YearObject): YearRow => {
    const { drawn, visited } = timesOfObject(object.serial)
    return {
      cells: [
        object.serial,
        object.name,
        object.kind,
        said(object.region),
        said(object.department),
        String(drawn),
        String(visited),
      ],
      target: { to: 'object', serial: object.serial },
    }
  }
  if (ask.state === 'all' || ask.state === 'none') {
    const { total, objects } = register(ask, ask.state === 'none' ? [...times.keys()] : [], part)
    return { columns: objectColumns, total, rows: objects.map(row) }
  }
  const { state } = ask
  const fits = [...times.keys()]
    .sort()
    .map((serial) => facts.touched.get(serial) ?? unknown(serial))
    .filter((object) => {
      const { drawn, visited } = timesOfObject(object.serial)
      const counts = {
        drawn: object.standing && drawn > 0,
        visited: object.standing && visited > 0,
        either: object.standing,
        twice: drawn + visited > 1,
        gone: !object.standing,
      }[state]
      return counts && passes(object, ask)
    })
  return table(objectColumns, fits, part, row)
}

const objectColumns = [
  word('序号'),
  word('检查对象'),
  word('种类'),
  word('区域'),
  word('股室'),
  number('抽中'),
  number('其他检查'),
]

function passes(object: YearObject, { kind, region, department }: ObjectFilter): boolean {
  return (
    (kind === undefined || object.kind === kind) &&
    (region === undefined || (object.region ?? '') === region) &&
    (department === undefined || (object.department ?? '') === department)
  )
}

function peopleRows(facts: YearFacts, ask: Extract<YearAsk, { of: 'people' }>, part: RowsPart): YearRows {
  const times = timesByPerson(facts.draws)
  const drawsOf = (serial: string) => times.get(serial)?.draws ?? 0
  const fits = facts.people.filter(({ serial, counted }) =>
    ask.others === true
      ? !counted && drawsOf(serial) > 0
      : counted && (ask.times === undefined || drawsOf(serial) === ask.times),
  )
  const sorted = [...fits].sort(
    (a, b) => drawsOf(b.serial) - drawsOf(a.serial) || (a.serial < b.serial ? -1 : 1),
  )
  const columns = [word('序号'), word('姓名'), word('股室'), number('抽中场次'), number('检查对象')]
  return table(columns, sorted, part, ({ serial, name, department }) => ({
    cells: [serial, name, said(department), String(drawsOf(serial)), String(times.get(serial)?.objects ?? 0)],
    target: { to: 'person', serial },
  }))
}

const lineStateWords = { done: '已完成', late: '已过期限', month: '本月到期', open: '未到期' } as const

function lineRows(facts: YearFacts, ask: Extract<YearAsk, { of: 'lines' }>, part: RowsPart): YearRows {
  const held = heldOf(facts.draws)
  const stateOf = (line: YearFacts['lines'][number]) =>
    lineState(line, held.get(line.serial) ?? 0, facts.year, facts.on)
  const fits = facts.lines.filter(
    (line) =>
      (ask.state === 'all' ||
        (ask.state === 'undated' ? dueBy(line, 12) === 0 : stateOf(line) === ask.state)) &&
      (ask.department === undefined || (line.department ?? '') === ask.department) &&
      (ask.month === undefined || dueMonths(line).includes(ask.month)),
  )
  const columns = [
    word('编号'),
    word('抽查事项'),
    word('股室'),
    word('抽查时间'),
    number('计划次数'),
    number('已抽次数'),
    word('进度'),
  ]
  return table(columns, fits, part, (line) => ({
    cells: [
      line.number,
      line.items.join('、'),
      said(line.department),
      said(line.period),
      String(timesOf(line)),
      String(held.get(line.serial) ?? 0),
      dueBy(line, 12) === 0 && stateOf(line) !== 'done' ? '未写明月份' : lineStateWords[stateOf(line)],
    ],
    target: { to: 'line', serial: line.serial },
  }))
}

function itemRows(facts: YearFacts, ask: Extract<YearAsk, { of: 'items' }>, part: RowsPart): YearRows {
  const count = (all: readonly { readonly items: readonly string[] }[], name: string) =>
    all.filter(({ items }) => items.includes(name)).length
  const counted = facts.items.map((item) => ({
    ...item,
    lines: count(facts.lines, item.name),
    draws: count(facts.draws, item.name),
  }))
  const fits = counted.filter(({ included, lines, draws }) => {
    if (ask.state === 'not-included') return !included
    if (!included) return false
    if (ask.state === 'planned') return lines > 0
    if (ask.state === 'drawn') return draws > 0
    return ask.state === 'included' || (lines === 0 && draws === 0)
  })
  const columns = [word('抽查事项'), word('股室'), number('计划项'), number('已抽次数')]
  return table(columns, fits, part, ({ name, department, lines, draws }) => ({
    cells: [name, said(department), String(lines), String(draws)],
    target: { to: 'item', name },
  }))
}

function visitRows(facts: YearFacts, ask: Extract<YearAsk, { of: 'visits' }>, part: RowsPart): YearRows {
  const fits = facts.visits.filter(
    ({ date, kind }) =>
      (ask.month === undefined || monthOf(date) === ask.month) &&
      (ask.others === undefined || isOfOthers(kind) === ask.others),
  )
  const columns = [
    word('日期'),
    word('检查对象'),
    word('事由类别'),
    word('编号'),
    word('检查部门'),
    word('检查事项'),
  ]
  return table(columns, fits, part, (visit) => ({
    cells: [
      visit.date,
      facts.touched.get(visit.object)?.name ?? visit.object,
      visit.kind,
      said(visit.number),
      said(visit.department),
      said(visit.item),
    ],
    target: { to: 'object', serial: visit.object },
  }))
}
