import { anyEntered, officerBoxes, presentRow, signedBoxes } from './enforcement-parts.ts'
import type { FormDefinition } from './form-definition.ts'
import type { TableBlock, TableRow } from './form-model.ts'
import { cells, labels, pairRow, sectionRow, wideRow } from './form-parts.ts'
import { ticked } from './form-words.ts'
import { officerLines } from './inspection-words.ts'
import { grid, inspectionPaper, momentInWords, partyRows, tableHead } from './official-parts.ts'
import type { VisitEntry } from './visit-entry.ts'

const id = 'sampling-receipt'
const name = '抽样取证凭证'

const blankRows = 6
const rowHeight = 24

/** 抽样取证凭证: what was taken as samples, for the party and for the file (S3 第二十一条: 初步提取证据). */
export const samplingReceiptForm = {
  id,
  name,
  stage: '现场检查',
  scope: 'object',
  numberWord: null,
  copies: '一式两份，一份交被检查对象，一份存档',
  isFor: ({ entry }) => anyEntered(entry, ['samples', 'samplingAt', 'samplingPlace', 'samplingMethod']),
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
            '抽样时间',
            momentInWords(entry?.samplingAt ?? null),
            '抽样地点',
            entry?.samplingPlace ?? '',
          ),
          wideRow('抽样方式', entry?.samplingMethod ?? ''),
          wideRow('抽样人员', officerLines(visit)),
        ]),
        sampleTable(entry?.samples ?? []),
        {
          kind: 'group',
          blocks: [
            grid([
              wideRow(
                '样品封存',
                ticked([
                  ['当场封存，封条由双方签名', false],
                  ['不需封存', false],
                  ['其他：', false],
                ]),
                30,
              ),
              wideRow(
                '被检查对象\n意见',
                ticked([
                  ['以上样品由我（单位）在场时抽取，数量无误', false],
                  ['有异议：', false],
                ]),
                40,
              ),
              wideRow(
                '说明',
                '本凭证一式两份，一份交被检查对象，一份存档。检验、检测或者鉴定结果另行书面告知。',
              ),
            ]),
            signedBoxes(facts, id, [
              { label: '被检查对象（签章）', name: null },
              { label: '见证人', name: entry?.witness ?? null },
              ...officerBoxes(visit),
            ]),
          ],
        },
      ],
    })
  },
} as const satisfies FormDefinition

function sampleTable(samples: VisitEntry['samples']): TableBlock {
  const rows = samples.map(
    (sample, index): TableRow => ({
      ...cells([
        String(index + 1),
        sample.name ?? '',
        sample.specification ?? '',
        sample.batch ?? '',
        sample.stock ?? '',
        sample.quantity ?? '',
        sample.remark ?? '',
      ]),
      minHeight: rowHeight,
    }),
  )
  return {
    kind: 'table',
    columns: [
      { width: 10, align: 'center' },
      { width: 38 },
      { width: 28 },
      { width: 28 },
      { width: 16, align: 'center' },
      { width: 16, align: 'center' },
      { width: 20 },
    ],
    header: [
      sectionRow(`抽样物品${samples.length === 0 ? '' : `（共${samples.length}项）`}`, 7),
      labels(['序号', '物品名称', '规格型号', '生产日期\n或批号', '抽样\n基数', '抽样\n数量', '备注']),
    ],
    rows:
      rows.length === 0
        ? emptyRows()
        : [...rows, { cells: [{ text: '以下空白', colSpan: 7, align: 'center' }] }],
  }
}

function emptyRows(): TableRow[] {
  return Array.from({ length: blankRows }, (_, index) => ({
    ...cells([String(index + 1), '', '', '', '', '', '']),
    minHeight: rowHeight,
  }))
}
