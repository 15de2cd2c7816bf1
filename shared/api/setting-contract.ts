import { z } from 'zod'
import { text } from '../registry/text.ts'
import { presetNames } from '../rules/preset.ts'
import { presetRulesSchema } from '../rules/preset-schema.ts'
import { call, nothing } from './parts.ts'
import { refusals } from './refusals.ts'

/** What an office sets besides its name and code (设置). */
export const settingsSchema = z.strictObject({
  /** the 实施细则 that it works by (执行细则) */
  preset: z.enum(presetNames),
  /** 操作人: whom papers name as operating; `null` for the PC's account */
  operator: text.nullable(),
  /** 地点, as a new draw proposes it */
  venue: text.nullable(),
  /** the office's emblem on the stage, a data: URL of a PNG of at most 200 KB */
  emblem: z
    .string()
    .max(280_000)
    .regex(/^data:image\/png;base64,[0-9A-Za-z+/]+=*$/, '须为PNG图片')
    .nullable(),
})
export type Settings = z.infer<typeof settingsSchema>

export const settingsContract = {
  read: call.input(z.strictObject({})).output(settingsSchema),
  /** Writes what is given and leaves the rest; a change of the preset is in the ledger. */
  write: call.errors(refusals('FILE_NOT_A_SCAN')).input(settingsSchema.partial()).output(settingsSchema),
  /** What the office wrote of its own text (自定义), whichever it works by; `null` while it has written none. */
  customRules: call.input(nothing).output(presetRulesSchema.nullable()),
  /** Writes the office's own text (`null`: as the program brings it); what changed is in the ledger. */
  writeCustomRules: call
    .input(z.strictObject({ rules: presetRulesSchema.nullable() }))
    .output(presetRulesSchema.nullable()),
}
