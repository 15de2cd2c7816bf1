import { describe, expect, test } from 'vitest'
import {
  byStage,
  missingInWords,
  numbersInWords,
  scopeInWords,
  standingInWords,
  standingOf,
} from '../../../../renderer/console/papers/form-standing.ts'
import type { StoredDocument } from '../../../../shared/api/document-contract.ts'
import type { FormState } from '../../../../shared/api/form-contract.ts'

const paper: StoredDocument = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  draw: 'YL01-2026-0007',
  attempt: 1,
  kind: 'form',
  name: 'YL01-2026-0007-行政检查通知书.pdf',
  type: 'application/pdf',
  bytes: 1000,
  sha256: 'a'.repeat(64),
  pages: 12,
  at: '2026-11-21T09:30:00+08:00',
  by: '王操作',
  note: null,
  form: 'inspection-notice',
  copy: 1,
  original: null,
  path: '/data/papers/1.pdf',
}
const form: FormState = {
  id: 'inspection-notice',
  name: '行政检查通知书',
  stage: '检查之前',
  scope: 'object',
  objects: 6,
  unavailable: null,
  copies: '一式两份，一份交被检查对象',
  current: null,
  earlier: null,
  numbers: [],
}

describe('how a form stands', () => {
  test('nothing made yet', () => expect(standingInWords(form)).toBe('未生成'))
  test('made of the facts as they are', () =>
    expect(standingInWords({ ...form, current: paper })).toBe('已生成，12页'))
  test('made of earlier facts, it is not passed off as the newest', () =>
    expect(standingInWords({ ...form, earlier: paper })).toBe('内容有变化，需重新生成'))
  test('what cannot be made now is not offered, also where there is an earlier paper', () => {
    const waiting = { ...form, unavailable: '实施方案尚未批准', earlier: paper }
    expect(standingOf(waiting)).toBe('unavailable')
  })
})

test('a form of each object says how many papers it is, and who gets them', () => {
  expect(scopeInWords(form)).toBe('每个对象一份，共6份；一式两份，一份交被检查对象')
  expect(scopeInWords({ ...form, objects: 0, copies: null })).toBe('没有对象需要填写，出一份空白')
  expect(scopeInWords({ ...form, scope: 'draw', copies: null })).toBe('整次检查一份')
})

test('of many 文号 the first and the last are named', () => {
  expect(numbersInWords([])).toBeNull()
  expect(numbersInWords(['检通〔2026〕1号'])).toBe('检通〔2026〕1号')
  expect(numbersInWords(['检通〔2026〕1号', '检通〔2026〕2号', '检通〔2026〕3号'])).toBe(
    '检通〔2026〕1号 至 检通〔2026〕3号，共3个',
  )
})

test('a character that no font has is named once, with every place', () => {
  expect(
    missingInWords([
      { codePoint: 'U+3134A', where: '行政检查通知书' },
      { codePoint: 'U+3134A', where: '现场检查记录表' },
      { codePoint: 'U+3134A', where: '行政检查通知书' },
    ]),
  ).toEqual(['U+3134A（行政检查通知书、现场检查记录表）'])
})

test('forms stand in the order of the work, stages without any are left out', () => {
  const stages = byStage([form, { ...form, stage: '结果' }, { ...form, stage: '抽取' }])
  expect(stages.map(({ stage }) => stage)).toEqual(['抽取', '检查之前', '结果'])
})
