import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

/** Programs of Debian's poppler-utils and qpdf that look at a PDF from outside. */
export type Tool = 'pdftotext' | 'pdffonts' | 'pdftoppm' | 'qpdf'

const required = process.env.CI === 'true' || process.env.SSJ_TOOLS === 'required'

function isInstalled(tool: Tool): boolean {
  return spawnSync(tool, [tool === 'qpdf' ? '--version' : '-v']).error === undefined
}

/**
 * Ends the test as "not run: no pdftotext" where a tool is missing, or fails it where CI=true or
 * SSJ_TOOLS=required: a proof that silently did not run is none.
 */
export function needTools(context: TestContext, ...tools: readonly Tool[]): void {
  const lacking = tools.filter((tool) => !isInstalled(tool))
  if (lacking.length === 0) return
  const message = `not run: no ${lacking.join(', ')}`
  if (required) throw new Error(`${message} (needed where CI=true or SSJ_TOOLS=required)`)
  console.warn(`${context.task.name}: ${message}`)
  context.skip(message)
}

/** Runs a tool on a PDF and gives its output. Throws with the tool's words where it fails. */
export function runTool(
  tool: Tool,
  before: readonly string[],
  pdf: Uint8Array,
  after: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'ssj-pdf-'))
  try {
    const file = join(folder, 'form.pdf')
    writeFileSync(file, pdf)
    const result = spawnSync(tool, [...before, file, ...after], { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (result.status !== 0) throw new Error(`${tool}: ${result.stderr}${result.stdout}`)
    return result.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The text of every page, in the order it was drawn. */
export function textOfPages(pdf: Uint8Array): string[] {
  return runTool('pdftotext', ['-raw', '-enc', 'UTF-8'], pdf, ['-']).split('\f').slice(0, -1)
}

/** Text without any white space: where lines are broken is the layout's affair. */
export function dense(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** How often `part` occurs in `text`. */
export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1
}
