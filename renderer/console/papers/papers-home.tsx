import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Empty, Pagination, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'
import { useApi } from '../api.ts'
import { addresses } from '../draws/addresses.ts'
import { useDocuments } from '../draws/document-list.tsx'
import { kindInWords, modeInWords, stateInWords } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { addressOf } from '../route.ts'
import { paperAddresses } from './paper-addresses.ts'
import { isEntered } from './visits-tab.tsx'

const perPage = 15

/** 文书: every draw with how its papers stand, the newest first. */
export function PapersHome() {
  const { query } = useApi()
  const [page, setPage] = useState(1)
  const draws = useQuery(
    query.draws.list.queryOptions({
      input: { limit: perPage, offset: (page - 1) * perPage },
      placeholderData: keepPreviousData,
    }),
  )
  const total = draws.data?.total ?? 0
  return (
    <Page
      title="文书"
      note="一次填写，整套文书一起生成；预览、打印和另存的都是归档的那一份PDF。"
      actions={<Button href={addressOf(paperAddresses.blank)}>空白文书</Button>}
    >
      <Problem error={draws.error} retry={() => void draws.refetch()} />
      {draws.data === undefined ? (
        draws.error === null ? (
          <Skeleton active />
        ) : null
      ) : total === 0 ? (
        <Sheet>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description="还没有摇号，也就没有文书。需要手写的，可以先打印空白文书。"
          >
            <Button type="primary" href={addressOf(addresses.fresh)}>
              新建摇号
            </Button>
          </Empty>
        </Sheet>
      ) : (
        <Sheet>
          <table className="rows papers-draws">
            <thead>
              <tr>
                <th scope="col">编号</th>
                <th scope="col">任务</th>
                <th scope="col">类别</th>
                <th scope="col">状态</th>
                <th scope="col">文书</th>
                <th scope="col">检查情况</th>
                <th scope="col">公示</th>
              </tr>
            </thead>
            <tbody>
              {draws.data.rows.map((draw) => (
                <DrawRow key={draw.number} draw={draw} />
              ))}
            </tbody>
          </table>
          {total <= perPage ? null : (
            <Pagination
              className="pages"
              current={page}
              pageSize={perPage}
              total={total}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </Sheet>
      )}
    </Page>
  )
}

function DrawRow({ draw }: { readonly draw: DrawSummary }) {
  const { number } = draw
  const documents = useDocuments(number)
  const forms = new Set(documents?.flatMap(({ form }) => (form === null ? [] : [form])))
  return (
    <tr>
      <td className="moment">
        <a className="code" href={addressOf(paperAddresses.of(number))}>
          {number}
        </a>
      </td>
      <td>
        <a href={addressOf(paperAddresses.of(number))}>{draw.task}</a>
        {draw.mode === 'official' ? null : <Tag className="mode-tag">{modeInWords[draw.mode]}</Tag>}
      </td>
      <td className="moment">{kindInWords[draw.kind]}</td>
      <td className="moment">{stateInWords(draw)}</td>
      <td className="moment">
        {documents === undefined ? '' : forms.size === 0 ? <Nothing /> : `${forms.size}种`}
      </td>
      <td className="moment">
        {draw.root === null && draw.state === 'confirmed' ? <Entered number={number} /> : <Nothing />}
      </td>
      <td className="moment">
        {documents === undefined ? '' : <Notices number={number} kept={documents.length} />}
      </td>
    </tr>
  )
}

function Entered({ number }: { readonly number: string }) {
  const { query } = useApi()
  const { data } = useQuery(query.forms.entry.queryOptions({ input: { number } }))
  if (data === undefined) return null
  const entered = data.visits.filter(isEntered).length
  return (
    <a href={addressOf(paperAddresses.of(number, 'visits'))}>
      已填{entered}个，共{data.visits.length}个
    </a>
  )
}

function Notices({ number, kept }: { readonly number: string; readonly kept: number }) {
  const { query } = useApi()
  const { data } = useQuery(query.notices.list.queryOptions({ input: { number }, enabled: kept > 0 }))
  if (data === undefined || data.length === 0) return <Nothing />
  const confirmed = data.filter((notice) => notice.confirmed !== null).length
  return (
    <a href={addressOf(paperAddresses.of(number, 'notices'))}>
      {confirmed === data.length ? `${confirmed}份` : `${data.length - confirmed}份待核对`}
    </a>
  )
}

function Nothing() {
  return <span className="nothing">—</span>
}
