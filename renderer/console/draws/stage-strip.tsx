import { Button, Segmented, Switch } from 'antd'
import { type Pace, paces } from '../../../shared/api/stage-contract.ts'
import { useApi } from '../api.ts'
import { useLiveState } from '../live-state.ts'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

/** What is said of the stage: a window that is not there shows nothing yet. */
function stageWords(showing: string | null, here: boolean, open: boolean): string {
  const what = here ? '本场次' : showing === null ? '标题' : ` ${showing}`
  return open ? `大屏正在显示${what}` : `大屏打开后显示${what}`
}

/** What the stage (大屏) shows, and how; the window itself is opened and closed at the top of the console. */
export function StageStrip({ number }: { readonly number: string }) {
  const { core } = useApi()
  const stage = useLiveState((live) => live.stage)
  const shell = useLiveState((live) => live.shell)
  const action = useAction()
  if (stage === null) return null
  const here = stage.showing === number
  return (
    <section className="draws-stage-strip" aria-label="大屏">
      <span className={here && stage.windows > 0 ? 'draws-stage-on' : 'draws-stage-off'}>
        {stageWords(stage.showing, here, stage.windows > 0)}
        <span className="draws-hint">
          {stage.windows === 0 ? '没有打开大屏窗口' : `${stage.windows} 个大屏窗口`}
        </span>
      </span>
      <span className="draws-buttons">
        <Button
          size="small"
          type={here ? 'default' : 'primary'}
          disabled={here}
          onClick={() => void action.run(() => core.stage.show({ number }))}
        >
          投到大屏
        </Button>
        <Button
          size="small"
          disabled={stage.showing === null}
          onClick={() => void action.run(() => core.stage.show({ number: null }))}
        >
          大屏只留标题
        </Button>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch is what stands inside. */}
        <label className="draws-switch">
          <Switch
            size="small"
            checked={stage.still}
            aria-label="静止模式"
            onChange={(still) => void action.run(() => core.stage.set({ still }))}
          />
          静止模式
        </label>
      </span>
      {shell?.displays === 'one' || shell?.displays === 'mirrored' ? (
        <span className="draws-hint">
          {shell.displays === 'one'
            ? '只有一个显示器：大屏会盖住操作台，在大屏上按 Esc 回到这里。'
            : '两个显示器内容相同：大屏会盖住操作台，请改为扩展显示。'}
        </span>
      ) : null}
      {shell?.notice === null || shell?.notice === undefined ? null : (
        <span className="draws-stage-notice" role="status">
          {shell.notice}
        </span>
      )}
      <RefusalNote sentence={action.refusal} />
    </section>
  )
}

/** 揭晓方式: how much one step shows, on the stage and here. */
export function PaceChoice() {
  const { core } = useApi()
  const stage = useLiveState((live) => live.stage)
  const action = useAction()
  return (
    <Segmented<Pace>
      aria-label="揭晓方式"
      value={stage?.pace ?? 'all'}
      disabled={stage === null || action.busy}
      options={Object.entries(paces).map(([value, label]) => ({ value: value as Pace, label }))}
      onChange={(pace) => void action.run(() => core.stage.set({ pace }))}
    />
  )
}
