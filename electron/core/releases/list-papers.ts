import type { ReleaseRow } from '../../../db/release-store.ts'
import { type ListOf, releaseSubjects } from '../../../shared/api/release-contract.ts'
import { itemTable, jointItemTable } from '../../../shared/forms/item-table.ts'
import type { ListFacts, ListTable } from '../../../shared/forms/list-facts.ts'
import { listForm } from '../../../shared/forms/list-form.ts'
import { planTable } from '../../../shared/forms/plan-table.ts'
import { inspectorTable, objectTable } from '../../../shared/forms/register-table.ts'
import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import type { Inspector } from '../../../shared/registry/inspector.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { renderForm } from '../../documents/pdf/render-form.ts'
import { writeWorkbook } from '../../documents/write-workbook.ts'
import { type CoreContext, requireOffice } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { type FiledForm, fileForm } from '../papers/file-form.ts'
import { plannedCounts } from '../plans/planned-counts.ts'
import { rulesInForce } from '../rules/office-rules.ts'
import { listTitle, releaseSubject } from './list-titles.ts'
import { countListed, type ListedVersion, listDigest, listedRows } from './listed-rows.ts'

/** Which paper of a list is wanted. */
export interface PaperOrder {
  readonly list: ListOf
  /** of a version; `null`: as the list stands now */
  readonly release: ReleaseRow | null
  readonly format: 'pdf' | 'xlsx'
  readonly audience: ListFacts['audience']
}

/** Rows of a PDF at most: what is longer takes hundreds of pages that nobody prints, and a workbook holds it. */
const printedMost = 5_000
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A list as a paper, filed. Refuses with `LIST_EMPTY`, `LIST_TOO_LONG` or `OFFICE_NOT_SET`. The same rows give the same
 * bytes, so the same list is filed once.
 */
export async function listPaper(context: CoreContext, actor: string, order: PaperOrder): Promise<FiledForm> {
  const { list, release, format, audience } = order
  const rows = listedRows(context, list, release?.moment ?? null)
  if (rows.length === 0)
    throw new RefusalError(
      'LIST_EMPTY',
      `${listTitle(list)}还没有条目，没有生成文件。没有写入任何数据。请先录入或导入。`,
    )
  if (format === 'pdf' && rows.length > printedMost)
    throw new RefusalError(
      'LIST_TOO_LONG',
      `${listTitle(list)}共${rows.length}条，超过${printedMost}条，没有生成PDF。没有写入任何数据。请改为生成工作簿。`,
    )
  const facts = factsOf(context, order, rows)
  const table = tableOf(context, list, rows, audience)
  const subject = release === null ? `list:${list.subject}:${list.year}` : releaseSubject(release.id)
  const version = release === null ? '草稿' : `第${release.number}版`
  const name = `${facts.title}（${version}${audience === 'public' ? '，公布用' : ''}）`
  const folder = list.subject === 'plans' ? '年度计划' : '一单两库'
  if (format === 'xlsx') {
    const data = await writeWorkbook({ sheets: [sheetOf(facts, table)], at: new Date(facts.at) })
    const made = { subject, name: `${name}.xlsx`, type: workbookType, pages: null, data }
    return fileForm(context, actor, folder, made)
  }
  const model = listForm(`list-${list.subject}`, facts, table)
  const { pdf, pages, missing } = await renderForm(model, { creationDate: new Date(facts.at) })
  const made = { subject, name: `${name}.pdf`, type: 'application/pdf', pages, data: pdf }
  return fileForm(context, actor, folder, made, missing)
}

/** A list as it stands now, for the papers of the office; or the sentence why there is no paper of it. */
export type ListNow = { readonly facts: ListFacts; readonly table: ListTable } | { readonly reason: string }

/** A list as it stands now (草稿), as {@link listPaper} would print it. */
export function listNow(context: CoreContext, list: ListOf): ListNow {
  const size = countListed(context, list)
  if (size === 0) return { reason: `${listTitle(list)}还没有条目` }
  if (size > printedMost)
    return {
      reason: `${listTitle(list)}共${size}条，超过${printedMost}条，请在名录页面另存为工作簿`,
    }
  const rows = listedRows(context, list, null)
  const facts = factsOf(context, { list, release: null, audience: 'internal' }, rows)
  return { facts, table: tableOf(context, list, rows, 'internal') }
}

function factsOf(
  context: CoreContext,
  { list, release, audience }: Omit<PaperOrder, 'format'>,
  rows: readonly ListedVersion[],
): ListFacts {
  const office = requireOffice(context).name
  const title = titleOf(context, list)
  if (release === null) {
    const newest = rows.reduce((last, row) => (row.moment > last.moment ? row : last))
    return {
      office,
      title,
      version: null,
      at: newest.at,
      approval: null,
      digest: null,
      reason: null,
      audience,
    }
  }
  const approval = context.database.releases.steps(release.id).find(({ step }) => step === 'approved')
  return {
    office,
    title,
    version: release.number,
    at: release.at,
    approval:
      approval === undefined
        ? null
        : { name: approval.name ?? '', number: approval.number, date: approval.date },
    digest: listDigest(rows),
    reason: release.reason,
    audience,
  }
}

/** S1 calls the register 市场主体名录库: the paper is called as the 执行细则 calls the list. */
function titleOf(context: CoreContext, { subject, year }: ListOf): string {
  const { words } = rulesInForce(context).preset
  switch (subject) {
    case 'plans':
      return `${year}年度“双随机、一公开”抽查计划表`
    case 'items':
      return words.itemList
    case 'objects':
      return words.objectRegister
    case 'inspectors':
      return words.inspectorRegister
    case 'joint-items':
      return releaseSubjects[subject]
  }
}

function tableOf(
  context: CoreContext,
  list: ListOf,
  rows: readonly ListedVersion[],
  audience: ListFacts['audience'],
): ListTable {
  const plain = rows.map(({ row }) => row)
  switch (list.subject) {
    case 'plans': {
      const lines = (plain as readonly PlanLine[]).toSorted((a, b) =>
        a.number < b.number ? -1 : a.number > b.number ? 1 : 0,
      )
      return planTable(plannedCounts(context, lines))
    }
    case 'items':
      return itemTable(plain as readonly InspectionItem[])
    case 'joint-items':
      return jointItemTable(plain as readonly InspectionItem[])
    case 'objects':
      return objectTable(plain as readonly InspectionObject[], audience)
    case 'inspectors':
      return inspectorTable(plain as readonly Inspector[], audience)
  }
}

/** The same words as a sheet, every column said in every row. */
function sheetOf(facts: ListFacts, { columns, sections, notes }: ListTable) {
  const standing = facts.approval === null ? '未经批准' : `批准文号：${facts.approval.number ?? ''}`
  return {
    name: facts.title.slice(0, 31),
    title: `${facts.office}${facts.title}`,
    notes: [`${facts.version === null ? '草稿' : `第${facts.version}版`}　${standing}`, ...notes],
    columns: columns.map(({ title, width }) => ({
      title: title.replaceAll('\n', ''),
      width: Math.max(8, Math.round(width * 0.75)),
    })),
    rows: sections.flatMap(({ rows }) => rows),
  }
}
