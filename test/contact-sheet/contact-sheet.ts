import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderPapers } from '../../electron/documents/pdf/render-form.ts'
import { formCatalogue } from '../../shared/forms/form-catalogue.ts'
import { type FormDefinition, formStages } from '../../shared/forms/form-definition.ts'
import { startBrowser } from '../e2e/browser.ts'
import { proofLevels, proofPapers } from '../shared/forms/proof-papers.ts'
import { pagePictures, pagesToShow } from './page-pictures.ts'
import { type ShownForm, type ShownPage, sheetPage } from './sheet-page.ts'

// npm run contact-sheet: every form at one row, typical, worst and blank, in pictures that are kept in the repository
// (build/pictures/forms), one sheet a stage of the work. Look at every one, and write what you saw into its README.

const folder = fileURLToPath(new URL('../../build/pictures/forms', import.meta.url))
/** Height of a page on a sheet: small enough that all sheets together take little room in the repository. */
const height = 300
const quality = 45
const dotsPerInch = 72
const creationDate = new Date('2026-11-20T02:00:00Z')

async function shownForm(definition: FormDefinition): Promise<ShownForm> {
  const pages: ShownPage[] = []
  for (const level of proofLevels) {
    const models = proofPapers(definition, level)
    if (models.length === 0) continue
    const made = await renderPapers(models, { creationDate })
    const shown = pagesToShow(made.pages)
    const pictures = await pagePictures(made.pdf, shown, dotsPerInch)
    pages.push(...pictures.map((png, index) => ({ level, page: shown[index] ?? 0, of: made.pages, png })))
  }
  return { name: definition.name, pages }
}

mkdirSync(folder, { recursive: true })
const browser = await startBrowser({ width: 1600, height: 900 })
const index: Record<string, readonly string[]> = {}
try {
  for (const stage of formStages) {
    const forms = formCatalogue.filter((form) => form.stage === stage)
    const shown: ShownForm[] = []
    for (const form of forms) shown.push(await shownForm(form))
    const page = await browser.context.newPage()
    await page.setContent(sheetPage(shown, height))
    const { width, height: tall } = await page.evaluate(() => ({
      width: document.body.scrollWidth,
      height: document.body.scrollHeight,
    }))
    await page.setViewportSize({ width, height: tall })
    const devtools = await page.context().newCDPSession(page)
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality })
    await page.close()
    const name = `${formStages.indexOf(stage) + 1}-${stage}.webp`
    const bytes = Buffer.from(data, 'base64')
    writeFileSync(path.join(folder, name), bytes)
    index[name] = forms.map(({ id }) => id)
    console.log(`${name} ${Math.ceil(bytes.length / 1000)} kB`)
  }
} finally {
  await browser.close()
}
writeFileSync(path.join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
