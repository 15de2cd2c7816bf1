import type { EntryField } from '../../../shared/forms/entry-fields.ts'
import { inspectionFields } from '../../../shared/forms/inspection-entry.ts'
import type { InspectionFacts, VisitFacts } from '../../../shared/forms/inspection-facts.ts'
import { visitFields, visitLists } from '../../../shared/forms/visit-entry.ts'
import { writeCsv } from '../../documents/write-csv.ts'
import { type CellValue, type WorkbookColumn, writeWorkbook } from '../../documents/write-workbook.ts'

interface Table {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly CellValue[])[]
}

/**
 * What was drawn and what was entered, as tables that any program reads: papers alone would lock the figures up. One
 * workbook, and each table as CSV beside it.
 */
export async function archiveTables(
  facts: InspectionFacts,
  at: Date,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const tables = [
    drawnTable(facts),
    entryTable(facts),
    visitTable(facts),
    ...visitLists.map((list) => listTable(facts, list)),
  ].filter(({ rows }) => rows.length > 0)
  if (tables.length === 0) return []
  const sheets = tables.map(({ name, columns, rows }) => ({ name, columns, rows }))
  const workbook = { name: '填写内容.xlsx', bytes: await writeWorkbook({ sheets, at }) }
  const texts = await Promise.all(
    tables.map(async ({ name, columns, rows }) => ({
      name: `${name}.csv`,
      bytes: await csvOf([columns.map(({ title }) => title), ...rows.map((row) => row.map(cellText))]),
    })),
  )
  return [workbook, ...texts]
}

async function csvOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeCsv(rows, 'utf-8')) pieces.push(piece)
  return Buffer.concat(pieces)
}

function cellText(value: CellValue): string {
  return value === null ? '' : String(value)
}

const order = { title: '序号', width: 6, format: 'number' } as const
const objectName = { title: '检查对象', width: 36 } as const

function drawnTable({ visits }: InspectionFacts): Table {
  return {
    name: '抽取结果',
    columns: [
      order,
      objectName,
      { title: '对象编号', width: 16, format: 'text' },
      { title: '统一社会信用代码', width: 22, format: 'text' },
      { title: '法定代表人（负责人）', width: 16 },
      { title: '地址', width: 40 },
      { title: '检查组', width: 8, format: 'number' },
      { title: '检查人员（执法证号）', width: 48, format: 'text' },
    ],
    rows: visits.map(({ order: place, object, team, inspectors }) => [
      place,
      object.name,
      object.id,
      object.creditCode,
      object.legalRepresentative,
      object.address,
      team,
      inspectors
        .map(
          ({ name, certificate, leader }) =>
            `${name}${leader ? '（组长）' : ''}（${certificate ?? '未登记'}）`,
        )
        .join('、'),
    ]),
  }
}

function entryTable({ entry }: InspectionFacts): Table {
  return {
    name: '文书要素',
    columns: [
      { title: '类别', width: 12 },
      { title: '项目', width: 22 },
      { title: '内容', width: 80, format: 'text' },
    ],
    rows: inspectionFields
      .map(({ group, title, name }) => [group, title, entry[name]] as const)
      .filter(([, , value]) => value !== null),
  }
}

/** One row an object, with the fields that were filled in for any of them. */
function visitTable({ visits }: InspectionFacts): Table {
  const used = visitFields.filter(({ name }) => visits.some(({ entry }) => entry[name] !== null))
  return {
    name: '检查情况',
    columns: [order, objectName, ...used.map(columnOf)],
    rows:
      used.length === 0
        ? []
        : visits.map((visit) => [...headOf(visit), ...used.map(({ name }) => visit.entry[name])]),
  }
}

function listTable({ visits }: InspectionFacts, list: (typeof visitLists)[number]): Table {
  return {
    name: list.title,
    columns: [order, objectName, ...list.fields.map(columnOf)],
    rows: visits.flatMap((visit) =>
      visit.entry[list.name].map((row: Readonly<Record<string, string | null>>) => [
        ...headOf(visit),
        ...list.fields.map(({ name }) => row[name] ?? null),
      ]),
    ),
  }
}

function headOf({ order: place, object }: VisitFacts): readonly CellValue[] {
  return [place, object.name]
}

function columnOf({ title, kind }: EntryField): WorkbookColumn {
  return { title, width: kind === 'passage' ? 48 : 20, format: 'text' }
}
