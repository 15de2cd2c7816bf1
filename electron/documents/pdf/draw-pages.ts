import type PDFDocument from 'pdfkit'
import type { FontSet } from './fonts.ts'
import type { Line, Run } from './line-breaking.ts'
import type { Mark, Page } from './page.ts'
import type { Setting } from './setting.ts'
import {
  baselineShare,
  colours,
  gaps,
  lineShares,
  type Paper,
  pageMark,
  rules,
  sizes,
  tickBox,
} from './style-sheet.ts'

type Pdf = InstanceType<typeof PDFDocument>

/** What is printed around the text area of every page. */
export interface Surround {
  readonly paper: Paper
  readonly left: string
  readonly right: string
  readonly marks: readonly string[]
}

/** Makes the faces that were opened so far known to the document. */
export function registerFaces(pdf: Pdf, fonts: FontSet): void {
  // A ticked box needs a blank of it.
  fonts.face('serif')
  // pdfkit takes parsed fontkit fonts as well as files (an object with `layout`); its types know only files.
  // A name alone would parse the file again on every change of font: 500 rows took 102 s.
  for (const name of fonts.open()) pdf.registerFont(name, fonts.face(name) as unknown as Uint8Array)
}

/** Draws one page: the marks under everything, then its content, the running line and the page number. */
export function drawPage(
  pdf: Pdf,
  page: Page,
  number: number,
  of: number,
  surround: Surround,
  setting: Setting,
): void {
  const { paper } = surround
  pdf.addPage({ size: [paper.width, paper.height], margin: 0 })
  if (surround.marks.length > 0) drawAcross(pdf, surround.marks.join('　'), paper, setting)
  drawLines(pdf, page.marks)
  for (const mark of page.marks) {
    if (mark.kind === 'run') drawColoured(pdf, mark)
    if (mark.kind === 'squares') drawSquares(pdf, mark)
    if (mark.kind === 'rule') drawRule(pdf, mark)
    if (mark.kind === 'picture') drawPicture(pdf, mark)
  }
  drawRunningLine(pdf, surround, setting)
  drawPageNumber(pdf, number, of, surround, setting)
}

/** GB/T 9704-2012 7.5: 4号, 7 mm below the text area; odd pages one character from the right, even from the left. */
function drawPageNumber(pdf: Pdf, number: number, of: number, { paper }: Surround, setting: Setting): void {
  const size = sizes.pageNumber
  const label = one(setting, `第${number}页　共${of}页`, 'body', size)
  const x = number % 2 === 1 ? paper.left + paper.textWidth - size - label.width : paper.left + size
  drawLine(pdf, label, x, paper.top + paper.textHeight + gaps.pageNumber + size * (0.5 + baselineShare))
}

function drawAcross(pdf: Pdf, text: string, paper: Paper, setting: Setting): void {
  const { largest, length, upright, across, below } = pageMark
  const em = one(setting, text, 'label', 1).width
  const size = Math.min(largest, length / em)
  const slope = paper.width < paper.height ? upright : across
  const line = one(setting, text, 'label', size)
  const centre: [number, number] = [paper.width / 2, paper.height / 2]
  pdf.save()
  pdf.rotate(slope, { origin: centre })
  pdf.fillColor(colours.mark)
  drawLine(pdf, line, centre[0] - line.width / 2, centre[1] + size * below)
  pdf.restore()
  pdf.fillColor(colours.ink)
}

/** The last line stands over the text area; what is too long for it grows upwards, on the right over half the width. */
function drawRunningLine(pdf: Pdf, surround: Surround, setting: Setting): void {
  const { paper } = surround
  const size = sizes.least
  const baseline = paper.top - gaps.running
  const right = setting.lines(surround.right, { role: 'body', size }, paper.textWidth / 2)
  const taken = Math.max(...right.map(({ width }) => width))
  const room = paper.textWidth - taken - gaps.runningSides
  const left = setting.lines(surround.left, { role: 'body', size }, room)
  const lineHeight = size * lineShares.tight
  const height = (Math.max(left.length, right.length) - 1) * lineHeight
  const top = baseline - height
  for (const [index, line] of left.entries())
    drawLine(pdf, line, paper.left, baseline - (left.length - 1 - index) * lineHeight)
  for (const [index, line] of right.entries()) {
    const x = paper.left + paper.textWidth - line.width
    drawLine(pdf, line, x, baseline - (right.length - 1 - index) * lineHeight)
  }
  if (surround.marks.length === 0) return
  const middle = one(setting, `【${surround.marks.join('】【')}】`, 'label', sizes.subtitle)
  drawLine(pdf, middle, paper.left + (paper.textWidth - middle.width) / 2, top - gaps.runningMark)
}

function one(setting: Setting, text: string, role: 'body' | 'label', size: number): Line {
  const [line] = setting.lines(text, { role, size }, Number.MAX_SAFE_INTEGER)
  if (line === undefined) throw new Error('a text has at least one line')
  return line
}

function drawLine(pdf: Pdf, line: Line, x: number, baseline: number): void {
  let at = x
  for (const run of line.runs) {
    drawRun(pdf, run, at, baseline, 0)
    at += run.width
  }
}

function drawRun(pdf: Pdf, run: Run, x: number, baseline: number, spacing: number): void {
  if (run.face === 'box') {
    drawBox(pdf, run, x, baseline)
    return
  }
  pdf.font(run.face, run.size)
  const options = { lineBreak: false, baseline: 'alphabetic' } as const
  pdf.text(run.text, x, baseline, spacing === 0 ? options : { ...options, characterSpacing: spacing })
}

function drawColoured(pdf: Pdf, mark: Extract<Mark, { kind: 'run' }>): void {
  if (mark.colour !== undefined) pdf.fillColor(mark.colour)
  drawRun(pdf, mark.run, mark.x, mark.baseline, mark.spacing)
  if (mark.colour !== undefined) pdf.fillColor(colours.ink)
}

function drawRule(pdf: Pdf, { x, y, width, height, colour, dash }: Extract<Mark, { kind: 'rule' }>): void {
  pdf.lineWidth(height).strokeColor(colour)
  if (dash !== undefined) pdf.dash(dash, {})
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
  if (dash !== undefined) pdf.undash()
  pdf.strokeColor(colours.ink)
}

/** Opened once a document: the logo of 400 papers in one file is stored once. */
const opened = new WeakMap<Pdf, Map<Uint8Array, unknown>>()

function drawPicture(pdf: Pdf, { x, y, width, height, data }: Extract<Mark, { kind: 'picture' }>): void {
  const pictures = opened.get(pdf) ?? new Map<Uint8Array, unknown>()
  opened.set(pdf, pictures)
  const picture = pictures.get(data) ?? openPicture(pdf, data)
  pictures.set(data, picture)
  // pdfkit takes opened pictures as well as files; its types know only files.
  pdf.image(picture as Buffer, x, y, { width, height })
}

function openPicture(pdf: Pdf, data: Uint8Array): unknown {
  return (pdf as Pdf & { openImage(source: Uint8Array): unknown }).openImage(data)
}

/** ☐ and ☑ as lines, with the character itself for whoever copies the text. */
function drawBox(pdf: Pdf, run: Run, x: number, baseline: number): void {
  const side = run.size * tickBox.side
  const left = x + (run.size - side) / 2
  const top = baseline - side * tickBox.over
  pdf.markContent('Span', { actual: run.text })
  // A reader puts the character where a glyph of its span stands; a blank is a glyph that nobody sees.
  pdf.font('serif', run.size).text(' ', left, baseline, { lineBreak: false, baseline: 'alphabetic' })
  pdf
    .lineWidth(run.size * tickBox.rule)
    .rect(left, top, side, side)
    .stroke()
  if (run.text === '☑') {
    const [from, corner, to] = tickBox.tick
    pdf
      .lineWidth(run.size * tickBox.tickRule)
      .moveTo(left + side * from[0], top + side * from[1])
      .lineTo(left + side * corner[0], top + side * corner[1])
      .lineTo(left + side * to[0], top + side * to[1])
      .stroke()
  }
  pdf.endMarkedContent()
}

function drawLines(pdf: Pdf, marks: readonly Mark[]): void {
  let any = false
  for (const mark of marks) {
    if (mark.kind === 'frame') pdf.rect(mark.x, mark.y, mark.width, mark.height)
    else continue
    any = true
  }
  if (any) pdf.lineWidth(rules.frame).stroke()
  for (const mark of marks) {
    if (mark.kind === 'outline')
      pdf.lineWidth(rules.outline).rect(mark.x, mark.y, mark.width, mark.height).stroke()
  }
}

/** Dark squares side by side are one rectangle, so that no hairline shows between them. */
function drawSquares(pdf: Pdf, mark: Extract<Mark, { kind: 'squares' }>): void {
  const side = mark.size / mark.count
  for (let row = 0; row < mark.count; row++) {
    let begin = 0
    for (let column = 0; column <= mark.count; column++) {
      const dark = column < mark.count && mark.dark[row * mark.count + column] === 1
      if (dark) continue
      if (column > begin) pdf.rect(mark.x + begin * side, mark.y + row * side, (column - begin) * side, side)
      begin = column + 1
    }
  }
  pdf.fill(colours.ink)
}
