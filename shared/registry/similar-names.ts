import { foldName } from './normalise.ts'
import type { Serial } from './office.ts'

/** Why two rows may be the same: what a person looks at first. */
export const similarities = {
  name: '名称相同',
  spelling: '名称只差写法',
  sound: '一字之差，读音相同',
  phone: '一字之差，电话相同',
  representative: '一字之差，法定代表人相同',
  address: '一字之差，地址相同',
  identity: '身份证号相同',
} as const
export type Similarity = keyof typeof similarities

/** What is compared of a row. `code` is what stands once in the world: two different ones are two, unless the names say otherwise. */
export interface ComparedRow {
  readonly serial: Serial
  readonly name: string
  readonly code: string | null
  readonly phone: string | null
  readonly representative: string | null
  readonly address: string | null
  readonly identity: string | null
}

/** Two rows that may be the same, the smaller serial first. */
export interface SimilarPair {
  readonly first: Serial
  readonly second: Serial
  readonly why: Similarity
}

/** Rows that share a thing are compared with each other; a thing that more of them share says nothing. */
const blockAtMost = 200

const brackets = /[()[\]{}<>《》〈〉【】「」『』“”‘’"'·,，.。、:;；-]/g
const place = /^(?:[\p{Script=Han}]{2,3}省)?(?:[\p{Script=Han}]{2,3}市)?(?:[\p{Script=Han}]{2,3}[县区])?/u
/** Shorter names are told apart by what would be cut off. */
const shortestRest = 4

/**
 * A name without what people write differently: brackets and marks, 有限责任公司 for 有限公司, the county before it.
 * For comparison only.
 */
export function foldSimilar(name: string): string {
  const plain = foldName(name).replace(brackets, '').replace('有限责任公司', '有限公司')
  const rest = plain.replace(place, '')
  return [...rest].length >= shortestRest ? rest : plain
}

/** Whether two texts are one character apart: one other, one more, or two neighbours exchanged. */
export function oneApart(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length - short.length > 1 || short === long) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1
  const differing = long.length - start - end
  if (differing <= 1) return true
  return (
    short.length === long.length &&
    differing === 2 &&
    short[start] === long[start + 1] &&
    short[start + 1] === long[start]
  )
}

/**
 * Rows whose names are alike (名称近似): the same when folded, or one character apart and besides of the same sound,
 * phone, representative or address. Names one character apart alone are mostly two firms, 鑫达 and 宏达. Rows are put
 * into blocks by what they share, so that 100,000 take seconds.
 *
 * @param soundOf the sound of a character: `xin` of 鑫
 */
export function similarPairs(
  rows: Iterable<ComparedRow>,
  soundOf: (character: string) => string,
): readonly SimilarPair[] {
  const compared = [...rows].map((row) => ({ ...row, key: foldSimilar(row.name) }))
  type Compared = (typeof compared)[number]
  const found = new Map<string, SimilarPair>()
  const note = (one: Compared, other: Compared, why: Similarity): void => {
    const [first, second] =
      one.serial < other.serial ? [one.serial, other.serial] : [other.serial, one.serial]
    const pair = `${first} ${second}`
    if (first !== second && !found.has(pair)) found.set(pair, { first, second, why })
  }
  const inBlocks = (
    keyOf: (row: Compared) => string | null,
    compare: (one: Compared, other: Compared) => Similarity | null,
  ): void => {
    for (const block of blocksOf(compared, keyOf))
      for (const [index, one] of block.entries())
        for (const other of block.slice(index + 1)) {
          const why = compare(one, other)
          if (why !== null) note(one, other, why)
        }
  }
  const areTwo = (one: Compared, other: Compared): boolean =>
    one.code !== null && other.code !== null && one.code !== other.code
  const near = (why: Similarity) => (one: Compared, other: Compared) =>
    !areTwo(one, other) && oneApart(one.key, other.key) ? why : null

  inBlocks(
    ({ key }) => key,
    (one, other) => (one.name === other.name ? 'name' : 'spelling'),
  )
  inBlocks(
    ({ identity }) => identity,
    () => 'identity',
  )
  inBlocks(({ key }) => [...key].map(soundOf).join(' '), near('sound'))
  inBlocks(({ phone }) => phone, near('phone'))
  inBlocks(({ representative }) => representative, near('representative'))
  inBlocks(({ address }) => address, near('address'))
  return [...found.values()]
}

/** Rows with the same key, in blocks of at least two; of a block that is too large nothing can be told. */
function blocksOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Row[][] {
  const blocks = new Map<string, Row | Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const before = blocks.get(key)
    if (before === undefined) blocks.set(key, row)
    else if (Array.isArray(before)) before.push(row)
    else blocks.set(key, [before, row])
  }
  return [...blocks.values()].filter(
    (block): block is Row[] => Array.isArray(block) && block.length <= blockAtMost,
  )
}
