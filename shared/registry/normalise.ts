/**
 * Cleaning of cell text. Every change is named, so that a person sees before and after; what cannot be mended
 * without guessing is refused. Nothing is ever dropped in silence (draw-spec section 1).
 */

/** The outcome: the text, what was changed in words, and why it cannot be taken (then `value` is unchanged). */
export interface Normalised {
  readonly value: string
  readonly whats: readonly string[]
  readonly refusal: string | null
}

/** Not seen on screen and not meant: controls, soft hyphen, zero-width, marks of direction, byte-order mark. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to be found.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
const lineBreak = /[^\S\r\n\v\f\u0085\u2028\u2029]*[\r\n\v\f\u0085\u2028\u2029]+\s*/g
/** Anything that makes a closer look necessary; most cells have none of it. */
const suspicious = new RegExp(`[\\s\\u0085\\ufffd]|${invisible.source}`)
const nothing: readonly string[] = []

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** A cell that is longer is shown by its beginning and its length. */
const longestShown = 2000

/** `value` with blanks at the ends and unseen characters made visible as ⟨U+3000⟩, for a report. */
export function visible(value: string): string {
  if (value.length > longestShown) return `${visible(value.slice(0, 200))}……（共${value.length}字）`
  const mark = (text: string) => [...text].map((character) => `⟨${codePoint(character)}⟩`).join('')
  return value
    .replace(/^\s+|\s+$/g, mark)
    .replace(invisible, mark)
    .replace(/[^\S ]|\u0085/g, mark)
}

interface Working {
  value: string
  readonly whats: string[]
}

function step(working: Working, what: string, next: string): void {
  if (next === working.value) return
  working.value = next
  working.whats.push(what)
}

function removeInvisible(working: Working): void {
  const found = [...new Set(working.value.match(invisible) ?? [])].map(codePoint)
  if (found.length > 0) {
    step(working, `去掉不可见字符（${found.join('、')}）`, working.value.replace(invisible, ''))
  }
}

/** Of two neighbours, whether a blank between them separates words: both are Latin letters or digits. */
function separates(before: string, after: string): boolean {
  return /[0-9A-Za-z]/.test(before) && /[0-9A-Za-z]/.test(after)
}

function clean(value: string, breaksBecome: '' | ' ', finish: (working: Working) => void): Normalised {
  if (!suspicious.test(value) && value.isWellFormed() && value.normalize('NFC') === value) {
    return { value, whats: nothing, refusal: null }
  }
  if (!value.isWellFormed() || value.includes('\ufffd')) {
    return {
      value,
      whats: nothing,
      refusal: '含有无法识别的字符（文件生成或转码时已损坏），请在原表中重新录入这一格',
    }
  }
  const working: Working = { value, whats: [] }
  removeInvisible(working)
  step(working, '去掉首尾空格', working.value.replace(/^[\s\u0085]+|[\s\u0085]+$/g, ''))
  const join = breaksBecome === '' ? '去掉单元格内换行' : '单元格内换行改为空格'
  step(
    working,
    join,
    working.value.replace(lineBreak, (match, offset: number, whole: string) =>
      separates(whole.charAt(offset - 1), whole.charAt(offset + match.length)) ? ' ' : breaksBecome,
    ),
  )
  finish(working)
  step(working, '改为标准字形编码（NFC）', working.value.normalize('NFC'))
  return { value: working.value, whats: working.whats, refusal: null }
}

/**
 * A name (名称, 姓名): blanks at the ends, line breaks and blanks beside a Han character go, a blank between
 * Latin words becomes one U+0020. Full-width characters inside a name, such as （）, stay as they are.
 */
export function normaliseName(value: string): Normalised {
  return clean(value, '', (working) => {
    step(
      working,
      '去掉名称中间的空格',
      working.value.replace(/\s+/g, (blank, offset: number, whole: string) =>
        separates(whole.charAt(offset - 1), whole.charAt(offset + blank.length)) ? blank : '',
      ),
    )
    step(working, '中间空格改为一个半角空格', working.value.replace(/\s+/g, ' '))
  })
}

/** Free text (地址, 备注, 检查内容): as a name, but its single plain blanks stay. */
export function normaliseText(value: string): Normalised {
  return clean(value, ' ', (working) => {
    step(working, '特殊空格改为半角空格', working.value.replace(/[^\S ]/g, ' '))
  })
}

/** Full-width letters, digits and punctuation (U+FF01–FF5E) to their half-width forms; dashes of all kinds to `-`. */
export function halfWidth(value: string): string {
  return value
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

/** A code or number (统一社会信用代码, 执法证号, 身份证号): half width, without any blanks; capitals where asked. */
export function normaliseCode(value: string, capitals: boolean): Normalised {
  if (/^[0-9A-Z]*$/.test(value)) return { value, whats: nothing, refusal: null }
  const first = clean(value, '', (working) => {
    step(working, '去掉中间空格', working.value.replace(/\s+/g, ''))
  })
  if (first.refusal !== null) return first
  const working: Working = { value: first.value, whats: [...first.whats] }
  step(working, '全角字母、数字、符号改为半角', halfWidth(working.value))
  if (capitals) step(working, '小写字母改为大写', working.value.toUpperCase())
  return { value: working.value, whats: working.whats, refusal: null }
}

/**
 * A phone number: half width. Blanks inside go only where what remains is one mobile number (139 0000 1234);
 * elsewhere they may stand between two numbers, and stay.
 */
export function normalisePhone(value: string): Normalised {
  if (/^[0-9]*$/.test(value)) return { value, whats: nothing, refusal: null }
  const first = normaliseText(value)
  if (first.refusal !== null) return first
  const working: Working = { value: first.value, whats: [...first.whats] }
  step(working, '全角字母、数字、符号改为半角', halfWidth(working.value))
  const joined = working.value.replace(/[\s-]+/g, '')
  if (/^1\d{10}$/.test(joined)) step(working, '去掉号码中间的空格或横线', joined)
  return { value: working.value, whats: working.whats, refusal: null }
}

/** A name folded for comparison only: brackets half width, no blanks, small letters. Never stored or shown. */
export function foldName(name: string): string {
  return halfWidth(name).replace(/\s+/g, '').toLowerCase()
}
