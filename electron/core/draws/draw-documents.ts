import type { DrawFacts } from '../../../shared/forms/draw-facts.ts'
import { drawRecordForm } from '../../../shared/forms/draw-record.ts'
import { drawnObjectsForm } from '../../../shared/forms/drawn-objects-list.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import { inspectorGroupsForm } from '../../../shared/forms/inspector-groups.ts'
import { renderLedgerLines } from '../../../shared/package/ledger-lines.ts'
import {
  ABORTED,
  earlierFolder,
  FORMS,
  LEDGER,
  listFiles,
  MANIFEST,
  RESULT,
  VERIFY_PAGE,
  VOID,
  withSums,
} from '../../../shared/package/package-files.ts'
import { verifyPackage } from '../../../shared/package/verify-package.ts'
import { renderForm } from '../../documents/pdf/render-form.ts'
import type { CoreContext } from '../context.ts'
import { blankFacts } from '../forms/inspection-facts.ts'
import { RefusalError } from '../outcome.ts'
import { readDrawFacts } from './draw-facts.ts'

/** A form as a PDF, with the characters that no font of ours has (they stand as 〓 and must be seen to). */
export interface DrawForm {
  readonly name: string
  readonly pdf: Uint8Array
  readonly pages: number
  readonly missing: readonly { readonly codePoint: string; readonly where: string }[]
}

/** The forms that say what a draw was: its record, the objects, the people. */
export function drawForms({
  kind,
  topology,
}: Pick<DrawFacts, 'kind' | 'topology'>): readonly FormDefinition[] {
  return [
    drawRecordForm,
    ...(kind === 'draw' || kind === 'replace-object' ? [drawnObjectsForm] : []),
    ...(topology === 'none' ? [] : [inspectorGroupsForm]),
  ]
}

/** {@link drawForms} as they go with a package. The same facts give the same bytes. */
export async function renderForms(context: CoreContext, draw: DrawFacts): Promise<DrawForm[]> {
  const forms: DrawForm[] = []
  const facts = { ...blankFacts(context), office: draw.office, draw }
  for (const { name, build } of drawForms(draw)) {
    const model = build(facts, { visit: null, documentNumber: null })
    if (model === null) continue
    const { pdf, pages, missing } = await renderForm(model, { creationDate: new Date(draw.drawnAt) })
    forms.push({
      name: `${name}.pdf`,
      pdf,
      pages,
      missing: missing.map((m) => ({ codePoint: m.codePoint, where: m.where })),
    })
  }
  return forms
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The frozen and sealed texts of one attempt, as a package has them, under `folder`. */
function attemptFiles(
  context: CoreContext,
  number: string,
  attempt: number,
  folder: string,
): [string, Uint8Array][] {
  const { draws } = context.database
  const files: [string, Uint8Array][] = []
  const freeze = draws.freeze(number, attempt)
  if (freeze !== null) {
    files.push([`${folder}${MANIFEST}`, utf8(freeze.manifest)])
    for (const [kind, file] of Object.entries(listFiles))
      files.push([`${folder}${file}`, utf8(freeze[kind as keyof typeof listFiles])])
  }
  const result = draws.result(number, attempt)
  if (result !== null) files.push([`${folder}${RESULT}`, utf8(result.result)])
  const ending = draws.ending(number, attempt)
  if (ending !== null)
    files.push([`${folder}${ending.kind === 'void' ? VOID : ABORTED}`, utf8(ending.record)])
  return files
}

/**
 * Attempts that a package carries under `earlier/`, oldest first: those of its chain and of its own number that
 * were begun before its own. The ledger says in which order; only one attempt of a chain is open at a time.
 */
function earlierAttempts(context: CoreContext, number: string): { number: string; attempt: number }[] {
  const { draws, ledger } = context.database
  const root = draws.draw(number)?.root ?? null
  // A draw amends nothing: a match of it that was declared void before the draw itself was belongs to neither.
  const chain = new Set(root === null ? [number] : draws.chain(root).map((draw) => draw.number))
  const begun: { number: string; attempt: number }[] = []
  for (const { entry } of ledger.entries()) {
    const { draw, attempt } = entry.data
    if (entry.event === 'draw.commit' && typeof draw === 'string' && chain.has(draw))
      begun.push({ number: draw, attempt: Number(attempt) })
  }
  return begun.slice(
    0,
    begun.findLastIndex((a) => a.number === number),
  )
}

/** A finished package: its forms, all its files with SHA256SUMS, and the time that its zip carries. */
export interface DrawPackage {
  readonly forms: readonly DrawForm[]
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly at: Date
}

/**
 * The package of a draw whose outcome stands (draw-spec section 7). `verifyPage` is verify.html. Refuses with
 * `NOT_DRAWN_YET`, and with `DRAW_VOID` for an outcome that was declared void: it goes with the next attempt's.
 */
async function drawPackage(
  context: CoreContext,
  number: string,
  verifyPage: Uint8Array,
): Promise<DrawPackage> {
  const facts = readDrawFacts(context, number)
  const { draws, ledger } = context.database
  if (draws.ending(number, facts.attempt) !== null)
    throw new RefusalError(
      'DRAW_VOID',
      `“${number}”的结果已作废，不单独生成校验包。没有写入任何文件。请再次抽取，其校验包含本次全部记录。`,
    )
  // The lines are read before anything else is awaited, so that forms and ledger end at the same entry.
  const ledgerLines = renderLedgerLines(ledger.entries(), number)
  const forms = await renderForms(context, facts)
  const files = new Map<string, Uint8Array>(attemptFiles(context, number, facts.attempt, ''))
  files.set(LEDGER, utf8(ledgerLines))
  for (const form of forms) files.set(`${FORMS}${form.name}`, form.pdf)
  files.set(VERIFY_PAGE, verifyPage)
  for (const [index, earlier] of earlierAttempts(context, number).entries())
    for (const [name, bytes] of attemptFiles(
      context,
      earlier.number,
      earlier.attempt,
      earlierFolder(index + 1),
    ))
      files.set(name, bytes)
  return { forms, files: withSums(files), at: new Date(facts.drawnAt) }
}

/** {@link drawPackage}, recomputed from its files alone. Refuses with `PACKAGE_NOT_VALID` what does not come out. */
export async function verifiedPackage(
  context: CoreContext,
  number: string,
  verifyPage: Uint8Array,
): Promise<DrawPackage> {
  const made = await drawPackage(context, number, verifyPage)
  const verification = verifyPackage(made.files)
  if (!verification.ok)
    throw new RefusalError(
      'PACKAGE_NOT_VALID',
      `“${number}”的校验包重算不一致，没有写出任何文件：${verification.first?.sentence}。数据保持原样。数据库可能被其他程序改动过，请停止使用并另存数据文件夹，对照签字的纸质记录核查。`,
    )
  return made
}
