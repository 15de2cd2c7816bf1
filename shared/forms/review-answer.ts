import { contactWords } from './contact-words.ts'
import { deliveryReceipt } from './delivery-receipt.ts'
import { anyEntered } from './enforcement-parts.ts'
import { extraBoxes } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock } from './form-model.ts'
import type { InspectionFacts } from './inspection-facts.ts'
import { clause, partyPronoun, passageOrLines, section, sentence, taskWords } from './inspection-words.ts'
import {
  addressee,
  closing,
  dayOrBlank,
  inspectionPaper,
  letterHead,
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
    const you = partyPronoun(visit)
    return inspectionPaper(facts, {
      id,
      name,
      toParty: true,
      blocks: [
        ...letterHead(facts, order, name),
        addressee(visit?.object.name ?? null),
        says(
          `本机关于${dayOrBlank(entry?.objectionOn)}收到${you}对${taskWords(facts)}（抽取编号：${orBlank(facts.draw?.number)}）` +
            '检查结果的复核申请，已依法复核。现答复如下：',
        ),
        ...section('一、申请复核的理由', passageOrLines(sentence(entry?.objectionReason ?? null), 3)),
        ...section('二、复核结论', passageOrLines(sentence(entry?.reviewConclusion ?? null), 5)),
        ...terms(facts),
        ...clause('三、联系人', contactWords(facts)),
        closing(facts, entry?.reviewOn ?? null),
        ...extraBoxes(facts.style, id),
        deliveryReceipt({ name, number: documentNumber, recipient: visit?.object.name ?? null }),
      ],
    })
  },
} as const satisfies FormDefinition

/** The terms of the 复核, with their clause, where the 细则 sets any. */
function terms({ rules }: InspectionFacts): FormBlock[] {
  const review = rules?.review ?? null
  return review === null ? [] : [says(`复核和答复的期限：${sentence(review)}`)]
}
