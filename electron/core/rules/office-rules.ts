import type { Setting } from '../../../db/setting-store.ts'
import { type Preset, type PresetName, presetNames, presetOf } from '../../../shared/rules/preset.ts'
import { presetRulesSchema } from '../../../shared/rules/preset-schema.ts'
import { type CoreContext, record } from '../context.ts'
import { readSettings } from '../settings/office-settings.ts'

/** What an office wrote of its own text (自定义). */
const customRules: Setting<Preset> = { key: 'preset.custom', schema: presetRulesSchema }

/** The 执行细则 in force, with its name. */
export interface RulesInForce {
  readonly name: PresetName
  readonly preset: Preset
}

/** The rules that the office works by now. */
export function rulesInForce(context: CoreContext): RulesInForce {
  const { preset: name } = readSettings(context)
  return { name, preset: presetOf(name, readCustomRules(context)) }
}

/** The rules of any preset as this office has them. */
export function rulesNamed(context: CoreContext, name: PresetName): RulesInForce {
  return { name, preset: presetOf(name, readCustomRules(context)) }
}

/** The office's own rules; `null` while it has written none. */
export function readCustomRules({ database }: CoreContext): Preset | null {
  return database.settings.read(customRules)
}

/** Writes the office's own rules (`null`: as the program brings them), with what changed in the ledger. */
export function writeCustomRules(context: CoreContext, actor: string, rules: Preset | null): void {
  const { database } = context
  database.transaction(() => {
    const before = readCustomRules(context)
    if (rules === null) database.settings.clear(customRules)
    else database.settings.write(customRules, rules)
    const changed = changedParts(before, rules)
    if (changed.length > 0)
      record(context, actor, 'preset.changed', { preset: '自定义', changed: changed.join('、') })
  })
}

/** The parts that are not as they were, as the schema words them: the ledger is read by people. */
function changedParts(before: Preset | null, after: Preset | null): readonly string[] {
  const was = presetOf('custom', before)
  const is = presetOf('custom', after)
  const keys = presetRulesSchema.keyof().options
  return keys
    .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((key) => presetRulesSchema.shape[key].meta()?.description ?? key)
}

/** The preset of a word that people type: `changde`, `常德`, `S2`, `自定义`; `null` where it is none. */
export function presetOfWord(word: string): PresetName | null {
  const typed = word.trim().toLowerCase()
  return presetNames.find((name) => name === typed || spoken[name].some((known) => known === typed)) ?? null
}

/** How people call a preset besides its name. */
const spoken = {
  custom: ['自定义'],
  dawa: ['大洼', '大洼细则', 's0'],
  zhangping: ['漳平', '漳平细则', 's1'],
  changde: ['常德', '常德细则', 's2'],
  heilongjiang: ['黑龙江', '黑龙江细则', 's3'],
  ziyang: ['资阳', '资阳细则', 's4'],
} as const satisfies Record<PresetName, readonly string[]>
