import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { itemTable } from '../../../shared/forms/item-table.ts'
import type { ListFacts } from '../../../shared/forms/list-facts.ts'
import { planTable } from '../../../shared/forms/plan-table.ts'
import { inspectorTable, objectTable } from '../../../shared/forms/register-table.ts'
import { anInspector, anItem, anObject, aPlanLine } from '../../db/sample-rows.ts'
import { longName, longPassage } from './sample-entries.ts'
import { sampleDigest, sampleMember } from './sample-facts.ts'

function listFacts(title: string): ListFacts {
  return {
    office: '云岭县住房和城乡建设局',
    title,
    version: 2,
    at: '2026-11-18T09:30:00+08:00',
    approval: { name: '苏文彬', number: '云住建〔2026〕8号', date: '2026-11-18' },
    digest: sampleDigest(title),
    reason: null,
    audience: 'internal',
  }
}

/** Plan, items and both registers as tables; `worst` makes them long in every direction. */
export function sampleLists(worst: boolean, rows: number): InspectionFacts['lists'] {
  const name = (start: string, index: number) =>
    worst ? longName(`${start}${index + 1}`) : `${start}${index + 1}`
  const each = <Row>(count: number, make: (index: number) => Row): Row[] =>
    Array.from({ length: count }, (_, index) => make(index))
  const plans = each(worst ? 200 : Math.min(rows, 8), (index) => ({
    line: aPlanLine(index + 1, {
      item: name('抽查事项', index),
      department: name('股室', index % 3),
      scope: name('全县企业', index),
      steps: worst ? longPassage(200) : '公开摇号，现场检查，结果公示',
      use: '计入信用记录',
    }),
    objects: index === 1 ? null : 25,
    total: index === 1 ? null : 50,
  }))
  const items = each(worst ? 300 : Math.min(rows, 12), (index) =>
    anItem(index + 1, {
      name: name('抽查事项', index),
      basis: worst ? longPassage(120) : '《城镇燃气管理条例》第四十一条',
      content: worst ? longPassage(300) : '安全管理制度和设施维护',
      department: name('股室', index % 3),
      ...(index === 2 ? { included: false, reasonNotIncluded: name('专业性强', index) } : {}),
    }),
  )
  const objects = each(rows, (index) =>
    anObject(index + 1, {
      name: name('云岭县第', index),
      address: name('云岭县城关镇人民路', index),
      phone: `1380000${String(index).padStart(4, '0')}`,
      contact: worst ? longName('联络人') : sampleMember(index).name,
    }),
  )
  const inspectors = each(worst ? 600 : Math.min(rows, 20), (index) =>
    anInspector(index + 1, {
      name: worst ? longName('检查员') : sampleMember(index).name,
      unit: name('单位', index % 4),
      ...(index === 3 ? { kind: '专家', certificate: null } : {}),
    }),
  )
  return {
    'list-plans': { facts: listFacts('2026年度抽查计划表'), table: planTable(plans) },
    'list-items': { facts: listFacts('随机抽查事项清单'), table: itemTable(items) },
    'list-objects': { facts: listFacts('检查对象名录库'), table: objectTable(objects, 'internal') },
    'list-inspectors': {
      facts: listFacts('执法检查人员名录库'),
      table: inspectorTable(inspectors, 'internal'),
    },
  }
}
