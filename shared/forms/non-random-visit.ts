import { visitKinds } from '../registry/visit.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, FormModel } from './form-model.ts'
import { pairRow, wideRow } from './form-parts.ts'
import { dayInWords, ticked, tickedLines } from './form-words.ts'
import type { InspectionFacts } from './inspection-facts.ts'
import { objectRows } from './object-rows.ts'
import { blank, grid, inspectionPaper, partyRows, signatures } from './official-parts.ts'
import { opinionRow } from './opinion-row.ts'
import { writingRow } from './writing-row.ts'

const id = 'non-random-visit'
const name = '非双随机检查登记表'

/**
 * 非双随机检查登记表 (S0 三（二）, S3 第三条): a visit that no draw decided, with the case that called for it. It belongs to no
 * draw, so that none is named on it, and what is not registered is a box to tick by hand.
 */
function nonRandomVisit(facts: InspectionFacts): FormModel {
  const visit = facts.nonRandom
  const number = visit?.serial ?? null
  const object = visit?.object ?? null
  const blocks: FormBlock[] = [
    { kind: 'title', above: facts.office, text: name, below: `登记编号：${number ?? blank(10)}` },
    grid([
      wideRow(
        '事由',
        tickedLines(
          visitKinds.map((kind) => [kind, kind === visit?.kind]),
          34,
        ),
      ),
      pairRow(
        '案件或\n来源编号',
        visit?.number ?? '',
        '检查日期',
        visit === null ? '' : dayInWords(visit.date),
      ),
      ...partyRows(object === null ? null : { object }),
      ...objectRows(object),
      wideRow('对象编号', object?.id ?? ''),
      pairRow('检查部门', visit?.department ?? '', '检查人员', ''),
      wideRow('检查事项', visit?.item ?? ''),
      wideRow(
        '检查结论',
        ticked([
          ['合格', visit?.passed === '合格'],
          ['不合格', visit?.passed === '不合格'],
        ]),
      ),
      writingRow('检查结果', visit?.findings ?? '', 80),
      wideRow('备注', visit?.remark ?? '', 30),
      opinionRow('承办人\n意见'),
      opinionRow('负责人\n审批意见'),
      wideRow(
        '说明',
        '因投诉举报、转办交办督办、其他部门移送等原因对特定对象的检查，不采取双随机方式，不参加抽取；检查计入该对象本年度的检查次数。',
      ),
    ]),
    signatures(facts, id, []),
  ]
  const model = inspectionPaper({ ...facts, draw: null }, { id, name, blocks })
  return { ...model, running: { ...model.running, right: `登记编号：${number ?? ''}` } }
}

/** 非双随机检查登记表. */
export const nonRandomVisitForm = {
  id,
  name,
  stage: '检查之前',
  scope: 'draw',
  numberWord: null,
  build: nonRandomVisit,
} as const satisfies FormDefinition
