import type { FormDefinition } from './form-definition.ts'
import { codePiece, type FormBlock, type FormModel, type TableBlock } from './form-model.ts'
import { cells, codeRow, countsTable, labels, modeBanner, sectionRow } from './form-parts.ts'
import { marksOf } from './form-words.ts'
import type { ArchivedFacts, InspectionFacts } from './inspection-facts.ts'
import { blank, signatures } from './official-parts.ts'

const id = 'archive-catalogue'
const name = '档案目录'
/** Empty lines of a catalogue that is filled in by hand. */
const blankLines = 14
const columns = [
  { label: '序号', width: 10, align: 'center' },
  { label: '名称', width: 62 },
  { label: '种类', width: 20, align: 'center' },
  { label: '页数', width: 11, align: 'center' },
  { label: '字节数', width: 21, align: 'right' },
  { label: '归档时间', width: 21, align: 'center' },
  { label: '归档人', width: 20, align: 'center' },
  { label: '文件校验码（SHA-256）', width: 47 },
  { label: '备注', width: 26 },
] as const

/**
 * 档案目录 (S3 第二十四条: 检查过程中形成的文字和音像记录应归档保管): every paper, photograph, recording, scan and package
 * that is kept of a draw, with the digest by which each can be told from any other, and what they come to.
 */
export function archiveCatalogue(facts: InspectionFacts): FormModel {
  const { office, draw, freezeSlip, archive } = facts
  const of = draw ?? freezeSlip
  const mode = of === null ? null : { mode: of.mode, confidential: draw?.confidential ?? false }
  return {
    id,
    title: name,
    running: { left: `${office}　${name}`, right: `编号：${of?.number ?? ''}` },
    marks: mode === null ? [] : marksOf(mode),
    across: true,
    blocks: [
      { kind: 'title', above: office, text: name, below: `编号：${of?.number ?? blank(10)}` },
      ...(mode === null ? [] : modeBanner(mode)),
      { kind: 'paragraph', text: `案卷题名：${of?.task.name ?? blank(24)}`, indent: false },
      filesTable(of === null && archive.length === 0 ? null : archive),
      ...(archive.length === 0 ? [] : [totalsTable(archive)]),
      ...(draw === null ? [] : [countsTable(draw, '次数统计')]),
      {
        kind: 'paragraph',
        text: '本目录自身不列入目录。文件校验码按文件内容计算，内容改动一个字，校验码就不同；台账中记有每个文件归档时的校验码。',
        size: 'small',
        indent: false,
      },
      signed(facts),
    ],
  }
}

/** `null`: lines to write on. */
function filesTable(archive: readonly ArchivedFacts[] | null): TableBlock {
  return {
    kind: 'table',
    fontSize: 9,
    columns: columns.map((column) =>
      'align' in column ? { width: column.width, align: column.align } : { width: column.width },
    ),
    header: [sectionRow('卷内文件', columns.length), labels(columns.map(({ label }) => label))],
    rows:
      archive === null
        ? Array.from({ length: blankLines }, () => ({ ...cells(columns.map(() => '')), minHeight: 24 }))
        : archive.map((file, index) =>
            cells([
              String(index + 1),
              file.name,
              file.kind,
              file.pages === null ? '' : String(file.pages),
              grouped(file.bytes),
              shortTime(file.at),
              file.by,
              { text: [codePiece(file.sha256)] },
              file.note ?? '',
            ]),
          ),
    empty: '尚无归档的文件',
  }
}

/** What there is of each kind, in the order in which the kinds first come, and what all of it comes to. */
function totalsTable(archive: readonly ArchivedFacts[]): TableBlock {
  const kinds = [...Map.groupBy(archive, ({ kind }) => kind)]
  const line = (title: string, files: readonly ArchivedFacts[]) => {
    const unknown = files.filter(({ pages }) => pages === null).length
    const pages = files.reduce((sum, file) => sum + (file.pages ?? 0), 0)
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return cells([
      title,
      String(files.length),
      String(pages),
      unknown === 0 ? '' : `${unknown}件没有页数`,
      grouped(bytes),
    ])
  }
  return {
    kind: 'table',
    fontSize: 9,
    columns: [
      { width: 60, align: 'center' },
      { width: 40, align: 'center' },
      { width: 40, align: 'center' },
      { width: 52, align: 'center' },
      { width: 46, align: 'right' },
    ],
    header: [sectionRow('合计', 5), labels(['种类', '件数', '页数', '页数说明', '字节数'])],
    rows: [...kinds.map(([kind, files]) => line(kind, files)), line('合计', archive)],
  }
}

/** D, the newest hash of the ledger, and who answers for the file: together. */
function signed(facts: InspectionFacts): FormBlock {
  const { draw } = facts
  const unknown = (label: string) => ({ cells: [{ text: label, role: 'label' as const }, { text: '' }] })
  return {
    kind: 'group',
    blocks: [
      {
        kind: 'grid',
        columns: [{ width: 40 }, { width: 198 }],
        rows: [
          draw === null ? unknown('记录校验码 D') : codeRow('记录校验码 D', draw.digest),
          draw === null ? unknown('台账校验码') : codeRow('台账校验码', draw.ledger.hash),
        ],
      },
      signatures(
        facts,
        id,
        ['立卷人', '检查人', '移交人', '接收人'].map((label) => ({ label, name: null })),
        4,
      ),
    ],
  }
}

/** `2026-11-20` over `09:41`: the column is narrow, and the order of the lines tells more than the second does. */
function shortTime(at: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(at)
  return parts === null ? at : `${parts[1]}\n${parts[2]}`
}

/** `1,234,567`. */
function grouped(bytes: number): string {
  return String(bytes).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** 档案目录: of a draw, or with lines to write on. */
export const archiveCatalogueForm = {
  id,
  name,
  stage: '名录与档案',
  scope: 'draw',
  numberWord: null,
  build: (facts) => archiveCatalogue(facts),
} as const satisfies FormDefinition
