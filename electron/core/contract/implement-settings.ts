import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'
import type { StageDesk } from './stage-desk.ts'

/** Settings (设置). The stage shows the emblem, so it is told. */
export function implementSettings({ settings: root }: ConsoleRoot, core: Core, stage: StageDesk) {
  return {
    read: root.read.handler(() => core.settings()),
    write: root.write.handler(({ input, context }) => {
      const settings = core.writeSettings(context.actor, input)
      stage.tell()
      return settings
    }),
    customRules: root.customRules.handler(() => core.customRules()),
    writeCustomRules: root.writeCustomRules.handler(({ input, context }) =>
      core.writeCustomRules(context.actor, input.rules),
    ),
  }
}
