import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

/** Programs of Debian's poppler-utils and qpdf that look at a PDF from outside. */
export type Tool = 'pdftotext' | 'pdffonts' | 'pdftoppm' | 'qpdf'

/** PDFBox Preflight and what it needs on a Java later than 8: Debian's libpdfbox2-java, libactivation-java, libjaxb-api-java. */
const jars = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`)

const required = process.env.CI === 'true' || process.env.SSJ_TOOLS === 'required'

function isInstalled(tool: Tool): boolean {
  return spawnSync(tool, [tool === 'qpdf' ? '--version' : '-v']).error === undefined
}

/**
 * Ends the test as "not run: no pdftotext" where a tool is missing, or fails it where CI=true or
 * SSJ_TOOLS=required: a proof that silently did not run is none.
 */
export function needTools(context: TestContext, ...tools: readonly Tool[]): void {
  need(
    context,
    tools.filter((tool) => !isInstalled(tool)),
  )
}

/** As {@link needTools}, for PDFBox Preflight. */
export function needPreflight(context: TestContext): void {
  const java = spawnSync('java', ['-version']).error === undefined ? [] : ['java']
  need(context, [...java, ...jars.filter((jar) => !existsSync(jar))])
}

function need(context: TestContext, lacking: readonly string[]): void {
  if (lacking.length === 0) return
  const message = `not run: no ${lacking.join(', ')}`
  if (required) throw new Error(`${message} (needed where CI=true or SSJ_TOOLS=required)`)
  console.warn(`${context.task.name}: ${message}`)
  context.skip(message)
}

/** What keeps PDF files from being PDF/A-1b, in Preflight's words, each under its file's name; empty where nothing does. */
export function preflight(files: ReadonlyMap<string, Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ssj-pdfa-'))
  try {
    for (const [name, pdf] of files) writeFileSync(join(folder, `${name}.pdf`), pdf)
    const order = ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', 'batch', folder]
    const { stdout, stderr } = spawnSync('java', order, { encoding: 'utf8', maxBuffer: 1 << 28 })
    const said = `${stdout}${stderr}`
    const valid = [...files.keys()].every((name) => said.includes(`${name}.pdf is a valid PDF/A-1b file`))
    return valid ? '' : said
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
