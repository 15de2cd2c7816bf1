import { expect, it } from 'vitest'
import { canonicalText } from '../../../../electron/core/papers/canonical-digest.ts'
import { objectGroups } from '../../../../electron/core/plans/object-groups.ts'
import { countChanges, rowText } from '../../../../electron/core/releases/listed-rows.ts'
import { anInspector, anItem, anObject, aPlanLine } from '../../../db/sample-rows.ts'
import { openSample, operator } from '../sample-core.ts'

it('a row’s text is its canonical JSON, whichever register it is of', () => {
  const rows = [
    anObject(1, { name: '云岭"新"街\\道', contact: '𠮷䶮', phone: null }),
    anInspector(1),
    anItem(1, { appliesKinds: ['企业', '项目'], ratioFloor: 0 }),
    aPlanLine(1, { note: '一\u00a0二' }),
  ]
  for (const row of rows) expect(rowText(row)).toBe(canonicalText(row))
})

it('every object of the register is in exactly one group of those that a plan cannot tell apart', () => {
  const { core } = openSample()
  const groups = objectGroups({ database: core.database } as Parameters<typeof objectGroups>[0])
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(core.database.objects.count())
  expect(groups.map(({ object, count }) => [object.businessCategory, count])).toEqual([
    ['燃气经营', 6],
    ['物业服务', 10],
  ])
})

it('a list that was never handed in has changed as a whole', () => {
  const { core } = openSample()
  const context = { database: core.database } as Parameters<typeof countChanges>[0]
  expect(countChanges(context, { subject: 'objects', year: 0 }, null)).toBe(16)
  const { moment } = core.registers.add(operator, 'objects', anObject(30))
  expect(countChanges(context, { subject: 'objects', year: 0 }, moment - 1)).toBe(1)
  expect(countChanges(context, { subject: 'objects', year: 0 }, moment)).toBe(0)
})
