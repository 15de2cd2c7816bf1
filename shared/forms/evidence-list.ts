import { anyEntered, officerBoxes, presentRow, signedBoxes } from './enforcement-parts.ts'
import type { FormDefinition } from './form-definition.ts'
import type { TableBlock, TableRow } from './form-model.ts'
import { cells, labels, pairRow, sectionRow, wideRow } from './form-parts.ts'
import { ticked } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { officerLines } from './inspection-words.ts'
import { grid, inspectionPaper, momentInWords, partyRows, tableHead } from './official-parts.ts'
import type { VisitEntry } from './visit-entry.ts'

const id = 'evidence-list'
const name = '证据提取清单'

/** Rows to fill in by hand where nothing is entered. */
const blankRows = 8
/** Room to sign beside a piece of evidence, points. */
const rowHeight = 24

/**
 * 证据提取清单 (S1 第十条): originals first; of a copy someone of the inspected firm witnesses that it is the original's
 * and signs.
 */
export const evidenceListForm = {
  id,
  name,
  stage: '现场检查',
  scope: 'object',
  numberWord: null,
  copies: '一式两份，一份交被检查对象，一份存档',
  isFor: ({ entry }) => anyEntered(entry, ['evidence', 'evidenceAt', 'evidencePlace']),
  build: (facts, { visit }) => {
    const entry = visit?.entry
    return inspectionPaper(facts, {
      id,
      name,
      toParty: true,
      blocks: [
        ...tableHead(facts, name),
        grid([
          ...partyRows(visit),
          presentRow(visit),
          pairRow(
            '提取时间',
            momentInWords(entry?.evidenceAt ?? null),
            '提取地点',
            entry?.evidencePlace ?? '',
          ),
          wideRow('提取人员', officerLines(visit)),
        ]),
        evidenceTable(entry?.evidence ?? []),
        grid([
          wideRow(
            '提取说明',
            '提取证据以原件为先。原件确实难以提取的，可以提取复印件，由被检查对象的工作人员与原件核对后，' +
              '在复印件上注明“与原件核对无误”和出处，签名或者盖章并写明日期。',
          ),
        ]),
        {
          kind: 'group',
          blocks: [
            grid([
              wideRow(
                '被检查对象\n意见',
                ticked([
                  ['以上证据由我（单位）提供，复印件与原件核对无误', false],
                  ['有异议：', false],
                ]),
                40,
              ),
            ]),
            boxes(facts, visit),
          ],
        },
      ],
    })
  },
} as const satisfies FormDefinition

function boxes(facts: InspectionFacts, visit: VisitFacts | null) {
  return signedBoxes(facts, id, [
    { label: '证据提供人（签章）', name: null },
    { label: '见证人', name: visit?.entry.witness ?? null },
    ...officerBoxes(visit),
  ])
}

function evidenceTable(evidence: VisitEntry['evidence']): TableBlock {
  const originals = evidence.filter(({ form }) => form === '原件')
  const others = evidence.filter(({ form }) => form !== '原件')
  const rows = [...originals, ...others].map((piece, index) => row(piece, index + 1))
  return {
    kind: 'table',
    columns: [
      { width: 10, align: 'center' },
      { width: 36 },
      { width: 16, align: 'center' },
      { width: 14, align: 'center' },
      { width: 32 },
      { width: 32 },
      { width: 16, align: 'center' },
    ],
    header: [
      sectionRow(
        `证据${evidence.length === 0 ? '' : `（共${evidence.length}项，其中原件${originals.length}项）`}`,
        7,
      ),
      labels(['序号', '证据名称', '形式', '数量', '来源', '证明内容', '核对人\n签名']),
    ],
    rows:
      rows.length === 0
        ? emptyRows()
        : [...rows, { cells: [{ text: '以下空白', colSpan: 7, align: 'center' }] }],
  }
}

function row(piece: VisitEntry['evidence'][number], number: number): TableRow {
  return {
    ...cells([
      String(number),
      piece.name ?? '',
      piece.form ?? '',
      piece.quantity ?? '',
      piece.source ?? '',
      piece.proves ?? '',
      piece.form === '原件' ? '—' : '',
    ]),
    minHeight: rowHeight,
  }
}

function emptyRows(): TableRow[] {
  return Array.from({ length: blankRows }, (_, index) => ({
    ...cells([String(index + 1), '', '', '', '', '', '']),
    minHeight: rowHeight,
  }))
}
