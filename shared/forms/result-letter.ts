import { contactWords } from './contact-words.ts'
import { deliveryReceipt } from './delivery-receipt.ts'
import type { FormDefinition, FormOrder } from './form-definition.ts'
import type { FormBlock, FormModel } from './form-model.ts'
import { dayInWords, tickedLines } from './form-words.ts'
import type { InspectionFacts, VisitFacts } from './inspection-facts.ts'
import { clause, itemNames, partyPronoun, sentence, taskWords } from './inspection-words.ts'
import {
  addressee,
  blank,
  closing,
  dayOrBlank,
  inspectionPaper,
  letterHead,
  says,
  signatures,
} from './official-parts.ts'
import { handlings, inspectionResults } from './visit-entry.ts'

const id = 'result-letter'
const name = '抽查结果告知书'

/** 抽查结果告知书 (S4 （十）: 向被检查对象反馈抽查结果): what was found, what follows, and how to have it examined again. */
function resultLetter(facts: InspectionFacts, order: FormOrder): FormModel {
  const { visit } = order
  const you = partyPronoun(visit)
  const blocks: FormBlock[] = [
    ...letterHead(facts, order, name),
    addressee(visit?.object.name ?? null),
    says(`${opening(facts, visit, you)}现将抽查结果告知如下：`),
    ...resultClause(visit),
    ...clause('二、发现的问题', problemWords(visit), 2),
    ...handlingClause(visit),
    ...clause('四、申请复核', reviewWords(facts, you)),
    says(`联系人：${contactWords(facts)}`),
    closing(facts, visit?.entry.informedOn ?? null),
    signatures(facts, id, []),
    deliveryReceipt({ name, number: order.documentNumber, recipient: visit?.object.name ?? null }),
  ]
  return inspectionPaper(facts, { id, name, blocks, toParty: true })
}

function opening(facts: InspectionFacts, visit: VisitFacts | null, you: string): string {
  const names = itemNames(facts)
  const startedAt = visit?.entry.startedAt ?? null
  const day = startedAt === null ? dayOrBlank(null) : dayInWords(startedAt)
  return `按照${taskWords(facts)}安排，本机关于${day}对${you}进行了检查，检查事项为${names.length === 0 ? blank(16) : names.join('、')}。`
}

/** The result; the blank letter has all of them to tick. */
function resultClause(visit: VisitFacts | null): FormBlock[] {
  const result = visit?.entry.result ?? null
  return result === null
    ? choiceClause('一、检查结果', inspectionResults)
    : clause('一、检查结果', sentence(result))
}

/** Characters of a line that is begun as a paragraph is. */
const choiceWidth = 25

function choiceClause(heading: string, words: readonly string[]): FormBlock[] {
  const lines = tickedLines(
    words.map((word) => [word, false]),
    choiceWidth,
  )
  return [says([{ text: `${heading}：`, style: 'strong' }, { text: `\n${lines}` }])]
}

/** Where nothing was found and nothing is written, that is what is said; else there is room to write. */
function problemWords(visit: VisitFacts | null): string | null {
  const entry = visit?.entry
  return sentence(entry?.problems ?? null) ?? (entry?.result === '未发现问题' ? '无。' : null)
}

function handlingClause(visit: VisitFacts | null): FormBlock[] {
  const { handling = null, opinion = null } = visit?.entry ?? {}
  if (visit === null) return choiceClause('三、处理意见', handlings)
  const decided = [sentence(handling), sentence(opinion)].filter((text) => text !== null)
  return clause('三、处理意见', decided.length === 0 ? null : decided.join(''), 2)
}

/** The term is the 执行细则's own sentence; where it sets none, the days are written by hand. */
function reviewWords({ rules }: InspectionFacts, you: string): string {
  const days = rules?.review == null ? `自收到本告知书之日起${blank(4)}日内，` : ''
  const term = rules?.review == null ? '' : `${rules.review}。`
  return `${you}对上述结果有异议的，可以${days}向本机关提出书面复核申请，并附有关材料。${term}`
}

/** 抽查结果告知书, to everybody whose result was entered. */
export const resultLetterForm = {
  id,
  name,
  stage: '结果',
  scope: 'object',
  numberWord: '检告',
  copies: '一式两份，一份送达被检查对象，一份连同送达回执存档',
  isFor: ({ entry }) => entry.result !== null,
  build: resultLetter,
} as const satisfies FormDefinition
