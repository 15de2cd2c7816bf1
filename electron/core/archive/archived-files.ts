import { documentKinds } from '../../../shared/api/document-contract.ts'
import { formCatalogue, formOf } from '../../../shared/forms/form-catalogue.ts'
import type { FormStage } from '../../../shared/forms/form-definition.ts'
import type { CoreContext } from '../context.ts'

/** A file that is kept of an inspection: of a draw of its chain, or of the 实施方案 that it rests on. */
export interface ArchivedFile {
  readonly id: string
  /** what it is, in words */
  readonly kind: string
  /** folder of the archive in which it lies when it is written out */
  readonly folder: ArchiveFolder
  /** a paper that the program made of the draw, and that can be printed as a counted copy */
  readonly isPaper: boolean
  readonly name: string
  /** media type */
  readonly type: string
  readonly pages: number | null
  readonly bytes: number
  readonly sha256: string
  readonly at: string
  readonly by: string
  readonly note: string | null
  /** below `documents` of the data folder */
  readonly path: string
}

/** Folders of an archive (档案), in the order of the work. */
export const archiveFolders = {
  draw: '01 抽取',
  visit: '02 检查与处理',
  result: '03 结果与公示',
  signed: '04 签字件与批准文件',
  media: '05 照片与录音录像',
  package: '06 校验包',
  lists: '07 名录与目录',
  other: '08 其他材料',
  tables: '09 填写内容',
} as const
export type ArchiveFolder = keyof typeof archiveFolders

const stageFolders: Readonly<Record<FormStage, ArchiveFolder>> = {
  抽取之前: 'draw',
  抽取: 'draw',
  检查之前: 'visit',
  现场检查: 'visit',
  处理: 'visit',
  结果: 'result',
  公开: 'result',
  名录与档案: 'lists',
}
const kindFolders: Readonly<Record<keyof typeof documentKinds, ArchiveFolder>> = {
  'freeze-slip': 'draw',
  form: 'draw',
  combined: 'other',
  notice: 'result',
  package: 'package',
  signed: 'signed',
  approval: 'signed',
  photograph: 'media',
  recording: 'media',
  catalogue: 'lists',
  archive: 'other',
  other: 'other',
}
const paperOfOurs: ReadonlySet<keyof typeof documentKinds> = new Set([
  'freeze-slip',
  'form',
  'combined',
  'catalogue',
])
const paperKinds = { form: '文书', approval: '批准文件', proof: '佐证材料', other: '其他材料' } as const

/** Where a form stands in the catalogue; what is no form of it stands behind. */
function placeOf(form: string | null): number {
  const place = formCatalogue.findIndex(({ id }) => id === form)
  return place === -1 ? formCatalogue.length : place
}

/**
 * Everything that is kept of the inspection of a draw at the root of its chain, the oldest first; papers that were made
 * together stand in the order of the work.
 */
export function archivedFiles({ database }: CoreContext, root: string): ArchivedFile[] {
  const { draws, documents, papers, schemes } = database
  const ofDraws = draws
    .chain(root)
    .flatMap(({ number }) => documents.ofDraw(number))
    .toSorted((a, b) => placeOf(a.form) - placeOf(b.form))
    .map(({ kind, form, ...row }): ArchivedFile => {
      const known = kind === 'form' && form !== null ? formOf(form) : null
      return {
        ...saidOf(row),
        kind: documentKinds[kind],
        folder: known === null ? kindFolders[kind] : stageFolders[known.stage],
        isPaper: paperOfOurs.has(kind),
      }
    })
  const scheme = schemes.bases().findLast((basis) => basis.draw === root)?.scheme ?? null
  const ofScheme = (scheme === null ? [] : papers.ofSubject(`scheme:${scheme}`)).map(
    ({ kind, ...row }): ArchivedFile => ({
      ...saidOf(row),
      kind: paperKinds[kind],
      folder: kind === 'form' ? 'draw' : 'signed',
      isPaper: false,
    }),
  )
  return [...ofScheme, ...ofDraws].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

type Said = Omit<ArchivedFile, 'kind' | 'folder' | 'isPaper'>

function saidOf({ id, name, type, pages, bytes, sha256, at, by, note, path }: Said): Said {
  return { id, name, type, pages, bytes, sha256, at, by, note, path }
}
