import { Alert, Button } from 'antd'
import type { DrawPlan } from '../../../shared/api/draw-plan.ts'
import type { Kept } from './draft-store.ts'
import { modeWords } from './draw-words.ts'
import { inShort, type Obstacle, type PlanSection, placeOf, sectionTitles } from './plan-sections.ts'
import { RefusalNote } from './refusal-note.tsx'
import type { Action } from './use-action.ts'
import type { Feasibility } from './use-preview.ts'

/** Beside the form: what it comes to, what stands in the way, and the one button that goes on. */
export function PlanSummary({
  mode,
  feasibility: { preview, problem, counting },
  missing = [],
  checks = null,
  assigned = null,
  kept,
  action,
  numbered,
  begin,
  rehearse = null,
}: {
  readonly mode: DrawPlan['mode']
  readonly feasibility: Feasibility
  readonly missing?: readonly string[]
  /** 就绪: the sections of the wizard and what stands in the way in each */
  readonly checks?: {
    readonly sections: readonly PlanSection[]
    readonly obstacles: readonly Obstacle[]
  } | null
  /** how many people are named without a draw (直接委派); `null` where people are drawn */
  readonly assigned?: number | null
  readonly kept: Kept
  readonly action: Action
  /** the number that was taken already */
  readonly numbered: string | null
  readonly begin: () => void
  /** an official draw that has no approval is offered as a rehearsal */
  readonly rehearse?: { readonly why: string; readonly act: () => void } | null
}) {
  const sample = preview?.strata.reduce((sum, stratum) => sum + stratum.sample, 0)
  const problems = kept.state === 'not-a-plan' ? kept.problems : []
  const blocked =
    missing.length > 0 || problems.length > 0 || problem !== null || (checks?.obstacles.length ?? 0) > 0
  const ready = !blocked && preview !== null
  return (
    <aside className="draws-summary" aria-label="本次摇号">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is longer than the window it is scrolled by keys too. */}
      <div className="draws-summary-body" tabIndex={0}>
        <h2>本次摇号</h2>
        <dl className={counting ? 'draws-figures draws-counting' : 'draws-figures'} aria-live="polite">
          <Figure title="检查对象名单" value={preview?.objects} unit="个" />
          {preview !== null && preview.strata.length === 0 ? null : (
            <Figure title="抽取" value={sample} unit="个" strong />
          )}
          {assigned === null ? (
            <Figure title="执法检查人员名单" value={preview?.inspectors} unit="人" />
          ) : (
            <Figure title="直接委派" value={assigned} unit="人" />
          )}
          <Figure title="排除" value={preview?.excluded.length} unit="条" />
          {preview === null || preview.objectsOutside === 0 ? null : (
            <Figure title="不在范围" value={preview.objectsOutside} unit="个" />
          )}
          {preview?.rules == null || preview.rules.savedVisits === 0 ? null : (
            <Figure title="合并检查少上门" value={preview.rules.savedVisits} unit="次" />
          )}
        </dl>
        {checks === null ? null : <Checklist {...checks} counted={preview !== null} />}
        {problem === null || checks !== null ? null : (
          <Alert
            className="draws-note"
            type="warning"
            showIcon
            title="现在还不能锁定"
            description={problem}
          />
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
      </div>
      <div className="draws-summary-foot">
        <Button
          type="primary"
          size="large"
          block
          loading={action.busy}
          // A number cannot be given back: none is taken for what could not be frozen.
          disabled={blocked}
          onClick={begin}
        >
          {numbered === null ? '取号并锁定名单' : '锁定名单'}
        </Button>
        {rehearse === null ? null : (
          <p className="draws-rehearse">
            {rehearse.why}
            <Button size="small" onClick={rehearse.act}>
              改为演练
            </Button>
          </p>
        )}
        <RefusalNote sentence={action.refusal} />
        <p className="draws-hint">
          {numbered === null
            ? `取号后编号不能收回。本次性质：${modeWords[mode]}。`
            : `已取号 ${numbered}。锁定之后名单不能再改。`}
        </p>
        <p className="draws-kept" role="status">
          {keptWords(kept)}
        </p>
      </div>
    </aside>
  )
}

/** Sections of which nothing can be said before the lists are counted. */
const countedSections: ReadonlySet<PlanSection> = new Set([
  'conditions',
  'strata',
  'people',
  'leaveOut',
  'approval',
])

/** Sections that say their long sentences themselves. */
const saidInSection: ReadonlySet<PlanSection> = new Set(['strata', 'people'])

/** 就绪: every section, done or with what is still missing; each leads to its place. */
function Checklist({
  sections,
  obstacles,
  counted,
}: {
  readonly sections: readonly PlanSection[]
  readonly obstacles: readonly Obstacle[]
  readonly counted: boolean
}) {
  return (
    <nav aria-label="就绪" className="draws-checks-list">
      <h3>就绪</h3>
      <ol>
        {sections.map((section) => {
          const open = obstacles.filter((obstacle) => obstacle.section === section)
          const state =
            open.length > 0 ? 'open' : counted || !countedSections.has(section) ? 'done' : 'waiting'
          return (
            <li key={section} className={`draws-check-${state}`}>
              <button type="button" onClick={() => goToSection(section)}>
                <span className="draws-check-sign" aria-hidden="true">
                  {state === 'done' ? '✓' : placeOf(section).number}
                </span>
                {sectionTitles[section]}
                <span className="draws-hidden">{checkWords[state]}</span>
              </button>
              {open.length === 0 ? null : (
                <ul>
                  {open.map(({ words }) => (
                    <li key={words}>
                      <button type="button" onClick={() => goToSection(section)}>
                        {saidInSection.has(section) ? inShort(words) : words}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

const checkWords = { open: '：还有事项', done: '：齐备', waiting: '：尚未核对' } as const

/** Scrolls to a section and goes on from there by keys. */
function goToSection(section: PlanSection): void {
  const place = document.getElementById(placeOf(section).id)
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
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
