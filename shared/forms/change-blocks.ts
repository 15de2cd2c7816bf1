import type { DrawFacts, ReplacementFacts, VacancyFacts } from './draw-facts.ts'
import type { FormBlock, TableBlock } from './form-model.ts'
import { cells, labels, sectionRow } from './form-parts.ts'
import { dayInWords } from './form-words.ts'

/** 回避与更换: what fell vacant, who replaced whom, and who was kept from whom. Printed also where there is none. */
export function changeBlocks(facts: DrawFacts, section: string): FormBlock[] {
  return [
    recusalTable(facts, section),
    ...(facts.vacancies.length > 0 ? [vacancyTable(facts.vacancies)] : []),
    replacementTable(facts.replacements),
  ]
}

function recusalTable(facts: DrawFacts, section: string): TableBlock {
  return {
    kind: 'table',
    columns: [{ width: 66 }, { width: 40 }, { width: 50 }],
    header: [sectionRow(section, 3), labels(['回避的检查对象', '回避的检查人员', '回避理由'])],
    rows: facts.recusals.map(({ object, inspector, reason }) => cells([object, inspector, reason])),
    empty: '没有回避',
  }
}

function vacancyTable(vacancies: readonly VacancyFacts[]): TableBlock {
  return {
    kind: 'table',
    columns: [{ width: 70 }, { width: 22, align: 'center' }, { width: 64 }],
    header: [labels(['空缺所在的检查对象', '席位', '原检查人员'])],
    rows: vacancies.map(({ objectId, objectName, seat, inspector }) =>
      cells([
        `${objectName}\n${objectId}`,
        seat === null ? '—' : `第${seat + 1}席`,
        inspector === null
          ? '（检查对象本身被更换）'
          : `${inspector.name}（${inspector.id}，执法证号 ${inspector.certificate ?? '　　　　'}）`,
      ]),
    ),
  }
}

function replacementTable(replacements: readonly ReplacementFacts[]): TableBlock {
  return {
    kind: 'table',
    columns: [{ width: 35 }, { width: 51 }, { width: 28 }, { width: 42 }],
    header: [labels(['更换编号、日期', '更换', '理由', '批准人、批准文号'])],
    rows: replacements.map((entry) =>
      cells([
        `${entry.draw}\n${dayInWords(entry.at)}`,
        replacementWords(entry),
        entry.reason,
        `${entry.approver}\n${entry.approvalNumber ?? ''}`,
      ]),
    ),
    empty: '没有更换',
  }
}

function replacementWords({ kind, from, to, objects }: ReplacementFacts): string {
  const what = kind === 'inspector' ? '人员' : '对象'
  const where = objects.length === 0 ? '' : `\n涉及：${objects.join('、')}`
  return `${what}：${from}→${to}${where}`
}
