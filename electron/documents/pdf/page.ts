import type { Line, Run } from './line-breaking.ts'

/** Points of a length in millimetres. */
export function mm(length: number): number {
  return (length * 72) / 25.4
}

/** Where a page ends and where its text area (版心) lies. Points. */
export interface Paper {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly textWidth: number
  readonly textHeight: number
}

/** A4 as GB/T 9704-2012 5.1 and 5.2 set it: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
export const paper: Paper = {
  width: mm(210),
  height: mm(297),
  left: mm(28),
  top: mm(37),
  textWidth: mm(156),
  textHeight: mm(225),
}

/** A4 across, for wide tables (GB/T 9704-2012 11: 横排表格): bound at its upper edge, 订口 28 mm. */
export const paperAcross: Paper = {
  width: mm(297),
  height: mm(210),
  left: mm(24),
  top: mm(30),
  textWidth: mm(249),
  textHeight: mm(157),
}

/** Sizes of GB/T 9704-2012 in points: title 2号, body 3号 on lines of 29 pt (22 a page), page number 4号. */
export const sizes = {
  title: 22,
  body: 16,
  bodyLine: 29,
  subtitle: 14,
  pageNumber: 14,
  small: 10.5,
  table: 10.5,
} as const

/** Share of its size that a line of a table or a note takes. */
export const tightLine = 1.4

/** Something drawn, in points from the upper left corner of the page. */
export type Mark =
  | {
      readonly kind: 'run'
      readonly x: number
      readonly baseline: number
      readonly run: Run
      readonly spacing: number
    }
  | {
      readonly kind: 'frame'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | {
      readonly kind: 'outline'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
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
  box: { readonly x: number; readonly top: number; readonly width: number; readonly lineHeight: number },
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
    placeRuns(page, line, box.x + begin + shift, top + (box.lineHeight + 0.76 * line.size) / 2, spacing)
    top += box.lineHeight
  }
}

function placeRuns(page: Page, line: Line, x: number, baseline: number, spacing: number): void {
  let at = x
  for (const run of line.runs) {
    if (run.text !== '') page.marks.push({ kind: 'run', x: at, baseline, run, spacing })
    at += run.width + spacing * run.clusters
  }
}
