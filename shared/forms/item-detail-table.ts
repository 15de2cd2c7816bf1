import type { FormBlock } from './form-model.ts'
import { cells, labels, sectionRow } from './form-parts.ts'
import type { ItemDetailFacts } from './inspection-facts.ts'

/** The 抽查事项 of an inspection as the list of items has them: ground, content, who inspects; nothing without items. */
export function itemDetailTable(items: readonly ItemDetailFacts[], section: string): FormBlock[] {
  if (items.length === 0) return []
  return [
    { kind: 'space', height: 12 },
    {
      kind: 'table',
      fontSize: 9,
      columns: [{ width: 10, align: 'center' }, { width: 34 }, { width: 38 }, { width: 40 }, { width: 34 }],
      header: [
        sectionRow(section, 5),
        labels(['序号', '事项名称\n（类别）', '检查依据', '检查内容\n（方式）', '检查主体\n（责任股室）']),
      ],
      rows: items.map(({ name, category, basis, content, method, subject, department }, index) =>
        cells([
          String(index + 1),
          named(name, category),
          basis ?? '',
          named(content, method),
          named(subject, department),
        ]),
      ),
    },
  ]
}

/** What stands first, and below it in brackets what goes with it. */
function named(what: string | null, detail: string | null): string {
  return [what ?? '', ...(detail === null ? [] : [`（${detail}）`])].join('\n').trim()
}
