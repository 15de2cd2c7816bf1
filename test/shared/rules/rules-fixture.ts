import type { InspectionItem } from '../../../shared/registry/inspection-item.ts'
import type { InspectionObject } from '../../../shared/registry/inspection-object.ts'
import {
  judgeObjects,
  type ObjectRules,
  type ObjectVerdict,
  type StratumRule,
} from '../../../shared/rules/judge-objects.ts'
import { emptyYear, type ObjectYear, type YearVisit } from '../../../shared/rules/object-year.ts'
import { type PresetName, presets } from '../../../shared/rules/preset.ts'
import { nothingSetAside } from '../../../shared/rules/set-aside.ts'
import { anItem, anObject } from '../../db/sample-rows.ts'

/** The day of every draw of these tests. */
export const on = '2026-11-20'

export const rest: StratumRule = {
  id: 'YB',
  name: '一般检查',
  conditions: {},
  clause: null,
  sentence: '其余对象',
}

/** An item that applies to every firm. */
export function firmsItem(n: number, fields: Partial<InspectionItem> = {}): InspectionItem {
  return anItem(n, { appliesKinds: ['企业'], ...fields })
}

/** A firm with nothing against it: no mark, no grade, no item of its own. */
export function aFirm(n: number, fields: Partial<InspectionObject> = {}): InspectionObject {
  return anObject(n, { marks: [], creditGrade: null, items: [], ...fields })
}

export function rulesOf(preset: PresetName, fields: Partial<ObjectRules> = {}): ObjectRules {
  return {
    preset: presets[preset],
    items: [firmsItem(1)],
    scoped: true,
    conditions: {},
    strata: [rest],
    decisions: new Map(),
    setAside: nothingSetAside,
    on,
    ...fields,
  }
}

export const aDraw = (
  number: string,
  items: readonly string[] = ['抽查事项1'],
  at = '2026-03-02T09:30:00+08:00',
) => ({
  number,
  at,
  items,
})

export function aVisit(fields: Partial<YearVisit> = {}): YearVisit {
  return { kind: '其他部门检查', date: '2026-05-06', item: null, passed: null, number: null, ...fields }
}

/** The year of so many draws, `YL01-2026-0001` and on. */
export function drawn(times: number, visits: readonly YearVisit[] = []): ObjectYear {
  return { draws: Array.from({ length: times }, (_, n) => aDraw(`YL01-2026-000${n + 1}`)), visits }
}

/** The verdict on one object. */
export function judged(
  rules: ObjectRules,
  object: InspectionObject = aFirm(1),
  year: ObjectYear = emptyYear,
): ObjectVerdict {
  const [verdict] = judgeObjects(rules, [{ id: 'YL01-O000001', object, year }])
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

/** The codes that keep it out; none where it is in. */
export const codesOf = (verdict: ObjectVerdict): readonly string[] =>
  verdict.in ? [] : verdict.reasons.map((reason) => reason.code)

/** What is said of it, all reasons together. */
export const saidOf = (verdict: ObjectVerdict): string =>
  verdict.in ? verdict.sentence : verdict.reasons.map((reason) => reason.sentence).join('；')
