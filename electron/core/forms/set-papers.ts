import { type RenderedForm, renderPapers } from '../../documents/pdf/render-form.ts'
import { RenderThread } from '../../documents/pdf/render-thread.ts'
import type { PrintedFrom } from './kept-models.ts'

/** A character that no font has, and where it stands. */
export interface Missing {
  readonly codePoint: string
  readonly where: string
}

/** Sets papers as PDFs, one after the other. */
export interface Press {
  /** `copy`: which time it is printed; `tell` is told how many papers are done */
  set(from: PrintedFrom, copy: number, tell: (papers: number) => void): Promise<SetPapers>
  end(): Promise<void>
}

/** A PDF. */
export interface SetPapers {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly missing: readonly Missing[]
}

/** Bytes of models that are set at once; more is set in a thread, and this one goes on answering windows. */
const setAtOnce = 150_000

/** A press for papers that say so many bytes; `signal` stops it. */
export function startPress(bytes: number, signal: AbortSignal | undefined): Press {
  const thread = bytes > setAtOnce ? new RenderThread() : null
  return {
    set: async ({ models, bookmarks, creationDate }, copy, tell) => {
      const options = {
        creationDate: new Date(creationDate),
        copy,
        bookmarks,
        onProgress: tell,
        ...(signal === undefined ? {} : { signal }),
      }
      const { pdf, pages, missing } = await (thread === null
        ? renderPapers(models, options)
        : thread.render(models, options))
      return { pdf, pages, missing: toldOnce(missing) }
    },
    end: async () => {
      await thread?.end()
    },
  }
}

function toldOnce(missing: RenderedForm['missing']): Missing[] {
  const told = new Map(
    missing.map(({ codePoint, where }) => [`${where}\t${codePoint}`, { codePoint, where }]),
  )
  return [...told.values()]
}

/** What is kept with a paper: that it is secret, and the characters that must be filled in by hand. */
export function noteOf(missing: readonly Missing[], secret: boolean): string | null {
  const signs = missing.map(({ codePoint, where }) => `${where}（${codePoint}）`)
  const notes = [
    ...(secret ? ['保密'] : []),
    ...(signs.length === 0 ? [] : [`以“〓”代替的字：${signs.join('、')}`]),
  ]
  return notes.length === 0 ? null : notes.join('；')
}
