import { contactWords } from './contact-words.ts'
import { deliveryReceipt } from './delivery-receipt.ts'
import { anyEntered, inspectionWords, officerBoxes, remedies, signedBoxes } from './enforcement-parts.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock } from './form-model.ts'
import { pairRow, wideRow } from './form-parts.ts'
import { dayInWords } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { clause, partyPronoun, passageOrLines, section, sentence } from './inspection-words.ts'
import {
  addressee,
  closing,
  cutOff,
  dayOrBlank,
  grid,
  inspectionPaper,
  letterHead,
  says,
} from './official-parts.ts'

const id = 'rectification-order'
const name = '责令整改通知书'

const fields = [
  'rectificationProblems',
  'rectificationBasis',
  'rectificationDemands',
  'rectificationDue',
  'rectificationOn',
  'recheckedOn',
  'recheckResult',
] as const

/**
 * 责令整改通知书 (S3 第二十一条: 督促当事人整改; S4 （十一）) with its receipt and, below, what the re-check found, which
 * the second publication rests on (S1 附件4六).
 */
export const rectificationOrderForm = {
  id,
  name,
  stage: '处理',
  scope: 'object',
  numberWord: '责改',
  copies: '一式两份，一份交被检查对象，一份存档',
  isFor: ({ entry }) => entry.handling === '责令整改' || anyEntered(entry, fields),
  build: (facts, order) => {
    const { visit, documentNumber } = order
    const entry = visit?.entry
    const you = partyPronoun(visit)
    return inspectionPaper(facts, {
      id,
      name,
      toParty: true,
      blocks: [
        ...letterHead(facts, order, name),
        addressee(visit?.object.name ?? null),
        says(`${inspectionWords(facts, visit, you)}，发现存在应当整改的问题。现将有关事项通知如下：`),
        ...section(
          '一、存在的问题',
          passageOrLines(sentence(entry?.rectificationProblems ?? entry?.problems ?? null), 4),
        ),
        ...section('二、整改依据', passageOrLines(sentence(entry?.rectificationBasis ?? null), 2)),
        ...section('三、整改期限和要求', [
          says(`现责令${you}于${dayOrBlank(entry?.rectificationDue)}前完成整改，具体要求：`),
          ...passageOrLines(sentence(entry?.rectificationDemands ?? null), 4),
        ]),
        ...clause(
          '四、复查和后果',
          `整改完成后，请将整改情况和有关证明材料书面报本机关，本机关依法进行复查。逾期不整改，或者整改后仍不符合要求的，依法予以处理。`,
        ),
        ...clause('五、救济途径', remedies(you, '本通知')),
        ...clause('六、联系人', contactWords(facts)),
        closing(facts, entry?.rectificationOn ?? null),
        deliveryReceipt({ name, number: documentNumber, recipient: visit?.object.name ?? null }),
        recheck(facts, visit),
      ],
    })
  },
} as const satisfies FormDefinition

function recheck(facts: InspectionFacts, visit: VisitFacts | null): FormBlock {
  const entry = visit?.entry
  const due = entry?.rectificationDue ?? null
  const rechecked = entry?.recheckedOn ?? null
  return cutOff('复查情况', [
    grid([
      wideRow('被检查对象', visit?.object.name ?? ''),
      pairRow(
        '整改期限',
        due === null ? '' : dayInWords(due),
        '复查日期',
        rechecked === null ? '' : dayInWords(rechecked),
      ),
      wideRow('复查情况', entry?.recheckResult ?? '', 90),
    ]),
    signedBoxes(facts, id, [
      { label: '被检查对象（签章）', name: null },
      ...officerBoxes(visit, '复查人员').map(({ label }) => ({ label, name: null })),
    ]),
  ])
}
