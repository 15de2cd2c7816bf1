import {
  type ListState,
  type Release,
  type ReleaseStep,
  releaseSteps,
} from '../../../shared/api/release-contract.ts'

/** A stop on a list's way: 报审, then the steps. */
export interface Stop {
  readonly title: string
  /** the day; `null` while it is not reached */
  readonly date: string | null
  readonly detail: string | null
  /** whether the 执行细则 asks for it */
  readonly asked: boolean
}

/** The way of the newest version: what was done on which day, and what is still to come. */
export function stopsOf(state: ListState): readonly Stop[] {
  const newest = state.releases[0]
  const made: Stop = {
    title: '报审',
    date: newest === undefined ? null : newest.at.slice(0, 10),
    detail: newest === undefined ? null : `第${newest.number}版，${newest.rows}条`,
    asked: true,
  }
  const steps: readonly ReleaseStep[] = ['reviewed', 'approved', 'published', 'filed']
  const stops = steps
    .map((step) => stopOf(step, state, newest))
    // Nobody asks for a filing of most lists.
    .filter((stop) => stop.asked || stop.date !== null)
  return [made, ...stops]
}

function stopOf(step: ReleaseStep, { filing }: ListState, newest: Release | undefined): Stop {
  const done = newest?.steps.findLast((one) => one.step === step)
  const title = step === 'filed' ? (filing?.duty ?? '备案报送') : releaseSteps[step]
  return {
    title,
    date: done?.date ?? null,
    detail: done === undefined ? null : (done.number ?? done.recipient ?? done.place ?? done.name),
    asked: step !== 'filed' || filing !== null,
  }
}

/** How the list stands, in a sentence. */
export function standingWords(state: ListState): string {
  const newest = state.releases[0]
  if (newest === undefined)
    return state.rows === 0
      ? '还没有条目，录入或导入以后再报审。'
      : '还没有报审。没有批准以前，不要对外公布。'
  if (newest.state === 'returned') return `第${newest.number}版已退回，修改以后重新报审。`
  if (state.changed === 0) return `现在的内容与第${newest.number}版相同。`
  return `第${newest.number}版报审以后，有${state.changed.toLocaleString('zh-CN')}条改动${isAdjusted(state) ? '，须重新报审、批准后才生效' : '，没有列入该版'}。`
}

/** Whether a list was approved and says something else by now. */
export function isAdjusted({ releases, changed }: Pick<ListState, 'releases' | 'changed'>): boolean {
  return changed > 0 && releases.some(({ steps }) => steps.some(({ step }) => step === 'approved'))
}

/** What a button of the next step says. */
export const stepButtons = {
  reviewed: '登记审核',
  approved: '登记批准',
  published: '登记公布',
  filed: '登记备案报送',
  returned: '退回修改',
} as const satisfies Record<ReleaseStep, string>
