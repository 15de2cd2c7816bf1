import { z } from 'zod'
import { creditGrades, objectKinds, objectMarks } from '../registry/inspection-object.ts'
import { officeCodeSchema, serialSchema } from '../registry/office.ts'
import { text } from '../registry/text.ts'

const idText = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/, '编号由字母、数字、点、横线或下划线组成，不超过64位')
const draftedNumber = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z._]*-\d{4}-\d{4}$/, '摇号编号形如 YL01-2026-0001')

/** 定向条件: an object qualifies when it fits every list that is given; an empty plan of conditions is 不定向 (S0). */
export const conditionsSchema = z.strictObject({
  kinds: z.array(z.enum(objectKinds)).min(1).optional().meta({ description: '种类' }),
  businessCategories: z.array(text).min(1).optional().meta({ description: '经营类别' }),
  regions: z.array(text).min(1).optional().meta({ description: '区域' }),
  departments: z.array(text).min(1).optional().meta({ description: '监管责任股室' }),
  creditGrades: z.array(z.enum(creditGrades)).min(1).optional().meta({ description: '信用等级' }),
  marks: z.array(z.enum(objectMarks)).min(1).optional().meta({ description: '标记，有其中一项即可' }),
  items: z.array(text).min(1).optional().meta({ description: '适用事项，有其中一项即可' }),
})
export type Conditions = z.infer<typeof conditionsSchema>

/** A ratio as people write it, `5%` or `12.5%`: more than 0, at most 100. */
export const ratioSchema = z
  .string()
  .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)%$/, '比例形如 5% 或 12.5%，不超过100%')
  .refine((value) => Number.parseFloat(value) > 0, '比例须大于0')

/** One stratum (分层). An object belongs to the first stratum whose conditions it fits. */
export const stratumPlanSchema = z
  .strictObject({
    id: idText.meta({ description: '分层编号，如 ZD' }),
    name: text.meta({ description: '分层名称，如 重点企业' }),
    conditions: conditionsSchema.optional().meta({ description: '本层的条件；不写即其余全部' }),
    ratio: ratioSchema.optional().meta({ description: '抽取比例；不足一个的进一' }),
    number: z.int().min(0).optional().meta({ description: '抽取数量' }),
  })
  .refine((s) => (s.ratio === undefined) !== (s.number === undefined), {
    error: '每一层须写明比例（ratio）或数量（number），二者取一',
  })

/** A domain (领域), mapped by the office: objects of these 经营类别 need people of these 专业资格. */
export const domainPlanSchema = z.strictObject({
  id: idText,
  name: text,
  businessCategories: z.array(text).min(1),
  specialties: z.array(text).min(1),
})

/** A seat of a group: `L` for who may lead (组长席), `M` for anybody (组员席); department `*` or left out for any. */
export const slotPlanSchema = z.strictObject({
  role: z.enum(['L', 'M']),
  department: text.default('*'),
})

const witness = {
  role: text.meta({ description: '身份，如 派驻纪检监察组' }),
  name: text.meta({ description: '姓名' }),
}
const leftOut = z.strictObject({ id: idText.meta({ description: '编号，如 YL01-O000123' }), reason: text })

/** What a draw rests on: a line of the annual plan, or a reason why it is in none (S4 （十八）); with its 实施方案. */
export const drawBasisSchema = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('line'),
    line: serialSchema.meta({ description: '计划项的序号，如 L000001' }),
    scheme: z.uuid().nullable().default(null).meta({ description: '实施方案' }),
  }),
  z.strictObject({
    on: z.literal('outside'),
    reason: text.meta({ description: '计划外抽查的理由，须为执行细则所允许' }),
    scheme: z.uuid().nullable().default(null).meta({ description: '实施方案' }),
  }),
])
export type DrawBasis = z.infer<typeof drawBasisSchema>

/** Who may be drawn beyond the office's own people, or named without a draw: printed with its reason on every paper. */
export const peopleModeSchema = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('own') }),
    z.strictObject({
      mode: z.literal('cross-region'),
      reason: text.meta({ description: '跨区域抽取的原因' }),
      origins: z.array(z.enum(['下级单位', '邻近区域'])).min(1),
    }),
    z.strictObject({
      mode: z.literal('direct'),
      reason: text.meta({ description: '直接委派的原因' }),
      inspectors: z.array(idText).min(1).meta({ description: '被委派的人员' }),
    }),
  ])
  .default({ mode: 'own' })
export type PeopleMode = z.infer<typeof peopleModeSchema>

/** 联合抽查: every department sends its own people, the 发起部门 leads (S3 第十七条). */
export const jointSchema = z
  .strictObject({ initiator: text, departments: z.array(text).min(1) })
  .nullable()
  .default(null)
  .meta({ description: '联合抽查的发起部门和参与部门' })

const common = {
  task: z
    .strictObject({ name: text, documentNumber: text.nullable().default(null) })
    .meta({ description: '任务（计划）名称及文号' }),
  items: z.array(text).min(1).meta({ description: '抽查事项' }),
  venue: text.meta({ description: '地点' }),
  operator: text.optional().meta({ description: '操作人；不写即运行程序的账户名' }),
  host: text.nullable().default(null).meta({ description: '主持人' }),
  recorder: text.nullable().default(null).meta({ description: '记录人' }),
  supervisor: text.nullable().default(null).meta({ description: '纪检监督人' }),
  mediaNumber: text.nullable().default(null).meta({ description: '影像资料编号' }),
  mode: z.enum(['official', 'rehearsal', 'unwitnessed']),
  /** the stage shows numbers instead of names, and the package waits for the visits (S2 第九条、第十七条) */
  confidential: z
    .boolean()
    .default(false)
    .meta({ description: '检查实施前保密：大屏只显示编号，不显示名称' }),
  witnesses: z.array(z.strictObject(witness)).min(1, '至少须有一名见证人'),
}
const groups = {
  domains: z.array(domainPlanSchema).default([]).meta({ description: '领域对应表' }),
  inspectorDepartments: z
    .array(text)
    .min(1)
    .optional()
    .meta({ description: '只从这些股室的人员中抽；不写即全部' }),
  leaveOut: z
    .strictObject({ objects: z.array(leftOut).default([]), inspectors: z.array(leftOut).default([]) })
    .default({ objects: [], inspectors: [] })
    .meta({ description: '经决定不列入本次抽取的对象和人员，逐一写明原因' }),
  teams: z.int().min(1).nullable().default(null).meta({ description: '组数，只用于分组方式' }),
  slots: z.array(slotPlanSchema).default([]).meta({ description: '每组席位' }),
  people: peopleModeSchema,
  joint: jointSchema,
}
const amendment = {
  amends: draftedNumber.meta({ description: '所变更的抽取（或匹配）的编号' }),
  reason: text.meta({ description: '原因' }),
  approver: text.meta({ description: '批准人' }),
  approvalNumber: text.nullable().default(null).meta({ description: '批准文号' }),
}

const drawPlan = z.strictObject({
  kind: z.literal('draw'),
  ...common,
  ...groups,
  conditions: conditionsSchema.default({}).meta({ description: '定向条件；空即不定向' }),
  strata: z.array(stratumPlanSchema).min(1, '至少须有一层'),
  /** `null`: of the command line before there were plans, and of rehearsals */
  basis: drawBasisSchema.nullable().default(null).meta({ description: '所依据的计划项和实施方案' }),
  setAside: z
    .array(z.strictObject({ rule: idText, reason: text }))
    .default([])
    .meta({ description: '因何突破“原则上”的规定，逐条写明，印在记录表上' }),
  platform: z
    .strictObject({ number: text.nullable().default(null), ground: text.nullable().default(null) })
    .refine(({ number, ground }) => (number === null) !== (ground === null), {
      error: '省平台任务号和不在省平台抽取的依据，二者取一',
    })
    .nullable()
    .default(null)
    .meta({ description: '省平台任务号，或在此抽取的书面依据（黑龙江细则第六条）' }),
  topology: z
    .enum(['none', 'teams', 'each'])
    .meta({ description: 'none 只抽对象；teams 先分组再配对；each 逐一配对' }),
})
const matchPlan = z.strictObject({
  kind: z.literal('match'),
  ...common,
  ...groups,
  ...amendment,
  topology: z.enum(['teams', 'each']),
  objects: z.array(idText).min(1).optional().meta({ description: '要匹配的对象；不写即全部未匹配的' }),
})
const replaceInspectorPlan = z.strictObject({
  kind: z.literal('replace-inspector'),
  ...common,
  ...amendment,
  inspector: idText.meta({ description: '被更换人员的编号' }),
  objects: z.array(idText).min(1).optional().meta({ description: '涉及的对象；不写即其全部对象' }),
  leaveOut: groups.leaveOut,
})
const replaceObjectPlan = z.strictObject({
  kind: z.literal('replace-object'),
  ...common,
  ...amendment,
  object: idText.meta({ description: '被更换对象的编号' }),
  leaveOut: groups.leaveOut,
})

/** What is to be drawn, before anything is frozen (摇号草案). */
export const drawPlanSchema = z
  .discriminatedUnion('kind', [drawPlan, matchPlan, replaceInspectorPlan, replaceObjectPlan])
  .superRefine((plan, context) => {
    if (plan.mode === 'official' && plan.witnesses.some((w) => w.name === plan.operator))
      context.addIssue({ code: 'custom', path: ['witnesses'], message: '见证人不能是操作人本人' })
    const ignored =
      plan.kind === 'replace-inspector' || plan.kind === 'match'
        ? plan.leaveOut.objects
        : plan.kind === 'replace-object'
          ? plan.leaveOut.inspectors
          : []
    if (ignored.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['leaveOut'],
        message: plan.kind === 'replace-object' ? '更换对象时不排除人员' : '匹配和更换人员时不排除对象',
      })
    if (plan.kind === 'replace-inspector' || plan.kind === 'replace-object') return
    const wantsGroups = plan.topology !== 'none'
    if (wantsGroups !== plan.slots.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['slots'],
        message: wantsGroups ? '每组席位不能为空' : '只抽对象时不写席位',
      })
    if ((plan.topology === 'teams') !== (plan.teams !== null))
      context.addIssue({ code: 'custom', path: ['teams'], message: '分组方式须写组数，其他方式不写' })
    if (plan.people.mode === 'direct' && wantsGroups)
      context.addIssue({
        code: 'custom',
        path: ['people'],
        message: '直接委派的人员不抽取：请只抽对象，或改为随机抽取人员',
      })
    if (plan.kind !== 'draw') return
    if (new Set(plan.strata.map((s) => s.id)).size !== plan.strata.length)
      context.addIssue({ code: 'custom', path: ['strata'], message: '分层编号重复' })
  })
export type DrawPlan = z.infer<typeof drawPlanSchema>
export type PlanOf<K extends DrawPlan['kind']> = Extract<DrawPlan, { kind: K }>

/** The office (单位) with its code. */
export const officeSchema = z.strictObject({ code: officeCodeSchema, name: text })
export type Office = z.infer<typeof officeSchema>

const configCommon = {
  office: officeSchema.meta({ description: '单位及其代码' }),
  mode: z
    .enum(['rehearsal', 'unwitnessed'], {
      error:
        '只能是 rehearsal（演练）或 unwitnessed（未经现场见证）：正式抽取须在见证人面前进行，命令行不能代替',
    })
    .default('unwitnessed')
    .meta({ description: '性质：rehearsal 演练；不写即未经现场见证' }),
  witnesses: z
    .array(
      z.strictObject({
        ...witness,
        digits: z.string().meta({ description: '见证数字，6至64位，合计不少于12位' }),
      }),
    )
    .min(1, '至少须有一名见证人'),
}
/** The approval of the 实施方案 by 负责人, as a configuration hands it in; `scan` is a file. */
const configApproval = z
  .strictObject({
    number: text.meta({ description: '批准文号' }),
    name: text.meta({ description: '批准人' }),
    date: z.iso.date().meta({ description: '批准日期' }),
    scan: text.meta({ description: '批准文件的扫描件（PDF、JPEG或PNG），相对于本配置文件' }),
  })
  .nullable()
  .default(null)
  .meta({ description: '实施方案的批准；没有的，按计划项抽取或执行细则不是自定义时只作为演练' })

/** A configuration of the command line's `draw`: a plan with its office and the digits. Never `official`. */
export const drawConfigSchema = z.discriminatedUnion('kind', [
  drawPlan.extend({
    ...configCommon,
    outside: text.optional().meta({ description: '计划外抽查的理由，须为执行细则所允许' }),
    approval: configApproval,
  }),
  matchPlan.extend(configCommon),
  replaceInspectorPlan.extend(configCommon),
  replaceObjectPlan.extend(configCommon),
])
export type DrawConfig = z.infer<typeof drawConfigSchema>

/** A configuration that rests on a plan line: items, conditions and strata come from the plan and the 执行细则. */
export const lineConfigSchema = drawPlan.omit({ items: true, conditions: true, basis: true }).extend({
  ...configCommon,
  line: text.meta({ description: '计划项：计划编号（如 2026-01）或序号（如 L000001）' }),
  task: drawPlan.shape.task.optional().meta({ description: '任务名称及文号；不写即由计划项得出' }),
  strata: drawPlan.shape.strata.optional().meta({ description: '分层；不写即由计划项和执行细则得出' }),
  approval: configApproval,
})
export type LineConfig = z.infer<typeof lineConfigSchema>
