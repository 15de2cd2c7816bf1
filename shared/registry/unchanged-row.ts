import type { Draft, PlacedColumn } from './draft.ts'
import type {
  CellChange,
  Effect,
  Existing,
  FieldValue,
  Finding,
  NormalisedRow,
  Question,
  RowText,
  TakenRow,
} from './verdict.ts'

/*
 * Rows that say what the register says already. Of a register that is imported again most are such, so what they
 * say is read in the register when it is looked at. Classes, because an accessor in an object literal makes every
 * such object a dictionary of a kilobyte.
 */

/** A draft whose values are the register's. */
export class UnchangedDraft<Row extends object> implements Draft<Row> {
  readonly line: number
  readonly changes: CellChange[]
  readonly questions: Question[]
  readonly findings: Finding[]
  text: RowText | null
  target: Existing<Row> | null
  targetByName: boolean
  candidates: readonly Existing<Row>[]
  readonly #same: Existing<Row>
  readonly #columns: readonly PlacedColumn[]

  constructor(draft: Draft<Row>, same: Existing<Row>, columns: readonly PlacedColumn[]) {
    this.line = draft.line
    this.changes = draft.changes
    this.questions = draft.questions
    this.findings = draft.findings
    this.text = draft.text
    this.target = draft.target
    this.targetByName = draft.targetByName
    this.candidates = draft.candidates
    this.#same = same
    this.#columns = columns
  }

  get values(): Record<string, FieldValue> {
    const row = new Map<string, FieldValue>(Object.entries(this.#same.row))
    return Object.fromEntries(this.#columns.map(({ field }) => [field, row.get(field) ?? null]))
  }
}

/** The verdict of a row that says what the register says. */
export class UnchangedTaken<Row> implements TakenRow<Row> {
  readonly verdict = 'taken'
  readonly line: number
  readonly effect: Effect
  readonly #same: Existing<Row>

  constructor(line: number, same: Existing<Row>) {
    this.line = line
    this.effect = { effect: 'unchanged', serial: same.serial }
    this.#same = same
  }

  get row(): Row {
    return this.#same.row
  }

  toJSON(): TakenRow<Row> {
    const { verdict, line, row, effect } = this
    return { verdict, line, row, effect }
  }
}

/** As {@link UnchangedTaken}, where cells were normalised to say it. */
export class UnchangedNormalised<Row> implements NormalisedRow<Row> {
  readonly verdict = 'normalised'
  readonly line: number
  readonly effect: Effect
  readonly changes: readonly CellChange[]
  readonly #same: Existing<Row>

  constructor(line: number, same: Existing<Row>, changes: readonly CellChange[]) {
    this.line = line
    this.effect = { effect: 'unchanged', serial: same.serial }
    this.changes = changes
    this.#same = same
  }

  get row(): Row {
    return this.#same.row
  }

  toJSON(): NormalisedRow<Row> {
    const { verdict, line, row, effect, changes } = this
    return { verdict, line, row, effect, changes }
  }
}
