import * as nodeFs from 'node:fs'
import path from 'node:path'
import { RefusalError } from '../outcome.ts'

/** Characters of a full path that every program of Windows can open; its own limit is 260. */
const pathMost = 240
/** Characters of a name that still tell what a file is. */
const nameLeast = 16
/** Characters of the task in the name of the archive. */
const taskMost = 30

/** `YL01-2026-0007 任务名（档案）`, with what no file name can hold left out. */
export function archiveName(number: string, task: string): string {
  const plain = plainName(task)
  const short = [...plain].slice(0, taskMost).join('').trim()
  return `${number}${short === '' ? '' : ` ${short}`}（档案）`
}

function plainName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The full path of what is written into `folder`: an archive that lies there already is not touched. */
export function freePath(folder: string, name: string, ending: string): string {
  let free = path.join(folder, `${name}${ending}`)
  for (let copy = 2; nodeFs.existsSync(free); copy++) free = path.join(folder, `${name}${copy}${ending}`)
  return free
}

/** Gives every file of an archive a name that is its own and short enough where the archive lies. */
export class ArchiveNames {
  readonly #top: string
  readonly #taken = new Set<string>()

  /** @param top full path of the archive's folder */
  constructor(top: string) {
    this.#top = top
  }

  /**
   * The path of a file below the archive, `01 抽取/….pdf`. Refuses with `DATA_FOLDER_NOT_WRITABLE` where the archive
   * lies so deep that no name would tell what a file is.
   */
  give(folder: string, name: string): string {
    const { name: stem, ext } = path.posix.parse(plainName(name))
    const room = pathMost - (this.#top.length + 1 + folder.length + 1 + ext.length)
    if (room < nameLeast)
      throw new RefusalError(
        'DATA_FOLDER_NOT_WRITABLE',
        `“${path.dirname(this.#top)}”的路径太长，档案中的文件在Windows上将无法打开，没有写出任何文件。请选择一个路径较短的文件夹（如桌面或U盘的根目录）后重试。`,
      )
    for (let copy = 1; ; copy++) {
      const mark = copy === 1 ? '' : `-${copy}`
      const free = `${folder}/${cut(stem, room - mark.length)}${mark}${ext}`
      const folded = free.toLowerCase()
      if (this.#taken.has(folded)) continue
      this.#taken.add(folded)
      return free
    }
  }
}

/** Cut between characters, not inside one. */
function cut(text: string, most: number): string {
  let short = text
  while (short.length > most) short = [...short].slice(0, -1).join('')
  return short.replace(/[. ]+$/, '')
}
