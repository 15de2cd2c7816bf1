/**
 * The 实施细则 that an office works by (执行细则). Here only what the draw itself asks of a preset; caps, ratios and
 * deadlines are rules of their own.
 */
export interface Preset {
  readonly title: string
  /** whose presence at the draw the text asks for, first the one that suffices */
  readonly witnessRoles: readonly string[]
  /** where it says so; `null` where the text says nothing of it */
  readonly clause: string | null
}

/** Where a text names nobody, practice has the 纪检监察 present. */
const byPractice = ['纪检监察人员', '见证人']

export const presets = {
  custom: { title: '自定义', witnessRoles: byPractice, clause: null },
  dawa: {
    title: '盘锦市大洼区住房和城乡建设局“双随机、一公开”实施细则',
    witnessRoles: byPractice,
    clause: null,
  },
  zhangping: {
    title: '漳平市住房和城乡建设局推进“双随机、一公开”监管工作实施方案',
    witnessRoles: ['单位纪检监察人员'],
    clause: '推进“双随机、一公开”监管工作实施方案“六、其它要求”第1项',
  },
  changde: {
    title: '常德市自然资源和规划局“双随机、一公开”工作实施细则（试行）',
    witnessRoles: ['领导小组办公室'],
    clause: '“双随机、一公开”工作实施细则（试行）第十条',
  },
  heilongjiang: {
    title: '黑龙江省住建系统“双随机、一公开”监管实施细则',
    witnessRoles: byPractice,
    clause: null,
  },
  ziyang: { title: '资阳市“双随机一公开”工作实施细则', witnessRoles: byPractice, clause: null },
} as const satisfies Record<string, Preset>
export type PresetName = keyof typeof presets
export const presetNames = Object.keys(presets) as PresetName[]
