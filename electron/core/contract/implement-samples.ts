import type { Core } from '../core.ts'
import type { ConsoleRoot } from './roots.ts'
import type { StageDesk } from './stage-desk.ts'

/** The sample county (示例单位). The stage is told, because the office has a name now. */
export function implementSamples({ samples: root }: ConsoleRoot, core: Core, stage: StageDesk) {
  return {
    load: root.load.handler(async ({ context }) => {
      const counts = await core.samples.load(context.actor)
      stage.tell()
      return counts
    }),
  }
}
