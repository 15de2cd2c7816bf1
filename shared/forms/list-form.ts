import { codePiece, type FormBlock, type FormModel, type TableRow } from './form-model.ts'
import { cells, labels, sectionRow } from './form-parts.ts'
import { dayInWords, timeInWords } from './form-words.ts'
import type { ListFacts, ListTable } from './list-facts.ts'

/** A list on paper, across: 年度抽查计划表, 随机抽查事项清单, 多部门监管事项清单, 两库名录. */
export function listForm(id: string, facts: ListFacts, table: ListTable): FormModel {
  const { office, title, version } = facts
  const below = version === null ? '草稿' : `第${version}版`
  return {
    id,
    title,
    running: { left: `${office}　${title}`, right: below },
    marks: facts.approval === null ? ['未经批准'] : [],
    across: true,
    blocks: [
      { kind: 'title', above: office, text: title, below },
      ...standingLine(facts),
      tableBlock(table),
      ...table.notes.map(
        (text) => ({ kind: 'paragraph', text, size: 'small', indent: false }) as const satisfies FormBlock,
      ),
      ...foot(facts),
    ],
  }
}

/** How the list stands, in one line above it. */
function standingLine({ approval, at, reason }: ListFacts): FormBlock[] {
  const asOf = `名录时点：${timeInWords(at)}`
  const standing =
    approval === null
      ? '本表未经批准，不得对外公布，不得据以组织抽查'
      : `经${approval.name}${approval.number === null ? '' : `以${approval.number}`}批准，批准日期：${dayInWords(approval.date)}`
  const why = reason === null ? [] : [`说明：${reason}`]
  return [
    {
      kind: 'paragraph',
      text: [standing, asOf, ...why].join('　　'),
      size: 'small',
      indent: false,
    },
  ]
}

function tableBlock({ columns, sections }: ListTable): FormBlock {
  const printed = columns
    .map((column, index) => ({ ...column, index }))
    .filter((one) => one.inHeading !== true)
  const rows = sections.flatMap(({ heading, rows: own }): TableRow[] => [
    ...(heading === null ? [] : [sectionRow(heading, printed.length)]),
    ...own.map((row) => cells(printed.map(({ index }) => row[index] ?? ''))),
  ])
  return {
    kind: 'table',
    columns: printed.map(({ width, align }) => (align === undefined ? { width } : { width, align })),
    header: [labels(printed.map(({ title }) => title))],
    rows,
    empty: '无',
    fontSize: 9,
    dense: true,
  }
}

/** What proves which version this is, and room to sign where it goes round inside the office. */
function foot({ digest, audience, approval }: ListFacts): FormBlock[] {
  const proof: FormBlock[] =
    digest === null
      ? []
      : [
          {
            kind: 'grid',
            columns: [{ width: 30 }, { width: 219 }],
            rows: [{ cells: [{ text: '版本校验码', role: 'label' }, { text: [codePiece(digest)] }] }],
          },
        ]
  if (audience === 'public') return proof
  const boxes = [
    { label: '制表人', name: null },
    { label: '审核人', name: null },
    { label: '批准人（盖章）', name: approval?.name ?? null },
  ]
  return [{ kind: 'group', blocks: [...proof, { kind: 'signatures', perRow: 3, boxes }] }]
}
