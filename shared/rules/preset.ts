import { changdePreset } from './preset-changde.ts'
import { customPreset } from './preset-custom.ts'
import { dawaPreset } from './preset-dawa.ts'
import { heilongjiangPreset } from './preset-heilongjiang.ts'
import type { PresetRules } from './preset-schema.ts'
import { zhangpingPreset } from './preset-zhangping.ts'
import { ziyangPreset } from './preset-ziyang.ts'

/** The 实施细则 that an office works by (执行细则): every number, switch and word with the clause that it comes from. */
export type Preset = PresetRules

export const presetNames = ['custom', 'dawa', 'zhangping', 'changde', 'heilongjiang', 'ziyang'] as const
export type PresetName = (typeof presetNames)[number]

export const presets: Readonly<Record<PresetName, Preset>> = {
  custom: customPreset,
  dawa: dawaPreset,
  zhangping: zhangpingPreset,
  changde: changdePreset,
  heilongjiang: heilongjiangPreset,
  ziyang: ziyangPreset,
}

/** The preset of that name; `own` is what the office wrote of its own text (自定义), `null` where it wrote nothing yet. */
export function presetOf(name: PresetName, own: Preset | null): Preset {
  return name === 'custom' && own !== null ? own : presets[name]
}
