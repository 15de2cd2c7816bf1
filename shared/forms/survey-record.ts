import { anyEntered, narrative, officerBoxes, presentRows, signedBoxes } from './enforcement-parts.ts'
import type { FormDefinition } from './form-definition.ts'
import { pairRow, sectionRow, wideRow } from './form-parts.ts'
import { ticked } from './form-words.ts'
import { officerLines } from './inspection-words.ts'
import { grid, inspectionPaper, partyRows, spanInWords, tableHead } from './official-parts.ts'

const id = 'survey-record'
const name = '勘验笔录'

/** Points of the frame to sketch in. */
const sketchHeight = 210

/** 勘验笔录: what a place was found to be, with room to sketch it (S2 第十三条: 现场状况; S3 第二十一条: 制作现场笔录). */
export const surveyRecordForm = {
  id,
  name,
  stage: '现场检查',
  scope: 'object',
  numberWord: null,
  isFor: ({ entry }) =>
    anyEntered(entry, ['surveyStartedAt', 'surveyEndedAt', 'surveyPlace', 'surveyWeather', 'surveyFindings']),
  build: (facts, { visit }) => {
    const entry = visit?.entry
    return inspectionPaper(facts, {
      id,
      name,
      blocks: [
        ...tableHead(facts, name),
        grid([
          ...partyRows(visit),
          ...presentRows(visit),
          wideRow('勘验时间', spanInWords(entry?.surveyStartedAt ?? null, entry?.surveyEndedAt ?? null)),
          wideRow('勘验场所', entry?.surveyPlace ?? ''),
          pairRow('天气', entry?.surveyWeather ?? '', '见证人', entry?.witness ?? ''),
          wideRow('勘验人员', officerLines(visit)),
          pairRow('记录人', '', '影像资料\n编号', entry?.mediaNumber ?? ''),
          wideRow(
            '告知事项',
            '勘验人员已向当事人出示执法证件，说明来意，并告知其有权对勘验情况提出意见，有权申请与本次检查有利害关系的人员回避。' +
              `当事人：${ticked([
                ['已看清证件', false],
                ['不申请回避', false],
                ['申请回避，理由：', false],
              ])}`,
            56,
          ),
        ]),
        narrative('勘验情况（方位、现状、测量数据、取样和拍摄情况）', entry?.surveyFindings, 12),
        {
          kind: 'grid',
          columns: [{ width: 156 }],
          rows: [
            sectionRow('现场示意图（注明方位、主要尺寸和绘制人）', 1),
            { cells: [{ text: '' }], minHeight: sketchHeight },
          ],
        },
        {
          kind: 'group',
          blocks: [
            grid([
              wideRow(
                '当事人意见',
                `${ticked([
                  ['以上笔录我看过（向我宣读过），与现场情况相符', false],
                  ['有异议：', false],
                ])}`,
                44,
              ),
            ]),
            signedBoxes(facts, id, [
              { label: '当事人（在场人）', name: null },
              { label: '见证人', name: entry?.witness ?? null },
              ...officerBoxes(visit, '勘验人员'),
              { label: '记录人', name: null },
            ]),
          ],
        },
      ],
    })
  },
} as const satisfies FormDefinition
