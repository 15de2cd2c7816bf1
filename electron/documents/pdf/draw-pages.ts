import type { Font } from 'fontkit'
import type PDFDocument from 'pdfkit'
import type { FaceName } from './fonts.ts'
import type { Line, Run } from './line-breaking.ts'
import { type Mark, mm, type Page, type Paper, sizes, tightLine } from './page.ts'
import type { Setting } from './setting.ts'

type Pdf = InstanceType<typeof PDFDocument>

/** Grey of a mark across the page: seen on every copy, and every character over it stays readable. */
const markGrey = '#e0e0e0'
const thin = 0.5
const thick = 1.1

/** What is printed around the text area of every page. */
export interface Surround {
  readonly paper: Paper
  readonly left: string
  readonly right: string
  readonly marks: readonly string[]
}

/** Makes a face known to the document. */
export function registerFace(pdf: Pdf, name: FaceName, font: Font): void {
  // pdfkit takes parsed fontkit fonts as well as files (an object with `layout`); its types know only files.
  // A name alone would parse the file again on every change of font: 500 rows took 102 s.
  pdf.registerFont(name, font as unknown as Uint8Array)
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
    if (mark.kind === 'run') drawRun(pdf, mark.run, mark.x, mark.baseline, mark.spacing)
    if (mark.kind === 'squares') drawSquares(pdf, mark)
  }
  drawRunningLine(pdf, surround, setting)
  const label = one(setting, `第${number}页　共${of}页`, 'body', sizes.pageNumber)
  // GB/T 9704-2012 7.5: 4号, 7 mm below the text area.
  const baseline = paper.top + paper.textHeight + mm(7) + sizes.pageNumber * 0.5
  drawLine(pdf, label, paper.left + (paper.textWidth - label.width) / 2, baseline)
}

function drawAcross(pdf: Pdf, text: string, paper: Paper, setting: Setting): void {
  const em = one(setting, text, 'label', 1).width
  const size = Math.min(170, mm(235) / em)
  const slope = paper.width < paper.height ? -52 : -30
  const line = one(setting, text, 'label', size)
  const centre: [number, number] = [paper.width / 2, paper.height / 2]
  pdf.save()
  pdf.rotate(slope, { origin: centre })
  pdf.fillColor(markGrey)
  drawLine(pdf, line, centre[0] - line.width / 2, centre[1] + size * 0.36)
  pdf.restore()
  pdf.fillColor('black')
}

/** The last line stands over the text area; what is too long to stand beside the number grows upwards. */
function drawRunningLine(pdf: Pdf, surround: Surround, setting: Setting): void {
  const { paper } = surround
  const baseline = paper.top - mm(7)
  const right = one(setting, surround.right, 'body', 9)
  const room = paper.textWidth - right.width - mm(4)
  const left = setting.lines(surround.left, { role: 'body', size: 9 }, room)
  const top = baseline - (left.length - 1) * 9 * tightLine
  for (const [index, line] of left.entries()) drawLine(pdf, line, paper.left, top + index * 9 * tightLine)
  drawLine(pdf, right, paper.left + paper.textWidth - right.width, baseline)
  if (surround.marks.length === 0) return
  const middle = one(setting, `【${surround.marks.join('】【')}】`, 'label', sizes.subtitle)
  drawLine(pdf, middle, paper.left + (paper.textWidth - middle.width) / 2, top - mm(6))
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

/** ☐ and ☑ as lines, with the character itself for whoever copies the text. */
function drawBox(pdf: Pdf, run: Run, x: number, baseline: number): void {
  const side = run.size * 0.74
  const left = x + (run.size - side) / 2
  const top = baseline - side * 0.95
  pdf.markContent('Span', { actual: run.text })
  // A reader puts the character where a glyph of its span stands; a blank is a glyph that nobody sees.
  pdf.font('serif', run.size).text(' ', left, baseline, { lineBreak: false, baseline: 'alphabetic' })
  pdf
    .lineWidth(run.size / 15)
    .rect(left, top, side, side)
    .stroke()
  if (run.text === '☑') {
    pdf
      .lineWidth(run.size / 10)
      .moveTo(left + side * 0.18, top + side * 0.5)
      .lineTo(left + side * 0.42, top + side * 0.76)
      .lineTo(left + side * 0.84, top + side * 0.22)
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
  if (any) pdf.lineWidth(thin).stroke()
  for (const mark of marks) {
    if (mark.kind === 'outline') pdf.lineWidth(thick).rect(mark.x, mark.y, mark.width, mark.height).stroke()
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
  pdf.fill('black')
}
