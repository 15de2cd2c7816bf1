import { Alert, Button } from 'antd'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { Kept } from './draft-store.ts'
import { modeWords } from './draw-words.ts'
import { RefusalNote } from './refusal-note.tsx'
import type { Action } from './use-action.ts'
import type { Feasibility } from './use-preview.ts'

/** Beside the form: what it comes to, what stands in the way, and the one button that goes on. */
export function PlanSummary({
  mode,
  feasibility: { preview, problem, counting },
  missing,
  kept,
  action,
  numbered,
  begin,
}: {
  readonly mode: DrawPlan['mode']
  readonly feasibility: Feasibility
  readonly missing: readonly string[]
  readonly kept: Kept
  readonly action: Action
  /** the number that was taken already */
  readonly numbered: string | null
  readonly begin: () => void
}) {
  const sample = preview?.strata.reduce((sum, stratum) => sum + stratum.sample, 0)
  const problems = kept.state === 'not-a-plan' ? kept.problems : []
  const ready = missing.length === 0 && problems.length === 0 && problem === null && preview !== null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is longer than the window it is scrolled by keys too.
    <aside className="draws-summary" aria-label="本次摇号" tabIndex={0}>
      <h2>本次摇号</h2>
      <dl className={counting ? 'draws-figures draws-counting' : 'draws-figures'} aria-live="polite">
        <Figure title="检查对象名单" value={preview?.objects} unit="个" />
        {preview !== null && preview.strata.length === 0 ? null : (
          <Figure title="抽取" value={sample} unit="个" strong />
        )}
        <Figure title="执法检查人员名单" value={preview?.inspectors} unit="人" />
        <Figure title="排除" value={preview?.excluded.length} unit="条" />
        {preview === null || preview.objectsOutside === 0 ? null : (
          <Figure title="不符合条件" value={preview.objectsOutside} unit="个" />
        )}
      </dl>
      {problem === null ? null : (
        <Alert className="draws-note" type="warning" showIcon title="现在还不能锁定" description={problem} />
      )}
      {problems.length === 0 ? null : (
        <Alert
          className="draws-note"
          type="warning"
          showIcon
          title="这些改动还没有保存"
          description={problems.join('；')}
        />
      )}
      {missing.length === 0 ? null : <p className="draws-missing">还须填写：{missing.join('、')}</p>}
      {ready ? <p className="draws-ready">人员和对象齐备，锁定之后不会再缺人。</p> : null}
      <Button
        type="primary"
        size="large"
        block
        loading={action.busy}
        // A number cannot be given back: none is taken for what could not be frozen.
        disabled={missing.length > 0 || problems.length > 0 || problem !== null}
        onClick={begin}
      >
        {numbered === null ? '取号并锁定名单' : '锁定名单'}
      </Button>
      <RefusalNote sentence={action.refusal} />
      <p className="draws-hint">
        {numbered === null
          ? `取号后编号不能收回。本次性质：${modeWords[mode]}。`
          : `已取号 ${numbered}。锁定之后名单不能再改。`}
      </p>
      <p className="draws-kept" role="status">
        {keptWords(kept)}
      </p>
    </aside>
  )
}

function Figure({
  title,
  value,
  unit,
  strong = false,
}: {
  readonly title: string
  readonly value: number | undefined
  readonly unit: string
  readonly strong?: boolean
}) {
  return (
    <div className={strong ? 'draws-figure draws-figure-strong' : 'draws-figure'}>
      <dt>{title}</dt>
      <dd>
        {value === undefined ? '—' : value} <span>{unit}</span>
      </dd>
    </div>
  )
}

function keptWords(kept: Kept): string {
  switch (kept.state) {
    case 'new':
      return '填写后自动保存为草案，关闭窗口也不会丢失。'
    case 'saving':
      return '正在保存草案'
    case 'saved':
      return '草案已保存，关闭窗口也不会丢失。'
    case 'not-a-plan':
      return '上面所列的内容改正后再保存，此前保存的草案不变。'
    case 'refused':
      return kept.sentence
  }
}
