import { useQuery } from '@tanstack/react-query'
import { Empty, Pagination, Segmented } from 'antd'
import { useState } from 'react'
import type { ConsoleClient } from '../../../shared/api/client.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Changes } from './changes.tsx'
import { RowTitle } from './row-title.tsx'
import { changedFields } from './row-values.ts'

export type BulkPreview = Awaited<ReturnType<ConsoleClient['registerWork']['bulk']['preview']>>
type Verdict = 'changed' | 'unchanged' | 'refused'
const pageSize = 20

/** What a bulk change would do to each row: old → new, nothing, or why not. */
export function BulkPreviewRows({
  register,
  preview,
  retires,
}: {
  readonly register: RegisterName
  readonly preview: BulkPreview
  readonly retires: boolean
}) {
  const { query } = useApi()
  const [verdict, setVerdict] = useState<Verdict>(
    preview.changed > 0 ? 'changed' : preview.refused > 0 ? 'refused' : 'unchanged',
  )
  const [page, setPage] = useState(1)
  const rows = useQuery(
    query.registerWork.bulk.rows.queryOptions({
      input: { token: preview.token, verdict, limit: pageSize, offset: (page - 1) * pageSize },
      // A preview does not change, and once it is written it is gone.
      meta: { fixed: true },
    }),
  )
  const label = (word: string, count: number) => `${word} ${count.toLocaleString('zh-CN')} 条`
  return (
    <div className="bulk-preview">
      <Segmented<Verdict>
        value={verdict}
        onChange={(value) => {
          setVerdict(value)
          setPage(1)
        }}
        options={[
          { value: 'changed', label: label(retires ? '将停用' : '将修改', preview.changed) },
          ...(retires
            ? []
            : [
                { value: 'unchanged' as const, label: label('已是这样，不动', preview.unchanged) },
                { value: 'refused' as const, label: label('不能改', preview.refused) },
              ]),
        ]}
      />
      <Problem error={rows.error} />
      {rows.data?.total === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这样的条目" />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keys, too.
        <ul className="differences scrolled" tabIndex={0} aria-label="预览">
          {(rows.data?.rows ?? []).map(({ serial, before, after, problem }) => (
            <li key={serial}>
              <p>
                <RowTitle row={before} />
                <span className="quiet code">{serial}</span>
              </p>
              {problem === null ? null : <p className="field-problem">{problem}</p>}
              {after === null || verdict !== 'changed' ? null : (
                <Changes changes={changedFields(register, before, after, true)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {(rows.data?.total ?? 0) > pageSize ? (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={pageSize}
          total={rows.data?.total ?? 0}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </div>
  )
}
