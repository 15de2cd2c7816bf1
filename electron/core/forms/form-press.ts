import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { DocumentRow } from '../../../db/document-store.ts'
import { formCatalogue } from '../../../shared/forms/form-catalogue.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { type CoreContext, now, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { documentBytes } from '../papers/document-bytes.ts'
import { type NewDocument, recordDocument, withPlaced } from '../papers/file-documents.ts'
import { nothingOfTheKind, type Standing, standingOf, whyNot } from './form-gates.ts'
import { FormNumbers } from './form-numbers.ts'
import { type FormPapers, papersOf, type SaidByPapers, saidBy, visitsOf } from './form-papers.ts'
import { heldFixed, readInspectionFacts } from './inspection-facts.ts'
import { isPrintedOut, type KeptModels, keptModels, type PrintedFrom, withKept } from './kept-models.ts'
import { requireForm } from './near-forms.ts'
import { type Missing, noteOf, type Press, startPress } from './set-papers.ts'

/** What is to be made of a draw. */
export interface PrepareOrder {
  readonly number: string
  /** ids of forms; `null`: all that can be made */
  readonly forms: readonly string[] | null
  /** all in one PDF */
  readonly combined: boolean
}

/** Papers done of papers in all, and the name of the form that is being set. */
export type TellProgress = (done: number, total: number, form: string) => void

/** A form that was asked for and is not made, with the reason. */
export interface LeftForm {
  readonly form: string
  readonly name: string
  readonly reason: string
}

/** What was made, or is on file of the same facts. */
export interface MadePapers {
  readonly documents: readonly DocumentRow[]
  /** characters that no font has and that stand as 〓; told when they are set, and kept in the document's note */
  readonly missing: readonly Missing[]
  readonly left: readonly LeftForm[]
}

/** The form whose paper lists all others: made when they are on file. */
const catalogueForm = 'archive-catalogue'

/**
 * Makes the papers of draws and archives them: all that are asked for, or none. What is made is made once of the same
 * facts; whoever asks again is given what is on file. Papers are made one order after the other, so that two windows
 * that ask at once are given the same papers and no 文号 is given twice.
 */
export class FormPress {
  readonly #context: CoreContext
  #last: Promise<unknown> = Promise.resolve()

  constructor(context: CoreContext) {
    this.#context = context
  }

  /** Runs `work` when everything that was asked for before is done. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next
    return next
  }

  /**
   * Makes and archives forms. `signal` ends it, and then nothing is archived. Refuses with `DRAW_UNKNOWN`,
   * `FORM_UNKNOWN`, `FORM_NOT_READY` (a form that was named cannot be made), `OFFICE_NOT_SET` or `CANCELLED`.
   */
  make(
    actor: string,
    order: PrepareOrder,
    tell: TellProgress = () => {},
    signal?: AbortSignal,
  ): Promise<MadePapers> {
    return this.alone(async () => {
      try {
        return await this.#make(actor, order, tell, signal)
      } catch (error) {
        throw signal?.aborted === true ? cancelled() : error
      }
    })
  }

  async #make(
    actor: string,
    order: PrepareOrder,
    tell: TellProgress,
    signal: AbortSignal | undefined,
  ): Promise<MadePapers> {
    const context = this.#context
    signal?.throwIfAborted()
    const { number, combined } = order
    const standing = standingOf(context, number)
    const named = order.forms?.map(requireForm) ?? null
    requireOffice(context)
    const facts = readInspectionFacts(context, number)
    const year = Number(now(context).slice(0, 4))
    const numbers = new FormNumbers(context, standing.root ?? number, facts.style, year)
    const wanted = named === null ? formCatalogue : formCatalogue.filter((form) => named.includes(form))
    const { ready, left } = await readyOf(context, standing, facts, wanted, named === null)
    if (named !== null && left.length > 0) throw notReady(left)
    if (ready.length === 0) return { documents: [], missing: [], left }
    const jobs = await jobsOf(heldFixed(facts), ready, numbers, combined ? combinedTitle(named) : null)
    const onFile = new Map(jobs.map((job) => [job, this.#onFile(standing, job)]))
    const toMake = jobs.filter((job) => onFile.get(job) === null)
    const set = await this.#set(facts, toMake, numbers, tell, signal)
    signal?.throwIfAborted()
    refuseOver(standingOf(context, number), facts, toMake)
    const made = this.#archive(actor, standing, set, numbers)
    const documents = jobs
      .map((job) => onFile.get(job) ?? made.get(job))
      .filter((row) => row !== undefined && row !== null)
    return { documents, missing: set.flatMap(({ missing }) => missing), left }
  }

  /** The archived paper of the same facts, `null` where there is none or its file is no longer what was archived. */
  #onFile({ number, attempt }: Standing, { kind, form, digest }: Job): DocumentRow | null {
    const rows = this.#context.database.documents.madeFrom(number, attempt, digest)
    return (
      rows.find((row) => {
        return (
          row.kind === kind &&
          row.form === form &&
          row.copy === 1 &&
          documentBytes(this.#context, row) !== null &&
          !isPrintedOut(this.#context, row)
        )
      }) ?? null
    )
  }

  async #set(
    facts: InspectionFacts,
    jobs: readonly Job[],
    numbers: FormNumbers,
    tell: TellProgress,
    signal: AbortSignal | undefined,
  ): Promise<SetJob[]> {
    if (jobs.length === 0) return []
    const total = jobs.reduce((sum, { papers }) => sum + papers, 0)
    const creationDate = now(this.#context)
    const size = jobs.reduce((sum, { bytes }) => sum + bytes, 0)
    const press = startPress(size, signal)
    const done: SetJob[] = []
    let before = 0
    try {
      for (const job of jobs) {
        tell(before, total, job.title)
        done.push(
          await setJob(press, facts, job, numbers, creationDate, (papers) =>
            tell(before + papers, total, job.title),
          ),
        )
        before += job.papers
      }
    } finally {
      await press.end()
    }
    tell(total, total, jobs.at(-1)?.title ?? '')
    return done
  }

  /** Files, rows, 文号 and ledger entries: all of them, or none. */
  #archive(
    actor: string,
    { number, attempt }: Standing,
    set: readonly SetJob[],
    numbers: FormNumbers,
  ): ReadonlyMap<Job, DocumentRow> {
    const context = this.#context
    if (set.length === 0) return new Map()
    const forms = new Set(set.flatMap(({ job }) => job.forms.map(({ id }) => id)))
    const kept = set.map((one) => one.kept)
    const wanted = set.map(({ job, document }) => {
      const name = `${beginningOf(number, attempt)}-${job.title}.pdf`
      return { ...document, kind: job.kind, form: job.form, facts: job.digest, name }
    })
    return withKept(context, number, kept, () =>
      withPlaced(context, number, wanted, (placed) =>
        context.database.transaction(() => {
          const at = now(context)
          numbers.write(actor, forms, at)
          const rows = placed.map((document, index) =>
            recordDocument(context, actor, document, attempt, at, kept[index]?.digest ?? null),
          )
          return new Map(
            set.flatMap(({ job }, index) => {
              const row = rows[index]
              return row === undefined ? [] : [[job, row] as const]
            }),
          )
        }),
      ),
    )
  }
}

/** How names begin of what is made of an attempt. */
export function beginningOf(number: string, attempt: number): string {
  return attempt === 1 ? number : `${number}-第${attempt}次`
}

/** One PDF to be made; its digest is of what the papers say, but for what is held fixed. */
interface Job extends SaidByPapers {
  readonly kind: 'freeze-slip' | 'form' | 'catalogue' | 'combined'
  /** id of its form; `null` where it is of several */
  readonly form: string | null
  readonly title: string
  readonly forms: readonly FormDefinition[]
  /** how many papers */
  readonly papers: number
}

interface SetJob {
  readonly job: Job
  readonly document: Omit<NewDocument, 'kind' | 'form' | 'facts' | 'name'>
  readonly kept: KeptModels
  readonly missing: readonly Missing[]
}

/** The forms that can be made, and why the others cannot. */
async function readyOf(
  context: CoreContext,
  standing: Standing,
  facts: InspectionFacts,
  wanted: readonly FormDefinition[],
  isAll: boolean,
): Promise<{ readonly ready: readonly FormDefinition[]; readonly left: readonly LeftForm[] }> {
  const ready: FormDefinition[] = []
  const left: LeftForm[] = []
  for (const form of wanted) {
    const { id, name } = form
    const reason =
      isAll && id === catalogueForm
        ? '档案目录列出其他全部文书，请在其他文书归档之后单独生成。'
        : whyNot(standing, facts, form)
    if (reason !== null) left.push({ form: id, name, reason })
    else if (saysNothing(facts, form))
      left.push({ form: id, name, reason: nothingOfTheKind(context, standing, facts, form) })
    else ready.push(form)
    await setImmediate()
  }
  return { ready, left }
}

/** Whether the facts have nothing of a form: one paper of it tells. */
function saysNothing(facts: InspectionFacts, form: FormDefinition): boolean {
  const [first] = facts.visits
  return (
    papersOf({ ...facts, visits: first === undefined ? [] : [first] }, form, () => null).models.length === 0
  )
}

function notReady(left: readonly LeftForm[]): RefusalError {
  const reasons = left.map(({ name, reason }) => `“${name}”：${reason}`).join('')
  return new RefusalError(
    'FORM_NOT_READY',
    `不能生成所选的文书。${reasons}没有生成任何文书，也没有写入任何数据。`,
  )
}

/** Setting takes a while: a draw that was declared void meanwhile gets no notice with a 文号 of its own. */
function refuseOver(standing: Standing, facts: InspectionFacts, jobs: readonly Job[]): void {
  const over = jobs
    .flatMap(({ forms }) => forms)
    .flatMap((form): LeftForm[] => {
      const reason = whyNot(standing, facts, form)
      return reason === null ? [] : [{ form: form.id, name: form.name, reason }]
    })
  if (over.length > 0) throw notReady(over)
}

function cancelled(): RefusalError {
  return new RefusalError('CANCELLED', '已取消生成文书。没有归档任何文书，也没有使用文号。需要时可重新生成。')
}

/** One PDF a form, or one of all of them. */
async function jobsOf(
  fixed: InspectionFacts,
  forms: readonly FormDefinition[],
  numbers: FormNumbers,
  combined: string | null,
): Promise<readonly Job[]> {
  const jobs: Job[] = []
  for (const form of forms) {
    const { models } = papersOf(fixed, form, numberOf(fixed, numbers))
    const kind = form.id === 'freeze-slip' ? form.id : form.id === catalogueForm ? 'catalogue' : 'form'
    const said = saidBy(models)
    jobs.push({ ...said, kind, form: form.id, title: form.name, forms: [form], papers: models.length })
    await setImmediate()
  }
  if (combined === null) return jobs
  const digest = createHash('sha256')
    .update(jobs.map((job) => `${job.form} ${job.digest}\n`).join(''))
    .digest('hex')
  const papers = jobs.reduce((sum, job) => sum + job.papers, 0)
  const bytes = jobs.reduce((sum, job) => sum + job.bytes, 0)
  return [{ kind: 'combined', form: null, title: combined, forms, papers, digest, bytes }]
}

function combinedTitle(named: readonly FormDefinition[] | null): string {
  return named === null ? '全套文书' : '文书合订本'
}

/** A rehearsal uses no 文号 up: its papers leave room for one. */
function numberOf({ draw }: InspectionFacts, numbers: FormNumbers): FormNumbers['next'] {
  return draw?.mode === 'rehearsal' ? () => null : numbers.next
}

async function setJob(
  press: Press,
  facts: InspectionFacts,
  job: Job,
  numbers: FormNumbers,
  creationDate: string,
  tell: (papers: number) => void,
): Promise<SetJob> {
  const papers = job.forms.map((form) => papersOf(facts, form, numberOf(facts, numbers)))
  const models = papers.flatMap((of) => of.models)
  const from: PrintedFrom = {
    models,
    bookmarks: papers.flatMap((of) => bookmarksOf(of, facts)),
    creationDate,
  }
  const { pdf, pages, missing } = await press.set(from, 1, tell)
  return {
    job,
    document: {
      type: 'application/pdf',
      pages,
      note: noteOf(missing, models.some(isSecret)),
      compared: null,
      data: pdf,
    },
    kept: await keptModels(from),
    missing,
  }
}

function isSecret({ marks }: FormModel): boolean {
  return marks.includes('保密')
}

/** Papers of objects are found by the object. */
function bookmarksOf({ definition, models, objects }: FormPapers, facts: InspectionFacts): readonly string[] {
  if (objects === 0) return models.map(() => definition.name)
  const visits = visitsOf(facts, definition)
  return models.map((_, index) => `${definition.name}　${visits[index]?.object.name ?? ''}`)
}
