import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import { BlockFlow } from './block-flow.ts'
import { drawPage, registerFaces } from './draw-pages.ts'
import { fontSet } from './fonts.ts'
import { PageTree } from './page-tree.ts'
import { Setting } from './setting.ts'
import { paper, paperAcross, sizes } from './style-sheet.ts'
import type { MissingCharacter } from './text-runs.ts'

export interface RenderOptions {
  /** Written into the document as the time it was made; the same date gives the same bytes. */
  readonly creationDate: Date
  /** Title in the document's metadata; the first paper's own where it is left out. */
  readonly title?: string
  /** Which time it is printed; from 2 on 第n次打印 stands in the running line of every page. */
  readonly copy?: number
  /** One bookmark a paper, for a file of several; their titles where it is left out. */
  readonly bookmarks?: readonly string[]
  /** Where the font files lie; the working copy's where it is left out. */
  readonly fontFolder?: string
  /** Told after each paper how many of all are done. */
  readonly onProgress?: (done: number, total: number) => void
  /** Throws its reason between two pages where it is aborted. */
  readonly signal?: AbortSignal
}

export interface RenderedForm {
  readonly pdf: Uint8Array<ArrayBuffer>
  readonly pages: number
  /** Characters that no shipped font has and that stand as 〓; a paper with any must not go out unseen. */
  readonly missing: readonly MissingCharacter[]
}

/** Several papers in one file. */
export interface RenderedPapers extends RenderedForm {
  /** Pages of each paper, in the order of the models. */
  readonly pagesOf: readonly number[]
}

/** Sets one form: {@link renderPapers} with one paper. */
export function renderForm(model: FormModel, options: RenderOptions): Promise<RenderedForm> {
  return renderPapers([model], options)
}

/**
 * Sets forms on A4 pages after GB/T 9704-2012, one after the other, each with page numbers of its own, and writes
 * them as one PDF/A-1b (ISO 19005-1, for the archive) with every font embedded as a subset; of several papers each
 * has a bookmark. No clock and no randomness: models and options alone decide the bytes.
 * Throws where a font file is missing, a table's rows do not fit its columns, a logo is no picture (all are defects
 * here: a logo is checked where it is set), or what `signal` was aborted with.
 */
export async function renderPapers(
  models: readonly FormModel[],
  options: RenderOptions,
): Promise<RenderedPapers> {
  const { signal, onProgress } = options
  signal?.throwIfAborted()
  const setting = new Setting(fontSet(options.fontFolder))
  const pdf = newDocument(options.title ?? models[0]?.title ?? '', options.creationDate)
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = once(pdf, 'end')
  const tree = new PageTree(pdf)
  const pagesOf: number[] = []
  let drawn = 0
  for (const [index, model] of models.entries()) {
    const flow = lay(model, setting)
    const surround = surroundOf(model, options.copy)
    // Set once beforehand, so that a rare character in the running line opens its face before faces are registered.
    for (const text of [surround.left, surround.right, ...surround.marks]) {
      setting.lines(text, { role: 'body', size: sizes.least }, surround.paper.textWidth)
    }
    registerFaces(pdf, setting.fonts)
    for (const [place, page] of flow.pages.entries()) {
      tree.grow()
      drawPage(pdf, page, place + 1, flow.pages.length, surround, setting)
      if (place === 0 && models.length > 1) pdf.outline.addItem(options.bookmarks?.[index] ?? model.title)
      drawn += 1
      // Whoever wants to abort, or to be told of progress, has a turn.
      if (drawn % 16 === 0) await setImmediate()
      signal?.throwIfAborted()
    }
    pagesOf.push(flow.pages.length)
    onProgress?.(index + 1, models.length)
  }
  tree.end()
  pdf.end()
  await ended
  return { pdf: joined(chunks), pages: drawn, pagesOf, missing: setting.missing }
}

function lay(model: FormModel, setting: Setting): BlockFlow {
  const flow = new BlockFlow(setting, model.across === true ? paperAcross : paper)
  flow.add(model.blocks)
  return flow
}

function surroundOf({ running, marks, across }: FormModel, copy = 1) {
  const sheet = across === true ? paperAcross : paper
  const right = copy > 1 ? `${running.right}　第${copy}次打印` : running.right
  return { left: running.left, right, marks, paper: sheet }
}

function newDocument(title: string, creationDate: Date): InstanceType<typeof PDFDocument> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    // Names hardly repeat: a cache of shaped texts would only take memory.
    fontLayoutCache: false,
    // pdfkit opens Helvetica, which is not embedded, unless it is given no font at all.
    font: null as unknown as string,
    info: { Title: title, Creator: '双随机', Producer: '双随机', CreationDate: creationDate },
    subset: 'PDF/A-1b',
    pdfVersion: '1.4',
  })
  // Opens the bookmarks, which is what makes pdfkit count them, as PDF/A asks.
  Object.assign(pdf.outline, { options: { expanded: true } })
  return pdf
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
