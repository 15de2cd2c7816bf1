import { withExtraSignatures } from './extra-signatures.ts'
import type { FormDefinition } from './form-definition.ts'
import { listForm } from './list-form.ts'

function listDefinition<const Id extends string>(id: Id, name: string) {
  return {
    id,
    name,
    stage: '名录与档案',
    scope: 'draw',
    numberWord: null,
    build: ({ lists, style }) => {
      const list = lists[id]
      return list === undefined ? null : withExtraSignatures(listForm(id, list.facts, list.table), style)
    },
  } as const satisfies FormDefinition
}

/** 年度抽查计划表 of the draw's year. */
export const planListForm = listDefinition('list-plans', '年度抽查计划表')
/** 随机抽查事项清单. */
export const itemListForm = listDefinition('list-items', '随机抽查事项清单')
/** 检查对象名录库. */
export const objectListForm = listDefinition('list-objects', '检查对象名录库')
/** 执法检查人员名录库. */
export const inspectorListForm = listDefinition('list-inspectors', '执法检查人员名录库')
