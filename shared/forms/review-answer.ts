import { deliveryReceipt } from './delivery-receipt.ts'
import { anyEntered, contactWords, passage, remedies } from './enforcement-parts.ts'
import { extraBoxes } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock } from './form-model.ts'
import type { InspectionFacts } from './inspection-facts.ts'
import {
  addressee,
  closing,
  dayOrBlank,
  inspectionPaper,
  officialHead,
  orBlank,
  says,
} from './official-parts.ts'

const id = 'review-answer'
const name = '复核答复书'

const fields = ['objectionOn', 'objectionReason', 'reviewConclusion', 'reviewOn'] as const

/** 复核答复书: the answer to who does not agree with the result (S3 第二十三条; the terms are the 细则's). */
export const reviewAnswerForm = {
  id,
  name,
  stage: '结果',
  scope: 'object',
  numberWord: '复核',
  copies: '一式两份，一份交被检查对象，一份存档',
  isFor: ({ entry }) => anyEntered(entry, fields),
  build: (facts, order) => {
    const { visit, documentNumber } = order
    const entry = visit?.entry
    return inspectionPaper(facts, {
      id,
      name,
      toParty: true,
      blocks: [
        ...officialHead(facts, order, name),
        addressee(visit?.object.name ?? null),
        says(
          `我单位于${dayOrBlank(entry?.objectionOn)}收到你（单位）对${orBlank(facts.draw?.task.name, 14)}` +
            `（抽取编号：${orBlank(facts.draw?.number, 10)}）检查结果的复核申请。申请复核的理由：`,
        ),
        passage(entry?.objectionReason, 3),
        says('我单位对你（单位）提出的事实、理由和证据进行了复核，复核结论如下：'),
        passage(entry?.reviewConclusion, 5),
        ...terms(facts),
        remedies('本答复'),
        ...contactWords(facts),
        closing(facts, entry?.reviewOn ?? null),
        ...extraBoxes(facts.style, id),
        deliveryReceipt({ name, number: documentNumber, recipient: visit?.object.name ?? null }),
      ],
    })
  },
} as const satisfies FormDefinition

/** The terms of the 复核, with their clause, where the 细则 has any. */
function terms({ rules }: InspectionFacts): FormBlock[] {
  const review = rules?.review ?? null
  return review === null ? [] : [says(`复核和答复的期限：${review}`)]
}
