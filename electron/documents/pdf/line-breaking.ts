import type { FaceName } from './fonts.ts'
import type { Cluster } from './text-runs.ts'

/** Neighbouring clusters of one face and size, drawn with one operator. */
export interface Run {
  readonly face: FaceName | 'box'
  readonly size: number
  readonly text: string
  readonly width: number
  readonly clusters: number
}

export interface Line {
  readonly runs: readonly Run[]
  /** Points, without blanks at the end. */
  readonly width: number
  /** Exactly the characters of the input that stand on this line, blanks and line feed at its end included. */
  readonly text: string
  /** Largest size on the line, points. */
  readonly size: number
  /** Whether a paragraph ends here, by a line feed or because the text does. */
  readonly last: boolean
}

/** 避头: never the first character of a line. Signs and units that belong to the number before them are among them. */
const notFirst = new Set('）〕】》〉」』｝］〗〙、。，．：；！？％‰℃℉°′″²³㎡㎥·•～…—–‐-’”)]}>,.:;!?%/／々ー')
/** 避尾: never the last character of a line. */
const notLast = new Set('（〔【《〈「『｛［〖〘‘“([{<￥＄¥€£$№#＃')
/** Part of a word, a number or a blank to write on (＿); between two of these a line is not broken. */
const wordCharacter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9._＿\-+@#&*%/:=~'’±×]/u
const digit = /^[0-9]$/

/**
 * Whether a line may end between `previous` and `next`.
 * @param solid the last cluster before `next` that is no blank: an opening mark binds across blanks too.
 */
function mayBreak(previous: Cluster, solid: Cluster, next: Cluster): boolean {
  if (!isTolerable(solid, next)) return false
  if (isBlank(previous.text)) return true
  if (previous.code && next.code) return false
  // 1,234.5 is one number.
  if (previous.text === ',' && digit.test(next.text)) return false
  return !(wordCharacter.test(previous.text) && wordCharacter.test(next.text))
}

/** Whether 避头尾 lets a line end here, be it within a word. */
function isTolerable(solid: Cluster, next: Cluster): boolean {
  return !isBlank(next.text) && !notFirst.has(next.text) && !notLast.has(solid.text)
}

function isBlank(text: string): boolean {
  return text === ' '
}

/**
 * Breaks a whole text into lines no wider than `width` points, by 避头尾, words and numbers kept together.
 * Where a word alone is wider than a line it is broken between any two characters, still by 避头尾 if at all
 * possible. The texts of the lines together are the texts of the clusters: nothing is lost.
 * @param indent points that the first line of each paragraph begins further in.
 */
export function breakLines(clusters: readonly Cluster[], width: number, indent = 0): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < clusters.length) {
    const end = nextFeed(clusters, start)
    breakParagraph(clusters, start, end, width, indent, lines)
    start = end
  }
  if (clusters.length === 0) return [makeLine([], true)]
  return lines
}

/** One past the next line feed, or the end. */
function nextFeed(clusters: readonly Cluster[], from: number): number {
  for (let index = from; index < clusters.length; index++) {
    if (isFeed(clusters[index])) return index + 1
  }
  return clusters.length
}

function isFeed(cluster: Cluster | undefined): boolean {
  return cluster !== undefined && (cluster.text === '\n' || cluster.text === '\r\n')
}

function breakParagraph(
  clusters: readonly Cluster[],
  start: number,
  end: number,
  width: number,
  indent: number,
  lines: Line[],
): void {
  let from = start
  let room = width - indent
  while (from < end) {
    const to = endOfLine(clusters, from, end, room)
    lines.push(makeLine(clusters.slice(from, to), to === end))
    from = to
    room = width
  }
}

/** One past the last cluster of the line that begins at `from`. */
function endOfLine(clusters: readonly Cluster[], from: number, end: number, room: number): number {
  let used = 0
  let legal = -1
  let tolerable = -1
  let solid: Cluster | undefined
  for (let index = from; index < end; index++) {
    const cluster = clusters[index]
    if (cluster === undefined) break
    const previous = clusters[index - 1]
    if (index > from && previous !== undefined) {
      if (!isBlank(previous.text) || solid === undefined) solid = previous
      if (mayBreak(previous, solid, cluster)) legal = index
      if (isTolerable(solid, cluster)) tolerable = index
    }
    // Blanks and feeds hang over the edge; half a hundredth of a point is rounding.
    const hangs = isBlank(cluster.text) || isFeed(cluster)
    if (!hangs && used + cluster.width > room + 0.005 && index > from) {
      if (legal > from) return legal
      return tolerable > from ? tolerable : index
    }
    used += cluster.width
  }
  return end
}

function makeLine(clusters: readonly Cluster[], last: boolean): Line {
  let visible = clusters.length
  while (visible > 0 && isHanging(clusters[visible - 1])) visible--
  const runs: Run[] = []
  let width = 0
  let size = 0
  let begin = 0
  for (let index = 0; index < visible; index++) {
    const cluster = clusters[index]
    const next = clusters[index + 1]
    if (cluster === undefined) continue
    width += cluster.width
    size = Math.max(size, cluster.size)
    const ends = index + 1 === visible || next?.face !== cluster.face || next.size !== cluster.size
    if (!ends && cluster.face !== 'box') continue
    runs.push(makeRun(clusters.slice(begin, index + 1), cluster))
    begin = index + 1
  }
  return { runs, width, size, last, text: clusters.map((cluster) => cluster.text).join('') }
}

function makeRun(clusters: readonly Cluster[], like: Cluster): Run {
  return {
    face: like.face,
    size: like.size,
    text: clusters.map((cluster) => cluster.drawn).join(''),
    width: clusters.reduce((sum, cluster) => sum + cluster.width, 0),
    clusters: clusters.length,
  }
}

function isHanging(cluster: Cluster | undefined): boolean {
  return cluster === undefined || isBlank(cluster.text) || isFeed(cluster)
}
