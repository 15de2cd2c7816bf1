import { isCertificateNumber } from './certificate-number.ts'
import type { Column } from './column.ts'
import { describeIdentityNumberProblem, identityNumberProblem, isCalendarDay } from './identity-number.ts'
import {
  halfWidth,
  type Normalised,
  normaliseCode,
  normaliseName,
  normalisePhone,
  normaliseText,
  visible,
} from './normalise.ts'
import type { RawCell } from './raw-row.ts'
import { describeUsccProblem, usccProblem } from './uscc.ts'
import type { FieldValue, Option } from './verdict.ts'
import { absentWords, yesNoWords } from './words.ts'

/** A question about one cell, before it knows its address. */
export type CellQuestion =
  | {
      question: 'unknown-word'
      word: string
      many: boolean
      reason: string
      options: readonly Option[]
      suggestion: string | null
    }
  | { question: 'ratio'; text: string; reason: string; options: readonly Option[]; suggestion: string | null }

/** What a cell says: its value (`undefined` while a question is open), how it was changed, what is wrong. */
export interface CellReading {
  readonly value: FieldValue | undefined
  readonly whats: readonly string[]
  readonly questions: readonly CellQuestion[]
  readonly refusals: readonly string[]
}

const none: readonly never[] = []
const isListType = (column: Column) => column.type === 'list' || column.type === 'words'

function taken(value: FieldValue, whats: readonly string[] = none): CellReading {
  return { value, whats, questions: none, refusals: none }
}
function refused(reason: string): CellReading {
  return { value: undefined, whats: none, questions: none, refusals: [reason] }
}
function asked(question: CellQuestion, whats: readonly string[]): CellReading {
  return { value: undefined, whats, questions: [question], refusals: none }
}

/** The largest number whose digits a table program keeps: it works with 15 significant digits. */
const exactLimit = 1e15
/** Nothing longer can become the 500 characters of a field by losing blanks; cleaning takes its time by length. */
const longestCleaned = 5000
const asText = '以数字保存，改为文本'

/** The digits of a number cell as text, or why they cannot be trusted. */
function numberText(cell: RawCell): { text: string } | { reason: string } {
  const number = Number(cell.value)
  if (!Number.isFinite(number) || Math.abs(number) >= exactLimit) {
    return {
      reason: `以数字保存，已失真（表格软件只保留15位有效数字，现存为${cell.value}），请把这一列设为文本格式后重新填写`,
    }
  }
  // A format such as 00000000000 shows leading zeros that the number itself does not have.
  const zeros = /^0{2,}$/.exec(cell.format ?? '')?.[0].length ?? 0
  return { text: Number.isInteger(number) ? String(number).padStart(zeros, '0') : String(number) }
}

/** Reads a cell that should hold text: `normalise` cleans it. Numbers become text, visibly. */
function textOf(cell: RawCell, normalise: (value: string) => Normalised): Normalised {
  if (cell.source === 'text') {
    const { length } = cell.value
    if (length <= longestCleaned) return normalise(cell.value)
    return { value: cell.value, whats: none, refusal: `有${length}字，最多500字，请缩短` }
  }
  if (cell.source === 'number') {
    const number = numberText(cell)
    return 'reason' in number
      ? { value: cell.value, whats: none, refusal: number.reason }
      : { value: number.text, whats: [asText], refusal: null }
  }
  if (cell.source === 'date') {
    return {
      value: cell.value,
      whats: none,
      refusal: `以日期保存（${cell.value}），原来填写的文字已被表格软件改掉，请把这一列设为文本格式后重新填写`,
    }
  }
  return { value: cell.value, whats: none, refusal: `以逻辑值保存（${cell.value}），请改为文字` }
}

function readText(cell: RawCell, column: Column, normalise: (value: string) => Normalised): CellReading {
  const { value, whats, refusal } = textOf(cell, normalise)
  if (refusal !== null) return refused(refusal)
  if (value === '') return taken(null, whats)
  if (absentWords.has(value)) {
    // 无 may be an answer in free text; elsewhere all of these say that there is nothing.
    return column.type === 'text' && value === '无'
      ? taken(value, whats)
      : taken(null, [...whats, '表示没有，按空白登记'])
  }
  return value.length > 500 ? refused(`有${value.length}字，最多500字，请缩短`) : taken(value, whats)
}

function readCode(cell: RawCell, column: Column): CellReading {
  const reading = readText(cell, column, (value) => normaliseCode(value, column.type !== 'certificate'))
  const value = reading.value
  if (typeof value !== 'string') return reading
  if (/^\d(\.\d+)?e\+?\d+$/i.test(value)) {
    return refused(`“${value}”是科学记数法，原来的号码已失真，请把这一列设为文本格式后重新填写`)
  }
  if (cell.source === 'number' && value.includes('.')) {
    return refused(`“${value}”带有小数，不是号码，请对照原件核对，并把这一列设为文本格式后重新填写`)
  }
  if (column.type === 'uscc') {
    const problem = usccProblem(value)
    return problem === null ? reading : refused(describeUsccProblem(value, problem))
  }
  if (column.type === 'identity') {
    const problem = identityNumberProblem(value)
    return problem === null ? reading : refused(describeIdentityNumberProblem(problem))
  }
  return isCertificateNumber(value)
    ? reading
    : refused(`执法证号“${value}”含有不应有的字符或超过40位，请对照证件核对`)
}

function readPhone(cell: RawCell, column: Column): CellReading {
  const reading = readText(cell, column, normalisePhone)
  if (typeof reading.value !== 'string') return reading
  if (/^\d(\.\d+)?e\+?\d+$/i.test(reading.value)) {
    return refused(`“${reading.value}”是科学记数法，原来的号码已失真，请把这一列设为文本格式后重新填写`)
  }
  if (!/\d/.test(reading.value)) return refused(`“${visible(reading.value)}”中没有数字，请填写电话号码或留空`)
  return reading
}

const datePatterns = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

/** A day in any of the usual spellings → `2026-03-31`; `null` where it is none. */
export function parseDay(value: string): string | null {
  for (const pattern of datePatterns) {
    const match = pattern.exec(value)
    if (match === null) continue
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
    if (year < 1900 || !isCalendarDay(year, month, day)) return null
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  }
  return null
}

function readDate(cell: RawCell, column: Column): CellReading {
  if (cell.source === 'date') {
    const day = parseDay(cell.value)
    return day === null ? refused(`“${cell.value}”不是有效的日期，请核对`) : taken(day)
  }
  if (cell.source === 'number' && parseDay(cell.value) === null) {
    return refused(`“${cell.value}”是数字，不是日期，请把这一格设为日期格式，或写成2026-03-31`)
  }
  const reading = readText(cell, column, normaliseText)
  if (typeof reading.value !== 'string') return reading
  const text = halfWidth(reading.value).replace(/\s+(?=\D|$)/g, '')
  const day = parseDay(text)
  if (day !== null) return taken(day, day === cell.value ? none : [...reading.whats, '改为统一的日期写法'])
  if (column.required !== true && /^(长期|长期有效|永久|永久有效)$/.test(text)) {
    return asked(
      {
        question: 'unknown-word',
        word: reading.value,
        many: false,
        reason: `“${reading.value}”不是日期。登记为没有有效期，还是改填日期后重新导入，请选择`,
        options: [{ value: '', label: '不登记有效期' }],
        suggestion: null,
      },
      reading.whats,
    )
  }
  return refused(`“${visible(reading.value)}”不是有效的日期，请写成2026-03-31的样子`)
}

/** The same array for the same words: a table may ask the same question on every one of its rows. */
const knownOptions = new Map<string, readonly Option[]>()

function optionsOf(words: readonly string[], many: boolean): readonly Option[] {
  const key = `${many} ${words.join(' ')}`
  const known = knownOptions.get(key)
  if (known !== undefined) return known
  const options = words.map((value) => ({ value, label: value }))
  if (many) options.push({ value: '', label: '不登记这个词' })
  knownOptions.set(key, options)
  return options
}

interface WordReading {
  readonly word: string | null
  readonly whats: readonly string[]
  readonly question: CellQuestion | null
}

/** What a table says of a word that a file brought: `constructor` and the like are words as any other. */
function own(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/** One word of a column that allows only certain ones. */
function readWord(word: string, column: Column, many: boolean): WordReading {
  const table = column.words ?? (column.type === 'yes-no' ? yesNoWords : undefined)
  if (table === undefined || table.words.includes(word)) return { word, whats: none, question: null }
  const half = halfWidth(word)
  const same = table.words.includes(half)
    ? half
    : (own(table.same, word) ?? own(table.same, half) ?? own(table.same, half.toUpperCase()))
  if (same !== undefined) return { word: same, whats: [`“${word}”按“${same}”登记`], question: null }
  const options = optionsOf(table.words, many)
  const suggestion = own(table.suggestions, word) ?? own(table.suggestions, half) ?? null
  const hint = suggestion === null ? '' : `，可能是“${suggestion}”`
  return {
    word: null,
    whats: none,
    question: {
      question: 'unknown-word',
      word,
      many,
      reason: `“${visible(word)}”不是${column.title}的规定用词（${table.words.join('、')}）${hint}，请确认`,
      options,
      suggestion,
    },
  }
}

/** The question that an empty cell raises where the register must know. */
export function emptyCellQuestion(column: Column): CellQuestion {
  const table = column.words ?? (column.type === 'yes-no' ? yesNoWords : undefined)
  const words = table?.words ?? []
  return {
    question: 'unknown-word',
    word: '',
    many: false,
    reason: `${column.title}没有填写（${words.join('、')}），请确认`,
    options: optionsOf(words, false),
    suggestion: null,
  }
}

function readOneWord(cell: RawCell, column: Column): CellReading {
  const text =
    cell.source === 'boolean'
      ? { value: cell.value, whats: none, refusal: null }
      : textOf(cell, normaliseName)
  if (text.refusal !== null) return refused(text.refusal)
  if (text.value === '') return taken(null, text.whats)
  if (column.askIfEmpty !== true && absentWords.has(text.value))
    return taken(null, [...text.whats, '表示没有，按空白登记'])
  const reading = readWord(text.value, column, false)
  const whats = [...text.whats, ...reading.whats]
  if (reading.question !== null) return asked(reading.question, whats)
  return taken(column.type === 'yes-no' ? reading.word === '是' : reading.word, whats)
}

function readManyWords(cell: RawCell, column: Column): CellReading {
  const text = textOf(cell, normaliseText)
  if (text.refusal !== null) return refused(text.refusal)
  if (absentWords.has(text.value)) return taken([], [...text.whats, '表示没有，按空白登记'])
  const separator = column.keepsSlash === true ? /[、,，;；]/ : /[、,，;；/／|]/
  const words: string[] = []
  const whats = [...text.whats]
  const questions: CellQuestion[] = []
  for (const part of text.value.split(separator).map((word) => word.trim())) {
    if (part === '') continue
    const reading =
      column.type === 'words' ? readWord(part, column, true) : { word: part, whats: none, question: null }
    whats.push(...reading.whats)
    if (reading.question !== null) questions.push(reading.question)
    else if (reading.word !== null && words.includes(reading.word)) whats.push(`“${part}”重复，只登记一次`)
    else if (reading.word !== null) words.push(reading.word)
  }
  return { value: words, whats, questions, refusals: none }
}

const percentText = (hundredths: number) => `${hundredths / 100}%`

function hundredthsOf(percent: number): number | null {
  const hundredths = Math.round(percent * 100)
  return percent >= 0 && hundredths <= 10_000 && Math.abs(hundredths - percent * 100) < 1e-6
    ? hundredths
    : null
}

/** 抽查比例: `5%`; 0.05, or 5% stored as a number, is 5%; 5 could be 5% or a slip, 1 could be 1% or 100%: asked. */
function readRatio(cell: RawCell, column: Column): CellReading {
  const wrong = `“${visible(cell.value)}”不是0到100%之间、至多两位小数的比例，请写成5%的样子`
  let text = cell.value
  let whats: readonly string[] = none
  if (cell.source !== 'number') {
    const reading = readText(cell, column, (value) => normaliseCode(value, false))
    if (typeof reading.value !== 'string') return reading
    text = reading.value
    whats = reading.whats
  }
  const percentSign = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? /^百分之(\d+(?:\.\d+)?)$/.exec(text)
  if (percentSign !== null) {
    const hundredths = hundredthsOf(Number(percentSign[1]))
    return hundredths === null ? refused(wrong) : taken(hundredths, whats)
  }
  if (!/^\d+(\.\d+)?(E-?\d+)?$/i.test(text)) return refused(wrong)
  const number = Number(text)
  if (cell.format?.includes('%') === true || number < 1) {
    const hundredths = hundredthsOf(number * 100)
    if (hundredths === null) return refused(wrong)
    // A number shown as 5% says 5%; a bare 0.05 is read, and that is shown.
    return taken(
      hundredths,
      cell.format?.includes('%') === true ? whats : [...whats, `按${percentText(hundredths)}登记`],
    )
  }
  const hundredths = hundredthsOf(number)
  if (hundredths === null) return refused(wrong)
  const readings = number === 1 ? [100, 10_000] : [hundredths]
  return asked(
    {
      question: 'ratio',
      text,
      reason: `“${text}”没有写百分号，是${readings.map(percentText).join('还是')}${readings.length === 1 ? '吗' : ''}，请确认`,
      options: readings.map((value) => ({ value: String(value), label: percentText(value) })),
      suggestion: readings.length === 1 ? String(hundredths) : null,
    },
    whats,
  )
}

/** 抽查频次, times a year: a whole number; `2次`, `每年2次` and `2次/年` say the same. */
function readCount(cell: RawCell, column: Column): CellReading {
  if (cell.source === 'number') {
    const number = Number(cell.value)
    return Number.isInteger(number) && number >= 0 && number <= 366
      ? taken(number)
      : refused(`“${cell.value}”不是0到366之间的整数，请核对`)
  }
  const reading = readText(cell, column, (value) => normaliseCode(value, false))
  if (typeof reading.value !== 'string') return reading
  const match = /^(?:每年|一年|年)?(\d{1,3})(?:次)?(?:\/年|每年)?$/.exec(reading.value)
  const number = Number(match?.[1] ?? Number.NaN)
  if (!(number <= 366)) return refused(`“${visible(reading.value)}”不是每年的次数，请填写0到366之间的整数`)
  return taken(number, String(number) === cell.value ? none : [...reading.whats, '改为每年的次数'])
}

/** 预估数量: a whole number; `约20户`, `20家` and `1,200` are not guessed but `20个` says 20. */
function readNumber(cell: RawCell, column: Column): CellReading {
  return readWhole(
    cell,
    column,
    /^(\d{1,8})[个户家]?$/,
    (number) => number <= 10_000_000,
    '0到1000万之间的整数',
  )
}

/** 年度: `2026` or `2026年`. */
function readYear(cell: RawCell, column: Column): CellReading {
  return readWhole(
    cell,
    column,
    /^(\d{4})(?:年度?)?$/,
    (number) => number >= 2000 && number <= 2999,
    '2000到2999之间的年份',
  )
}

function readWhole(
  cell: RawCell,
  column: Column,
  shape: RegExp,
  allowed: (number: number) => boolean,
  wanted: string,
): CellReading {
  const wrong = `“${visible(cell.value)}”不是${wanted}，请核对`
  if (cell.source === 'number') {
    const number = Number(cell.value)
    return Number.isInteger(number) && number >= 0 && allowed(number) ? taken(number) : refused(wrong)
  }
  const reading = readText(cell, column, (value) => normaliseCode(value, false))
  if (typeof reading.value !== 'string') return reading
  const match = shape.exec(reading.value)
  const number = Number(match?.[1] ?? Number.NaN)
  if (!allowed(number)) return refused(wrong)
  return taken(number, String(number) === cell.value ? none : [...reading.whats, `按${number}登记`])
}

/**
 * Reads one cell of a known column. A formula and an error are refused whatever the column. An empty cell gives
 * `null`, or `[]` in a column of several words; whether that is allowed the judge knows.
 */
export function readCell(cell: RawCell, column: Column): CellReading {
  if (cell.source === 'formula') {
    return refused(`${cell.address}是公式（=${cell.value}），不读取公式的结果，请改为填写值后重新导入`)
  }
  if (cell.source === 'error') {
    return refused(`${cell.address}是错误值${cell.value}，请在原表中改正后重新导入`)
  }
  if (isListType(column)) return readManyWords(cell, column)
  switch (column.type) {
    case 'name':
      return readText(cell, column, normaliseName)
    case 'uscc':
    case 'identity':
    case 'certificate':
      return readCode(cell, column)
    case 'phone':
      return readPhone(cell, column)
    case 'date':
      return readDate(cell, column)
    case 'word':
    case 'yes-no':
      return readOneWord(cell, column)
    case 'ratio':
      return readRatio(cell, column)
    case 'count':
      return readCount(cell, column)
    case 'number':
      return readNumber(cell, column)
    case 'year':
      return readYear(cell, column)
    default:
      return readText(cell, column, normaliseText)
  }
}
