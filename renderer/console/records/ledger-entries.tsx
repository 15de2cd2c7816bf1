import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Pagination } from 'antd'
import { Fragment, useState } from 'react'
import { useApi } from '../api.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { ledgerDataInWords } from './ledger-data.ts'

const pageSize = 50

/** The ledger (台账), the newest page first, and its check from the first entry to the last. */
export function LedgerEntries() {
  const { query } = useApi()
  const [page, setPage] = useState(1)
  const [opened, open] = useState<number | null>(null)
  const tip = useQuery(query.ledger.entries.queryOptions({ input: { from: 1, limit: 1 } }))
  const length = tip.data?.head.seq ?? 0
  const last = length - (page - 1) * pageSize
  const from = Math.max(1, last - pageSize + 1)
  const entries = useQuery(
    query.ledger.entries.queryOptions({
      input: { from, limit: Math.max(1, Math.min(pageSize, last - from + 1)) },
      enabled: length > 0,
      placeholderData: (before) => before,
    }),
  )
  const verify = useMutation(query.ledger.verify.mutationOptions())
  return (
    <Sheet
      title={`台账共 ${length} 条`}
      actions={
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate({})}>
          核对台账
        </Button>
      }
    >
      <Problem error={tip.error ?? entries.error ?? verify.error} />
      {verify.data === undefined ? null : verify.data.ok ? (
        <Alert
          className="problem"
          type="success"
          showIcon
          role="status"
          title={`从第1条到第${verify.data.head.seq}条逐条重算，全部相连，没有改动。`}
          description={
            <>
              台账校验码 <span className="digest">{verify.data.head.hash}</span>
            </>
          }
        />
      ) : (
        <Alert
          className="problem"
          type="error"
          showIcon
          role="alert"
          title={`第${verify.data.seq}条对不上：${verify.data.problem}`}
          description="台账可能被程序以外的途径改动过。请不要继续摇号，保留现有数据文件夹，从备份恢复以前先请技术人员查看。"
        />
      )}
      <table className="rows ledger">
        <thead>
          <tr>
            <th scope="col" className="line-column">
              序号
            </th>
            <th scope="col">时间</th>
            <th scope="col">操作人</th>
            <th scope="col">事件</th>
            <th scope="col">台账校验码</th>
            <th scope="col">
              <span className="unseen">详情</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...(entries.data?.entries ?? [])].reverse().map((entry) => (
            <Fragment key={entry.seq}>
              <tr>
                <td className="line-column">{entry.seq}</td>
                <td className="moment">{momentInWords(entry.at)}</td>
                <td>{entry.actor}</td>
                <td>{entry.words ?? '本程序不认识的事件'}</td>
                <td className="code" title={entry.hash}>
                  {entry.hash.slice(0, 16)}…
                </td>
                <td className="action-column">
                  <Button
                    size="small"
                    aria-expanded={opened === entry.seq}
                    onClick={() => open(opened === entry.seq ? null : entry.seq)}
                  >
                    {opened === entry.seq ? '收起' : '详情'}
                  </Button>
                </td>
              </tr>
              {opened === entry.seq ? (
                <tr>
                  <td colSpan={6} className="entry-detail">
                    <dl>
                      {ledgerDataInWords(entry.data).map(([name, value]) => (
                        <div key={`${name} ${value}`}>
                          <dt>{name}</dt>
                          <dd>{value}</dd>
                        </div>
                      ))}
                      <div>
                        <dt>本条内容的校验码</dt>
                        <dd className="digest">{entry.digest}</dd>
                      </div>
                      <div>
                        <dt>台账校验码</dt>
                        <dd className="digest">{entry.hash}</dd>
                      </div>
                    </dl>
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      {length > pageSize ? (
        <Pagination
          className="pages"
          current={page}
          pageSize={pageSize}
          total={length}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </Sheet>
  )
}
