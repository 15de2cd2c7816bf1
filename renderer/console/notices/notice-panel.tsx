import './notices.css'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { noticeKinds } from '../../../shared/api/notice-contract.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { NoticeSheet } from './notice-sheet.tsx'

/** 公示: the notices of an inspection, each drawn up, compared by a second person, and then taken along. */
export function NoticePanel({ number }: { readonly number: string }) {
  const { query } = useApi()
  const notices = useQuery(query.notices.list.queryOptions({ input: { number } }))
  return (
    <>
      <p className="notice-lead">
        公示稿自动遮盖个人信息。拟定后由另一人逐处核对，核对无误才生成网页、表格和PDF三种文件并存档。
      </p>
      <Problem error={notices.error} retry={() => void notices.refetch()} />
      {notices.data === undefined ? (
        notices.error === null ? (
          <Skeleton active />
        ) : null
      ) : (
        (Object.keys(noticeKinds) as (keyof typeof noticeKinds)[]).map((kind) => (
          <NoticeSheet key={kind} number={number} kind={kind} notices={notices.data} />
        ))
      )}
    </>
  )
}
