import { createHash } from 'node:crypto'
import path from 'node:path'
import type { DocumentRow } from '../../../db/document-store.ts'
import { errorCode, refusalOfError } from '../../../db/refusal.ts'
import { isConcealed } from '../../../shared/api/session.ts'
import { marksOf } from '../../../shared/forms/form-words.ts'
import type { Disk } from '../../documents/write-files.ts'
import { type FileInFolder, writeFolder } from '../../documents/write-folder.ts'
import { writeZip } from '../../documents/write-zip.ts'
import { type CoreContext, now, record } from '../context.ts'
import { readSession } from '../draws/session.ts'
import { readInspectionFacts } from '../forms/inspection-facts.ts'
import { RefusalError } from '../outcome.ts'
import { documentBytes } from '../papers/document-bytes.ts'
import { archiveGuide } from './archive-guide.ts'
import { type ArchiveHead, archiveIndex, type IndexedFile } from './archive-index.ts'
import { ArchiveNames, archiveName, freePath } from './archive-names.ts'
import { archiveTables } from './archive-tables.ts'
import { archivedFiles, archiveFolders } from './archived-files.ts'

/** What was written, and where. */
export interface WrittenArchive {
  /** of the folder or the zip */
  readonly path: string
  readonly files: number
  readonly bytes: number
}

/** What an archive is made from besides the draw. */
export interface ArchiveOrder {
  /** the draw at the root of the chain */
  readonly root: string
  /** where the archive is put, under a name of its own */
  readonly folder: string
  readonly as: 'folder' | 'zip'
  /** the 档案目录 as it was filed */
  readonly catalogue: DocumentRow
  readonly disk: Disk | undefined
}

interface ListedFile extends IndexedFile {
  readonly data: () => Uint8Array
}

/**
 * Writes the whole file of an inspection as a folder or a zip that is readable without this program, and names it in
 * the ledger in the same step: whole or not at all. A confidential draw is written too, marked 保密: an archive is
 * kept inside the office, and nothing is published by it. Refuses with `DOCUMENT_CHANGED`, or says why the place
 * cannot be written.
 */
export async function writeArchive(
  context: CoreContext,
  actor: string,
  order: ArchiveOrder,
): Promise<WrittenArchive> {
  const { root, folder, as, disk } = order
  const session = readSession(context, root)
  const facts = readInspectionFacts(context, root)
  const at = now(context)
  const head: ArchiveHead = {
    office: facts.office,
    number: root,
    task: session.task,
    marks: marksOf({ mode: session.mode, confidential: isConcealed(session) }),
    digest: facts.draw?.digest ?? null,
    ledger: headOf(context),
    at,
    by: actor,
    software: context.software,
  }
  const name = archiveName(root, session.task)
  const target = freePath(folder, name, as === 'zip' ? '.zip' : '')
  const top = as === 'zip' ? target.slice(0, -'.zip'.length) : target
  const names = new ArchiveNames(top)
  const stored = storedFiles(context, order, names)
  const tables = await archiveTables(facts, new Date(at))
  const made = tables.map(({ name: table, bytes }) =>
    madeFile(names.give(archiveFolders.tables, table), '填写内容', bytes),
  )
  const listed = [...stored, ...made].sort((a, b) => folderOf(a.path) - folderOf(b.path))
  const folders = [...new Set(listed.map((file) => path.posix.dirname(file.path)))]
  const listing = madeFile('目录.html', '总目录', utf8(archiveIndex(head, listed)))
  const guide = madeFile('说明.txt', '说明', utf8(archiveGuide(head, folders)))
  const files = [listing, guide, ...listed]
  const sums = utf8(files.map((file) => `${file.sha256}  ${file.path}\n`).join(''))
  const all: FileInFolder[] = [
    ...files.map((file) => ({ path: file.path, bytes: file.data })),
    { path: 'SHA256SUMS', bytes: () => sums },
  ]
  const bytes = files.reduce((sum, file) => sum + file.bytes, sums.byteLength)
  const publish = (rename: () => void) =>
    context.database.transaction(() => {
      const sha256 = sha256Of(sums)
      const data = { draw: root, name: path.basename(target), format: as, files: all.length, bytes, sha256 }
      record(context, actor, 'archive.written', data)
      // Last, so that what cannot be put into its place is not said to have been written.
      rename()
    })
  try {
    if (as === 'folder') await writeFolder(target, all, publish, disk)
    else {
      const inside = path.basename(top)
      const packed = all.map((file) => ({ ...file, path: `${inside}/${file.path}` }))
      await writeZip(target, packed, new Date(at), publish, disk)
    }
  } catch (error) {
    throw placeRefusal(error, folder, bytes)
  }
  return { path: target, files: all.length, bytes }
}

/** What is kept of the inspection, as it was archived; the newest 档案目录 lies at the top. */
function storedFiles(
  context: CoreContext,
  { root, catalogue }: ArchiveOrder,
  names: ArchiveNames,
): ListedFile[] {
  const files = archivedFiles(context, root)
  return files.map((file) => {
    const { kind, name, pages, bytes, sha256, at, by, note } = file
    const place =
      file.path === catalogue.path ? '档案目录.pdf' : names.give(archiveFolders[file.folder], name)
    const data = () => {
      const found = documentBytes(context, file)
      if (found !== null) return found
      throw new RefusalError(
        'DOCUMENT_CHANGED',
        `“${name}”已不在数据文件夹中，或内容与归档时不同，档案没有写出。台账中的记录和其余文件保持原样。请从备份中找回该文件后重试。`,
      )
    }
    return { path: place, kind, pages, bytes, sha256, at, by, note, data }
  })
}

function madeFile(place: string, kind: string, data: Uint8Array): ListedFile {
  const said = { pages: null, at: null, by: null, note: null }
  return { ...said, path: place, kind, bytes: data.byteLength, sha256: sha256Of(data), data: () => data }
}

/** Folders in their order; what lies at the top comes first. */
function folderOf(place: string): number {
  return place.includes('/') ? Number.parseInt(place, 10) : 0
}

function headOf({ database }: CoreContext): ArchiveHead['ledger'] {
  const { seq, hash } = database.ledger.head()
  return { seq, hash }
}

/** What the disk says of the place that was chosen, which is not the data folder's. */
function placeRefusal(error: unknown, folder: string, bytes: number): unknown {
  const code = errorCode(error)
  if (!/^E[A-Z]+$/.test(code)) return error
  const known = refusalOfError(error)?.code ?? 'DATABASE_IO'
  const size = `${Math.ceil(bytes / 1024 / 1024)}MB`
  const sentences: Readonly<Record<string, string>> = {
    DISK_FULL: `“${folder}”所在的磁盘已满，这份档案需要约${size}。没有留下不完整的文件，已归档的内容完好。请换一个磁盘，或清理空间后重试。`,
    DATA_FOLDER_NOT_WRITABLE: `无权写入“${folder}”。没有写出任何文件，已归档的内容完好。请换一个文件夹，或请管理员开放写权限后重试。`,
  }
  const message =
    sentences[known] ??
    `写入“${folder}”时出错。没有留下不完整的文件，已归档的内容完好。请检查磁盘、U盘或网络盘的连接，或换一个文件夹后重试。`
  return new RefusalError(known, message)
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function sha256Of(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
