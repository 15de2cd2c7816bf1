import type { Verification } from './verify-package.ts'

/** What somebody typed from paper, read as a digest. */
export type TypedDigest =
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed'; readonly length: number }
  | { readonly kind: 'digest'; readonly digest: string }

/** Reads a digest as it was typed or pasted: full-width characters, spaces, line ends and separators do not matter. */
export function readTypedDigest(typed: string): TypedDigest {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}·:.,;]/gu, '')
  if (plain === '') return { kind: 'empty' }
  return /^[0-9a-f]{64}$/.test(plain)
    ? { kind: 'digest', digest: plain }
    : { kind: 'malformed', length: [...plain].length }
}

/** What paper says. */
export interface PaperDigests {
  /** `D`, 记录校验码 */
  readonly record: string
  /** `F`, 名单校验码 */
  readonly freeze: string
  /** the ledger's newest hash when the form was made */
  readonly ledger: string
}

/** How one digest on paper compares with the package. */
export interface PaperComparison {
  readonly what: keyof PaperDigests
  readonly state: 'same' | 'different' | 'malformed'
  readonly sentence: string
}

const words: Record<keyof PaperDigests, string> = {
  record: '记录校验码 D',
  freeze: '名单校验码 F',
  ledger: '台账校验码',
}

/** Compares what was typed from paper with the package; nothing is said of what was left empty. */
export function comparePaper(
  verification: Pick<Verification, keyof PaperDigests>,
  typed: Partial<PaperDigests>,
): PaperComparison[] {
  const found: PaperComparison[] = []
  for (const what of ['record', 'freeze', 'ledger'] as const) {
    const read = readTypedDigest(typed[what] ?? '')
    if (read.kind === 'empty') continue
    if (read.kind === 'malformed') {
      const sentence = `纸面上的${words[what]}应是64位数字和字母 a–f，输入的是${read.length}位或含有别的字符，请重新抄录。`
      found.push({ what, state: 'malformed', sentence })
      continue
    }
    const isSame =
      what === 'ledger'
        ? verification.ledger.some((line) => line.hash === read.digest)
        : verification[what] === read.digest
    found.push({
      what,
      state: isSame ? 'same' : 'different',
      sentence: isSame
        ? `纸面上的${words[what]}与本包算出的相同。`
        : `纸面上的${words[what]}与本包算出的不同：这个包不是签字的那一份，或者抄录有误。`,
    })
  }
  return found
}
