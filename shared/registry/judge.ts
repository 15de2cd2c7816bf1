import { type RegisterName, registerColumns } from './columns.ts'
import { composeRow, registerRules } from './compose-row.ts'
import {
  cellTexts,
  type Draft,
  differences,
  type PlacedColumn,
  RowPlaces,
  showValue,
  valueTexts,
} from './draft.ts'
import type { Header, IgnoredColumn } from './header.ts'
import type { Lookups } from './lookups.ts'
import { foldName, visible } from './normalise.ts'
import { columnLetters, type RawCell, type RawRow } from './raw-row.ts'
import { type CellQuestion, emptyCellQuestion, readCell } from './read-cell.ts'
import { type RegisterRules, textValue } from './register-rules.ts'
import { UnchangedDraft, UnchangedNormalised, UnchangedTaken } from './unchanged-row.ts'
import type { Existing, Question, RegisterRows, RowText, RowVerdict } from './verdict.ts'

/** A block of merged cells, lines and columns from 1, both ends included. */
export interface MergedCells {
  readonly fromLine: number
  readonly toLine: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** A column that was not read, with how many cells of the table hold something there. */
export interface IgnoredCells extends IgnoredColumn {
  readonly cells: number
  /** Address of the first of them, `null` where there is none. */
  readonly first: string | null
}

/** What is known once the last row has been read. */
export interface Judgement<Row> {
  /** One verdict for every row that is not empty, in the order of the lines. */
  readonly verdicts: readonly RowVerdict<Row>[]
  /** Rows without anything in a column that is read. */
  readonly emptyRows: number
  readonly ignored: readonly IgnoredCells[]
  /** Columns the file does not have, and the word with which new rows are entered. */
  readonly assumed: readonly { readonly title: string; readonly word: string }[]
}

/** Judges a table row by row. `add` rows in their order, then `finish` once. */
export interface Judge<Row> {
  add(row: RawRow): void
  /** `merges`: merged cells of the sheet, which a file tells only at its end. */
  finish(merges?: readonly MergedCells[]): Judgement<Row>
}

/** The lines on which each value stands; most stand on one, so only repeated ones get a list. */
class Occurrences {
  readonly #first = new Map<string, number>()
  readonly #repeated = new Map<string, number[]>()

  note(value: string, line: number): void {
    const first = this.#first.get(value)
    if (first === undefined) {
      this.#first.set(value, line)
      return
    }
    const lines = this.#repeated.get(value)
    if (lines === undefined) this.#repeated.set(value, [first, line])
    else lines.push(line)
  }

  /** All lines of `value` but `line`. */
  others(value: string | null, line: number): readonly number[] {
    if (value === null) return []
    return (this.#repeated.get(value) ?? []).filter((other) => other !== line)
  }
}

class RegisterJudge<R extends RegisterName> implements Judge<RegisterRows[R]> {
  readonly #register: R
  readonly #rules: RegisterRules<R>
  readonly #existing: Lookups[R]
  readonly #header: Header
  readonly #columns: readonly PlacedColumn[]
  readonly #places: RowPlaces
  readonly #drafts: Draft<RegisterRows[R]>[] = []
  readonly #codes = new Occurrences()
  readonly #names = new Occurrences()
  /** The code of every line whose name stands on several, to tell namesakes from one row written twice. */
  readonly #codeOfLine = new Map<number, string>()
  readonly #ignored = new Map<number, { column: IgnoredColumn; cells: number; first: string | null }>()
  #emptyRows = 0

  constructor(register: R, header: Header, existing: Lookups[R]) {
    this.#register = register
    this.#rules = registerRules[register]
    this.#existing = existing
    this.#header = header
    this.#columns = registerColumns[register].flatMap((column) => {
      const place = header.columns.find((candidate) => candidate.field === column.field)
      return place === undefined ? [] : [{ ...column, place }]
    })
    this.#places = new RowPlaces(this.#columns)
    for (const column of header.ignored) this.#ignored.set(column.column, { column, cells: 0, first: null })
  }

  add(row: RawRow): void {
    const cells = new Map<number, RawCell>()
    for (const cell of row.cells) if (cell.value !== '') cells.set(cell.column, cell)
    const read = this.#columns.some((column) => {
      const cell = cells.get(column.place.column)
      return cell !== undefined && (cell.source !== 'text' || cell.value.trim() !== '')
    })
    this.#noteIgnored(cells)
    if (!read) {
      this.#emptyRows += 1
      return
    }
    const draft = this.#read(row, cells)
    this.#rules.resolve(draft, this.#places, this.#existing)
    const match = this.#rules.match(draft, this.#existing)
    draft.target = match.target
    draft.targetByName = match.byName
    draft.candidates = match.candidates
    this.#rules.check(draft, this.#places, this.#existing)
    const shown = draft.questions.length + draft.findings.length > 0 || this.#rules.keepsCells
    if (shown) draft.text = cellTexts(cells, this.#header.columns)
    const held = shown ? draft : withoutValues(draft, this.#columns)
    this.#noteOccurrences(held)
    this.#drafts.push(held)
  }

  #noteIgnored(cells: ReadonlyMap<number, RawCell>): void {
    for (const [column, cell] of cells) {
      if (this.#header.columns.some((known) => known.column === column)) continue
      if (cell.source === 'text' && cell.value.trim() === '') continue
      let entry = this.#ignored.get(column)
      if (entry === undefined) {
        const letters = columnLetters(column)
        entry = { column: { column, letters, title: '', why: 'untitled' }, cells: 0, first: null }
        this.#ignored.set(column, entry)
      }
      entry.cells += 1
      entry.first ??= cell.address
    }
  }

  #read(row: RawRow, cells: ReadonlyMap<number, RawCell>): Draft<RegisterRows[R]> {
    const draft: Draft<RegisterRows[R]> = {
      line: row.line,
      values: {},
      changes: [],
      questions: [],
      findings: [],
      text: null,
      target: null,
      targetByName: false,
      candidates: [],
    }
    for (const column of this.#columns) this.#readColumn(draft, column, cells.get(column.place.column))
    return draft
  }

  #readColumn(draft: Draft<RegisterRows[R]>, column: PlacedColumn, cell: RawCell | undefined): void {
    const place = { column: column.place.title, address: `${column.place.letters}${draft.line}` }
    if (cell === undefined) {
      this.#takeEmpty(draft, column)
      return
    }
    const reading = readCell(cell, column)
    for (const reason of reading.refusals) draft.findings.push({ ...place, reason })
    for (const question of reading.questions) draft.questions.push(atPlace(question, column.field, place))
    if (reading.whats.length > 0) {
      draft.changes.push({
        ...place,
        before: visible(cell.value),
        after: reading.value === undefined ? visible(cell.value) : showValue(reading.value, column),
        what: reading.whats,
      })
    }
    if (reading.value === null && reading.questions.length === 0) this.#takeEmpty(draft, column)
    else if (reading.value !== undefined) draft.values[column.field] = reading.value
  }

  /** An empty cell: nothing, a refusal or a question, as the column wants it. */
  #takeEmpty(draft: Draft<RegisterRows[R]>, column: PlacedColumn): void {
    const place = this.#places.at(column.field, draft.line)
    if (column.required === true) {
      const reason = `没有填写${column.place.title}，请补填后重新导入`
      draft.findings.push({ ...place, reason })
    } else if (column.askIfEmpty === true) {
      draft.questions.push(atPlace(emptyCellQuestion(column), column.field, place))
    } else {
      draft.values[column.field] = column.type === 'list' || column.type === 'words' ? [] : null
    }
  }

  #codeOf(draft: Draft<RegisterRows[R]>): string | null {
    if (this.#rules.unique === null) return null
    const parts = this.#rules.unique.parts ?? [this.#rules.unique.field]
    const [first, ...others] = parts.map((field) => draft.values[field] ?? null)
    return first === null || first === undefined ? null : [first, ...others].join(' ')
  }

  #noteOccurrences(draft: Draft<RegisterRows[R]>): void {
    const code = this.#codeOf(draft)
    if (code !== null) {
      this.#codes.note(code, draft.line)
      this.#codeOfLine.set(draft.line, code)
    }
    const name = textValue(draft, 'name')
    if (name !== null) this.#names.note(foldName(name), draft.line)
  }

  finish(merges: readonly MergedCells[] = []): Judgement<RegisterRows[R]> {
    const merged = this.#linesWithin(merges)
    // In place, so that a draft and its verdict are not held twice for 100,000 rows.
    const verdicts = this.#drafts.splice(0).map((draft) => {
      for (const { column, reason } of merged.get(draft.line) ?? []) {
        this.#places.refuse(draft, column.field, reason)
      }
      return this.#settle(draft)
    })
    const ignored = [...this.#ignored.values()]
      .map(({ column, cells, first }) => ({ ...column, cells, first }))
      .sort((left, right) => left.column - right.column)
    const assumed = Object.entries(this.#rules.assumed).flatMap(([field, word]) =>
      this.#columns.some((column) => column.field === field)
        ? []
        : registerColumns[this.#register]
            .filter((column) => column.field === field)
            .map((column) => ({ title: column.title, word })),
    )
    return { verdicts, emptyRows: this.#emptyRows, ignored, assumed }
  }

  /**
   * Merged cells hold their value once, in the first; whether it counts for the others too is not for us to say,
   * so the lines that show it without having it are refused.
   */
  #linesWithin(merges: readonly MergedCells[]): Map<number, { column: PlacedColumn; reason: string }[]> {
    const lines = new Map<number, { column: PlacedColumn; reason: string }[]>()
    const last = this.#drafts.at(-1)?.line ?? 0
    for (const merge of merges) {
      if (merge.toLine <= this.#header.line) continue
      const area = `${columnLetters(merge.fromColumn)}${merge.fromLine}:${columnLetters(merge.toColumn)}${merge.toLine}`
      for (const column of this.#columns) {
        const at = column.place.column
        if (at < merge.fromColumn || at > merge.toColumn) continue
        const reason = `${area}是合并的单元格，只有左上角一格有内容，请取消合并、逐行填写后重新导入`
        for (let line = merge.fromLine; line <= Math.min(merge.toLine, last); line += 1) {
          if (line === merge.fromLine && at === merge.fromColumn) continue
          const entries = lines.get(line)
          if (entries === undefined) lines.set(line, [{ column, reason }])
          else entries.push({ column, reason })
        }
      }
    }
    return lines
  }

  #settle(draft: Draft<RegisterRows[R]>): RowVerdict<RegisterRows[R]> {
    this.#judgeRepeats(draft)
    const { line, changes, questions, findings } = draft
    const serials = [...(draft.target === null ? [] : [draft.target]), ...draft.candidates].map(
      (row) => row.serial,
    )
    const known = serials.length === 0 ? {} : { known: serials }
    if (findings.length > 0) {
      return { verdict: 'refused', line, findings, changes, text: this.#text(draft), ...known }
    }
    if (draft.candidates.length > 0) this.#askWhich(draft)
    if (questions.length > 0) {
      const { values, target, candidates } = draft
      const text = this.#text(draft)
      return {
        verdict: 'undecided',
        line,
        changes,
        questions,
        draft: { values, target: target === null ? null : plain(target), candidates: candidates.map(plain) },
        text,
      }
    }
    if (draft instanceof UnchangedDraft && draft.target !== null)
      return changes.length === 0
        ? new UnchangedTaken(line, draft.target)
        : new UnchangedNormalised(line, draft.target, changes)
    const composed = composeRow(this.#register, draft.values, draft.target)
    if (!composed.composed) {
      const text = this.#text(draft)
      return { verdict: 'refused', line, findings: composed.findings, changes, text, ...known }
    }
    const { row, effect } = composed
    return changes.length === 0
      ? { verdict: 'taken', line, row, effect }
      : { verdict: 'normalised', line, row, effect, changes }
  }

  #text(draft: Draft<RegisterRows[R]>): RowText {
    return draft.text ?? valueTexts(draft.values, this.#header.columns, this.#columns)
  }

  #judgeRepeats(draft: Draft<RegisterRows[R]>): void {
    const { unique } = this.#rules
    const code = this.#codeOfLine.get(draft.line) ?? null
    const sameCode = this.#codes.others(code, draft.line)
    if (unique !== null && unique.firstStands === true) {
      // Of two lines that say the same thing one is enough, and none would be too few: a recusal that is left out
      // would let the person be drawn, a visit would not be counted.
      const first = sameCode.find((line) => line < draft.line)
      if (first !== undefined)
        this.#places.refuse(
          draft,
          unique.field,
          `${unique.title}与第${first}行重复，以第${first}行为准，本行不导入`,
        )
    } else if (unique !== null && sameCode.length > 0) {
      const others = sameCode.map((line) => `第${line}行`).join('、')
      const reason = `${unique.title}“${textValue(draft, unique.field)}”与${others}重复，无法判断哪一行正确，都不导入，请核对后只保留一行`
      this.#places.refuse(draft, unique.field, reason)
    }
    const name = textValue(draft, 'name')
    const sameName = this.#names.others(name === null ? null : foldName(name), draft.line).filter((line) => {
      const other = this.#codeOfLine.get(line) ?? null
      if (code !== null && other === code) return false
      return this.#rules.namesAreUnique || code === null || other === null
    })
    if (sameName.length === 0) return
    const others = sameName.map((line) => `第${line}行`).join('、')
    draft.questions.push({
      question: 'repeated-name',
      lines: sameName,
      ...this.#places.at('name', draft.line),
      reason: `“${name}”与${others}同名，可能重复，请确认是否照此导入`,
      options: [{ value: 'keep', label: '不是重复，照此导入' }],
      suggestion: null,
    })
    // Two rows must not both quietly become the one row of the register that has their name.
    if (draft.target !== null && draft.targetByName) {
      draft.candidates = [draft.target]
      draft.target = null
    }
  }

  #askWhich(draft: Draft<RegisterRows[R]>): void {
    const serials = draft.candidates.map((candidate) => candidate.serial)
    draft.questions.push({
      question: 'same-name',
      candidates: serials,
      ...this.#places.at('name', draft.line),
      reason: `名录中已有同名的${serials.join('、')}，但代码不同或没有代码，请确认是更新原有的一条，还是新增`,
      options: [
        ...serials.map((serial) => ({ value: serial, label: `更新 ${serial}` })),
        { value: 'new', label: '不是同一个，新增' },
      ],
      suggestion: null,
    })
  }
}

/** Without its values, where the register has them already. */
function withoutValues<Row extends object>(draft: Draft<Row>, columns: readonly PlacedColumn[]): Draft<Row> {
  const { target, values } = draft
  return target === null || differences(target.row, values, []).length > 0
    ? draft
    : new UnchangedDraft(draft, target, columns)
}

/** A row of the register as plain data, for whoever is asked about it. */
function plain<Row>({ serial, row }: Existing<Row>): Existing<Row> {
  return { serial, row }
}

function atPlace(
  question: CellQuestion,
  field: string,
  place: { column: string | null; address: string | null },
): Question {
  return { ...question, field, ...place }
}

/**
 * A judge for the rows under `header`. Pure: the same rows and the same register give the same verdicts, and
 * every row that is not empty gets exactly one.
 *
 * @param existing what the register holds now (lookups.ts)
 */
export function createJudge<R extends RegisterName>(
  register: R,
  header: Header,
  existing: Lookups[R],
): Judge<RegisterRows[R]> {
  return new RegisterJudge(register, header, existing)
}
