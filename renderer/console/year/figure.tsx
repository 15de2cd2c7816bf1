import type { YearAsk } from '../../../shared/forms/year-rows.ts'
import { useLookDown } from './rows-view.ts'

/** A number that leads down to its rows; plain where there are none. */
export function Figure({
  count,
  title,
  ask,
  unit = '',
}: {
  readonly count: number
  /** what the rows are, as the drawer says it */
  readonly title: string
  readonly ask: YearAsk
  readonly unit?: string
}) {
  const lookDown = useLookDown()
  const words = `${count.toLocaleString('zh-CN')}${unit}`
  if (count === 0) return <span className="figure-none">{words}</span>
  return (
    <button
      type="button"
      className="figure"
      aria-label={`${title}：${words}，查看明细`}
      onClick={() => lookDown(title, ask)}
    >
      {words}
    </button>
  )
}
