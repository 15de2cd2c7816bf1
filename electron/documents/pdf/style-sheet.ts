/**
 * Every measure and colour of the papers, in one place: what a paper looks like is changed here and nowhere else.
 * Points, unless a name says otherwise. GB/T 9704-2012 where it applies.
 */

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

/**
 * Sizes of GB/T 9704-2012: title 2号, body 3号 on 22 lines a page, page number 4号; tables and notes 五号,
 * headings in a table 小四. Nothing is smaller than `least`, 小五.
 */
export const sizes = {
  title: 22,
  body: 16,
  bodyLine: paper.textHeight / 22,
  subtitle: 14,
  pageNumber: 14,
  section: 12,
  small: 10.5,
  table: 10.5,
  least: 9,
} as const

/** Line heights as shares of the size. */
export const lineShares = {
  /** of a table, a note, what is printed beside a code */
  tight: 1.4,
  /** of a dense table */
  dense: 1.3,
  /** of small paragraphs */
  small: 1.5,
  title: 1.5,
  subtitle: 1.6,
} as const

/** Codes are set smaller than the text around them: the letters of the mono face look large beside 宋体. */
export const codeScale = 0.8

/** Where the baseline lies below the middle of a line, as a share of the size: half of how high 汉字 stand over it. */
export const baselineShare = 0.38

/** Colours. Marks are grey so that every character over them stays readable on every copy. */
export const colours = {
  ink: '#000000',
  /** 红头 and its rule (GB/T 9704-2012 7.2.4, 7.2.7) */
  red: '#d7000f',
  mark: '#e0e0e0',
} as const

/** A mark across the page: as large as its length allows; degrees it is turned by; how far it hangs below the middle. */
export const pageMark = { largest: 170, length: mm(235), upright: -52, across: -30, below: 0.36 } as const

/** ☐ and ☑: shares of the size; the corners of the tick as shares of the box's side. */
export const tickBox = {
  side: 0.74,
  /** how much of the side stands over the baseline */
  over: 0.95,
  rule: 1 / 15,
  tickRule: 1 / 10,
  tick: [
    [0.18, 0.5],
    [0.42, 0.76],
    [0.84, 0.22],
  ],
} as const

/** Thickness of rules. */
export const rules = {
  frame: 0.5,
  outline: 1.1,
  /** 版头中的分隔线 */
  letterhead: 1.6,
  writing: 0.5,
  cut: 0.7,
} as const

/** Room left free between and inside what is printed. */
export const gaps = {
  heading: 10,
  belowHeading: 2,
  belowTitle: 4,
  belowNumber: 3,
  banner: { inside: 4, side: 6, below: 6 },
  cell: {
    x: 3.5,
    y: 2.8,
    /** of a dense table: enough that no stroke touches a rule */
    denseY: 1.5,
  },
  /** Below a heading, left for what it heads. */
  headingCompany: mm(18),
  /** The running line over the text area, the page number under it (GB/T 9704-2012 7.5: 7 mm). */
  running: mm(7),
  runningMark: mm(6),
  runningSides: mm(4),
  pageNumber: mm(7),
} as const

/** Boxes to sign in. */
export const signatureBox = {
  height: mm(19),
  /** room to write between what is printed in a box and its date */
  room: mm(4),
  nameLine: 12,
  side: 5,
  top: 3,
  bottom: 2,
} as const

/** QR codes; the quiet zone is the four modules of ISO/IEC 18004, of at most 0.9 mm each. */
export const qrBox = { gap: mm(5), quiet: mm(4) } as const

/** 版头 (GB/T 9704-2012 7.2). */
export const letterhead = {
  /** a mark is set as large as its line allows, within these */
  largest: 42,
  smallest: 26,
  line: 1.25,
  /** between 文号 and the rule */
  beforeRule: mm(4),
  logo: { height: mm(18), width: mm(30), gap: mm(4) },
} as const

/** Room of a 版头 and of the title below it: set by what a paper is, never by how long it is. */
export interface HeadRoom {
  readonly overMark: number
  readonly overNumber: number
  readonly belowRule: number
  readonly belowTitle: number
}

/** Of a 公文, as GB/T 9704-2012 7.2.4, 7.2.5, 7.3.1 and 7.3.2 set it: 35 mm, two lines, two lines, one line. */
export const headOfDocument: HeadRoom = {
  overMark: mm(35),
  overNumber: 2 * sizes.bodyLine,
  belowRule: 2 * sizes.bodyLine,
  belowTitle: sizes.bodyLine,
}

/**
 * Of a letter to one addressee: its mark stands near the upper edge of the text area, as that of a 信函 does
 * (GB/T 9704-2012 10.1), so that a usual letter is one sheet.
 */
export const headOfLetter: HeadRoom = {
  overMark: mm(6),
  overNumber: mm(5),
  belowRule: mm(10),
  belowTitle: mm(3),
}

/**
 * Room of a seal of 42 mm over 署名 and 成文日期, its upper edge within a line of what goes before
 * (GB/T 9704-2012 7.3.5.1).
 */
export const sealRoom = {
  above: mm(13),
  below: mm(7),
  line: sizes.bodyLine,
  /** 右空四字 */
  right: 4 * sizes.body,
} as const

/** What is written by hand, and where paper is cut. Side and height of a line are a form's choice. */
export const handRoom = {
  line: mm(9),
  digit: mm(9),
  digitGap: mm(1.5),
  digitGroupGap: mm(4.5),
  digitsBelow: mm(3),
  cut: mm(9),
  dash: 4,
} as const
