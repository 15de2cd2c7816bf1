import type { ResultFacts } from './draw-facts.ts'
import type { Column, TableBlock, TableCell } from './form-model.ts'
import { labels, sectionRow } from './form-parts.ts'
import { handwritten, memberLine } from './form-words.ts'

/** Millimetres of the text area; column widths add up to it. */
const textWidth = 156

/** What a table of results shows beside 序号, 检查对象, 统一社会信用代码 and 地址. */
export interface ResultTableOptions {
  /** Printed over the table, on every page. */
  readonly section: string
  readonly strata: boolean
  readonly teams: boolean
  readonly people: boolean
}

interface ResultColumn {
  readonly label: string
  readonly column: Column
  readonly cell: (result: ResultFacts) => TableCell
}

/** Results in drawn order, a row an object, the people of its group one a line in the last column. */
export function resultTable(results: readonly ResultFacts[], options: ResultTableOptions): TableBlock {
  const columns = resultColumns(options)
  return {
    kind: 'table',
    fontSize: 9,
    columns: columns.map(({ column }) => column),
    header: [sectionRow(options.section, columns.length), labels(columns.map(({ label }) => label))],
    rows: results.map((result) => ({ cells: columns.map(({ cell }) => cell(result)) })),
    empty: '无',
  }
}

function resultColumns(options: ResultTableOptions): ResultColumn[] {
  const narrow = { width: 8.2, align: 'center' } as const
  const order: ResultColumn = {
    label: '序号',
    // Its heading on one line, and the numbers of 5,000 objects.
    column: { width: 10, align: 'center' },
    cell: ({ order }) => ({ text: String(order) }),
  }
  const stratum: ResultColumn = {
    label: '层',
    column: narrow,
    cell: (result) => ({ text: result.stratum ?? '' }),
  }
  const team: ResultColumn = { label: '组', column: narrow, cell: (result) => ({ text: teamWords(result) }) }
  const people: ResultColumn = {
    label: '检查人员\n（执法证号）',
    column: { width: 45 },
    cell: (result) => ({ text: result.inspectors.map(memberLine).join('\n') }),
  }
  const before = [order, ...(options.strata ? [stratum] : []), ...(options.teams ? [team] : [])]
  const after = options.people ? [people] : []
  const used = [...before, ...after].reduce((sum, { column }) => sum + column.width, 0)
  const rest = textWidth - used
  // A 统一社会信用代码 of 9 pt (about 36 mm) stays on one line, and so do the 13 characters of a usual firm's name.
  const placeWidth = Math.max(rest * 0.45, 40)
  const object: ResultColumn = {
    label: '检查对象\n（名称、编号）',
    column: { width: rest - placeWidth },
    cell: (result) => ({ text: `${result.name}\n${result.id}` }),
  }
  const place: ResultColumn = {
    label: '统一社会信用代码\n地址',
    column: { width: placeWidth },
    cell: (result) => ({ text: `${result.creditCode ?? handwritten}\n${result.address ?? handwritten}` }),
  }
  return [...before, object, place, ...after]
}

function teamWords(result: ResultFacts): string {
  if (result.team !== null) return String(result.team)
  return result.inspectors.length > 0 ? '单独' : ''
}
