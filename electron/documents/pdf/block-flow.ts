import type {
  BannerBlock,
  FormBlock,
  FormText,
  GroupBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  QrBlock,
  SignatureBlock,
  SignatureBox,
  TitleBlock,
} from '../../../shared/forms/form-model.ts'
import type { Line } from './line-breaking.ts'
import {
  heightOf,
  mm,
  type Page,
  type Paper,
  type Placement,
  paper,
  placeLines,
  sizes,
  tightLine,
} from './page.ts'
import { qrSquares } from './qr-squares.ts'
import type { Setting } from './setting.ts'
import { layTable, type Sheet } from './table-layout.ts'

/** Room below a heading that must be left for what it heads. */
const headingCompany = mm(18)
const signatureHeight = mm(19)
/** Room to write between what is printed in a signature box and its date. */
const signatureRoom = mm(4)
/** Line of the printed role and name in a signature box. */
const nameLine = 12
const qrGap = mm(5)
/** Quiet zone around a QR code, ISO/IEC 18004 asks for four modules (0.9 mm each at most). */
const qrMargin = mm(4)

/** Turns a form's blocks into pages, from top to bottom. */
export class BlockFlow implements Sheet {
  readonly left: number
  readonly width: number
  readonly pages: Page[] = []
  private readonly setting: Setting
  private readonly paper: Paper
  private readonly height: number
  private y: number

  /** @param height of the text area in points; a trial of a group is run on an endless one. */
  constructor(setting: Setting, sheet: Paper = paper, height: number = sheet.textHeight) {
    this.setting = setting
    this.paper = sheet
    this.height = height
    this.left = sheet.left
    this.width = sheet.textWidth
    this.y = sheet.top
    this.pages.push({ marks: [] })
  }

  page(): Page {
    const last = this.pages.at(-1)
    if (last === undefined) throw new Error('a flow has no page')
    return last
  }

  cursor(): number {
    return this.y
  }

  moveTo(y: number): void {
    this.y = y
  }

  top(): number {
    return this.paper.top
  }

  bottom(): number {
    return this.paper.top + this.height
  }

  empty(): boolean {
    return this.y <= this.paper.top
  }

  nextPage(): void {
    this.pages.push({ marks: [] })
    this.y = this.paper.top
  }

  /** Adds blocks below what is there. */
  add(blocks: readonly FormBlock[]): void {
    for (const block of blocks) this.addOne(block)
  }

  private addOne(block: FormBlock): void {
    switch (block.kind) {
      case 'title':
        this.title(block)
        break
      case 'heading':
        this.heading(block)
        break
      case 'paragraph':
        this.paragraph(block)
        break
      case 'list':
        this.list(block)
        break
      case 'grid':
        layTable({ ...block, header: [] }, this, this.setting)
        break
      case 'table':
        layTable(block, this, this.setting)
        break
      case 'signatures':
        this.signatures(block)
        break
      case 'qr':
        this.qr(block)
        break
      case 'banner':
        this.banner(block)
        break
      case 'space':
        if (!this.empty()) this.y += block.height
        break
      case 'group':
        this.group(block)
        break
    }
  }

  private title(block: TitleBlock): void {
    if (block.above !== undefined) {
      this.text(block.above, 'title', sizes.body, sizes.bodyLine, 'center')
    }
    this.text(block.text, 'title', sizes.title, sizes.title * 1.5, 'center')
    this.y += 4
    if (block.below !== undefined) {
      this.text(block.below, 'body', sizes.small, sizes.small * tightLine, 'right')
      this.y += 3
    }
  }

  private heading(block: HeadingBlock): void {
    if (!this.empty()) this.y += 10
    this.need(sizes.subtitle * 1.6 + headingCompany)
    this.text(block.text, 'label', sizes.subtitle, sizes.subtitle * 1.6, 'left')
    this.y += 2
  }

  private paragraph(block: ParagraphBlock): void {
    const small = block.size === 'small'
    const size = small ? sizes.small : sizes.body
    const lineHeight = small ? sizes.small * 1.5 : sizes.bodyLine
    const indent = (block.indent ?? true) ? 2 * size : 0
    const align = block.align ?? 'left'
    this.text(block.text, 'body', size, lineHeight, align === 'left' ? 'justify' : align, indent)
  }

  private list(block: ListBlock): void {
    for (const [index, item] of block.items.entries()) {
      const number = `${index + 1}．`
      const text: FormText = typeof item === 'string' ? `${number}${item}` : [{ text: number }, ...item]
      this.paragraph({ kind: 'paragraph', text, size: block.size ?? 'small' })
    }
  }

  /** Lines over the whole width, going to the next page where they must; no single line is left behind. */
  private text(
    text: FormText,
    role: 'title' | 'body' | 'label',
    size: number,
    lineHeight: number,
    placement: Placement,
    indent = 0,
  ): void {
    const lines = this.setting.lines(text, { role, size }, this.width, indent)
    let rest: readonly Line[] = lines
    while (rest.length > 0) {
      const fits = Math.floor((this.bottom() - this.y + 0.01) / lineHeight)
      const alone = fits === 1 && rest.length > 1
      if ((fits < 1 || alone) && !this.empty()) {
        this.nextPage()
        continue
      }
      const now = rest.slice(0, Math.max(1, fits))
      const box = { x: this.left, top: this.y, width: this.width, lineHeight }
      placeLines(this.page(), now, box, placement, rest === lines ? indent : 0)
      this.y += heightOf(now, lineHeight)
      rest = rest.slice(now.length)
    }
  }

  private need(height: number): void {
    if (!this.empty() && this.y + height > this.bottom() + 0.01) this.nextPage()
  }

  private signatures(block: SignatureBlock): void {
    for (let index = 0; index < block.boxes.length; index += block.perRow) {
      const boxes = block.boxes.slice(index, index + block.perRow)
      // A short last row shares the whole width: boxes beside nothing look like a mistake.
      const width = this.width / boxes.length
      const height = Math.max(...boxes.map((box) => this.signatureBoxHeight(box, width)))
      this.need(height)
      for (const [place, box] of boxes.entries()) {
        this.signatureBox(box, this.left + place * width, width, height)
      }
      this.y += height
    }
  }

  private signatureLines({ label, name }: SignatureBox, inner: number): { heading: Line[]; typed: Line[] } {
    return {
      heading: this.setting.lines(label, { role: 'label', size: sizes.small }, inner),
      typed: name === null ? [] : this.setting.lines(name, { role: 'body', size: 9 }, inner),
    }
  }

  /** As high as usual, or higher where a long role and name would run into the date. */
  private signatureBoxHeight(box: SignatureBox, width: number): number {
    const lineHeight = sizes.small * tightLine
    const { heading, typed } = this.signatureLines(box, width - 10)
    const printed = 3 + heightOf(heading, lineHeight) + heightOf(typed, nameLine)
    return Math.max(signatureHeight, printed + signatureRoom + lineHeight + 2)
  }

  private signatureBox(box: SignatureBox, x: number, width: number, height: number): void {
    const page = this.page()
    page.marks.push({ kind: 'frame', x, y: this.y, width, height })
    const inner = width - 10
    const lineHeight = sizes.small * tightLine
    const { heading, typed } = this.signatureLines(box, inner)
    placeLines(page, heading, { x: x + 5, top: this.y + 3, width: inner, lineHeight }, 'left')
    const below = this.y + 3 + heightOf(heading, lineHeight)
    placeLines(page, typed, { x: x + 5, top: below, width: inner, lineHeight: nameLine }, 'left')
    const date = this.setting.lines('年　　月　　日', { role: 'body', size: sizes.small }, inner)
    const top = this.y + height - lineHeight - 2
    placeLines(page, date, { x: x + 5, top, width: inner, lineHeight }, 'right')
  }

  private qr(block: QrBlock): void {
    const size = mm(block.size)
    const x = this.left + size + 2 * qrMargin + qrGap
    const width = this.left + this.width - x - qrGap
    const lineHeight = sizes.small * 1.5
    const captions = block.caption.map((text) =>
      this.setting.lines(text, { role: 'body', size: sizes.small }, width),
    )
    const textHeight = captions.reduce((sum, lines) => sum + heightOf(lines, lineHeight), 0)
    const height = Math.max(size + 2 * qrMargin, textHeight)
    this.need(height)
    const page = this.page()
    page.marks.push({ kind: 'frame', x: this.left, y: this.y, width: this.width, height })
    page.marks.push({
      kind: 'squares',
      x: this.left + qrMargin,
      y: this.y + (height - size) / 2,
      size,
      ...qrSquares(block.content),
    })
    let top = this.y + (height - textHeight) / 2
    for (const lines of captions) {
      placeLines(page, lines, { x, top, width, lineHeight }, 'left')
      top += heightOf(lines, lineHeight)
    }
    this.y += height
  }

  private banner(block: BannerBlock): void {
    const width = this.width - 12
    const lineHeight = sizes.subtitle * 1.5
    const lines = this.setting.lines(block.text, { role: 'label', size: sizes.subtitle }, width)
    const height = heightOf(lines, lineHeight) + 8
    this.need(height)
    this.page().marks.push({ kind: 'outline', x: this.left, y: this.y, width: this.width, height })
    placeLines(this.page(), lines, { x: this.left + 6, top: this.y + 4, width, lineHeight }, 'center')
    this.y += height + 6
  }

  /** Together on this page, else together on the next, else, where no page holds it, as it comes. */
  private group(block: GroupBlock): void {
    const trial = new BlockFlow(this.setting, this.paper, Number.MAX_SAFE_INTEGER)
    trial.add([{ kind: 'space', height: 0 }, ...block.blocks])
    const height = trial.cursor() - this.paper.top
    if (height <= this.height) this.need(height + (this.empty() ? 0 : 10))
    this.add(block.blocks)
  }
}
