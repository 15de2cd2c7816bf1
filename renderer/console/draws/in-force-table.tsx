import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ResultInForce } from '../../../shared/api/draw-contract.ts'
import { useApi } from '../api.ts'
import { addressOf } from '../route.ts'
import { addresses } from './addresses.ts'
import { Section } from './field.tsx'

/** 现行名单: what was drawn, with every match and replacement since; each row can be amended. */
export function InForceTable({ number }: { readonly number: string }) {
  const { query } = useApi()
  const { data } = useQuery(query.draws.inForce.queryOptions({ input: { number } }))
  if (data === undefined) return null
  const unmatched = data.objects.filter((object) => object.inspectors.length === 0).length
  return (
    <Section
      title="现行名单"
      note={`共 ${data.objects.length} 个对象${data.teams.length === 0 ? '' : `，${data.teams.length} 组`}`}
      extra={
        unmatched === 0 ? null : (
          <Button type="primary" href={addressOf(addresses.amend(data.newest, 'match'))}>
            为 {unmatched} 个对象匹配人员
          </Button>
        )
      }
    >
      {data.teams.length === 0 ? null : <Teams teams={data.teams} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="draws-revealed" tabIndex={0} aria-label="现行名单各行">
        <table className="draws-table">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">检查对象</th>
              <th scope="col">检查人员</th>
              <th scope="col">
                <span className="draws-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.objects.map((object) => (
              <tr key={object.id}>
                <td>{object.order}</td>
                <td>
                  {object.name}
                  <div className="draws-hint draws-address">{object.address ?? ''}</div>
                </td>
                <td>
                  <People object={object} newest={data.newest} />
                </td>
                <td className="draws-nowrap">
                  <a
                    href={addressOf(addresses.amend(data.newest, 'replace-object', object.id))}
                    aria-label={`更换对象：${object.name}`}
                  >
                    更换对象
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

function People({
  object,
  newest,
}: {
  readonly object: ResultInForce['objects'][number]
  readonly newest: string
}) {
  if (object.inspectors.length === 0) return <span className="draws-hint">尚未匹配</span>
  return (
    <>
      {object.team === null ? null : <span className="draws-team">第 {object.team} 组</span>}
      {object.inspectors.map((person) => (
        <span className="draws-person" key={person.id}>
          {person.name}
          {person.leader ? <span className="draws-leader">组长</span> : null}
          <a
            className="draws-small-link"
            href={addressOf(addresses.amend(newest, 'replace-inspector', person.id))}
            aria-label={`更换人员：${person.name}`}
          >
            更换
          </a>
        </span>
      ))}
    </>
  )
}

function Teams({ teams }: { readonly teams: ResultInForce['teams'] }) {
  return (
    <ul className="draws-teams">
      {teams.map(({ number, members, objects }) => (
        <li className="draws-teams-row" key={number}>
          <strong>第 {number} 组</strong>
          {members.map((member) => `${member.name}${member.leader ? '（组长）' : ''}`).join('、')}
          <span className="draws-hint">{objects} 个对象</span>
        </li>
      ))}
    </ul>
  )
}
