import type { DrawFacts } from './draw-facts.ts'
import type {
  FormBlock,
  FormText,
  GridBlock,
  SignatureBlock,
  SignatureBox,
  TableBlock,
  TableCell,
  TableRow,
  TextPiece,
} from './form-model.ts'
import { codePiece } from './form-model.ts'

/** Label, value, label, value: shares of the width, in millimetres of the 156 mm text area. */
export const fourColumns = [{ width: 25 }, { width: 53 }, { width: 25 }, { width: 53 }] as const

/** A row of a four-column grid with one value over the rest. */
export function wideRow(label: string, text: FormText, minHeight = 0): TableRow {
  return {
    cells: [
      { text: label, role: 'label' },
      { text, colSpan: 3 },
    ],
    minHeight,
  }
}

/** A row of a four-column grid with two labels and values. */
export function pairRow(
  label: string,
  text: FormText,
  label2: string,
  text2: FormText,
  minHeight = 0,
): TableRow {
  return {
    cells: [{ text: label, role: 'label' }, { text }, { text: label2, role: 'label' }, { text: text2 }],
    minHeight,
  }
}

/** The heading of a section as a row over the whole width of its table. */
export function sectionRow(text: string, columns: number): TableRow {
  return { cells: [{ text, colSpan: columns, role: 'section' }], minHeight: 22 }
}

/** A header row of plain labels. */
export function labels(texts: readonly string[]): TableRow {
  return { cells: texts.map((text) => ({ text, role: 'label' })) }
}

/** A body row of plain cells. */
export function cells(texts: readonly (FormText | TableCell)[]): TableRow {
  return { cells: texts.map((text) => (isCell(text) ? text : { text })) }
}

function isCell(value: FormText | TableCell): value is TableCell {
  return typeof value === 'object' && 'text' in value
}

/** A frame that says what an unofficial paper is; nothing for an official one. */
export function modeBanner(facts: Pick<DrawFacts, 'mode'>): readonly FormBlock[] {
  if (facts.mode === 'official') return []
  const text =
    facts.mode === 'rehearsal'
      ? '演练：本件为演练所用，不是正式的抽查文书'
      : '未经现场见证：由命令行抽取，不是正式的抽查文书'
  return [{ kind: 'banner', text }]
}

/**
 * The numbers that stand on every form, also when they are 0: attempts, aborts, voids, replacements, choices with a
 * single candidate, unfinished draw numbers. A number that is only printed when it is bad is not missed when it is gone.
 */
export function countsTable(facts: DrawFacts, section: string): TableBlock {
  const { counts } = facts
  return {
    kind: 'table',
    columns: [20, 20, 20, 20, 32, 44].map((width) => ({ width, align: 'center' as const })),
    header: [
      sectionRow(section, 6),
      labels(['抽取次数', '中止次数', '作废次数', '更换次数', '只有一名（个）\n候选的选取', '未完成的编号']),
    ],
    rows: [
      cells([
        `${counts.attempts}次`,
        `${counts.aborts}次`,
        `${counts.voids}次`,
        `${counts.replacements}次`,
        `${counts.singleCandidateChoices}次`,
        unfinished(counts.unfinishedNumbers),
      ]),
    ],
  }
}

function unfinished(numbers: readonly string[]): string {
  return numbers.length === 0 ? '0个' : `${numbers.length}个：${numbers.join('、')}`
}

/** A digest on two lines of four groups each: as easy to read aloud above as below. */
export function digestLines(digest: string): readonly TextPiece[] {
  return [codePiece(digest.slice(0, 32)), { text: '\n' }, codePiece(digest.slice(32))]
}

/** Boxes to sign in, at most four in a row, and rows as even as they can be. */
export function evenBoxes(boxes: readonly SignatureBox[]): SignatureBlock {
  const rows = Math.ceil(boxes.length / 4)
  return { kind: 'signatures', perRow: Math.ceil(boxes.length / Math.max(rows, 1)), boxes }
}

/** Digests that every form carries: D and the newest hash of the ledger. */
function digestGrid(facts: DrawFacts): GridBlock {
  return {
    kind: 'grid',
    columns: [{ width: 25 }, { width: 131 }],
    rows: [
      codeRow('记录校验码 D', facts.digest),
      {
        cells: [
          { text: '台账校验码', role: 'label' },
          {
            text: [
              ...digestLines(facts.ledger.hash),
              { text: `\n台账第${facts.ledger.seq}条，出具本件时的最新一条` },
            ],
          },
        ],
      },
    ],
  }
}

/** A label and a digest over the rest of a two-column grid. */
export function codeRow(label: string, digest: string): TableRow {
  return { cells: [{ text: label, role: 'label' }, { text: digestLines(digest) }] }
}

/**
 * D and the ledger’s hash with the boxes of who signs a list: together, so that no signature stands on a page that
 * shows nothing of what is signed.
 */
export function signedDigests(facts: DrawFacts): FormBlock {
  return {
    kind: 'group',
    blocks: [
      digestGrid(facts),
      {
        kind: 'signatures',
        perRow: 2,
        boxes: [
          { label: '记录人', name: facts.signatories.recorder },
          { label: '领导小组办公室（盖章）', name: facts.signatories.leadingOffice },
        ],
      },
    ],
  }
}
