import { anyEntered, narrative, officerBoxes, presentRows, signedBoxes } from './enforcement-parts.ts'
import type { FormDefinition } from './form-definition.ts'
import { wideRow } from './form-parts.ts'
import { ticked } from './form-words.ts'
import { officerLines } from './inspection-words.ts'
import { grid, inspectionPaper, momentInWords, partyRows, tableHead } from './official-parts.ts'

const id = 'rights-record'
const name = '权利告知及陈述申辩记录'

/**
 * 权利告知及陈述申辩记录 (S2 第十四条, S3 第二十二条): what the party was told, what it said, and what the officers found
 * when they looked at it again; the report takes it over.
 */
export const rightsRecordForm = {
  id,
  name,
  stage: '处理',
  scope: 'object',
  numberWord: null,
  isFor: ({ entry }) => anyEntered(entry, ['rightsAt', 'rightsFacts', 'statement', 'reexamination']),
  build: (facts, { visit }) => {
    const entry = visit?.entry
    const stated = entry?.statement ?? null
    return inspectionPaper(facts, {
      id,
      name,
      blocks: [
        ...tableHead(facts, name),
        grid([
          ...partyRows(visit),
          ...presentRows(visit),
          wideRow('告知时间', momentInWords(entry?.rightsAt ?? null)),
          wideRow('告知人员', officerLines(visit)),
          wideRow(
            '告知的权利',
            '你（单位）有权查阅检查记录；对检查记录和拟作的处理有异议的，有权陈述和申辩，可以当场提出。' +
              '我们将充分听取，对提出的事实、理由和证据进行复核，并记入检查报告。不因陈述、申辩而加重处理。',
          ),
        ]),
        narrative('一、拟作处理的事实、理由和依据', entry?.rightsFacts, 6),
        grid([
          wideRow(
            '当事人表示',
            ticked([
              ['要求陈述、申辩', stated !== null],
              ['放弃陈述、申辩', false],
            ]),
          ),
        ]),
        narrative('二、陈述申辩内容', stated, 7),
        narrative('三、复核意见', entry?.reexamination, 5),
        {
          kind: 'group',
          blocks: [
            grid([wideRow('当事人确认', '以上记录我看过（向我宣读过），与我所说相符。', 30)]),
            signedBoxes(facts, id, [
              { label: '当事人（签章）', name: null },
              { label: '记录人', name: null },
              ...officerBoxes(visit),
            ]),
          ],
        },
      ],
    })
  },
} as const satisfies FormDefinition
