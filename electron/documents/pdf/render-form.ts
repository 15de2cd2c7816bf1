import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import { BlockFlow } from './block-flow.ts'
import { drawPage, registerFace } from './draw-pages.ts'
import { type FaceName, fontSet } from './fonts.ts'
import { paper, paperAcross } from './page.ts'
import { Setting } from './setting.ts'
import type { MissingCharacter } from './text-runs.ts'

export interface RenderOptions {
  /** Written into the document as the time it was made; the same date gives the same bytes. */
  readonly creationDate: Date
  /** Title in the document's metadata; the form's own where it is left out. */
  readonly title?: string
  /** PDF/A-1b, for the archive. */
  readonly pdfa?: boolean
  /** Where the font files lie; the working copy's where it is left out. */
  readonly fontFolder?: string
}

export interface RenderedForm {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters that no shipped font has and that stand as 〓; a paper with any must not go out unseen. */
  readonly missing: readonly MissingCharacter[]
}

/**
 * Sets a form on A4 pages after GB/T 9704-2012 and writes it as PDF, with every font embedded as a subset.
 * No clock and no randomness: model and options alone decide the bytes.
 * Throws where a font file is missing or a table's rows do not fit its columns (both are defects, not input).
 */
export async function renderForm(model: FormModel, options: RenderOptions): Promise<RenderedForm> {
  const setting = new Setting(fontSet(options.fontFolder))
  const sheet = model.across === true ? paperAcross : paper
  const flow = new BlockFlow(setting, sheet)
  flow.add(model.blocks)

  const surround = { ...model.running, marks: model.marks, paper: sheet }
  // Set once beforehand, so that a rare character in the running line opens its face before faces are registered.
  for (const text of [surround.left, surround.right, ...surround.marks]) {
    setting.lines(text, { role: 'body', size: 9 }, sheet.textWidth)
  }

  const pdf = new PDFDocument({
    autoFirstPage: false,
    size: [sheet.width, sheet.height],
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    // Names hardly repeat: a cache of shaped texts would only take memory.
    fontLayoutCache: false,
    // pdfkit opens Helvetica, which is not embedded, unless it is given no font at all.
    font: null as unknown as string,
    info: {
      Title: options.title ?? model.title,
      Creator: '双随机',
      Producer: '双随机',
      CreationDate: options.creationDate,
    },
    ...(options.pdfa === true ? { subset: 'PDF/A-1b', pdfVersion: '1.4' } : { pdfVersion: '1.7' }),
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = once(pdf, 'end')

  const faces: readonly FaceName[] = ['serif', 'serif-bold', 'sans', 'mono']
  for (const name of faces) registerFace(pdf, name, setting.fonts.face(name))
  if (setting.fonts.isOpen('hanazono')) registerFace(pdf, 'hanazono', setting.fonts.face('hanazono'))

  for (const [index, page] of flow.pages.entries()) {
    drawPage(pdf, page, index + 1, flow.pages.length, surround, setting)
    // Lets the compression of finished pages go on, so that a long form does not lie in memory uncompressed.
    if (index % 16 === 15) await setImmediate()
  }
  pdf.end()
  await ended
  return { pdf: joined(chunks), pages: flow.pages.length, missing: setting.missing }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
