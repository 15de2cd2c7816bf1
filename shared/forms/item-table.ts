import type { InspectionItem } from '../registry/inspection-item.ts'
import { perCent } from '../rules/per-cent.ts'
import type { ListTable } from './list-facts.ts'

/** 随机抽查事项清单 (S1 附件2一, S2 第六条, S3 第七条): the items that are drawn, then those that are not with their reason. */
export function itemTable(items: readonly InspectionItem[]): ListTable {
  const drawn = items.filter(({ included }) => included)
  const others = items.filter(({ included }) => !included)
  return {
    columns: [
      { title: '序号', width: 9, align: 'center' },
      { title: '事项名称', width: 30 },
      { title: '检查依据', width: 37 },
      { title: '检查主体', width: 17 },
      { title: '责任单位', width: 17, align: 'center' },
      { title: '检查对象', width: 17 },
      { title: '检查内容及要求', width: 39 },
      { title: '检查方式', width: 16, align: 'center' },
      { title: '抽查比例', width: 16, align: 'center' },
      { title: '抽查频次', width: 16, align: 'center' },
      { title: '实施层级', width: 16, align: 'center' },
      { title: '类别', width: 23, align: 'center' },
    ],
    sections: [
      { heading: null, rows: drawn.map((item, index) => itemRow(item, index + 1)) },
      ...(others.length === 0
        ? []
        : [
            {
              heading: `不采取随机抽查方式的事项（${others.length}项，理由列于“检查内容及要求”栏）`,
              rows: others.map((item, index) => itemRow(item, drawn.length + index + 1)),
            },
          ]),
    ],
    notes: [
      `共${items.length}项，纳入随机抽查${drawn.length}项${others.length === 0 ? '' : `，不纳入${others.length}项并说明理由`}。`,
    ],
  }
}

function itemRow(item: InspectionItem, order: number): string[] {
  const reason = item.included ? [] : [`不纳入的理由：${item.reasonNotIncluded ?? ''}`]
  return [
    String(order),
    item.name,
    item.basis ?? '',
    item.subject ?? '',
    item.department ?? '',
    objectWords(item),
    [...reason, ...(item.content === null ? [] : [item.content])].join('\n'),
    item.method ?? '',
    item.included ? ratioWords(item) : '—',
    item.included ? frequencyWords(item) : '—',
    item.level ?? '',
    [item.category, item.field].filter((word) => word !== null).join('\n'),
  ]
}

/** 多部门监管事项清单 (S1 附件2一): with who calls for the joint check and who takes part. */
export function jointItemTable(items: readonly InspectionItem[]): ListTable {
  return {
    columns: [
      { title: '序号', width: 9, align: 'center' },
      { title: '事项名称', width: 38 },
      { title: '发起部门', width: 26, align: 'center' },
      { title: '联合部门', width: 34 },
      { title: '检查依据', width: 46 },
      { title: '检查对象', width: 24 },
      { title: '检查内容及要求', width: 44 },
      { title: '抽查比例', width: 14, align: 'center' },
      { title: '抽查频次', width: 14, align: 'center' },
    ],
    sections: [
      {
        heading: null,
        rows: items.map((item, index) => [
          String(index + 1),
          item.name,
          item.jointInitiator ?? '',
          item.jointDepartments.join('、'),
          item.basis ?? '',
          objectWords(item),
          item.content ?? '',
          ratioWords(item),
          frequencyWords(item),
        ]),
      },
    ],
    notes: [`共${items.length}项。部门联合抽查由发起部门组织，各参与部门派员参加，一次完成。`],
  }
}

/** The list's own words, else the kinds and 经营类别 that were confirmed. */
function objectWords({ objects, appliesKinds, appliesCategories }: InspectionItem): string {
  return objects ?? [...appliesKinds, ...appliesCategories].join('、')
}

function ratioWords({ ratio }: InspectionItem): string {
  return ratio === null ? '按计划' : perCent(ratio)
}

function frequencyWords({ frequency }: InspectionItem): string {
  return frequency === null ? '按计划' : `每年${frequency}次`
}
