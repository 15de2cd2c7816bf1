import { coveredIdentity, coveredPhone } from '../registry/covered-number.ts'
import type { PersonalMeaning } from './entry-fields.ts'
import { homeArea } from './register-table.ts'

/**
 * For whom a paper is. `public`: published for everybody; `party`: given to the inspected party, which is shown who
 * inspects (S1 第十条); `internal`: stays in the office.
 */
export type MaskingPurpose = 'public' | 'party' | 'internal'

/** What a personal value means; a value is covered by this, never by what its digits look like. */
export type MaskedMeaning = PersonalMeaning | 'certificate' | 'secret-name'

/** The meanings in words. */
export const meaningWords = {
  phone: '手机号码',
  identity: '身份证号',
  'home-address': '住址',
  'person-name': '自然人姓名',
  certificate: '执法证号',
  'secret-name': '保密的名称',
} as const satisfies Record<MaskedMeaning, string>

/** One thing that was covered: where it stands, in which field, what it means, and what is shown instead. */
export interface Masked {
  readonly where: string
  readonly field: string
  /** in words: 手机号码 */
  readonly meaning: string
  readonly shown: string
}

/**
 * What each purpose covers. A state organ publishes of a person no more than its duty needs (个人信息保护法第二十五条、
 * 第三十四条); the party itself and the office see what the papers are about.
 */
const covering: Readonly<Record<MaskingPurpose, readonly MaskedMeaning[]>> = {
  public: ['phone', 'identity', 'home-address', 'person-name', 'certificate', 'secret-name'],
  party: [],
  internal: [],
}

/** What is covered for a purpose; 执法证号 is published where the office set it so (文书版式). */
export function coveredFor(
  purpose: MaskingPurpose,
  certificates: 'full' | 'covered',
): ReadonlySet<MaskedMeaning> {
  const all = covering[purpose]
  return new Set(certificates === 'full' ? all.filter((meaning) => meaning !== 'certificate') : all)
}

/** A personal value with what has to be covered of it covered. */
export function coveredValue(meaning: MaskedMeaning, value: string): string {
  switch (meaning) {
    case 'phone':
      return coveredPhone(value)
    case 'identity':
      return coveredIdentity(value)
    case 'home-address':
      return coveredAddress(value)
    case 'person-name':
      return coveredName(value)
    case 'certificate':
      return coveredCertificate(value)
    case 'secret-name':
      return '（保密）'
  }
}

/** A home address down to its 乡镇/街道; nothing of one that names none. */
function coveredAddress(address: string): string {
  return homeArea(address) ?? '（住址不公开）'
}

/** Surnames of two characters, 复姓. */
const longSurnames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 独孤 南宫 闻人 长孙 宇文 轩辕 澹台'.split(
    ' ',
  ),
)

/** `张**`: the surname, and a star for every further character; of a name with a dot (买买提·某某) the first character. */
function coveredName(name: string): string {
  const letters = [...name]
  const surname = letters.length > 2 && longSurnames.has(letters.slice(0, 2).join('')) ? 2 : 1
  const kept = letters.length === 1 ? 0 : surname
  return [...letters.slice(0, kept), '*'.repeat(letters.length - kept)].join('')
}

/** The last four signs of a 执法证号, by which two people of one office are told apart. */
function coveredCertificate(number: string): string {
  const letters = [...number]
  const kept = letters.length > 6 ? 4 : 0
  return [...'*'.repeat(letters.length - kept), ...letters.slice(letters.length - kept)].join('')
}

/** A personal value that the registers or what was entered know, to be looked for in free text. */
export interface KnownValue {
  readonly meaning: MaskedMeaning
  readonly value: string
}

/** A free text (自由文字) with what is known covered. */
export interface CoveredText {
  readonly text: string
  /** each value once, with what is shown instead */
  readonly found: readonly { readonly meaning: MaskedMeaning; readonly shown: string }[]
}

/** Signs that people write within a number: `138-0000-1234`. */
const betweenDigits = String.raw`\s\-‐‑–—－·.．()（）`
const within = new RegExp(`[${betweenDigits}]`, 'gu')
const isNumber = /^[0-9A-Za-z]+$/

/**
 * A free text in which every known personal value is covered, the longest first: also a number that is written in full
 * width, in groups or with the country's 86 before it, and a name with blanks in it. Whatever else it says of a person
 * no program can tell: somebody has to read it. A number is only found where no further digit goes before or after it.
 */
export function coverKnown(text: string, known: readonly KnownValue[]): CoveredText {
  const found = new Map<string, { readonly meaning: MaskedMeaning; readonly shown: string }>()
  let shown = text
  const said = folded(text)
  const wanted = known
    .filter(({ value }) => [...value].length > 1)
    .toSorted((a, b) => b.value.length - a.value.length)
  for (const { meaning, value } of wanted) {
    if (!said.includes(folded(value))) continue
    const covered = coveredValue(meaning, value)
    const next = shown.replaceAll(asWritten(value), () => covered)
    if (next !== shown) found.set(value, { meaning, shown: covered })
    shown = next
  }
  return { text: shown, found: [...found.values()] }
}

/** A text without what makes the same value look different. */
function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(within, '').toLowerCase()
}

/** A value in every way in which people write it. */
function asWritten(value: string): RegExp {
  const plain = value.normalize('NFKC').replaceAll(within, '')
  if (!isNumber.test(plain)) {
    const name = [...value].map(inAnyWidth).join(String.raw`\s{0,3}`)
    return new RegExp(bounded(name, value), 'giu')
  }
  const number = [...plain].map(inAnyWidth).join(`[${betweenDigits}]{0,2}`)
  return new RegExp(bounded(`(?:[+＋]?[8８][6６][${betweenDigits}]{0,2})?${number}`, plain), 'giu')
}

/** Letters before a number are a word; digits would make it another number. */
function bounded(pattern: string, value: string): string {
  const before = /^[0-9]/.test(value) ? '(?<![0-9０-９])' : /^[A-Za-z]/.test(value) ? '(?<![A-Za-z])' : ''
  const after = /[0-9]$/.test(value) ? '(?![0-9０-９])' : /[A-Za-z]$/.test(value) ? '(?![A-Za-z])' : ''
  return `${before}${pattern}${after}`
}

/** A sign as a class that has it in full width too. */
function inAnyWidth(sign: string): string {
  const literal = sign.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
  const code = sign.codePointAt(0) ?? 0
  return code > 0x20 && code < 0x7f ? `[${literal}${String.fromCodePoint(code + 0xfee0)}]` : literal
}
