import { sha256Hex } from '../hash/sha256.ts'

/** `H(x)` of draw-spec section 1. */
export const H = sha256Hex

/** What an absent field says. */
export const ABSENT = '-'

/** A file, a field or a number that is not as SSJ-DRAW-1 wants it; `line` counts from 1. */
export class SpecError extends Error {
  readonly line: number | null
  constructor(message: string, line: number | null = null) {
    super(line === null ? message : `第${line}行：${message}`)
    this.name = 'SpecError'
    this.line = line
  }
}

const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to be found.
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const plainAscii = /^[\x20-\x7e]*$/
const idPattern = /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/
const digestPattern = /^[0-9a-f]{64}$/
const numberPattern = /^(0|[1-9][0-9]{0,15})$/
const timePattern = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-]([01]\d|2[0-3]):[0-5]\d$/

/**
 * Whether `value` may stand in a field: neither empty nor `-` (which says that there is nothing), well-formed
 * NFC, none of the characters of section 1.
 */
export function isField(value: string): boolean {
  if (value === '' || value === ABSENT) return false
  if (plainAscii.test(value)) return true
  return value.isWellFormed() && !forbidden.test(value) && value.normalize('NFC') === value
}

/** Whether `value` follows the pattern of ids, strata, domains and reason codes. */
export function isId(value: string): boolean {
  return idPattern.test(value)
}

/** `value` as a field. Throws {@link SpecError} naming `what` when it may not stand in one. */
export function field(value: string, what: string): string {
  if (!isField(value)) throw new SpecError(`${what}为空（或只有“-”），或含有不能写入名单的字符`)
  return value
}

/** `value` as a field, `-` for `null`. */
export function optionalField(value: string | null, what: string): string {
  return value === null ? ABSENT : field(value, what)
}

/** `value` as an id. Throws {@link SpecError}. */
export function id(value: string, what: string): string {
  if (!isId(value)) throw new SpecError(`${what}“${value}”不符合编号格式`)
  return value
}

/** `value` as an id that begins with the office's code and `-`. Throws {@link SpecError}. */
export function officeId(value: string, office: string, what: string): string {
  if (!value.startsWith(`${office}-`)) throw new SpecError(`${what}“${value}”不以单位代码“${office}-”开头`)
  return id(value, what)
}

/** `value` as 64 lowercase hex digits. Throws {@link SpecError}. */
export function digest(value: string, what: string): string {
  if (!digestPattern.test(value)) throw new SpecError(`${what}不是64位十六进制校验码`)
  return value
}

/** The digest in `value`, or `null` for `-`. */
export function optionalDigest(value: string, what: string): string | null {
  return value === ABSENT ? null : digest(value, what)
}

/** A decimal number without sign or leading zeros. Throws {@link SpecError}. */
export function parseNumber(value: string, what: string): number {
  if (!numberPattern.test(value)) throw new SpecError(`${what}“${value}”不是规范的十进制数`)
  return Number(value)
}

/** An ISO 8601 time to the second with a numeric offset, of a day that exists. Throws {@link SpecError}. */
export function time(value: string, what: string): string {
  const day = timePattern.exec(value)?.[1]
  if (day === undefined || !isDay(day)) throw new SpecError(`${what}“${value}”不是带时区的时间`)
  return value
}

function isDay(day: string): boolean {
  const noon = new Date(`${day}T12:00:00Z`)
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(day)
}

/** Order of ids: by their bytes, which for ids is JavaScript's own order. Never a locale's. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The lines of a file of this specification. Throws {@link SpecError} on CR, a BOM or a missing last LF. */
export function fileLines(text: string): string[] {
  if (text.startsWith('\ufeff')) throw new SpecError('文件开头有BOM')
  if (text.includes('\r')) throw new SpecError('文件含有回车符')
  if (!text.endsWith('\n')) throw new SpecError('文件末行没有换行符')
  return text.slice(0, -1).split('\n')
}

/** The `count` fields of a line. Throws {@link SpecError} where it has more or fewer; `line` is its number. */
export function cells(text: string, count: number, line: number | null = null): readonly string[] {
  const found = text.split('\t')
  if (found.length !== count) throw new SpecError(`应有${count}栏，实有${found.length}栏`, line)
  return found
}

/** The office's code of a draw number: what stands before its first `-`. */
export function officeOfDraw(draw: string): string {
  const at = draw.indexOf('-')
  if (at < 1) throw new SpecError(`摇号编号“${draw}”没有单位代码`)
  return draw.slice(0, at)
}
