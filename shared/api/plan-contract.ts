import { z } from 'zod'
import { serialSchema } from '../registry/office.ts'
import { planLineSchema } from '../registry/plan-line.ts'
import { call, list, nothing } from './parts.ts'
import { refusals } from './refusals.ts'
import { releaseStates } from './release-contract.ts'

const year = z.int().min(2000).max(2999)
const count = z.int().min(0)
const releaseState = z.enum(Object.keys(releaseStates) as (keyof typeof releaseStates)[])

const problemSchema = z.strictObject({
  code: z.string(),
  sentence: z.string(),
  clause: z.string().nullable(),
  strength: z.enum(['principle', 'firm']),
  canSetAside: z.boolean(),
  /** whether the plan cannot be approved while it is there */
  stops: z.boolean(),
})
export type PlanProblemShown = z.infer<typeof problemSchema>

/** How a line stands towards the approval of its year's plan. */
export const lineStandings = {
  approved: '已批准',
  'not-approved': '待批准',
  adjusted: '已调整，待批准',
  added: '新增，待批准',
} as const
export type LineStandingName = keyof typeof lineStandings

/** A plan line as its year's page shows it. */
export const plannedLineSchema = z.strictObject({
  serial: serialSchema,
  version: z.int(),
  row: planLineSchema,
  standing: z.enum(Object.keys(lineStandings) as LineStandingName[]),
  problems: list(problemSchema),
  /** objects of the register that the line means, before exclusions */
  register: count,
  /** objects of one draw; `null` where neither ratio nor estimate says */
  objects: count.nullable(),
  /** of the whole year: by its 抽查频次 */
  total: count.nullable(),
  /** months that its 抽查时间 names */
  months: list(z.int()),
  /** draws that stand or are in hand; rehearsals, aborted and void ones are none */
  draws: list(
    z.strictObject({
      number: z.string(),
      at: z.string(),
      /** objects drawn; `null` until the outcome was confirmed */
      objects: count.nullable(),
    }),
  ),
  schemes: list(z.strictObject({ id: z.uuid(), title: z.string(), approved: z.boolean() })),
})
export type PlannedLine = z.infer<typeof plannedLineSchema>

/** A year's plan (年度计划) of the office: all lines with what is wrong, how it stands, and how far it has come. */
export const planYearSchema = z.strictObject({
  year,
  preset: z.string(),
  /** what the office calls who is responsible: 责任股室, 检查部门 */
  responsible: z.string(),
  lines: list(plannedLineSchema),
  /** of the plan as a whole */
  problems: list(problemSchema),
  state: releaseState,
  /** lines that were adjusted, added or taken out since the approval and wait for one */
  waiting: count,
  deadline: z
    .strictObject({
      day: z.string(),
      /** days from today, negative where it has passed */
      left: z.int(),
      duty: z.string(),
      words: z.string(),
      clause: z.string().nullable(),
    })
    .nullable(),
  /** the day by which all draws of the year are to be done */
  completion: z
    .strictObject({ day: z.string(), left: z.int(), words: z.string(), clause: z.string().nullable() })
    .nullable(),
  /** 执法人员 on duty, by 股室 */
  people: list(z.strictObject({ department: z.string(), count })),
})
export type PlanYear = z.infer<typeof planYearSchema>

/** A line of another year as it would be copied. */
const copiedLine = z.strictObject({
  from: serialSchema,
  row: planLineSchema,
  /** why it is left out; `null` where it can be copied */
  obstacle: z.string().nullable(),
})
const years = z
  .strictObject({ from: year, to: year })
  .refine(({ from, to }) => from !== to, { error: '须复制到另一年度' })

/** 年度计划: the year's page; the rows themselves are the register `plans`. */
export const plansContract = {
  /** Years that have lines, the newest first. */
  years: call.input(nothing).output(list(z.strictObject({ year, lines: count, state: releaseState }))),
  year: call.input(z.strictObject({ year })).output(planYearSchema),
  /** What copying a year's lines into another would give. Writes nothing. */
  copyable: call.input(years).output(list(copiedLine)),
  /** Copies lines into another year under new serials. */
  copy: call
    .errors(refusals('LIST_EMPTY'))
    .input(z.strictObject({ years, lines: z.array(serialSchema).min(1) }))
    .output(z.strictObject({ added: list(serialSchema) })),
}
