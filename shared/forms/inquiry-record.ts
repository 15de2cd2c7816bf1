import { anyEntered, narrativeRows, officerBoxes, signedBoxes } from './enforcement-parts.ts'
import type { FormDefinition } from './form-definition.ts'
import { pairRow, wideRow } from './form-parts.ts'
import { ticked } from './form-words.ts'
import { officerLines } from './inspection-words.ts'
import {
  grid,
  inspectionPaper,
  officersOrBlank,
  orBlank,
  partyRows,
  spanInWords,
  tableHead,
} from './official-parts.ts'
import type { VisitEntry } from './visit-entry.ts'

const id = 'inquiry-record'
const name = '询问笔录'

/** Ruled rows of a blank record: two pages with its head and its signatures. */
const blankRows = 22

const fields = [
  'inquiryStartedAt',
  'inquiryEndedAt',
  'inquiryPlace',
  'inquiryTimes',
  'asked',
  'askedSex',
  'askedIdentity',
  'askedPhone',
  'askedWork',
  'askedAddress',
  'questions',
] as const

/** 询问笔录 (S2 第十三条: 调查询问有关人员): who was asked, what they were told beforehand, question and answer. */
export const inquiryRecordForm = {
  id,
  name,
  stage: '现场检查',
  scope: 'object',
  numberWord: null,
  isFor: ({ entry }) => anyEntered(entry, fields),
  build: (facts, { visit }) => {
    const entry = visit?.entry
    return inspectionPaper(facts, {
      id,
      name,
      blocks: [
        ...tableHead(facts, name),
        grid([
          ...partyRows(visit),
          wideRow('询问时间', spanInWords(entry?.inquiryStartedAt ?? null, entry?.inquiryEndedAt ?? null)),
          pairRow('询问地点', entry?.inquiryPlace ?? '', '第几次询问', entry?.inquiryTimes ?? ''),
          wideRow('询问人员', officerLines(visit)),
          pairRow('记录人', '', '见证人', entry?.witness ?? ''),
          pairRow('被询问人', entry?.asked ?? '', '性别', entry?.askedSex ?? ''),
          pairRow('身份证号', entry?.askedIdentity ?? '', '电话', entry?.askedPhone ?? ''),
          wideRow('工作单位\n及职务', entry?.askedWork ?? ''),
          wideRow('住址', entry?.askedAddress ?? ''),
          wideRow('权利义务\n告知', toldBeforehand(facts.office, officersOrBlank(visit))),
          wideRow(
            '被询问人\n答复',
            ticked([
              ['已看清证件，已听清告知', false],
              ['不申请回避', false],
              ['申请回避，理由：', false],
            ]),
            34,
          ),
        ]),
        narrativeRows('询问内容', (entry?.questions ?? []).map(questionWords), blankRows),
        {
          kind: 'group',
          blocks: [
            grid([
              wideRow(
                '被询问人\n确认',
                '以上笔录我看过（向我宣读过），与我所说相符。（有补充或者更正的，在此写明；相符的，由被询问人抄写上句并逐页签名）',
                70,
              ),
            ]),
            signedBoxes(facts, id, [
              { label: '被询问人', name: null },
              ...officerBoxes(visit, '询问人员'),
              { label: '记录人', name: null },
            ]),
          ],
        },
      ],
    })
  },
} as const satisfies FormDefinition

/** What the asked is told beforehand, in general words: what a law of the case says beyond it is told by mouth. */
function toldBeforehand(office: string, officers: string): string {
  return (
    `我们是${office}的执法检查人员${officers}，现向你出示执法证件，依法就本次检查的有关情况向你询问。` +
    '你有权陈述、申辩；认为询问人员与本次检查有利害关系的，有权申请回避；有权核对笔录，对差错和遗漏要求更正、补充。' +
    '你应当如实回答询问、提供证据，不得作虚假陈述，不得拒绝、阻挠检查。'
  )
}

function questionWords({ question, answer }: VisitEntry['questions'][number]): string {
  return `问：${orBlank(question, 20)}\n答：${orBlank(answer, 20)}`
}
