import { z } from 'zod'
import { inspectionItemSchema } from '../registry/inspection-item.ts'
import { inspectionObjectSchema, objectKinds } from '../registry/inspection-object.ts'
import { serialSchema } from '../registry/office.ts'
import { powerSchema } from '../registry/power.ts'
import { text } from '../registry/text.ts'
import { call, list, nothing } from './parts.ts'
import { refusals } from './refusals.ts'

/** The version of a row that the caller has before him. */
const seen = { serial: serialSchema, version: z.int().min(1) }

/** A choice of objects: kinds, 经营类别, or both. */
const choice = { kinds: z.array(z.enum(objectKinds)), categories: z.array(text) }

/** How many objects: all of the register, and those in business (存续). */
const counts = z.strictObject({ all: z.int(), inBusiness: z.int() })

/** How many objects of the register are alike in kind, 经营类别, and whether they are in business. */
const cellSchema = z.strictObject({
  kind: inspectionObjectSchema.shape.kind,
  businessCategory: inspectionObjectSchema.shape.businessCategory,
  inBusiness: z.boolean(),
  count: z.int(),
})

/** An item, and which objects it applies to (适用对象) by whose word. */
const applyingSchema = z.strictObject({
  ...seen,
  name: text,
  department: z.string().nullable(),
  included: z.boolean(),
  /** 检查对象 as the list words it */
  words: z.string().nullable(),
  confirmed: z.boolean(),
  /** the version in which the objects were last chosen; `null` where nobody has confirmed */
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  ...choice,
  /** objects that it applies to now */
  count: counts,
  /** objects that name the item itself (适用事项): it applies to them in any case */
  named: list(cellSchema),
  /** what the words of the list are, letter for letter; `null` where they are no kind and no 经营类别 of the register */
  proposal: z.strictObject(choice).nullable(),
  proposedCount: counts.nullable(),
})
export type ApplyingItem = z.output<typeof applyingSchema>

const applyingAnswer = z.strictObject({
  /** every item, by serial */
  items: list(applyingSchema),
  /** the whole register, so that a window counts what a choice would give */
  cells: list(cellSchema),
})

const shortPower = z.strictObject({ name: z.string(), department: z.string().nullable() })

/** How much of a field (领域) is in the list. */
const fieldCoverageSchema = z.strictObject({
  field: z.enum(['市场监管', '其他行政执法']),
  total: z.int(),
  covered: z.int(),
  /** hundredths of a per cent, rounded down; `null` where there is nothing to cover */
  share: z.int().nullable(),
  target: z.int(),
  met: z.boolean().nullable(),
  clause: z.string().nullable(),
  missing: list(shortPower),
  reasoned: list(z.strictObject({ name: z.string(), reason: z.string() })),
})

const coverageSchema = z.strictObject({
  /** 执行细则 whose target this is */
  preset: z.string(),
  /** what the target says, and where */
  words: z.string(),
  clause: z.string().nullable(),
  /** whether an item that cannot be drawn counts when its reason is given */
  reasonsCount: z.boolean(),
  /** powers in the 权责清单; without any the list is counted by itself */
  powers: z.int(),
  fields: list(fieldCoverageSchema),
  /** without a field (领域): counted in neither */
  unclassified: list(z.string()),
})
export type ItemCoverage = z.output<typeof coverageSchema>

/** How a power (职权) stands to the list: in it, out of it with a reason, out of it without one, or no supervision. */
export const powerStandings = ['covered', 'reasoned', 'open', 'no-supervision'] as const

const powerStandingSchema = z.strictObject({
  ...seen,
  row: powerSchema,
  standing: z.enum(powerStandings),
  item: z.strictObject({ serial: serialSchema, name: z.string() }).nullable(),
  /** why the item is not drawn */
  reason: z.string().nullable(),
})
export type PowerStanding = z.output<typeof powerStandingSchema>

const powersAnswer = z.strictObject({
  /** every power, by serial */
  powers: list(powerStandingSchema),
  /** included items that no power names (S2 第三条: what is in no 权责清单 may not be inspected) */
  withoutPower: list(z.strictObject({ serial: serialSchema, name: z.string() })),
})

const itemVersionSchema = z.strictObject({ ...seen, row: inspectionItemSchema })
export type ListedItem = z.output<typeof itemVersionSchema>

/** 随机抽查事项清单 beyond its rows: which objects an item applies to, and how much of the 权责清单 it covers. */
export const itemsContract = {
  /** Every item of the list, by serial. */
  list: call.input(nothing).output(list(itemVersionSchema)),
  /** Which objects each item applies to, confirmed or proposed, with the counts of the register. */
  applying: call.input(nothing).output(applyingAnswer),
  /**
   * Confirms which objects items apply to: all of them or none, each as the next version of its item. `ROW_CHANGED`:
   * somebody has changed one of them meanwhile.
   */
  confirm: call
    .errors(refusals('ROW_UNKNOWN', 'ROW_RETIRED', 'ROW_CHANGED'))
    .input(
      z.strictObject({
        items: z
          .array(
            z
              .strictObject({ ...seen, ...choice })
              .refine(
                ({ kinds, categories }) => kinds.length + categories.length > 0,
                '至少须选一个种类或经营类别',
              ),
          )
          .min(1)
          .max(2_000),
      }),
    )
    .output(z.strictObject({ confirmed: z.int() })),
  /** Coverage of the 权责清单 by the list (S4 二), as it stands now. */
  coverage: call.input(nothing).output(coverageSchema),
  /** How each power stands to the list, and what stands in the list without a power. */
  powers: call.input(nothing).output(powersAnswer),
  /** Says which item a power is meant by, where the names differ; `null`: the item of the same name. */
  link: call
    .errors(refusals('ROW_UNKNOWN', 'ROW_RETIRED', 'ROW_CHANGED'))
    .input(z.strictObject({ ...seen, item: serialSchema.nullable() }))
    .output(powersAnswer),
  /** Makes an item out of a power and links the two, as one. `ROW_INVALID`: the list has an item of that name. */
  fromPower: call
    .errors(refusals('ROW_UNKNOWN', 'ROW_RETIRED', 'ROW_CHANGED', 'ROW_INVALID'))
    .input(z.strictObject({ ...seen, row: inspectionItemSchema }))
    .output(itemVersionSchema),
}
