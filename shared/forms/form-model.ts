/**
 * What a paper form says and how its parts hang together, without a word about fonts or coordinates.
 * One renderer (electron/documents/pdf) turns any form model into pages.
 *
 * Widths are shares of the text area's width (版心, 156 mm in GB/T 9704-2012), sizes are points.
 */
export interface FormModel {
  /** Names the form in file names and metadata: `draw-record`. */
  readonly id: string
  /** 标题, printed once at the top and given to the document's metadata. */
  readonly title: string
  /** Small line above the text area of every page: what is on the left, what on the right. */
  readonly running: { readonly left: string; readonly right: string }
  /** 演练, 未经现场见证: printed large and light across every page, and in its running line. */
  readonly marks: readonly string[]
  /** A4 across, for a table of many columns. */
  readonly across?: boolean
  readonly blocks: readonly FormBlock[]
}

export type FormBlock =
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | GridBlock
  | TableBlock
  | SignatureBlock
  | QrBlock
  | BannerBlock
  | SpaceBlock
  | GroupBlock
  | LetterheadBlock
  | SealBlock
  | LinesBlock
  | DigitsBlock
  | CutBlock

/** 标题, 2号小标宋 style; `above` is the issuing office, `below` the number or date. */
export interface TitleBlock {
  readonly kind: 'title'
  readonly text: string
  readonly above?: string
  readonly below?: string
}

/** A heading inside the form; never left alone at the foot of a page. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly text: string
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: FormText
  readonly align?: Align
  /** Two characters, as a Chinese paragraph begins; `false` for none. Default `true`. */
  readonly indent?: boolean
  /** `body` 3号 (the default), `small` for notes. */
  readonly size?: 'body' | 'small'
}

/** Numbered sentences, 1. 2. 3. */
export interface ListBlock {
  readonly kind: 'list'
  readonly items: readonly FormText[]
  readonly size?: 'body' | 'small'
}

/** Labels and values in a ruled grid, cells spanning columns as a form needs. */
export interface GridBlock {
  readonly kind: 'grid'
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  readonly fontSize?: number
  /** Less room above and below each line, for a form that should stay on one page. */
  readonly dense?: boolean
}

/** A table with a header of one or more levels, repeated on every page it goes over. */
export interface TableBlock {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly header: readonly TableRow[]
  readonly rows: readonly TableRow[]
  /** Printed in one cell over the whole width where there are no rows. */
  readonly empty?: string
  readonly fontSize?: number
  /** As of a grid. */
  readonly dense?: boolean
}

export interface Column {
  /** Share of the table's width. */
  readonly width: number
  /** Of the body's cells; header cells are centred. Default `left`. */
  readonly align?: Align
}

export type Align = 'left' | 'center' | 'right'

export interface TableRow {
  /** As in HTML: a cell covered by a span of an earlier row is left out. */
  readonly cells: readonly TableCell[]
  /** Points; the row is at least this high (room to write by hand). */
  readonly minHeight?: number
}

export interface TableCell {
  readonly text: FormText
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly align?: Align
  /** Default `middle`. */
  readonly valign?: 'top' | 'middle'
  /** `label`: a field's name, in the label's font, centred; `section`: a heading inside the table, larger, left. */
  readonly role?: 'label' | 'section'
}

/** Boxes to sign in, `perRow` side by side; a row of boxes is never split. */
export interface SignatureBlock {
  readonly kind: 'signatures'
  readonly perRow: number
  readonly boxes: readonly SignatureBox[]
}

export interface SignatureBox {
  readonly label: string
  /** The typed name; `null` leaves the line empty. */
  readonly name: string | null
}

/** A QR code with text beside it; never split. */
export interface QrBlock {
  readonly kind: 'qr'
  readonly content: string
  /** Millimetres, without the quiet zone. */
  readonly size: number
  readonly caption: readonly FormText[]
}

/** A framed line over the whole width that cannot be overlooked. */
export interface BannerBlock {
  readonly kind: 'banner'
  readonly text: string
}

export interface SpaceBlock {
  readonly kind: 'space'
  /** Points. */
  readonly height: number
}

/** Blocks that stay on one page wherever one page can hold them. */
export interface GroupBlock {
  readonly kind: 'group'
  readonly blocks: readonly FormBlock[]
}

/**
 * 版头 of an official paper (GB/T 9704-2012 7.2): the office's mark in 小标宋 style, 文号 below, and the rule under it;
 * red where the office wants it, else black without the rule (paper that has a red head already).
 */
export interface LetterheadBlock {
  readonly kind: 'letterhead'
  readonly office: string
  /** data: URL of a PNG or JPEG, left of the mark; `null` for none */
  readonly logo: string | null
  /** 文号; `null` leaves room to write it */
  readonly number: string | null
  readonly red: boolean
  /** of a letter to one addressee (通知书、函、告知书、答复书), whose head stands higher than that of a 报告 or 通报 */
  readonly letter?: boolean
}

/**
 * 署名 and 成文日期 with room for the seal (GB/T 9704-2012 7.3.5): the date ends four characters from the right edge,
 * the office stands centred above it, and both stay with at least two lines of what goes before.
 */
export interface SealBlock {
  readonly kind: 'seal'
  readonly office: string
  /** `2026年11月20日`; `null` leaves 　　年　月　日 to be written */
  readonly date: string | null
}

/** Ruled lines to write on by hand, goes over pages as needed. */
export interface LinesBlock {
  readonly kind: 'lines'
  readonly count: number
  /** Height of one line in millimetres; 9 where it is left out. */
  readonly height?: number
}

/** Boxes for single digits or characters to be written into, in groups. */
export interface DigitsBlock {
  readonly kind: 'digits'
  readonly count: number
  /** a wider gap after every so many boxes */
  readonly group: number
  /** Side of a box in millimetres; 9 where it is left out. */
  readonly size?: number
}

/** A dashed line across the page to cut along; what is between two of them stays together. */
export interface CutBlock {
  readonly kind: 'cut'
}

/** A line feed in the text begins a new line. ☐ and ☑ are drawn as boxes. */
export type FormText = string | readonly TextPiece[]

export interface TextPiece {
  readonly text: string
  /** `strong`: 黑体; `code`: equal widths. Default: the font of the place. */
  readonly style?: 'strong' | 'code'
  /** For `code`: a gap after every so many characters, and lines break only there. */
  readonly group?: number
}

/** A digest, set in groups of eight so that it can be read aloud and compared. */
export function codePiece(text: string, group = 8): TextPiece {
  return { text, style: 'code', group }
}

/** The characters of a form text without their styles. */
export function plainText(text: FormText): string {
  return typeof text === 'string' ? text : text.map((piece) => piece.text).join('')
}
