import { useQuery } from '@tanstack/react-query'
import { Drawer, Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Comparison, ListOf } from '../../../shared/api/release-contract.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'

/** Which two versions are compared, in words. */
export interface Compared {
  readonly list: ListOf
  readonly from: string | null
  readonly to: string | null
  readonly title: string
}

/** What two versions of a list differ in, or the newest and now. */
export function ComparisonDrawer({
  compared: { list, from, to, title },
  close,
}: {
  readonly compared: Compared
  readonly close: () => void
}) {
  const { query } = useApi()
  const found = useQuery(query.releases.compare.queryOptions({ input: { list, from, to } }))
  return (
    <Drawer open size={720} onClose={close} title={title}>
      <Problem error={found.error} retry={() => void found.refetch()} />
      {found.data === undefined ? (
        found.error === null ? (
          <Skeleton active />
        ) : null
      ) : (
        <Rows {...found.data} />
      )}
    </Drawer>
  )
}

function Rows({ counts, added, changed, retired }: Comparison) {
  if (counts.added + counts.changed + counts.retired === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="两者完全相同。" />
  return (
    <>
      <Part title="新增" count={counts.added} listed={added.length}>
        {added.map(({ serial, name }) => (
          <tr key={serial}>
            <td className="code compared-serial">{serial}</td>
            <td>{name}</td>
          </tr>
        ))}
      </Part>
      <Part title="修改" count={counts.changed} listed={changed.length}>
        {changed.map(({ serial, name, fields, reason }) => (
          <tr key={serial}>
            <td className="code compared-serial">{serial}</td>
            <td>
              <strong>{name}</strong>
              <ul className="plain-list">
                {fields.map(({ title, before, after }) => (
                  <li key={title}>
                    {title}：<del>{before}</del> → <ins>{after}</ins>
                  </li>
                ))}
              </ul>
              {reason === null ? null : <span className="quiet">原因：{reason}</span>}
            </td>
          </tr>
        ))}
      </Part>
      <Part title="停用" count={counts.retired} listed={retired.length}>
        {retired.map(({ serial, name, reason }) => (
          <tr key={serial}>
            <td className="code compared-serial">{serial}</td>
            <td>
              {name}
              {reason === null ? null : <span className="quiet">（原因：{reason}）</span>}
            </td>
          </tr>
        ))}
      </Part>
    </>
  )
}

function Part({
  title,
  count,
  listed,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly listed: number
  readonly children: ReactNode
}) {
  if (count === 0) return null
  return (
    <section className="compared-part">
      <h3>
        {title}
        {count.toLocaleString('zh-CN')}条
        {listed < count ? <span className="quiet">（列出前{listed}条）</span> : null}
      </h3>
      <table className="rows">
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
