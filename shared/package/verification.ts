import { SpecError } from '../draw/notation.ts'

/** `absent`: not in the package, which is no fault; `notChecked`: something before it failed. */
export type StepState = 'ok' | 'failed' | 'absent' | 'notChecked'

/** Where a package is not what it should be, and what that means. */
export interface Difference {
  /** path in the package, or the folder */
  readonly file: string
  /** from 1; `null` where no line is meant */
  readonly line: number | null
  readonly expected: string | null
  readonly found: string | null
  /** a sentence without its full stop */
  readonly meaning: string
}

/** A value that a step computed or read, shown to whoever follows it. */
export interface StepValue {
  readonly label: string
  readonly value: string
  /** `preimage`: the exact text that was hashed, line ends included */
  readonly kind: 'text' | 'digest' | 'preimage'
}

/** One pick with what it fell on. */
export interface PickRow {
  readonly i: number
  readonly n: number
  readonly hash: string
  /** hash mod n, from 0 */
  readonly index: number
  /** id, or number of a team */
  readonly chosen: string
  readonly name: string
  /** for what the choice was made; `''` in a draw from a list */
  readonly about: string
  /** false: already drawn, skipped and counted */
  readonly taken: boolean
  /** among whom, in the order counted from 0; `null`: the list in id order */
  readonly candidates: readonly string[] | null
}

/** The picks of one stage. */
export interface PickTable {
  readonly label: string
  readonly title: string
  /** `K` */
  readonly key: string
  /** the text whose hash is `K` */
  readonly preimage: string
  readonly rows: readonly PickRow[]
}

/** One step of a verification, in the order in which a witness can follow it. */
export interface Step {
  readonly id: string
  readonly title: string
  readonly state: StepState
  /** what was computed and how it came out */
  readonly summary: string
  readonly values: readonly StepValue[]
  readonly tables: readonly PickTable[]
  /** the first of this step, its children's not included */
  readonly difference: Difference | null
  readonly children: readonly Step[]
}

/** A difference as one sentence: file, line, meaning, expected and found. */
export function describeDifference(d: Difference): string {
  const where = d.line === null ? d.file : `${d.file} 第${d.line}行`
  const values = [
    d.expected === null ? '' : `应为：${visible(d.expected)}`,
    d.found === null ? '' : `实为：${visible(d.found)}`,
  ].filter((part) => part !== '')
  return `${where}：${d.meaning}${values.length > 0 ? `。${values.join('；')}` : ''}`
}

const visible = (value: string): string => value.replaceAll('\t', ' ⇥ ')

/** The first difference of `step` or of its children, in order. */
export function firstDifference(step: Step): Difference | null {
  if (step.difference !== null) return step.difference
  for (const child of step.children) {
    const found = firstDifference(child)
    if (found !== null) return found
  }
  return null
}

/** Writes one step down; the first failure stays. */
export class StepWriter {
  readonly #id: string
  readonly #title: string
  readonly #values: StepValue[] = []
  readonly #tables: PickTable[] = []
  readonly #children: Step[] = []
  #state: StepState = 'ok'
  #difference: Difference | null = null
  #summary = ''

  constructor(id: string, title: string) {
    this.#id = id
    this.#title = title
  }

  get failed(): boolean {
    return this.#state === 'failed'
  }

  text(label: string, value: string): void {
    this.#values.push({ label, value, kind: 'text' })
  }

  digest(label: string, value: string): void {
    this.#values.push({ label, value, kind: 'digest' })
  }

  preimage(label: string, value: string): void {
    this.#values.push({ label, value, kind: 'preimage' })
  }

  table(table: PickTable): void {
    this.#tables.push(table)
  }

  child(step: Step): void {
    this.#children.push(step)
    if (step.state === 'failed') this.#state = 'failed'
  }

  summary(text: string): void {
    this.#summary = text
  }

  absent(text: string): void {
    this.#state = 'absent'
    this.#summary = text
  }

  notChecked(text: string): void {
    this.#state = 'notChecked'
    this.#summary = text
  }

  fail(file: string, meaning: string, more: Partial<Omit<Difference, 'file' | 'meaning'>> = {}): void {
    this.#state = 'failed'
    this.#difference ??= { file, meaning, line: null, expected: null, found: null, ...more }
  }

  /** Fails unless both are the same. */
  same(
    expected: string,
    found: string,
    where: { readonly file: string; readonly line?: number | null; readonly meaning: string },
  ): void {
    if (expected !== found)
      this.fail(where.file, where.meaning, { line: where.line ?? null, expected, found })
  }

  /** Runs `work`; whatever it throws becomes a failure about `file`, and `null`. */
  attempt<T>(file: string, work: () => T): T | null {
    try {
      return work()
    } catch (error) {
      const line = error instanceof SpecError ? error.line : null
      // Anything but a SpecError means input so strange that a check gave up on it (too deep, too large).
      const message = error instanceof SpecError ? error.message : '内容异常，无法核对'
      this.fail(file, line === null ? message : message.replace(`第${line}行：`, ''), { line })
      return null
    }
  }

  /** The step as it came out. A failed one says its first difference instead of its summary. */
  done(): Step {
    const step = this.#step()
    const difference = step.state === 'failed' ? firstDifference(step) : null
    return difference === null ? step : { ...step, summary: `${describeDifference(difference)}。` }
  }

  #step(): Step {
    return {
      id: this.#id,
      title: this.#title,
      state: this.#state,
      summary: this.#summary,
      values: this.#values,
      tables: this.#tables,
      difference: this.#difference,
      children: this.#children,
    }
  }
}

/** A step that could not be taken because of an earlier one. */
export function notChecked(id: string, title: string, because: string): Step {
  const step = new StepWriter(id, title)
  step.notChecked(because)
  return step.done()
}
