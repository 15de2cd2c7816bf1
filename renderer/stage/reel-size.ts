import type { Result } from './frame.ts'
import type { RollRow } from './pool-rows.ts'
import { numberParts, textWidth } from './words.ts'

/** Size of body text, and a line of it, in hundredths of the picture's height; stage.css has the same. */
const text = 4.6
const line = 6
/** What a row needs beside its name: its place, the word beside those struck out, the spaces between. */
const beside = 34
/** What is left for the reel and the result below it. */
const room = 83
/** What the line takes that says that names are kept secret. */
const band = 8

/** How many lines a row needs for the longest name, and how many rows are whole. */
export function reelSize(
  rows: readonly RollRow[],
  width: number,
  result: Result | null,
  concealed: boolean,
): { readonly lines: number; readonly seen: number } {
  const perLine = Math.max(4, Math.floor((width - beside) / text))
  const lines = Math.min(6, Math.max(1, Math.ceil(longest(rows) / perLine)))
  const left = result === null ? 40 : Math.min(40, room - (concealed ? band : 0) - heightOf(result, width))
  return { lines, seen: Math.max(0, Math.min(7, odd(Math.floor(left / (lines * line + 1))))) }
}

function odd(count: number): number {
  return count % 2 === 0 ? count - 1 : count
}

const known = new WeakMap<readonly RollRow[], number>()

function longest(rows: readonly RollRow[]): number {
  const kept = known.get(rows)
  if (kept !== undefined) return kept
  let most = 0
  for (const row of rows) most = Math.max(most, textWidth(row.name))
  known.set(rows, most)
  return most
}

/** How wide the number is that stands for a name, with the space beside it; 0 for a name. */
function numberWidth(name: string): number {
  const parts = numberParts(name)
  return parts === null ? 0 : textWidth(parts.kind) * text + textWidth(parts.number) * 10 + 4.6
}

/** The height that a result takes, never less than it really does. */
function heightOf({ context, drawn, remark }: Result, width: number): number {
  const lines = (words: string, size: number) =>
    Math.ceil(textWidth(words) / Math.max(4, Math.floor((width - 4) / size))) * size * 1.3
  const several = drawn.length > 1
  const perRow = Math.max(1, Math.floor(width / Math.max(42, ...drawn.map(({ name }) => numberWidth(name)))))
  const names = several
    ? Math.ceil(drawn.length / perRow) * 21
    : drawn.reduce((sum, { name }) => sum + lines(name, textWidth(name) > 26 ? 6.2 : 10) + 7, 0)
  return (
    9 + names + (context === null ? 0 : lines(context, text)) + (remark === null ? 0 : lines(remark, text))
  )
}
