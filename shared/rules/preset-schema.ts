import { z } from 'zod'
import { creditGrades, objectMarks } from '../registry/inspection-object.ts'
import { text } from '../registry/text.ts'
import { visitKinds } from '../registry/visit.ts'
import { strengths } from './strength.ts'

/** A clause in the short form that sentences cite, `常德细则第十一条`; `null` where the text is silent. */
const clause = text.nullable().meta({ description: '依据条款；细则没有写明的为null' })
const strength = z.enum(strengths).meta({ description: 'principle 原则性规定；firm 必须遵守' })
/** Hundredths of a per cent. */
const ratio = z.int().min(0).max(10_000)
const times = z.int().min(0).max(366)
const marks = z.array(z.enum(objectMarks)).meta({ description: '标记' })
const grades = z.array(z.enum(creditGrades)).meta({ description: '信用等级' })

/** What a clause says, in its own words or a faithful short form of them. */
const provision = z.strictObject({ words: text.meta({ description: '规定' }), clause })
export type Provision = z.infer<typeof provision>
const optionalProvision = provision.nullable()

const bound = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, strength, words: text, clause }).nullable()

/** What a year's plan (年度计划) can be asked to say. */
export const planContents = [
  'scope',
  'objects',
  'ratio',
  'frequency',
  'estimate',
  'period',
  'inspectors',
  'steps',
  'use',
] as const
export type PlanContent = (typeof planContents)[number]

/** What starts a term (期限) of so many 工作日. */
export const termStarts = [
  'inspection-ended',
  'report-submitted',
  'task-ended',
  'objection-received',
  'review-made',
] as const
export type TermStart = (typeof termStarts)[number]

/** What must be done within a term. */
export const termDuties = ['report', 'feedback', 'publication', 'review', 'answer'] as const
export type TermDuty = (typeof termDuties)[number]

/**
 * The 实施细则 that an office works by (执行细则), as data. An office edits its own (自定义) as JSON of this schema; the
 * texts it may not edit are in the files beside this one, one a text.
 */
export const presetRulesSchema = z.strictObject({
  title: text.meta({ description: '细则全称' }),
  shortName: text.meta({ description: '简称，条款由此引用' }),
  /** S1 calls the register 市场主体名录库 and the drawn list 检查对象名录库: the program's words follow the text. */
  words: z
    .strictObject({
      itemList: text.meta({ description: '事项清单的称谓' }),
      objectRegister: text.meta({ description: '检查对象的名录的称谓' }),
      inspectorRegister: text.meta({ description: '执法检查人员的名录的称谓' }),
      drawnObjects: text.meta({ description: '抽中对象名单的称谓' }),
      responsible: text.meta({ description: '责任部门的称谓' }),
      leadingGroup: text.meta({ description: '领导小组或其办事机构的称谓' }),
    })
    .meta({ description: '称谓' }),

  // 摇号
  /** whose presence at the draw the text asks for, first the one that suffices */
  witnessRoles: z.array(text).min(1).meta({ description: '现场见证的身份，第一个即足够' }),
  /** where it says so; `null` where the text says nothing of it */
  clause,
  evidence: optionalProvision.meta({ description: '抽取过程的留证' }),
  recordBook: optionalProvision.meta({ description: '抽取结果的登记' }),
  /** S0 draws people, then deals the objects out (`teams`); S3 matches people to each object (`each`). */
  pairing: z
    .strictObject({ topology: z.enum(['teams', 'each']), words: text, clause })
    .nullable()
    .meta({ description: '人员与对象的配对方式' }),
  platform: z
    .strictObject({ name: text, words: text, clause })
    .nullable()
    .meta({ description: '须通过其抽取的平台；正式抽取须填任务编号，或写明在本程序抽取的依据' }),
  nonRandom: z
    .strictObject({
      cases: z.array(z.strictObject({ kind: z.enum(visitKinds), words: text, clause })).min(1),
    })
    .meta({ description: '不采取双随机方式的情形' }),

  // 比例、频次
  ratio: z
    .strictObject({
      floor: bound(ratio).meta({ description: '比例下限，单位为万分之一，500即5%' }),
      ceiling: bound(ratio).meta({ description: '比例上限，单位为万分之一，500即5%' }),
      /** S3 第八条: an item of 一般 has a ceiling, and the office sets it, in the list or its plan. */
      generalCeiling: optionalProvision.meta({ description: '一般检查事项的比例上限由本单位设定' }),
    })
    .meta({ description: '抽查比例，按排除前的名录计算' }),
  frequency: z
    .strictObject({ floor: bound(times), ceiling: bound(times) })
    .meta({ description: '抽查频次，每年次数' }),
  /** 重点检查事项: no ceiling; where all are drawn, the order is the batch order (检查批次顺序). */
  keyItems: z
    .strictObject({ most: ratio, batchOrder: z.boolean(), words: text, clause })
    .nullable()
    .meta({ description: '重点检查事项的比例' }),

  // 同一对象
  inBusiness: optionalProvision.meta({ description: '只抽存续的对象' }),
  yearlyCap: z
    .strictObject({
      most: z.int().min(1).max(366),
      strength,
      /** S0: items of high public concern or with many complaints may be drawn at any time */
      exceptPublicConcern: z.boolean(),
      /** who the same clause says to draw more often */
      exceptMarks: marks,
      exceptGrades: grades,
      words: text,
      clause,
    })
    .nullable()
    .meta({ description: '同一年度内对同一对象的抽查次数上限' }),
  alreadyDrawn: z
    .strictObject({ strength, exceptMarks: marks, exceptGrades: grades, words: text, clause })
    .nullable()
    .meta({ description: '当年已抽查过的对象不再抽取' }),
  passedThisYear: z
    .strictObject({
      strength,
      exceptKeyItems: z.boolean(),
      /** 特殊情况: the clause's own exception, used with a printed reason */
      exceptWithReason: z.boolean(),
      words: text,
      clause,
    })
    .nullable()
    .meta({ description: '当年已检查合格的事项不重复检查' }),
  trusted: z
    .strictObject({ grades, exempt: z.boolean(), ownRatio: z.boolean(), words: text, clause })
    .nullable()
    .meta({ description: '守信对象可以不抽查或降低抽查次数' }),
  emphasis: z
    .strictObject({ marks, grades, words: text, clause })
    .nullable()
    .meta({ description: '加大抽查力度的对象，另设分层' }),
  merge: z
    .strictObject({ strength, words: text, clause })
    .nullable()
    .meta({ description: '同一对象的多个事项一次完成' }),

  // 人员
  group: z
    .strictObject({
      least: z.int().min(2).max(20),
      most: z.int().max(20).nullable(),
      words: text,
      clause,
    })
    .meta({ description: '检查组人数' }),
  leader: z
    .strictObject({
      /** 选定 among the group after the draw, or drawn as a leader's seat */
      chosen: z.enum(['among-the-group', 'seat']),
      /** in 联合抽查 the 组长 comes from the 发起部门 */
      jointFromInitiator: z.boolean(),
      words: text,
      clause,
    })
    .meta({ description: '组长' }),
  establishment: optionalProvision.meta({ description: '编制' }),
  certificate: optionalProvision.meta({ description: '执法证' }),
  validCertificate: optionalProvision.meta({ description: '证件有效' }),
  experts: optionalProvision.meta({ description: '专家和第三方' }),
  onlyRegistered: optionalProvision.meta({ description: '未进入名录库的人员' }),
  crossRegion: optionalProvision.meta({ description: '跨区域抽调人员' }),
  recusal: optionalProvision.meta({ description: '回避' }),
  replacement: z
    .strictObject({ reasons: z.array(text).min(1), consent: text.nullable(), strength, words: text, clause })
    .nullable()
    .meta({ description: '更换检查人员' }),

  // 一单两库
  listApproval: optionalProvision.meta({ description: '事项清单的审定' }),
  registerApproval: optionalProvision.meta({ description: '名录库的审定' }),
  registerPublication: optionalProvision.meta({ description: '一单两库的公布' }),
  registerRevision: z
    .strictObject({ months: z.array(z.int().min(1).max(12)), words: text, clause })
    .nullable()
    .meta({ description: '名录库的修订；月份为空即随时调整' }),
  coverage: z
    .strictObject({
      market: ratio,
      other: ratio,
      /** whether an item that cannot be drawn counts when its reason is given (S1 附件2一) */
      reasonsCount: z.boolean(),
      words: text,
      clause,
    })
    .meta({ description: '随机抽查事项占执法事项的比例' }),

  // 年度计划、实施方案
  planDeadline: z
    .strictObject({
      /** -1: the year before the plan's */
      year: z.int().min(-1).max(0),
      /** the last day, `12-31` */
      day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期形如 12-31'),
      duty: z.enum(['制定', '报送', '备案']),
      words: text,
      clause,
    })
    .nullable()
    .meta({ description: '年度计划的时限' }),
  planCompletion: z
    .strictObject({
      day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期形如 12-31'),
      words: text,
      clause,
    })
    .nullable()
    .meta({ description: '年度抽查的完成时限' }),
  planContents: z
    .strictObject({ contents: z.array(z.enum(planContents)).min(1), words: text, clause })
    .meta({ description: '年度计划的内容' }),
  onlyListed: optionalProvision.meta({ description: '清单以外的事项不检查' }),
  planScope: optionalProvision.meta({ description: '纳入计划的范围' }),
  planApproval: optionalProvision.meta({ description: '计划的汇总、审定' }),
  planFiling: z
    .strictObject({ to: text, duty: z.enum(['报送', '备案']), words: text, clause })
    .nullable()
    .meta({ description: '计划报送或备案' }),
  planPublication: optionalProvision.meta({ description: '计划的公布' }),
  outsidePlan: z
    .strictObject({
      /** what may be drawn outside a plan; none: nothing may */
      reasons: z.array(z.strictObject({ words: text, clause })),
      words: text,
      clause,
    })
    .meta({ description: '计划外抽取的事由；没有即不允许' }),
  scheme: z
    .strictObject({ contents: z.array(text).min(1), words: text, clause })
    .meta({ description: '实施方案的内容' }),

  // 检查之后
  terms: z
    .array(
      z.strictObject({
        duty: z.enum(termDuties),
        /** 工作日 */
        days: z.int().min(1).max(366),
        from: z.enum(termStarts),
        to: text.nullable(),
        words: text,
        clause,
      }),
    )
    .meta({ description: '以工作日计的时限' }),
  publicity: z
    .strictObject({ when: z.enum(['beforehand', 'confidential', 'afterwards']), words: text, clause })
    .meta({ description: '抽取名单是检查前公开、检查前保密，还是检查后公开' }),
  bulletin: optionalProvision.meta({ description: '通报' }),
  reportContents: optionalProvision.meta({ description: '抽查报告的内容' }),
  objection: optionalProvision.meta({ description: '被检查对象的异议' }),
  signatures: optionalProvision.meta({ description: '检查结果的签字' }),
  resultChange: optionalProvision.meta({ description: '已公示结果的更改' }),
  publicSystem: optionalProvision.meta({ description: '向公示系统公开' }),
  archive: optionalProvision.meta({ description: '归档' }),
  creditUse: optionalProvision.meta({ description: '结果用于信用' }),
})
export type PresetRules = z.infer<typeof presetRulesSchema>
