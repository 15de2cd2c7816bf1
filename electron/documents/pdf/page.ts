import type { Line, Run } from './line-breaking.ts'
import { baselineShare } from './style-sheet.ts'

/** Where something lies, in points from the upper left corner of the page. */
interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Something drawn. */
export type Mark =
  | {
      readonly kind: 'run'
      readonly x: number
      readonly baseline: number
      readonly run: Run
      readonly spacing: number
      /** black where it is left out */
      readonly colour?: string
    }
  | ({ readonly kind: 'frame' } & Area)
  | ({ readonly kind: 'outline' } & Area)
  /** A rule from left to right; `height` is its thickness, `y` its middle. */
  | ({ readonly kind: 'rule'; readonly colour: string; readonly dash?: number } & Area)
  | ({ readonly kind: 'picture'; readonly data: Uint8Array } & Area)
  | {
      readonly kind: 'squares'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly count: number
      readonly dark: Uint8Array
    }

/** A page as a list of what is drawn on it; the text area only. */
export interface Page {
  readonly marks: Mark[]
}

/** How a line sits in the width it was broken for. */
export type Placement = 'left' | 'center' | 'right' | 'justify'

/** Where lines are put. */
export interface LineBox {
  readonly x: number
  readonly top: number
  readonly width: number
  readonly lineHeight: number
  /** black where it is left out */
  readonly colour?: string
}

/** Height of a broken text, each line `lineHeight` high. */
export function heightOf(lines: readonly Line[], lineHeight: number): number {
  return lines.length * lineHeight
}

/**
 * Puts lines one below the other, the first one's box beginning at `top`. Chinese characters sit in the middle of
 * their line's height; `justify` spreads what is left over between the characters (两端对齐) except on last lines.
 */
export function placeLines(
  page: Page,
  lines: readonly Line[],
  box: LineBox,
  placement: Placement,
  indent = 0,
): void {
  let first = true
  let top = box.top
  for (const line of lines) {
    const begin = first ? indent : 0
    first = line.last
    const free = box.width - begin - line.width
    const gaps = line.runs.reduce((sum, run) => sum + run.clusters, 0) - 1
    const stretched = placement === 'justify' && !line.last && gaps > 0 && free > 0 && free < 3 * line.size
    const spacing = stretched ? free / gaps : 0
    const shift = placement === 'center' ? free / 2 : placement === 'right' ? free : 0
    const baseline = top + box.lineHeight / 2 + baselineShare * line.size
    placeRuns(page, line, box.x + begin + shift, baseline, spacing, box.colour)
    top += box.lineHeight
  }
}

function placeRuns(
  page: Page,
  line: Line,
  x: number,
  baseline: number,
  spacing: number,
  colour: string | undefined,
): void {
  let at = x
  for (const run of line.runs) {
    const drawn = { kind: 'run', x: at, baseline, run, spacing } as const
    if (run.text !== '') page.marks.push(colour === undefined ? drawn : { ...drawn, colour })
    at += run.width + spacing * run.clusters
  }
}
