import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { DifferenceDrawer } from './difference-drawer.tsx'

/** Says that the table shows another day, what has become of it since, and leads back. */
export function PastBar({
  register,
  title,
  day,
  moment,
  onBack,
}: {
  readonly register: RegisterName
  readonly title: string
  readonly day: string
  readonly moment: string
  readonly onBack: () => void
}) {
  const { query } = useApi()
  const [open, setOpen] = useState(false)
  const differences = useQuery(
    query.registerWork.past.differences.queryOptions({ input: { register, since: moment, limit: 1 } }),
  )
  const counts = differences.data?.counts
  const same = counts !== undefined && counts.added + counts.changed + counts.retired === 0
  return (
    <div className="past-bar" role="status">
      <strong>
        {title}在 {day} 终了时的样子
      </strong>
      <span>
        {counts === undefined
          ? '正在比较'
          : same
            ? '与现在相同'
            : `此后新增 ${counts.added} 条，修改 ${counts.changed} 条，停用 ${counts.retired} 条`}
      </span>
      <span className="selection-actions">
        {same || counts === undefined ? null : (
          <Button size="small" onClick={() => setOpen(true)}>
            查看变动
          </Button>
        )}
        <Button size="small" type="primary" onClick={onBack}>
          回到现在
        </Button>
      </span>
      {open ? (
        <DifferenceDrawer
          register={register}
          title={`${day} 以后的变动`}
          since={moment}
          close={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}

/** The last moment of a day on this computer, ISO 8601 with its offset: `2026-11-20T23:59:59+08:00`. */
export function endOfDay(day: string): string {
  const date = new Date(`${day}T23:59:59`)
  const offset = -date.getTimezoneOffset()
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0')
  return `${day}T23:59:59${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}
