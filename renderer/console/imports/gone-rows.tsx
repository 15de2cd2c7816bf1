import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Pagination, Radio } from 'antd'
import { useState } from 'react'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import { registerPageWords } from '../registers/register-page-words.ts'
import type { Decide } from './import-calls.ts'
import { nameOfRow } from './name-of-row.ts'

const pageSize = 50

/** Rows of the register that are not in the file: each is kept unless a person says otherwise. */
export function GoneRows({
  token,
  register,
  revision,
  busy,
  onDecide,
}: {
  readonly token: string
  readonly register: RegisterName
  readonly revision: number
  readonly busy: boolean
  readonly onDecide: Decide
}) {
  const { core } = useApi()
  const [page, setPage] = useState(1)
  const rows = useQuery({
    queryKey: ['import-gone', token, page, revision],
    queryFn: ({ signal }) =>
      core.imports.gone({ token, limit: pageSize, offset: (page - 1) * pageSize }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { fixed: true },
  })
  return (
    <>
      <Problem error={rows.error} retry={() => void rows.refetch()} />
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col" className="what-column">
              {registerPageWords[register].one}
            </th>
            <th scope="col">最近一次写入</th>
            <th scope="col">怎么办</th>
          </tr>
        </thead>
        <tbody>
          {(rows.data?.rows ?? []).map((row) => (
            <tr key={row.serial}>
              <td className="code quiet">{row.serial}</td>
              <td className="what-column">{nameOfRow(row.row)}</td>
              <td>
                {momentInWords(row.at)} {row.by}
                <span className="quiet">{row.imported ? '（导入）' : '（登记或修改）'}</span>
              </td>
              <td>
                <Radio.Group
                  aria-label={`${row.serial}怎么办`}
                  size="small"
                  optionType="button"
                  disabled={busy}
                  value={row.retire}
                  options={[
                    { value: false, label: '保留' },
                    { value: true, label: '停用' },
                  ]}
                  onChange={(event) =>
                    onDecide({ change: 'gone', serial: row.serial, retire: event.target.value === true })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(rows.data?.total ?? 0) > pageSize ? (
        <Pagination
          className="pages"
          current={page}
          pageSize={pageSize}
          total={rows.data?.total ?? 0}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </>
  )
}
