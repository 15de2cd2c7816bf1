import { canonical } from './lists.ts'
import {
  ABSENT,
  digest,
  field,
  fileLines,
  H,
  id,
  officeOfDraw,
  optionalDigest,
  optionalField,
  parseNumber,
  SpecError,
  time,
} from './notation.ts'

/** `C`: the commitment to the secret `S` (64 hex digits), shown before anything else is known. */
export function commitment(secret: string): string {
  return H(`SSJ-DRAW-1 commit\n${digest(secret, '秘密数S')}\n`)
}

/** `R`: the seed from the freeze, the secret and the witnesses' digits in seat order. */
export function seed(freeze: string, secret: string, contributions: readonly string[]): string {
  return H(`SSJ-DRAW-1 seed\n${freeze}\n${secret}\n${contributions.map((w) => `${w}\n`).join('')}`)
}

/** Why digits are not a contribution. */
export type DigitsProblem = 'none' | 'not-digits' | 'too-few' | 'too-many'

/**
 * What a witness typed, as a contribution: full-width digits mapped, U+0020 and U+3000 removed, leading zeros
 * kept; then 6 to 64 decimal digits, or the problem.
 */
export function readDigits(
  typed: string,
): { readonly ok: true; readonly digits: string } | { readonly ok: false; readonly problem: DigitsProblem } {
  const digits = typed
    .replace(/[\u0020\u3000]/g, '')
    .replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
  if (digits === '') return { ok: false, problem: 'none' }
  if (!/^[0-9]+$/.test(digits)) return { ok: false, problem: 'not-digits' }
  if (digits.length < 6) return { ok: false, problem: 'too-few' }
  if (digits.length > 64) return { ok: false, problem: 'too-many' }
  return { ok: true, digits }
}

/** All contributions together have at least this many digits. */
export const MIN_DIGITS_TOGETHER = 12

/** Throws {@link SpecError} unless every contribution has 6 to 64 digits and all together at least 12. */
export function assertContributions(contributions: readonly string[], witnesses: number): void {
  if (contributions.length !== witnesses)
    throw new SpecError(`见证人${witnesses}名，见证数字${contributions.length}组`)
  for (const [index, digits] of contributions.entries()) assertDigits(digits, index + 1)
  if (contributions.join('').length < MIN_DIGITS_TOGETHER)
    throw new SpecError(`见证数字合计不足${MIN_DIGITS_TOGETHER}位`)
}

function assertDigits(digits: string, seat: number): void {
  if (!/^[0-9]{6,64}$/.test(digits)) throw new SpecError(`第${seat}位见证人的数字不是6至64位十进制数字`)
}

/** The record of an attempt that was aborted (中止) or declared void (作废). */
export interface EndingRecord {
  readonly kind: 'aborted' | 'void'
  readonly draw: string
  readonly attempt: number
  readonly previous: string | null
  readonly commitment: string
  /** `F`, `null` before the freeze */
  readonly manifest: string | null
  readonly secret: string
  /** those confirmed, by seat from 1 */
  readonly contributions: readonly string[]
  /** `D`, for a void record only */
  readonly result: string | null
  readonly reason: string
  /** number of the written decision, for a void record only */
  readonly decision: string | null
  readonly approver: string
  readonly supervisor: string
  readonly at: string
}

/** The text of aborted.txt or void.txt; its digest is the next attempt's `previous`. Throws {@link SpecError}. */
export function renderEnding(record: EndingRecord): string {
  const isVoid = record.kind === 'void'
  if (isVoid !== (record.result !== null) || isVoid !== (record.decision !== null))
    throw new SpecError('作废须有结果与书面决定文号，中止则都没有')
  if (isVoid && (record.manifest === null || record.contributions.length === 0))
    throw new SpecError('作废的场次必已锁定名单并有见证数字')
  if (record.manifest === null && record.contributions.length > 0)
    throw new SpecError('锁定名单之前没有见证数字')
  assertAttempt(record.attempt, record.previous)
  officeOfDraw(record.draw)
  return [
    `SSJ-DRAW-1 ${record.kind}`,
    `draw=${id(record.draw, '摇号编号')}`,
    `attempt=${record.attempt}`,
    `previous=${digestOrAbsent(record.previous, '前次记录校验码')}`,
    `commit=${digest(record.commitment, '承诺码')}`,
    `manifest=${digestOrAbsent(record.manifest, '名单校验码')}`,
    `secret=${digest(record.secret, '秘密数S')}`,
    ...record.contributions.map((digits, index) => {
      assertDigits(digits, index + 1)
      return `contribution=${index + 1}\t${digits}`
    }),
    `result=${digestOrAbsent(record.result, '记录校验码')}`,
    `reason=${field(record.reason, '原因')}`,
    `decision=${optionalField(record.decision, '决定文号')}`,
    `approver=${field(record.approver, '批准人')}`,
    `supervisor=${field(record.supervisor, '监督人')}`,
    `at=${time(record.at, '时间')}`,
    '',
  ].join('\n')
}

/** Throws {@link SpecError} unless attempts count from 1 and all but the first name the one before. */
export function assertAttempt(attempt: number, previous: string | null): void {
  if (!Number.isSafeInteger(attempt) || attempt < 1) throw new SpecError('次数从1起')
  if (attempt > 1 !== (previous !== null)) throw new SpecError('第二次起须写明前次记录，第一次则没有')
}

/** `value` as a digest, `-` for `null`. Throws {@link SpecError}. */
export function digestOrAbsent(value: string | null, what: string): string {
  return value === null ? ABSENT : digest(value, what)
}

/** Reads aborted.txt or void.txt. Throws {@link SpecError} unless it is canonical. */
export function parseEnding(text: string): EndingRecord {
  const reader = new LineReader(fileLines(text))
  const title = reader.next()
  if (title !== 'SSJ-DRAW-1 aborted' && title !== 'SSJ-DRAW-1 void')
    throw new SpecError('不是SSJ-DRAW-1的中止或作废记录', 1)
  const record: EndingRecord = {
    kind: title === 'SSJ-DRAW-1 void' ? 'void' : 'aborted',
    draw: reader.value('draw'),
    attempt: parseNumber(reader.value('attempt'), '次数'),
    previous: optionalDigest(reader.value('previous'), '前次记录校验码'),
    commitment: reader.value('commit'),
    manifest: optionalDigest(reader.value('manifest'), '名单校验码'),
    secret: reader.value('secret'),
    contributions: reader.values('contribution').map((line, index) => seatValue(line, index + 1)),
    result: optionalDigest(reader.value('result'), '记录校验码'),
    reason: reader.value('reason'),
    decision: reader.optional('decision'),
    approver: reader.value('approver'),
    supervisor: reader.value('supervisor'),
    at: reader.value('at'),
  }
  reader.end()
  return canonical(text, renderEnding(record), record)
}

/** The value of a `<seat><TAB><value>` line whose seat must be `seat`. */
export function seatValue(line: string, seat: number): string {
  const tab = line.indexOf('\t')
  if (tab < 0) throw new SpecError(`“${line}”缺少制表符`)
  const number = line.slice(0, tab)
  if (parseNumber(number, '席次') !== seat) throw new SpecError(`席次应为${seat}，实为${number}`)
  return line.slice(tab + 1)
}

/** Reads `name=value` lines in their order. Every method throws {@link SpecError} where the line is another. */
export class LineReader {
  readonly #lines: readonly string[]
  #at = 0

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  /** The next line as it is. */
  next(): string {
    const line = this.#lines[this.#at]
    if (line === undefined) throw new SpecError('文件不完整', this.#at + 1)
    this.#at += 1
    return line
  }

  /** The value of the next line, which must be `name=…`. */
  value(name: string): string {
    const line = this.next()
    if (!line.startsWith(`${name}=`)) throw new SpecError(`此处应为“${name}=”`, this.#at)
    return line.slice(name.length + 1)
  }

  /** The value of the next line `name=…`, `null` for `-`. */
  optional(name: string): string | null {
    const value = this.value(name)
    return value === ABSENT ? null : value
  }

  /** The values of all following lines `name=…`, possibly none. */
  values(name: string): string[] {
    const found: string[] = []
    while (this.#lines[this.#at]?.startsWith(`${name}=`)) found.push(this.value(name))
    return found
  }

  /** There must be nothing more. */
  end(): void {
    if (this.#at !== this.#lines.length) throw new SpecError('此处不应再有内容', this.#at + 1)
  }
}
