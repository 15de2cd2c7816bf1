import type { ImportChange, ImportTab } from '../../../shared/api/import-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { Decision } from '../../../shared/registry/decide.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { Keep } from '../../../shared/registry/three-way.ts'
import {
  leaveOut,
  type Question,
  type RegisterRows,
  type RowVerdict,
  type UndecidedRow,
} from '../../../shared/registry/verdict.ts'
import type { WritingContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { storeOf } from '../registers/registers.ts'
import { type Comparison, compareReport, type Gone, type Merge, ThreeWay } from './compare-report.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportState } from './import-state.ts'
import type { ImportDecision, ImportDone } from './imports.ts'
import { answered, keptFields, type SettledReport, settleReport } from './settle-report.ts'
import { writeImport } from './write-import.ts'

/** A row of a report with what was decided about it so far. */
export type DecidedRow<Row> = RowVerdict<Row> & {
  readonly merge?: Merge
  /** what was decided about fields that both changed */
  readonly keep?: Readonly<Record<string, Keep>>
  /** answers given to the questions, in their order */
  readonly given?: readonly (string | null)[]
}

interface Part {
  readonly limit: number
  readonly offset: number
}

const noFields: Readonly<Record<string, Keep>> = {}

/** A report that waits, compared with the register, and the decisions about it: one by one, or by a rule for many. */
export class OpenImport<R extends RegisterName = RegisterName> {
  readonly report: ImportReport<R>
  readonly comparison: Comparison
  readonly #context: WritingContext
  readonly #registersAt: number
  readonly #threeWay: ThreeWay<R>
  readonly #answers = new Map<number, readonly (string | null)[]>()
  /** undecided lines whose answers are whole, and what they came to */
  readonly #decided = new Map<number, Decision<RegisterRows[R]>>()
  /** what answered lines came to beside a register that was changed here too */
  readonly #decidedMerges = new Map<number, Merge>()
  readonly #keep = new Map<number, Readonly<Record<string, Keep>>>()
  readonly #retire = new Set<Serial>()
  readonly #lines = new Map<ImportTab, readonly RowVerdict<RegisterRows[R]>[]>()
  #whole = false

  constructor(context: WritingContext, report: ImportReport<R>, registersAt: number) {
    this.#context = context
    this.report = report
    this.#registersAt = registersAt
    this.#threeWay = new ThreeWay(context.database, report.register)
    this.comparison = compareReport(context.database, report)
  }

  /** A page of the rows of one tab, in the order of the file. */
  rows(tab: ImportTab, { limit, offset }: Part) {
    const rows = this.#tab(tab)
    return { total: rows.length, rows: rows.slice(offset, offset + limit).map((row) => this.#shown(row)) }
  }

  /** A page of the rows with these verdicts, in the order of the file. */
  rowsOf(verdicts: readonly RowVerdict<unknown>['verdict'][], { limit, offset }: Part) {
    const rows = this.report.rows.filter((row) => verdicts.includes(row.verdict))
    return { total: rows.length, rows: rows.slice(offset, offset + limit).map((row) => this.#shown(row)) }
  }

  /** A page of the rows that are in the register and not in the file; none where it is only a part of it. */
  gone({ limit, offset }: Part) {
    const gone = this.#gone()
    const store = storeOf(this.#context.database, this.report.register)
    const rows = gone.slice(offset, offset + limit).flatMap(({ serial, imported }) => {
      const version = store.get(serial)
      if (version === null) return []
      const { row, at, by } = version
      return [{ serial, row, at, by, imported, retire: this.#retire.has(serial) }]
    })
    return { total: gone.length, rows }
  }

  /** Takes a decision, about one row or by a rule, and tells where they stand. Refuses with `ANSWER_INVALID`. */
  decide(change: ImportChange): ImportState {
    switch (change.change) {
      case 'answer':
        this.#answer(change.line, change.answers)
        break
      case 'answer-all':
        this.#answerAll(change.question, change.answer)
        break
      case 'field':
        this.#keepField(change.line, change.field, change.keep)
        break
      case 'field-all':
        this.#keepAll(change.field, change.keep)
        break
      case 'whole':
        this.#whole = change.whole
        this.#retire.clear()
        break
      case 'gone':
        this.#retireOne(change.serial, change.retire)
        break
      case 'gone-all':
        for (const { serial, imported } of this.#gone())
          if (!change.retire) this.#retire.delete(serial)
          else if (imported || change.which === 'all') this.#retire.add(serial)
        break
    }
    return this.state()
  }

  /** Where the decisions stand. */
  state(): ImportState {
    const counts = { new: 0, changed: 0, unchanged: 0, conflicts: 0, conflictsDecided: 0, undecided: 0 }
    let undecidedDecided = 0
    let leftOut = 0
    let open = 0
    let keptWhole = 0
    const count = (line: number, effect: 'new' | 'changed' | 'unchanged'): void => {
      const merge = effect === 'changed' ? this.#mergeOf(line) : null
      if (merge === null) {
        counts[effect] += 1
        return
      }
      const isConflict = merge.fields.some(({ by }) => by === 'both')
      const { kept, open: undecided } = keptFields(merge, this.#keep.get(line) ?? noFields)
      if (isConflict) counts.conflicts += 1
      if (undecided.length > 0) {
        open += 1
        return
      }
      if (isConflict) counts.conflictsDecided += 1
      if (kept.length < merge.fields.length) counts.changed += 1
      else {
        // That a person decided for what is here is written too, or the next file would ask again.
        counts.unchanged += 1
        if (isConflict) keptWhole += 1
      }
    }
    for (const row of this.report.rows) {
      if (row.verdict === 'taken' || row.verdict === 'normalised') count(row.line, row.effect.effect)
      else if (row.verdict === 'undecided') {
        counts.undecided += 1
        const decided = this.#decided.get(row.line)
        if (decided?.decision === 'row') count(row.line, decided.effect.effect)
        if (decided?.decision === 'left-out') leftOut += 1
        if (decided !== undefined) undecidedDecided += 1
      }
    }
    const { refused } = this.report.counts
    const gone = this.#gone()
    return {
      tabs: this.#tabCounts(),
      ...counts,
      undecidedDecided,
      leftOut,
      refused,
      whole: this.#whole,
      gone: gone.length,
      goneImported: gone.filter(({ imported }) => imported).length,
      retire: this.#retire.size,
      writes: counts.new + counts.changed + keptWhole + this.#retire.size,
      skips: refused + leftOut + open + counts.undecided - undecidedDecided,
      questions: this.#openQuestions(),
      fields: this.#openFields(),
    }
  }

  /** What is written if nothing else is decided. Refuses as `settleReport` does. */
  settle(decision: ImportDecision): SettledReport<R> {
    const answers = { ...Object.fromEntries(this.#answers), ...decision.answers }
    return settleReport(
      this.report,
      {
        answers,
        keep: { ...Object.fromEntries(this.#keep), ...decision.keep },
        retire: decision.retire ?? [...this.#retire],
        skipBad: decision.skipBad ?? false,
      },
      (line, serial, row) => this.comparison.merges.get(line) ?? this.#threeWay.merge(line, serial, row),
    )
  }

  /**
   * Writes it, in one transaction. Refuses, writing nothing: `IMPORT_STALE` (the registers changed since),
   * `IMPORT_UNDECIDED` (rows are refused or undecided and `skipBad` is not said), `IMPORT_CONFLICT`.
   */
  confirm(actor: string, decision: ImportDecision): ImportDone {
    const { database } = this.#context
    this.#refuseStale()
    const settled = this.settle(decision)
    return database.transaction(() => {
      this.#refuseStale()
      return writeImport(this.#context, actor, settled)
    })
  }

  /** Grows with every version of any register: whether a report is still about what it was made from. */
  #refuseStale(): void {
    if (this.#registersAt !== this.#context.database.registerVersions())
      throw new RefusalError(
        'IMPORT_STALE',
        '生成导入报告之后名录已有改动。没有写入任何数据。请重新选择文件，生成新的报告。',
      )
  }

  #gone(): readonly Gone[] {
    return this.#whole ? this.comparison.gone : []
  }

  #tab(tab: ImportTab): readonly RowVerdict<RegisterRows[R]>[] {
    const known = this.#lines.get(tab)
    if (known !== undefined) return known
    const rows = this.report.rows.filter((row) => this.#tabOf(row) === tab)
    this.#lines.set(tab, rows)
    return rows
  }

  #tabCounts(): ImportState['tabs'] {
    const counts = { new: 0, changed: 0, conflict: 0, undecided: 0, refused: 0, unchanged: 0 }
    for (const row of this.report.rows) counts[this.#tabOf(row)] += 1
    return counts
  }

  #tabOf(row: RowVerdict<RegisterRows[R]>): ImportTab {
    if (row.verdict === 'refused' || row.verdict === 'undecided') return row.verdict
    if (row.effect.effect !== 'changed') return row.effect.effect
    const merge = this.comparison.merges.get(row.line)
    return merge?.fields.some(({ by }) => by === 'both') === true ? 'conflict' : 'changed'
  }

  #mergeOf(line: number): Merge | null {
    return this.comparison.merges.get(line) ?? this.#decidedMerges.get(line) ?? null
  }

  #shown(row: RowVerdict<RegisterRows[R]>): DecidedRow<RegisterRows[R]> {
    const merge = this.#mergeOf(row.line)
    const keep = this.#keep.get(row.line)
    const given = this.#answers.get(row.line)
    return {
      ...plainVerdict(row),
      ...(merge === null ? {} : { merge }),
      ...(keep === undefined ? {} : { keep }),
      ...(given === undefined ? {} : { given }),
    }
  }

  *#undecided(): Generator<UndecidedRow<RegisterRows[R]>> {
    for (const row of this.#tab('undecided')) if (row.verdict === 'undecided') yield row
  }

  #answer(line: number, answers: readonly (string | null)[]): void {
    const row = this.#tab('undecided').find((one) => one.line === line)
    if (row?.verdict !== 'undecided')
      throw new RefusalError(
        'ANSWER_INVALID',
        `第${line}行没有需要确认的问题。没有写入任何数据。请刷新后重试。`,
      )
    this.#take(row, answers)
  }

  #take(row: UndecidedRow<RegisterRows[R]>, answers: readonly (string | null)[]): void {
    const decided = answered(this.report.register, row, answers)
    this.#answers.set(row.line, answers)
    this.#decided.delete(row.line)
    this.#decidedMerges.delete(row.line)
    if (decided.decision === 'open' || decided.decision === 'refused') return
    this.#decided.set(row.line, decided)
    if (decided.decision !== 'row' || decided.effect.effect !== 'changed') return
    const merge = this.#threeWay.merge(row.line, decided.effect.serial, decided.row)
    if (merge !== null) this.#decidedMerges.set(row.line, merge)
  }

  /** Answers every open question of a kind by one rule; what the rule does not fit stays open. */
  #answerAll(kind: Question['question'], answer: string): void {
    const taken = new Set<string>()
    for (const decided of this.#decided.values())
      if (decided.decision === 'row' && decided.effect.effect !== 'new') taken.add(decided.effect.serial)
    for (const row of this.#undecided()) {
      const before = this.#answers.get(row.line) ?? []
      const answers = row.questions.map((question, index) => {
        const given = before[index] ?? null
        if (given !== null || question.question !== kind) return given
        const ruled = ruledAnswer(question, answer)
        // Two lines never become one row of the register by a rule.
        if (question.question === 'same-name' && ruled !== null && ruled !== leaveOut && ruled !== 'new') {
          if (taken.has(ruled)) return null
          taken.add(ruled)
        }
        return ruled
      })
      if (answers.some((one, index) => one !== (before[index] ?? null))) this.#take(row, answers)
    }
  }

  #keepField(line: number, field: string, keep: Keep | null): void {
    if (this.#mergeOf(line)?.fields.some((one) => one.field === field) !== true)
      throw new RefusalError(
        'ANSWER_INVALID',
        `第${line}行的这一栏没有需要决定的改动。没有写入任何数据。请刷新后重试。`,
      )
    const { [field]: _before, ...others } = this.#keep.get(line) ?? {}
    this.#keep.set(line, keep === null ? others : { ...others, [field]: keep })
  }

  #keepAll(field: string | null, keep: Keep): void {
    for (const merge of [...this.comparison.merges.values(), ...this.#decidedMerges.values()]) {
      const fields = merge.fields.filter((one) => one.by === 'both' && (field ?? one.field) === one.field)
      if (fields.length === 0) continue
      const ruled = Object.fromEntries(fields.map((one) => [one.field, keep]))
      this.#keep.set(merge.line, { ...this.#keep.get(merge.line), ...ruled })
    }
  }

  #retireOne(serial: Serial, retire: boolean): void {
    if (!this.#gone().some((gone) => gone.serial === serial))
      throw new RefusalError(
        'ANSWER_INVALID',
        `“${serial}”不是“不在表中”的条目。没有写入任何数据。请刷新后重试。`,
      )
    if (retire) this.#retire.add(serial)
    else this.#retire.delete(serial)
  }

  #openQuestions(): ImportState['questions'] {
    const found = new Map<
      Question['question'],
      { open: number; suggested: number; options: readonly { value: string; label: string }[] | null }
    >()
    for (const row of this.#undecided()) {
      const given = this.#answers.get(row.line) ?? []
      for (const [index, question] of row.questions.entries()) {
        if ((given[index] ?? null) !== null || given.includes(leaveOut)) continue
        const entry = found.get(question.question) ?? { open: 0, suggested: 0, options: null }
        entry.open += 1
        if (question.suggestion !== null) entry.suggested += 1
        entry.options =
          entry.options?.filter(({ value }) => question.options.some((one) => one.value === value)) ??
          question.options
        found.set(question.question, entry)
      }
    }
    return [...found].map(([question, { open, suggested, options }]) => ({
      question,
      open,
      suggested,
      options: options ?? [],
    }))
  }

  #openFields(): ImportState['fields'] {
    const found = new Map<string, { title: string; open: number; total: number }>()
    for (const merge of [...this.comparison.merges.values(), ...this.#decidedMerges.values()]) {
      const keep = this.#keep.get(merge.line)
      for (const { field, title, by } of merge.fields) {
        if (by !== 'both') continue
        const entry = found.get(field) ?? { title, open: 0, total: 0 }
        entry.total += 1
        if (keep?.[field] === undefined) entry.open += 1
        found.set(field, entry)
      }
    }
    return [...found].map(([field, entry]) => ({ field, ...entry }))
  }
}

/** A verdict as plain data: the row of an unchanged one is read in the register. */
function plainVerdict<Row>(row: RowVerdict<Row>): RowVerdict<Row> {
  return row.verdict === 'taken' || row.verdict === 'normalised' ? { ...row, row: row.row } : row
}

/** What a rule answers to one question: a value, or `suggestion`, or `only` (the one row of that name). */
function ruledAnswer(question: Question, answer: string): string | null {
  if (answer === 'suggestion') return question.suggestion
  if (answer === leaveOut) return leaveOut
  if (answer === 'only')
    return question.question === 'same-name' && question.candidates.length === 1
      ? (question.candidates[0] ?? null)
      : null
  return question.options.some(({ value }) => value === answer) ? answer : null
}
