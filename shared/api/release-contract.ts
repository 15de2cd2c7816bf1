import { z } from 'zod'
import { serialSchema } from '../registry/office.ts'
import { isoDate, optionalText, text } from '../registry/text.ts'
import { call, digest, list } from './parts.ts'
import { refusals } from './refusals.ts'
import { uploadId } from './upload-contract.ts'

/** The lists that are reviewed, approved and published (S1 附件2一, S2 第七条). */
export const releaseSubjects = {
  items: '随机抽查事项清单',
  'joint-items': '多部门监管事项清单',
  objects: '检查对象名录库',
  inspectors: '执法检查人员名录库',
  plans: '年度抽查计划',
} as const
export type ReleaseSubject = keyof typeof releaseSubjects

/** What happens to a version of a list, in this order; 退回 ends it, 备案/报送 can happen to several recipients. */
export const releaseSteps = {
  reviewed: '审核',
  approved: '批准',
  published: '公布',
  filed: '备案报送',
  returned: '退回',
} as const
export type ReleaseStep = keyof typeof releaseSteps

/** How a list stands. */
export const releaseStates = {
  none: '未报审',
  made: '已报审',
  reviewed: '已审核',
  approved: '已批准',
  published: '已公布',
  filed: '已备案报送',
  returned: '已退回',
} as const
export type ReleaseState = keyof typeof releaseStates

const subject = z.enum(Object.keys(releaseSubjects) as ReleaseSubject[])
/** The year of a plan; 0 for a list that is of no year. */
const year = z.union([z.literal(0), z.int().min(2000).max(2999)])
/** Which list. */
export const listSchema = z
  .strictObject({ subject, year: year.default(0) })
  .refine((which) => (which.subject === 'plans') === (which.year !== 0), {
    error: '年度计划须写明年度，其他名录不分年度',
  })
export type ListOf = z.infer<typeof listSchema>

/** One step of a version, as it was registered. */
export const stepSchema = z.strictObject({
  step: z.enum(Object.keys(releaseSteps) as ReleaseStep[]),
  name: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string(),
  recipient: z.string().nullable(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  /** the filed scan or proof: its id opens it like any document */
  paper: z.strictObject({ id: z.string(), name: z.string(), sha256: digest }).nullable(),
  at: z.string(),
  by: z.string(),
})

/** A version of a list as it was handed in (报审版本). */
export const releaseSchema = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  at: z.string(),
  moment: z.int(),
  by: z.string(),
  rows: z.int(),
  digest,
  reason: z.string().nullable(),
  state: z.enum(Object.keys(releaseStates) as ReleaseState[]),
  steps: list(stepSchema),
  /** what can be registered next */
  next: list(z.enum(Object.keys(releaseSteps) as ReleaseStep[])),
})
export type Release = z.infer<typeof releaseSchema>

const provision = z.strictObject({ words: z.string(), clause: z.string().nullable() }).nullable()

/** How a list stands: what the 执行细则 asks of it, its versions, what changed since the newest. */
export const listStateSchema = z.strictObject({
  subject,
  year: z.int(),
  title: z.string(),
  /** rows now */
  rows: z.int(),
  /** entries that differ now from the newest version; all of them where there is none */
  changed: z.int(),
  state: z.enum(Object.keys(releaseStates) as ReleaseState[]),
  /** what the 执行细则 says of review, publication and filing */
  approval: provision,
  publication: provision,
  filing: z
    .strictObject({
      to: z.string(),
      duty: z.enum(['报送', '备案']),
      words: z.string(),
      clause: z.string().nullable(),
    })
    .nullable(),
  /** the newest first */
  releases: list(releaseSchema),
})
export type ListState = z.infer<typeof listStateSchema>

const changedField = z.strictObject({ title: z.string(), before: z.string(), after: z.string() })
const listedRow = z.strictObject({ serial: serialSchema, name: z.string() })
/** Rows of a comparison that are listed at most; the counts are of all. */
export const comparedMost = 500
/** What two versions of a list differ in. */
export const comparisonSchema = z.strictObject({
  counts: z.strictObject({ added: z.int(), changed: z.int(), retired: z.int() }),
  added: list(listedRow),
  changed: list(listedRow.extend({ reason: z.string().nullable(), fields: list(changedField) })),
  retired: list(listedRow.extend({ reason: z.string().nullable() })),
})
export type Comparison = z.infer<typeof comparisonSchema>

const person = { name: text, date: isoDate, note: optionalText.default(null) }
const proof = uploadId.nullable().default(null)
/** A step with what it cannot be registered without: an approval is a number, a name, a date and the scan. */
export const stepOrderSchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('reviewed'), ...person, scan: proof }),
  z.strictObject({ step: z.literal('approved'), ...person, number: text, scan: uploadId }),
  z.strictObject({
    step: z.literal('published'),
    place: text,
    date: isoDate,
    note: optionalText.default(null),
    scan: proof,
  }),
  z.strictObject({
    step: z.literal('filed'),
    recipient: text,
    number: optionalText.default(null),
    date: isoDate,
    note: optionalText.default(null),
    scan: uploadId,
  }),
  z.strictObject({ step: z.literal('returned'), ...person, scan: proof }),
])
export type StepOrder = z.infer<typeof stepOrderSchema>

const known = refusals('RELEASE_UNKNOWN')
/** A file that was made and filed: `id` opens it like any document. */
export const filedFormSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  pages: z.int().nullable(),
  /** characters that no font has and that stand as 〓 */
  missing: list(z.string()),
})

/** 审核, 批准, 公布, 备案/报送 of all lists, with their versions and papers. */
export const releasesContract = {
  /** How a list stands. */
  of: call.input(listSchema).output(listStateSchema),
  /** Hands the list as it stands now in for review. An adjustment of what was approved says why. */
  make: call
    .errors(refusals('LIST_EMPTY', 'LIST_UNCHANGED', 'REASON_MISSING'))
    .input(z.strictObject({ list: listSchema, reason: optionalText.default(null) }))
    .output(listStateSchema),
  /** Registers a step with its paper. */
  register: call
    .errors(
      refusals(
        'RELEASE_UNKNOWN',
        'STEP_OUT_OF_ORDER',
        'DATE_IMPOSSIBLE',
        'PLAN_NOT_LAWFUL',
        'UPLOAD_UNKNOWN',
        'FILE_NOT_A_SCAN',
      ),
    )
    .input(z.strictObject({ release: z.uuid(), order: stepOrderSchema }))
    .output(listStateSchema),
  /** What changed from one version to another; `to: null` is the list as it stands now, `from: null` nothing. */
  compare: call
    .errors(known)
    .input(
      z.strictObject({
        list: listSchema,
        from: z.uuid().nullable().default(null),
        to: z.uuid().nullable().default(null),
      }),
    )
    .output(comparisonSchema),
  /**
   * The list as a paper: of a version, or with `null` as it stands now (草稿). `public`: personal numbers covered by
   * what they mean. The same list is filed once.
   */
  print: call
    .errors(refusals('RELEASE_UNKNOWN', 'LIST_EMPTY', 'LIST_TOO_LONG', 'OFFICE_NOT_SET'))
    .input(
      z.strictObject({
        list: listSchema,
        release: z.uuid().nullable().default(null),
        format: z.enum(['pdf', 'xlsx']),
        audience: z.enum(['public', 'internal']),
      }),
    )
    .output(filedFormSchema),
}
