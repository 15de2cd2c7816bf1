import { useQuery } from '@tanstack/react-query'
import { Drawer, Empty, Pagination, Segmented } from 'antd'
import { useState } from 'react'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Changes } from './changes.tsx'
import { RowTitle } from './row-title.tsx'
import { changedFields } from './row-values.ts'

type Change = 'added' | 'changed' | 'retired'
const pageSize = 50
const words: Readonly<Record<Change, string>> = { added: '新增', changed: '修改', retired: '停用' }

/** What became of a register since a moment, row by row and field by field; `null` for the very beginning. */
export function DifferenceDrawer({
  register,
  title,
  since,
  close,
}: {
  readonly register: RegisterName
  readonly title: string
  readonly since: string | null
  readonly close: () => void
}) {
  const { query } = useApi()
  const [only, setOnly] = useState<Change | 'all'>('all')
  const [page, setPage] = useState(1)
  const found = useQuery(
    query.registerWork.past.differences.queryOptions({
      input: {
        register,
        since,
        ...(only === 'all' ? {} : { changes: [only] }),
        limit: pageSize,
        offset: (page - 1) * pageSize,
      },
    }),
  )
  const counts = found.data?.counts
  const all = counts === undefined ? 0 : counts.added + counts.changed + counts.retired
  return (
    <Drawer open size={640} title={title} onClose={close}>
      <Problem error={found.error} retry={() => void found.refetch()} />
      <Segmented<Change | 'all'>
        value={only}
        onChange={(value) => {
          setOnly(value)
          setPage(1)
        }}
        options={[
          { value: 'all', label: `全部 ${all}` },
          { value: 'added', label: `新增 ${counts?.added ?? 0}` },
          { value: 'changed', label: `修改 ${counts?.changed ?? 0}` },
          { value: 'retired', label: `停用 ${counts?.retired ?? 0}` },
        ]}
      />
      {found.data?.total === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这样的变动" />
      ) : (
        <ul className="differences">
          {(found.data?.rows ?? []).map(({ serial, change, before, after }) => (
            <li key={serial}>
              <p>
                <span className={`difference-kind ${change}`}>{words[change]}</span>
                <RowTitle row={after ?? before ?? {}} />
                <span className="quiet code">{serial}</span>
              </p>
              {before === null || after === null ? null : (
                <Changes changes={changedFields(register, before, after, true)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {(found.data?.total ?? 0) > pageSize ? (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={pageSize}
          total={found.data?.total ?? 0}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </Drawer>
  )
}
