import { type NoticeKind, noticeKinds } from '../../../shared/api/notice-contract.ts'
import type { NoticePaper } from '../../../shared/forms/notice-paper.ts'
import { formHtml } from '../../documents/html/form-html.ts'
import { writeWorkbook } from '../../documents/write-workbook.ts'
import { saidBy } from '../forms/form-papers.ts'
import { type KeptModels, keptModels } from '../forms/kept-models.ts'
import { noteOf, startPress } from '../forms/set-papers.ts'
import type { NewDocument } from '../papers/file-documents.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Which notice its files are of. */
export interface NoticeName {
  readonly number: string
  readonly kind: NoticeKind
  /** by which the files are known as those of this notice */
  readonly digest: string
}

/** The files of a notice, and what its PDF was set from, so that a further copy can be printed. */
export interface NoticeFiles {
  readonly files: readonly NewDocument[]
  readonly kept: KeptModels
}

/** A notice as what is put on a website (HTML), handed in as data (xlsx), and pinned up or kept (PDF). */
export async function noticeFiles(
  { number, kind, digest }: NoticeName,
  { model, sheets }: NoticePaper,
  at: Date,
): Promise<NoticeFiles> {
  const press = startPress(saidBy([model]).bytes, undefined)
  const from = { models: [model], bookmarks: [], creationDate: at.toISOString() }
  const { pdf, pages, missing } = await press.set(from, 1, () => {}).finally(() => press.end())
  const workbook = await writeWorkbook({ sheets: sheets.map((sheet) => ({ ...sheet })), at })
  const file = (ending: string) => `${number}-${noticeKinds[kind]}.${ending}`
  const common = { kind: 'notice', facts: digest, compared: null, form: `${kind}-notice` } as const
  const files: readonly NewDocument[] = [
    {
      ...common,
      name: file('html'),
      type: 'text/html',
      pages: null,
      note: null,
      data: new TextEncoder().encode(formHtml(model)),
    },
    { ...common, name: file('xlsx'), type: workbookType, pages: null, note: null, data: workbook },
    { ...common, name: file('pdf'), type: 'application/pdf', pages, note: noteOf(missing, false), data: pdf },
  ]
  return { files, kept: await keptModels(from) }
}
