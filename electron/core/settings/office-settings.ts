import { z } from 'zod'
import type { Setting } from '../../../db/setting-store.ts'
import { type Settings, settingsSchema } from '../../../shared/api/setting-contract.ts'
import { presetNames } from '../../../shared/rules/preset.ts'
import { type CoreContext, record } from '../context.ts'
import { RefusalError } from '../outcome.ts'

type Stored<Name extends keyof Settings> = Setting<NonNullable<Settings[Name]>>

/** 执行细则 */
const presetSetting: Stored<'preset'> = { key: 'preset', schema: z.enum(presetNames) }
/** 操作人 */
const operatorSetting: Stored<'operator'> = {
  key: 'operator',
  schema: settingsSchema.shape.operator.unwrap(),
}
/** 地点 */
const venueSetting: Stored<'venue'> = { key: 'venue', schema: settingsSchema.shape.venue.unwrap() }
/** 徽标 */
const emblemSetting: Stored<'emblem'> = { key: 'stage.emblem', schema: settingsSchema.shape.emblem.unwrap() }

/** Bytes of an emblem at most. */
const emblemMost = 200 * 1024
/** How every PNG begins (PNG 5.2). */
const pngBeginning = '89504e470d0a1a0a'

export function readSettings({ database: { settings } }: CoreContext): Settings {
  return {
    preset: settings.read(presetSetting) ?? 'custom',
    operator: settings.read(operatorSetting),
    venue: settings.read(venueSetting),
    emblem: settings.read(emblemSetting),
  }
}

/** What {@link writeSettings} is given: every name may be left out. */
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

/**
 * Writes what is given and leaves the rest. The preset decides what a draw asks for, so its change is in the
 * ledger. Refuses with `FILE_NOT_A_SCAN` an emblem that is no PNG or too large.
 */
export function writeSettings(context: CoreContext, actor: string, change: SettingsChange): Settings {
  if (typeof change.emblem === 'string') requireEmblem(change.emblem)
  const { settings } = context.database
  const put = <T>(which: Setting<T>, value: T | null | undefined) => {
    if (value === null) settings.clear(which)
    else if (value !== undefined) settings.write(which, value)
  }
  return context.database.transaction(() => {
    const before = readSettings(context).preset
    put(presetSetting, change.preset)
    put(operatorSetting, change.operator)
    put(venueSetting, change.venue)
    put(emblemSetting, change.emblem)
    const after = readSettings(context)
    if (after.preset !== before)
      record(context, actor, 'setting.changed', { setting: '执行细则', before, after: after.preset })
    return after
  })
}

function requireEmblem(emblem: string): void {
  const bytes = Buffer.from(emblem.slice(emblem.indexOf(',') + 1), 'base64')
  if (bytes.toString('hex', 0, pngBeginning.length / 2) === pngBeginning && bytes.length <= emblemMost) return
  throw new RefusalError(
    'FILE_NOT_A_SCAN',
    '徽标须为不超过200 KB的PNG图片，所选的文件不是，没有保存；原来的徽标保持不变。请另选一个文件。',
  )
}
