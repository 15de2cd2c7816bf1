import './imports.css'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button, Empty, Pagination, Tag } from 'antd'
import { useState } from 'react'
import type { ConsoleClient } from '../../../shared/api/client.ts'
import { similarities } from '../../../shared/registry/similar-names.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import { useApi } from '../api.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { useReasonDialog } from '../parts/reason-dialog.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { maskedValue, registerFields } from '../registers/register-fields.ts'
import { registerPageWords } from '../registers/register-page-words.ts'
import { go } from '../route.ts'

const pageSize = 10

type Pairs = NonNullable<Awaited<ReturnType<ConsoleClient['duplicates']['pairs']>>['found']>
type Pair = Pairs['rows'][number]
type Side = Pair['first']

/** Rows that may be the same (疑似重复): pairs beside each other, merged or told apart for good. */
export function DuplicatesPage({ register }: { readonly register: 'objects' | 'inspectors' }) {
  const { query } = useApi()
  const { title } = registerPageWords[register]
  const [page, setPage] = useState(1)
  const pairs = useQuery(
    query.duplicates.pairs.queryOptions({
      input: { register, limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.searching === true ? 1_000 : false),
    }),
  )
  const search = useMutation(query.duplicates.search.mutationOptions())
  const found = pairs.data?.found ?? null
  const isSearching = search.isPending || pairs.data?.searching === true
  return (
    <Page
      title={`${title}：疑似重复`}
      note="名称相近的条目。每次导入以后自动查找；认定不是重复的，以后不再提示。"
      actions={
        <>
          <Button onClick={() => go(`/${register}`)}>返回{title}</Button>
          <Button
            type="primary"
            loading={isSearching}
            onClick={() => search.mutate({ register }, { onSettled: () => setPage(1) })}
          >
            {isSearching ? '正在查找' : found === null ? '开始查找' : '重新查找'}
          </Button>
        </>
      }
    >
      <Problem error={pairs.error ?? search.error} retry={() => void pairs.refetch()} />
      {found === null ? (
        <Sheet>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={isSearching ? '正在查找，名录大时需要几秒到几十秒' : '还没有查找过'}
          />
        </Sheet>
      ) : found.total === 0 ? (
        <Sheet>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={`没有需要决定的疑似重复（${momentInWords(found.at)} 查找）`}
          />
        </Sheet>
      ) : (
        <>
          <p className="quiet">
            {momentInWords(found.at)} 查找，还有 {found.total.toLocaleString('zh-CN')} 对需要决定。
          </p>
          {found.rows.map((pair) => (
            <PairSheet key={`${pair.first.serial} ${pair.second.serial}`} register={register} pair={pair} />
          ))}
          {found.total > pageSize ? (
            <Pagination
              className="pages"
              current={page}
              pageSize={pageSize}
              total={found.total}
              showSizeChanger={false}
              onChange={setPage}
            />
          ) : null}
        </>
      )}
    </Page>
  )
}

function PairSheet({
  register,
  pair: { first, second, why },
}: {
  readonly register: 'objects' | 'inspectors'
  readonly pair: Pair
}) {
  const { query } = useApi()
  const ask = useReasonDialog()
  const merge = useMutation(query.duplicates.merge.mutationOptions())
  const distinct = useMutation(query.duplicates.distinct.mutationOptions())
  const keep = (kept: Side, retired: Side): void =>
    ask({
      title: `保留 ${kept.serial}，停用 ${retired.serial}`,
      text: `“${retired.row.name}”（${retired.serial}）退出名录，历史仍可查到；${followWords(retired)}已经完成的摇号不受影响。`,
      ok: '合并',
      danger: true,
      run: (reason) => merge.mutateAsync({ register, keep: kept.serial, retire: retired.serial, reason }),
    })
  const valuesOf = (side: Side) => new Map<string, FieldValue>(Object.entries(side.row))
  const left = valuesOf(first)
  const right = valuesOf(second)
  const fields = registerFields(register)
    .map((field) => ({
      field,
      one: maskedValue(left.get(field.field), field),
      other: maskedValue(right.get(field.field), field),
    }))
    .filter(({ one, other }) => one !== '' || other !== '')
  return (
    <Sheet
      title={
        <>
          {first.row.name}
          {first.row.name === second.row.name ? '' : ` 与 ${second.row.name}`} <Tag>{similarities[why]}</Tag>
        </>
      }
      actions={
        <Button
          loading={distinct.isPending}
          onClick={() => distinct.mutate({ register, first: first.serial, second: second.serial })}
        >
          不是重复
        </Button>
      }
    >
      <Problem error={distinct.error} />
      <table className="rows pair">
        <thead>
          <tr>
            <th scope="col" className="pair-field">
              <span className="unseen">栏目</span>
            </th>
            <SideHead side={first} onKeep={() => keep(first, second)} />
            <SideHead side={second} onKeep={() => keep(second, first)} />
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, one, other }) => (
            <tr key={field.field} className={one === other ? undefined : 'differs'}>
              <th scope="row" className="pair-field">
                {field.title}
              </th>
              <td>{one === '' ? <span className="nothing">—</span> : one}</td>
              <td>{other === '' ? <span className="nothing">—</span> : other}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function SideHead({ side, onKeep }: { readonly side: Side; readonly onKeep: () => void }) {
  const named = [
    ...(side.recusals > 0 ? [`回避 ${side.recusals}`] : []),
    ...(side.visits > 0 ? [`检查登记 ${side.visits}`] : []),
  ]
  return (
    <th scope="col">
      <span className="code">{side.serial}</span>
      <span className="quiet side-note">{[momentInWords(side.at), ...named].join('，')}</span>
      <Button size="small" onClick={onKeep}>
        保留这一条
      </Button>
    </th>
  )
}

function followWords({ recusals, visits }: Side): string {
  const parts = [
    ...(recusals > 0 ? [`回避关系 ${recusals} 条`] : []),
    ...(visits > 0 ? [`检查登记 ${visits} 条`] : []),
  ]
  return parts.length === 0 ? '' : `它的${parts.join('、')}改记在保留的一条名下。`
}
