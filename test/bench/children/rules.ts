import { type InspectionObject, objectMarks } from '../../../shared/registry/inspection-object.ts'
import { defaultStrata } from '../../../shared/rules/default-strata.ts'
import { judgeObjects, type ObjectFacts } from '../../../shared/rules/judge-objects.ts'
import { emptyYear, type ObjectYear } from '../../../shared/rules/object-year.ts'
import { presets } from '../../../shared/rules/preset.ts'
import { nothingSetAside } from '../../../shared/rules/set-aside.ts'
import { anItem, anObject, aPlanLine } from '../../db/sample-rows.ts'
import { reportMeasured } from './report-measured.ts'

// rules.ts OBJECTS: two items, seven strata, every third object drawn or visited this year, every fifth with a mark.
const size = Number(process.argv[2])
const preset = presets.changde
const items = [
  anItem(1, { appliesKinds: ['企业'] }),
  anItem(2, { appliesCategories: ['房屋建筑', '物业服务'] }),
]
const strata = defaultStrata(
  preset,
  items,
  aPlanLine(1, {
    ratioComplaint: 2000,
    ratioAbnormal: 2000,
    ratioDishonest: 3000,
    ratioWatch: 1000,
    ratioTrusted: 200,
  }),
)
const kinds = ['企业', '企业', '企业', '项目'] as const
const states = ['存续', '存续', '存续', '存续', '存续', '注销'] as const
const grades = ['A', 'B', 'C', 'D', null] as const
const of = <T>(list: readonly [T, ...T[]], n: number): T => list[n % list.length] ?? list[0]

function firm(n: number): InspectionObject {
  return anObject(n, {
    kind: of(kinds, n),
    state: of(states, n),
    creditGrade: of(grades, n),
    items: [],
    marks: n % 5 === 0 ? [of(objectMarks, n / 5)] : [],
    businessCategory: n % 2 === 0 ? '房屋建筑' : '燃气经营',
  })
}

function yearOf(n: number): ObjectYear {
  if (n % 3 !== 0) return emptyYear
  return {
    draws:
      n % 2 === 0
        ? [{ number: 'YL01-2026-0001', at: '2026-03-02T09:30:00+08:00', items: ['抽查事项1'] }]
        : [],
    visits: [{ kind: '其他部门检查', date: '2026-05-06', item: null, passed: null, number: null }],
  }
}

const objects: ObjectFacts[] = Array.from({ length: size }, (_, n) => ({
  id: `YL01-O${n}`,
  object: firm(n),
  year: yearOf(n),
}))

await reportMeasured(() => {
  const verdicts = judgeObjects(
    {
      preset,
      items,
      scoped: true,
      conditions: { regions: ['示例区'] },
      strata,
      decisions: new Map(),
      setAside: nothingSetAside,
      on: '2026-11-20',
    },
    objects,
  )
  if (verdicts.length !== size || verdicts.every((verdict) => verdict.in))
    throw new Error('nothing was judged')
  return verdicts.length
})
