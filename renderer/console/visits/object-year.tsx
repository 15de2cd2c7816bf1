import './visits.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { serialSchema } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { addressOf } from '../route.ts'

/** What a year has seen of one object: draws and other visits, held against the yearly cap with its clause. */
export function ObjectYear({ serial, year }: { readonly serial: string; readonly year?: number }) {
  const { query } = useApi()
  const wanted = year ?? new Date().getFullYear()
  const found = useQuery(
    query.year.ofObject.queryOptions({ input: { serial: serialSchema.parse(serial), year: wanted } }),
  )
  if (found.data === undefined)
    return found.error === null ? (
      <Skeleton active />
    ) : (
      <Problem error={found.error} retry={() => void found.refetch()} />
    )
  const { draws, visits, sentence } = found.data
  return (
    <div className="object-year">
      <p className="object-year-sentence">{sentence}</p>
      {draws.length + visits.length === 0 ? (
        <p className="quiet">{wanted}年还没有抽中，也没有登记其他检查。</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">缘由</th>
              <th scope="col">事项</th>
              <th scope="col">编号</th>
            </tr>
          </thead>
          <tbody>
            {draws.map((draw) => (
              <tr key={draw.number}>
                <td className="moment">{draw.at.slice(0, 10)}</td>
                <td>摇号抽中</td>
                <td>{draw.items.join('、')}</td>
                <td className="moment">
                  <a className="code" href={addressOf(`/draws/${draw.number}`)}>
                    {draw.number}
                  </a>
                </td>
              </tr>
            ))}
            {visits.map(({ serial: visit, row }) => (
              <tr key={visit}>
                <td className="moment">{row.date}</td>
                <td>
                  {row.kind}
                  {row.department === null ? null : <span className="quiet">（{row.department}）</span>}
                </td>
                <td>{row.item ?? '—'}</td>
                <td>{row.number ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
