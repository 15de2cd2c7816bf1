import { contactWords } from './contact-words.ts'
import { deliveryReceipt } from './delivery-receipt.ts'
import type { FormDefinition, FormOrder } from './form-definition.ts'
import type { FormBlock, FormModel } from './form-model.ts'
import type { InspectionFacts } from './inspection-facts.ts'
import {
  basisOf,
  clause,
  contentOf,
  itemNames,
  methodOf,
  partyPronoun,
  periodOf,
  sentence,
  taskWords,
} from './inspection-words.ts'
import {
  addressee,
  closing,
  inspectionPaper,
  letterHead,
  officersOrBlank,
  orBlank,
  says,
  signatures,
} from './official-parts.ts'

const id = 'inspection-notice'
const name = '行政检查通知书'

/**
 * Why no notice may be printed, as a sentence: without 负责人's approval of the scheme there is none,
 * under any preset and in any mode (国办发〔2024〕54号). `null` where one may be, and for the blank form, which names nobody.
 */
export function noticeHindrance({ draw, scheme }: Pick<InspectionFacts, 'draw' | 'scheme'>): string | null {
  if (draw === null || (scheme !== null && scheme.approval !== null)) return null
  const [missing, remedy] =
    scheme === null
      ? ['本次抽取没有经负责人批准的实施方案', '请在“年度计划”中编制实施方案，登记批准以后据以抽取']
      : [`实施方案“${scheme.title}”还没有登记负责人的批准`, '请先在“年度计划”的实施方案中登记批准']
  return `${missing}，不得印发行政检查通知书（国办发〔2024〕54号）。${remedy}。`
}

/** 行政检查通知书: who comes when, on what ground, to look at what, and what rights the party has. */
function inspectionNotice(facts: InspectionFacts, order: FormOrder): FormModel | null {
  if (noticeHindrance(facts) !== null) return null
  const { visit } = order
  const you = partyPronoun(visit)
  const blocks: FormBlock[] = [
    ...letterHead(facts, order, name),
    addressee(visit?.object.name ?? null),
    says(`${opening(facts)}，对${you}进行行政检查。现将有关事项通知如下：`),
    ...clause('一、检查依据', sentence(basisOf(facts)), 2),
    // The days planned, also once the visit was made: a paper made again says what the party was told.
    ...clause('二、检查时间', sentence(periodOf(facts))),
    ...clause('三、检查地点', sentence(visit?.entry.place ?? visit?.object.address ?? null)),
    ...clause('四、检查事项', joined(itemNames(facts)), 2),
    ...clause('五、检查内容', sentence(contentOf(facts)), 2),
    ...clause('六、检查方式', sentence(methodOf(facts))),
    ...clause('七、检查人员', `${officersOrBlank(visit)}。`),
    ...clause('八、请准备的材料', sentence(facts.entry.materials), 2),
    ...clause('九、权利和义务', rightsWords(you)),
    ...clause('十、联系人', contactWords(facts)),
    closing(facts, facts.entry.noticeIssuedOn),
    signatures(facts, id, []),
    deliveryReceipt({ name, number: order.documentNumber, recipient: visit?.object.name ?? null }),
  ]
  return inspectionPaper(facts, { id, name, blocks, toParty: true })
}

function opening(facts: InspectionFacts): string {
  const { draw, scheme } = facts
  const number = scheme?.approval?.number ?? null
  const drawn = `，经随机抽取（编号：${orBlank(draw?.number)}）`
  return `按照${taskWords(facts)}安排${drawn}，经本机关负责人批准（批准文号：${orBlank(number)}）`
}

function rightsWords(you: string): string {
  return [
    `检查人员不得少于两人，检查时应当主动出示执法证件；不出示执法证件的，${you}有权拒绝检查。`,
    `认为检查人员与${you}有利害关系的，可以申请回避；对检查情况和结果，有权当场陈述和申辩。`,
    '请安排有关负责人到场，如实提供情况和材料，协助检查，不得拒绝、阻挠。',
  ].join('')
}

function joined(names: readonly string[]): string | null {
  return names.length === 0 ? null : sentence(names.join('；'))
}

/** 行政检查通知书. */
export const inspectionNoticeForm = {
  id,
  name,
  stage: '检查之前',
  scope: 'object',
  numberWord: '检通',
  copies: '一式两份，一份送达被检查对象，一份连同送达回执存档',
  build: inspectionNotice,
} as const satisfies FormDefinition
