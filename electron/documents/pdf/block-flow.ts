import type {
  BannerBlock,
  FormBlock,
  FormText,
  GroupBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  TitleBlock,
} from '../../../shared/forms/form-model.ts'
import { layCut, layDigits, layLines } from './hand-room.ts'
import { headRoom, layLetterhead } from './letterhead.ts'
import type { Line } from './line-breaking.ts'
import { heightOf, type Page, type Placement, placeLines } from './page.ts'
import { layQr } from './qr-box.ts'
import { laySeal, sealHeight } from './seal.ts'
import type { Setting } from './setting.ts'
import type { Sheet } from './sheet.ts'
import { laySignatures, signatureHeights } from './signature-boxes.ts'
import { gaps, lineShares, type Paper, paper, sizes } from './style-sheet.ts'
import { layTable } from './table-layout.ts'

/** How a flow is made otherwise than usual. */
export interface FlowOptions {
  /** of the text area in points; a trial of a group is run on an endless one */
  readonly height?: number
  /** of a trial: that something stands above it on the page */
  readonly below?: boolean
}

/** What must stay on one page with the end of a block: its height, and with how many lines of a text. */
interface Company {
  readonly height: number
  readonly lines: number
}

const nobody: Company = { height: 0, lines: 0 }
const rounding = 0.01
/** Neither the first nor the last lines of a paragraph that goes over a page are fewer than these. */
const together = 2

/** How a paragraph is set. */
interface TextSetting {
  readonly role: 'title' | 'body' | 'label'
  readonly size: number
  readonly lineHeight: number
  readonly placement: Placement
  readonly indent?: number
}

/** Turns a form's blocks into pages, from top to bottom. */
export class BlockFlow implements Sheet {
  readonly left: number
  readonly width: number
  readonly pages: Page[] = []
  private readonly setting: Setting
  private readonly paper: Paper
  private readonly height: number
  private readonly below: boolean
  private belowTitle: number = gaps.belowTitle
  private y: number

  constructor(setting: Setting, sheet: Paper = paper, options: FlowOptions = {}) {
    this.setting = setting
    this.paper = sheet
    this.height = options.height ?? sheet.textHeight
    this.below = options.below ?? false
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
    return this.y <= this.paper.top && !this.below
  }

  nextPage(): void {
    this.pages.push({ marks: [] })
    this.y = this.paper.top
  }

  need(height: number): void {
    if (!this.empty() && this.y + height > this.bottom() + rounding) this.nextPage()
  }

  /** Adds blocks below what is there; what is between two cuts stays together. */
  add(blocks: readonly FormBlock[]): void {
    const single = blocks.flatMap((block) => (block.kind === 'list' ? itemsOf(block) : [block]))
    if (!single.some(({ kind }) => kind === 'cut')) {
      for (const [index, block] of single.entries()) this.addOne(block, this.companyOf(single, index))
      return
    }
    let from = 0
    for (const [index, { kind }] of [...single, { kind: 'cut' }].entries()) {
      if (kind !== 'cut') continue
      if (from > 0) layCut(this)
      if (index > from) this.group({ kind: 'group', blocks: single.slice(from, index) })
      from = index + 1
    }
  }

  private addOne(block: FormBlock, company: Company): void {
    switch (block.kind) {
      case 'title':
        this.title(block)
        break
      case 'heading':
        this.heading(block)
        break
      case 'paragraph':
        this.text(block.text, paragraphSetting(block), company)
        break
      case 'list':
        this.add([block])
        break
      case 'grid':
        layTable({ ...block, header: [] }, this, this.setting, company.height)
        break
      case 'table':
        layTable(block, this, this.setting, company.height)
        break
      case 'signatures':
        laySignatures(block, this, this.setting)
        break
      case 'qr':
        layQr(block, this, this.setting, company.height)
        break
      case 'banner':
        this.banner(block, company)
        break
      case 'space':
        if (!this.empty()) this.y += block.height
        break
      case 'group':
        this.group(block, company)
        break
      case 'letterhead':
        layLetterhead(block, this, this.setting)
        this.belowTitle = headRoom(block).belowTitle
        break
      case 'seal':
        laySeal(block, this, this.setting)
        break
      case 'lines':
        layLines(block, this, company.height)
        break
      case 'digits':
        layDigits(block, this)
        break
      case 'cut':
        layCut(this)
        break
    }
  }

  /**
   * What must not be parted from the end of a block: 署名 or boxes to sign in never stand on a page without some of
   * what they sign (GB/T 9704-2012 7.3.5: no page that says 此页无正文).
   */
  private companyOf(blocks: readonly FormBlock[], index: number): Company {
    let room = 0
    for (let at = index + 1; at < blocks.length; at++) {
      const next = blocks[at]
      if (next === undefined) break
      if (next.kind === 'space') room += next.height
      else if (next.kind === 'seal')
        return { height: room + sealHeight(next, this.width, this.setting), lines: together }
      else if (next.kind === 'signatures') {
        const [first = 0] = signatureHeights(next, this.width, this.setting)
        return { height: room + first, lines: together }
      } else if (next.kind === 'paragraph') {
        const company = this.companyOf(blocks, at)
        if (company.lines === 0) break
        const setting = paragraphSetting(next)
        const count = this.setting.lines(next.text, setting, this.width, setting.indent).length
        if (count >= company.lines) break
        const height = room + count * setting.lineHeight + company.height
        return { height, lines: company.lines - count }
      } else break
    }
    return nobody
  }

  private title(block: TitleBlock): void {
    if (block.above !== undefined) {
      this.text(block.above, {
        role: 'title',
        size: sizes.body,
        lineHeight: sizes.bodyLine,
        placement: 'center',
      })
    }
    const lineHeight = sizes.title * lineShares.title
    this.text(block.text, { role: 'title', size: sizes.title, lineHeight, placement: 'center' })
    this.y += this.belowTitle
    if (block.below !== undefined) {
      const small = sizes.small * lineShares.tight
      this.text(block.below, { role: 'body', size: sizes.small, lineHeight: small, placement: 'right' })
      this.y += gaps.belowNumber
    }
  }

  private heading(block: HeadingBlock): void {
    if (!this.empty()) this.y += gaps.heading
    const lineHeight = sizes.body * lineShares.subtitle
    this.need(lineHeight + gaps.headingCompany)
    this.text(block.text, { role: 'label', size: sizes.body, lineHeight, placement: 'left' })
    this.y += gaps.belowHeading
  }

  /** Lines over the whole width, going to the next page where they must; no single line is left behind. */
  private text(text: FormText, setting: TextSetting, company: Company = nobody): void {
    const { lineHeight, placement, indent = 0 } = setting
    const lines = this.setting.lines(text, setting, this.width, indent)
    let rest: readonly Line[] = lines
    while (rest.length > 0) {
      const room = this.bottom() - this.y + rounding
      const here = linesHere(rest.length, room, lineHeight, company)
      if (here === 0 && !this.empty()) {
        this.nextPage()
        continue
      }
      // Nothing but a page of its own: as many as it holds.
      const count = Math.max(1, here === 0 ? Math.min(rest.length, Math.floor(room / lineHeight)) : here)
      const now = rest.slice(0, count)
      const box = { x: this.left, top: this.y, width: this.width, lineHeight }
      placeLines(this.page(), now, box, placement, rest === lines ? indent : 0)
      this.y += heightOf(now, lineHeight)
      rest = rest.slice(now.length)
      if (rest.length > 0) this.nextPage()
    }
  }

  private banner(block: BannerBlock, company: Company): void {
    const { inside, side, below } = gaps.banner
    const width = this.width - 2 * side
    const lineHeight = sizes.subtitle * lineShares.small
    const lines = this.setting.lines(block.text, { role: 'label', size: sizes.subtitle }, width)
    const height = heightOf(lines, lineHeight) + 2 * inside
    this.need(height + company.height)
    this.page().marks.push({ kind: 'outline', x: this.left, y: this.y, width: this.width, height })
    const box = { x: this.left + side, top: this.y + inside, width, lineHeight }
    placeLines(this.page(), lines, box, 'center')
    this.y += height + below
  }

  /** Together on this page, else together on the next, else, where no page holds it, as it comes. */
  private group(block: GroupBlock, company: Company = nobody): void {
    const room = this.bottom() - this.y + rounding
    if (!this.empty() && this.heightOf(block, true) + company.height > room) {
      if (this.heightOf(block, false) <= this.height) this.nextPage()
    }
    this.add(block.blocks)
  }

  /** Height of a group; a gap or a cut at its beginning is only where something stands above it. */
  private heightOf(block: GroupBlock, below: boolean): number {
    const trial = new BlockFlow(this.setting, this.paper, { height: Number.MAX_SAFE_INTEGER, below })
    trial.add(block.blocks)
    return trial.cursor() - this.paper.top
  }
}

/** Of so many lines, how many are put on a page with so much room; 0: none, they begin on the next. */
function linesHere(count: number, room: number, lineHeight: number, company: Company): number {
  const fits = Math.floor(room / lineHeight)
  const whole = fits >= count && count * lineHeight + company.height <= room
  if (whole) return count
  const over = Math.max(company.lines, count > together ? together : 1)
  const here = Math.min(fits, count - over)
  return here >= Math.min(together, count) ? here : 0
}

function itemsOf(block: ListBlock): ParagraphBlock[] {
  return block.items.map((item, index) => {
    const number = `${index + 1}．`
    const text: FormText = typeof item === 'string' ? `${number}${item}` : [{ text: number }, ...item]
    return { kind: 'paragraph', text, size: block.size ?? 'small' }
  })
}

function paragraphSetting(block: ParagraphBlock): TextSetting & { readonly indent: number } {
  const small = block.size === 'small'
  const size = small ? sizes.small : sizes.body
  const align = block.align ?? 'left'
  return {
    role: 'body',
    size,
    lineHeight: small ? sizes.small * lineShares.small : sizes.bodyLine,
    indent: (block.indent ?? true) ? 2 * size : 0,
    placement: align === 'left' ? 'justify' : align,
  }
}
