import { withExtraSignatures } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormBlock, FormModel } from './form-model.ts'
import { codeRow, evenBoxes, fourColumns, pairRow, wideRow } from './form-parts.ts'
import { dayInWords, numberedLines } from './form-words.ts'

/** What an 实施方案 says on paper. */
export interface SchemeFacts {
  readonly office: string
  readonly title: string
  /** number of the plan line with its year, `2026年度抽查计划 2026-01`; `null` outside any plan */
  readonly line: string | null
  readonly outside: string | null
  readonly items: readonly string[]
  readonly period: string
  readonly purpose: string
  readonly procedure: string
  readonly division: string
  readonly inspectors: number
  readonly objects: number
  readonly confidentiality: string
  readonly approval: { readonly name: string; readonly number: string; readonly date: string } | null
  /** 方案校验码 of what it says */
  readonly digest: string
}

/** 抽查实施方案 (S2 第九条), for 负责人's approval by hand and, once approved, with it. */
export function schemeForm(facts: SchemeFacts): FormModel {
  const { office, title, approval } = facts
  return {
    id: 'scheme',
    title,
    running: { left: `${office}　抽查实施方案`, right: approval?.number ?? '待批准' },
    marks: approval === null ? ['待批准'] : [],
    blocks: [
      { kind: 'title', above: office, text: titleLines(title), below: approval?.number ?? '（待批准）' },
      {
        kind: 'grid',
        columns: fourColumns,
        rows: [
          wideRow('依据', facts.line ?? `计划外抽查：${facts.outside ?? ''}`),
          wideRow('检查事项', numberedLines(facts.items)),
          wideRow('实施时间', facts.period),
          pairRow('被检查\n对象数量', `${facts.objects}户（个）`, '执法人员\n数量', `${facts.inspectors}人`),
          wideRow('检查目的', facts.purpose, 60),
          wideRow('检查程序', facts.procedure, 90),
          wideRow('工作分工', facts.division, 60),
          wideRow('保密要求', facts.confidentiality, 40),
        ],
      },
      ...approvalBlocks(facts),
    ],
  }
}

/** A title that needs two lines parts before its last words, which belong together (GB/T 9704-2012 7.3.1: 词意完整). */
function titleLines(title: string): string {
  const last = '实施方案'
  return title.length > 20 && title.endsWith(last) ? `${title.slice(0, -last.length)}\n${last}` : title
}

function approvalBlocks({ approval, digest }: SchemeFacts): FormBlock[] {
  const said =
    approval === null
      ? '本方案经负责人批准后方可据以抽查和印发检查通知书。'
      : `本方案经${approval.name}批准，文号${approval.number}，批准日期${dayInWords(approval.date)}。批准件另存。`
  return [
    {
      kind: 'group',
      blocks: [
        {
          kind: 'grid',
          columns: [{ width: 25 }, { width: 131 }],
          rows: [{ cells: [{ text: '批准', role: 'label' }, { text: said }] }, codeRow('方案校验码', digest)],
        },
        evenBoxes([
          { label: '拟稿人', name: null },
          { label: '股室负责人', name: null },
          { label: '负责人批准（盖章）', name: approval?.name ?? null },
        ]),
      ],
    },
  ]
}

/** 抽查实施方案 of the draw. */
export const schemeFormDefinition = {
  id: 'scheme',
  name: '抽查实施方案',
  stage: '抽取之前',
  scope: 'draw',
  numberWord: null,
  build: ({ scheme, style }) => (scheme === null ? null : withExtraSignatures(schemeForm(scheme), style)),
} as const satisfies FormDefinition
