import { contactWords } from './contact-words.ts'
import { anyEntered, inspectionWords } from './enforcement-parts.ts'
import { extraBoxes } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock } from './form-model.ts'
import { pairRow, wideRow } from './form-parts.ts'
import { ticked } from './form-words.ts'
import type { VisitFacts } from './inspection-facts.ts'
import { clause, passageOrLines, section, sentence } from './inspection-words.ts'
import {
  addressee,
  blank,
  closing,
  cutOff,
  grid,
  inspectionPaper,
  letterHead,
  orBlank,
  says,
} from './official-parts.ts'
import type { VisitEntry } from './visit-entry.ts'

const id = 'transfer-letter'
const name = '案件移送函'

const fields = ['transferTo', 'transferFacts', 'transferBasis', 'transferAttachments', 'transferOn'] as const

/**
 * 案件移送函: what is not the office's to decide goes to the organ that it belongs to, what may be a crime to 司法机关
 * (S1 第十二条, S3 第二十五条, S4 （十一）), with the receipt that comes back.
 */
export const transferLetterForm = {
  id,
  name,
  stage: '处理',
  scope: 'object',
  numberWord: '移送',
  copies: '一式两份，一份送受移送机关，一份存档',
  isFor: ({ entry }) =>
    entry.handling === '移送其他部门' || entry.handling === '移送司法机关' || anyEntered(entry, fields),
  build: (facts, order) => {
    const { visit, documentNumber } = order
    const entry = visit?.entry
    return inspectionPaper(facts, {
      id,
      name,
      blocks: [
        ...letterHead(facts, order, name),
        addressee(entry?.transferTo ?? null),
        says(
          `${inspectionWords(facts, visit, visit?.object.name ?? orBlank(null, 14))}。` +
            '现将检查中发现的有关线索移送你单位，请依法处理，并将处理结果函告本机关。',
        ),
        ...clause('一、当事人', partyWords(visit), 2),
        ...section('二、线索和事实', passageOrLines(sentence(entry?.transferFacts ?? null), 5)),
        ...section('三、移送依据', passageOrLines(sentence(entry?.transferBasis ?? null), 2)),
        ...clause('四、移送理由', reasonOf(entry?.handling ?? null)),
        ...clause('五、联系人', contactWords(facts)),
        ...attachments(entry?.transferAttachments ?? null),
        closing(facts, entry?.transferOn ?? null),
        ...extraBoxes(facts.style, id),
        receipt(entry?.transferTo ?? null, documentNumber),
      ],
    })
  },
} as const satisfies FormDefinition

/** Who it is about, in a sentence. */
function partyWords(visit: VisitFacts | null): string | null {
  if (visit === null) return null
  const { name: party, kind, creditCode, legalRepresentative, address, phone } = visit.object
  // A natural person has no 统一社会信用代码 and nobody who represents it.
  if (kind === '从业人员')
    return `${party}，身份证号：${blank(10)}，住址：${orBlank(address, 12)}，联系电话：${orBlank(phone)}。`
  return (
    `${party}，统一社会信用代码：${orBlank(creditCode)}，法定代表人（负责人）：${orBlank(legalRepresentative, 6)}，` +
    `地址：${orBlank(address, 12)}，联系电话：${orBlank(phone)}。`
  )
}

/** 附件说明 (GB/T 9704-2012 7.3.4), or ruled room for it. */
function attachments(list: string | null): FormBlock[] {
  return list === null ? section('附件', passageOrLines(null, 3)) : clause('附件', list)
}

/** Why it is another's to decide; to be ticked by hand where the handling does not say. */
function reasonOf(handling: VisitEntry['handling']): string {
  if (handling === '移送其他部门') return '不属于本机关职责范围，应当由你单位依法处理。'
  if (handling === '移送司法机关') return '涉嫌犯罪，应当依法移送司法机关处理。'
  return ticked([
    ['不属于本机关职责范围', false],
    ['涉嫌犯罪', false],
  ])
}

/** 移送回执, which the other organ fills in and sends back. */
function receipt(organ: string | null, number: string | null): FormBlock {
  return cutOff('案件移送回执', [
    grid([
      pairRow('文书名称', name, '文号', number ?? ''),
      wideRow('受移送机关', organ ?? ''),
      pairRow('收到日期', '　　　年　　月　　日', '随函材料', '共　　　　份'),
      wideRow(
        '处理意见',
        `${ticked([
          ['受理', false],
          ['不予受理，理由：', false],
        ])}`,
        44,
      ),
      pairRow('签收人\n（签名）', '', '受移送机关\n（盖章）', '', 50),
    ]),
  ])
}
