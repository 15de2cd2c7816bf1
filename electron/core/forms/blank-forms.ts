import { formOf } from '../../../shared/forms/form-catalogue.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { NonRandomFacts } from '../../../shared/forms/inspection-facts.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { type FiledForm, fileForm } from '../papers/file-form.ts'
import { blankFacts } from './inspection-facts.ts'
import { requireForm } from './near-forms.ts'
import { startPress } from './set-papers.ts'
import { visitedObject } from './visit-facts.ts'

/** A blank form is of no day: the same form is the same file, whenever it is asked for. */
const ofNoDay = '2026-01-01T00:00:00+08:00'

/** A form without facts, filed. Refuses with `FORM_UNKNOWN`, `FORM_NOT_READY` or `OFFICE_NOT_SET`. */
export async function blankForm(context: CoreContext, actor: string, id: string): Promise<FiledForm> {
  const form = requireForm(id)
  requireOffice(context)
  const model = form.build(blankFacts(context), { visit: null, documentNumber: null })
  if (model === null)
    throw new RefusalError(
      'FORM_NOT_READY',
      `“${form.name}”须由抽取的数据生成，没有空白表。没有生成文件，也没有写入任何数据。请在抽取完成后生成。`,
    )
  const made = { subject: `form:${form.id}`, name: `${form.name}（空白）.pdf`, creationDate: ofNoDay }
  return file(context, actor, '空白文书', made, model)
}

/** The 非双随机检查登记表 of a row of the register, filed. Refuses with `ROW_UNKNOWN` or `OFFICE_NOT_SET`. */
export async function nonRandomForm(context: CoreContext, actor: string, serial: Serial): Promise<FiledForm> {
  requireOffice(context)
  const form = formOf('non-random-visit')
  const version = context.database.visits.get(serial)
  if (version === null || version.change === 'retired')
    throw new RefusalError(
      'ROW_UNKNOWN',
      `没有编号为“${serial}”的非双随机检查，可能已停用。没有生成文件，也没有写入任何数据。请刷新后重新选择。`,
    )
  const facts = { ...blankFacts(context), nonRandom: nonRandomFacts(context, serial, version.row) }
  const model = form?.build(facts, { visit: null, documentNumber: null }) ?? null
  if (form === null || model === null) throw new Error('the register of such visits has no form')
  const name = `${form.name}-${serial}.pdf`
  return file(
    context,
    actor,
    '非双随机检查',
    { subject: `visit:${serial}`, name, creationDate: version.at },
    model,
  )
}

type VisitRow = NonNullable<ReturnType<CoreContext['database']['visits']['get']>>['row']

function nonRandomFacts({ database }: CoreContext, serial: Serial, row: VisitRow): NonRandomFacts {
  const object = database.objects.get(row.object)?.row ?? null
  const { kind, date, number, department, item, passed, findings, remark } = row
  return {
    serial,
    object: object === null ? null : visitedObject(row.object, object.name, object.uscc, object),
    kind,
    date,
    number,
    department,
    item,
    passed: passed === null ? null : passed ? '合格' : '不合格',
    findings,
    remark,
  }
}

interface Made {
  readonly subject: string
  readonly name: string
  readonly creationDate: string
}

async function file(
  context: CoreContext,
  actor: string,
  folder: string,
  { subject, name, creationDate }: Made,
  model: FormModel,
): Promise<FiledForm> {
  const press = startPress(0, undefined)
  const from = { models: [model], bookmarks: [model.title], creationDate }
  const { pdf, pages, missing } = await press.set(from, 1, () => {}).finally(() => press.end())
  return fileForm(
    context,
    actor,
    folder,
    { subject, name, type: 'application/pdf', pages, data: pdf },
    missing,
  )
}
