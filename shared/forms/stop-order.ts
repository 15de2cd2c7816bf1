import { contactWords } from './contact-words.ts'
import { deliveryReceipt } from './delivery-receipt.ts'
import { anyEntered, inspectionWords, remedies } from './enforcement-parts.ts'
import { extraBoxes } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import { clause, partyPronoun, passageOrLines, section, sentence } from './inspection-words.ts'
import { addressee, closing, inspectionPaper, letterHead, says } from './official-parts.ts'

const id = 'stop-order'
const name = '责令停止违法行为通知书'

/** 责令停止违法行为通知书 (S3 第二十一条: 责令当事人停止违法违规活动). */
export const stopOrderForm = {
  id,
  name,
  stage: '处理',
  scope: 'object',
  numberWord: '责停',
  copies: '一式两份，一份交被检查对象，一份存档',
  isFor: ({ entry }) => anyEntered(entry, ['stopActs', 'stopBasis', 'stopOn']),
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
        says(`${inspectionWords(facts, visit, you)}，发现有违法行为。现将有关事项通知如下：`),
        ...section('一、责令停止的行为', passageOrLines(sentence(entry?.stopActs ?? null), 4)),
        ...section('二、依据', passageOrLines(sentence(entry?.stopBasis ?? null), 3)),
        ...clause(
          '三、要求和后果',
          `现责令${you}自收到本通知之时起立即停止上述行为。拒不停止的，依法予以处理；应当给予行政处罚的，另行依法作出决定。`,
        ),
        ...clause('四、救济途径', remedies(you, '本通知')),
        ...clause('五、联系人', contactWords(facts)),
        closing(facts, entry?.stopOn ?? null),
        ...extraBoxes(facts.style, id),
        deliveryReceipt({ name, number: documentNumber, recipient: visit?.object.name ?? null }),
      ],
    })
  },
} as const satisfies FormDefinition
