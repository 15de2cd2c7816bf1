import type { StoredDocument } from '../../shared/api/document-contract.ts'
import type { FormState, PrepareEvent } from '../../shared/api/form-contract.ts'
import { formOf } from '../../shared/forms/form-catalogue.ts'
import type { Core } from '../core/core.ts'
import { beginningOf } from '../core/forms/form-press.ts'
import { outcomeOfAsync } from '../core/outcome.ts'
import { type Answer, exits, refused } from './console.ts'
import { checkFolder } from './draw-command.ts'

type Done = Extract<PrepareEvent, { readonly event: 'done' }>

/** Which papers of a draw, and where they go. */
export interface FormsOrder {
  readonly number: string
  readonly out: string
  /** ids or names; none: all that can be made */
  readonly forms: readonly string[]
  readonly account: string
  /** told how far a long job is; not while the answer is JSON */
  readonly tell: (line: string) => void
}

/** Papers from which on progress is told. */
const manyPapers = 200
/** Lines of progress a job. */
const linesOfProgress = 20
const catalogueForm = 'archive-catalogue'

/** `forms NUMBER --out DIR [--form NAME …]`: archives the papers, then copies them, one file a form, named after it. */
export async function formsCommand(core: Core, order: FormsOrder): Promise<Answer> {
  const { number, out, forms } = order
  const written = await outcomeOfAsync(async () => {
    checkFolder(out)
    const made = await prepare(core, order, forms.length === 0 ? null : forms)
    const done = forms.length === 0 ? await withCatalogue(core, order, made) : made
    const named = new Map(done.documents.map((document) => [fileName(number, document), document.id]))
    return { done, files: core.documents.copyAs(named, out) }
  })
  if (!written.ok) return refused(written.refusal)
  const { done, files } = written.value
  const { documents, missing, left } = done
  if (documents.length === 0)
    return refused({
      code: 'FORM_NOT_READY',
      message: `“${number}”现在没有可以生成的文书，没有写出文件。\n${left.map(leftInWords).join('\n')}`,
    })
  const papers = documents.map(({ form, name, sha256, pages, note }, index) => ({
    form,
    archived: name,
    file: files[index] ?? '',
    sha256,
    pages,
    note,
  }))
  return {
    exit: exits.done,
    json: { number, forms: files, papers, missing, left },
    text: [
      ...papers.flatMap(({ file, note }) => [
        `文书：${file}`,
        ...(note?.includes('〓') === true ? [`注意：${note}。请手写补上。`] : []),
      ]),
      ...left.map(leftInWords),
    ].join('\n'),
  }
}

/** `forms NUMBER --list`: every form of the draw, and why it cannot be made where it cannot. */
export async function formListCommand(core: Core, number: string): Promise<Answer> {
  const listed = await outcomeOfAsync(() => core.forms.list(number))
  if (!listed.ok) return refused(listed.refusal)
  const forms = listed.value
  return {
    exit: exits.done,
    json: {
      number,
      forms: forms.map(({ id, name, stage, scope, objects, unavailable, current, numbers }) => ({
        id,
        name,
        stage,
        scope,
        objects,
        unavailable,
        archived: current?.name ?? null,
        numbers,
      })),
    },
    text: forms.map(stateInWords).join('\n'),
  }
}

async function prepare(
  core: Core,
  { number, account, tell }: FormsOrder,
  forms: readonly string[] | null,
): Promise<Done> {
  let told = 0
  for await (const event of core.forms.prepare(account, { number, forms, combined: false })) {
    if (event.event === 'done') return event
    const { done, total, form } = event
    const part = Math.floor((done * linesOfProgress) / total)
    if (total < manyPapers || part <= told) continue
    told = part
    tell(`正在生成：${form}（${done}/${total}）`)
  }
  throw new Error('the papers were neither made nor refused')
}

/** 档案目录 lists all others, so it comes after them. */
async function withCatalogue(core: Core, order: FormsOrder, made: Done): Promise<Done> {
  const state = (await core.forms.list(order.number)).find(({ id }) => id === catalogueForm)
  const left = made.left.filter(({ form }) => form !== catalogueForm)
  if (state === undefined) return made
  const { name, unavailable } = state
  if (unavailable !== null)
    return { ...made, left: [...left, { form: catalogueForm, name, reason: unavailable }] }
  const { documents } = await prepare(core, order, [catalogueForm])
  return { ...made, documents: [...made.documents, ...documents], left }
}

function fileName(number: string, { attempt, form, name }: StoredDocument): string {
  return form === null ? name : `${beginningOf(number, attempt)}-${formOf(form)?.name ?? form}.pdf`
}

function leftInWords({ name, reason }: Done['left'][number]): string {
  return `未生成：${name}。${reason}`
}

function stateInWords({ id, name, stage, unavailable, scope, objects }: FormState): string {
  const size = scope === 'draw' ? '' : objects === 0 ? '（空白1份）' : `（每个对象1份，共${objects}份）`
  return `〔${stage}〕${name}　${id}：${unavailable === null ? `可以生成${size}` : `暂不能生成。${unavailable}`}`
}
