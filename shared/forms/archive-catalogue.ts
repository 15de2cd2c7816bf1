import type { FormDefinition } from './form-definition.ts'
import { codePiece, type FormBlock, type FormModel, type GridBlock, type TableBlock } from './form-model.ts'
import { cells, codeRow, countsTable, labels, modeBanner, pairRow, sectionRow } from './form-parts.ts'
import { marksOf } from './form-words.ts'
import type { ArchivedFacts, InspectionFacts } from './inspection-facts.ts'
import { blank, signatures } from './official-parts.ts'

const id = 'archive-catalogue'
const name = '档案目录'
/** Empty lines of a catalogue that is filled in by hand. */
const blankLines = 10
const columns = [
  { label: '序号', width: 9, align: 'center' },
  { label: '文件名称、文件校验码（SHA-256）、备注', width: 87 },
  { label: '种类', width: 15, align: 'center' },
  { label: '页数', width: 9, align: 'center' },
  { label: '字节数', width: 17, align: 'right' },
  { label: '归档时间\n归档人', width: 19, align: 'center' },
] as const

/**
 * 档案目录 (S3 第二十四条: 检查过程中形成的文字和音像记录应归档保管): every paper, photograph, recording, scan and package
 * that is kept of a draw, with the digest by which each can be told from any other, and what they come to.
 */
export function archiveCatalogue(facts: InspectionFacts): FormModel {
  const { office, draw, freezeSlip } = facts
  // Whoever makes it anew lists the same files: no edition lists another.
  const archive = facts.archive.filter(({ kind }) => kind !== name)
  const of = draw ?? freezeSlip
  const mode = of === null ? null : { mode: of.mode, confidential: draw?.confidential ?? false }
  return {
    id,
    title: name,
    running: { left: `${office}　${name}`, right: `编号：${of?.number ?? ''}` },
    marks: mode === null ? [] : marksOf(mode),
    blocks: [
      { kind: 'title', above: office, text: name, below: `编号：${of?.number ?? blank(10)}` },
      ...(mode === null ? [] : modeBanner(mode)),
      titleGrid(of?.task.name ?? '', of === null ? '' : `${archive.length}件`),
      filesTable(of === null && archive.length === 0 ? null : archive),
      {
        kind: 'group',
        blocks: [
          ...(archive.length === 0 ? [] : [totalsTable(archive)]),
          ...(draw === null ? [] : [countsTable(draw, '次数统计')]),
        ],
      },
      signed(facts),
    ],
  }
}

/** 案卷题名 and how many files there are. */
function titleGrid(task: string, files: string): GridBlock {
  return {
    kind: 'grid',
    columns: [{ width: 25 }, { width: 95 }, { width: 14 }, { width: 22, align: 'center' }],
    rows: [pairRow('案卷题名', task, '件数', files)],
  }
}

/** `null`: lines to write on. */
function filesTable(archive: readonly ArchivedFacts[] | null): TableBlock {
  return {
    kind: 'table',
    fontSize: 9,
    dense: true,
    columns: columns.map((column) =>
      'align' in column ? { width: column.width, align: column.align } : { width: column.width },
    ),
    header: [sectionRow('卷内文件', columns.length), labels(columns.map(({ label }) => label))],
    rows:
      archive === null
        ? Array.from({ length: blankLines }, () => ({ ...cells(columns.map(() => '')), minHeight: 34 }))
        : archive.map((file, index) =>
            cells([
              String(index + 1),
              {
                text: [
                  { text: `${file.name}\n` },
                  codePiece(file.sha256),
                  ...(file.note === null ? [] : [{ text: `\n备注：${file.note}` }]),
                ],
              },
              file.kind,
              file.pages === null ? '' : String(file.pages),
              grouped(file.bytes),
              `${shortTime(file.at)}\n${file.by}`,
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
    dense: true,
    columns: [
      { width: 40, align: 'center' },
      { width: 24, align: 'center' },
      { width: 24, align: 'center' },
      { width: 38, align: 'center' },
      { width: 30, align: 'right' },
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
        columns: [{ width: 25 }, { width: 131 }],
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
      {
        kind: 'paragraph',
        text: '档案目录自身（各版）不列入。文件校验码按文件内容计算，内容有任何改动，校验码就不同；台账记有每个文件归档时的校验码。',
        size: 'small',
        indent: false,
      },
    ],
  }
}

/** `2026-11-20` over `09:41`: the order of the lines tells more than the second does. */
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
