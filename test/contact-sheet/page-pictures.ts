import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withTemporaryFolder } from '../bench/temporary-folder.ts'

/** Which pages of a paper are looked at: the first two and the last, each once. */
export function pagesToShow(pages: number): readonly number[] {
  return [...new Set([1, 2, pages].filter((page) => page <= pages))]
}

/** These pages of a PDF as PNG, by poppler's pdftoppm, so many dots an inch. Throws with its words where it fails. */
export function pagePictures(
  pdf: Uint8Array,
  pages: readonly number[],
  dotsPerInch: number,
): Promise<readonly Buffer[]> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return pages.map((page) => {
      const picture = path.join(folder, `page-${page}`)
      const only = ['-f', String(page), '-l', String(page), '-singlefile']
      const ran = spawnSync('pdftoppm', ['-r', String(dotsPerInch), '-png', ...only, file, picture], {
        encoding: 'utf8',
      })
      if (ran.status !== 0) throw new Error(`pdftoppm: ${ran.error?.message ?? ran.stderr}`)
      return readFileSync(`${picture}.png`)
    })
  })
}
