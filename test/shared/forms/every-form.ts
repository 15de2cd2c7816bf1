import type { DrawFacts } from '../../../shared/forms/draw-facts.ts'
import type { FormDefinition } from '../../../shared/forms/form-definition.ts'
import type { FormModel } from '../../../shared/forms/form-model.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import { wordsOf } from './form-texts.ts'
import { sampleAfterAborts, sampleFacts, sampleMatch, sampleReplacement } from './sample-facts.ts'
import { blankInspection, emptyInspection, sampleInspection } from './sample-inspection.ts'
import { worstDraw } from './sample-worst.ts'

/** Every paper that a form makes of these facts: one, or one an object that it is for, or a blank where it is for none. */
export function papersOf(definition: FormDefinition, facts: InspectionFacts): readonly FormModel[] {
  const { scope, isFor, build, numberWord } = definition
  const objects = scope === 'object' ? facts.visits.filter((visit) => isFor?.(visit) ?? true) : []
  const numbered = (number: number) =>
    numberWord === null || facts.draw === null ? null : `云住建${numberWord}〔2026〕${number}号`
  const papers =
    objects.length === 0
      ? [build(facts, { visit: null, documentNumber: numbered(1) })]
      : objects.map((visit) => build(facts, { visit, documentNumber: numbered(visit.order) }))
  return papers.filter((paper) => paper !== null)
}

/** Every text of a paper, its running line and marks too. */
export function allWordsOf({ title, running, marks, ...paper }: FormModel): string {
  return [title, running.left, running.right, ...marks, wordsOf({ title, running, marks, ...paper })].join(
    '\n',
  )
}

const draws = {
  抽取: sampleFacts(4),
  中止和作废之后: sampleAfterAborts(),
  匹配人员: sampleMatch(),
  更换人员: sampleReplacement(),
  更换对象: { ...sampleReplacement(), kind: 'replace-object' },
  最坏: worstDraw(12),
} as const satisfies Record<string, DrawFacts>

const standings = {
  正式: {},
  演练: { mode: 'rehearsal' },
  未经现场见证: { mode: 'unwitnessed' },
  保密: { confidential: true },
} as const satisfies Record<string, Partial<DrawFacts>>

/** Facts of every kind of draw, in every standing, with everything entered and with nothing; and of no draw at all. */
export const occasions: readonly (readonly [name: string, facts: InspectionFacts])[] = [
  ...Object.entries(draws).flatMap(([kind, of]) =>
    Object.entries(standings).flatMap(([standing, change]) => {
      const draw: DrawFacts = { ...of, ...change }
      const level = kind === '最坏' ? 'worst' : 'typical'
      return [
        [`${kind}，${standing}`, sampleInspection(level, { draw, lists: {} })],
        [`${kind}，${standing}，什么也没有录入`, emptyInspection({ draw })],
      ] as const
    }),
  ),
  ['一行', sampleInspection('one')],
  ['空白', blankInspection()],
  [
    '摇号之前',
    blankInspection({
      freezeSlip: sampleInspection('one').freezeSlip,
      scheme: sampleInspection('one').scheme,
    }),
  ],
]
