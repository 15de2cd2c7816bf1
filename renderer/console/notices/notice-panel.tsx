import './notices.css'
import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { noticeKinds } from '../../../shared/api/notice-contract.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { NoticeSheet } from './notice-sheet.tsx'
import { whyNoNotice } from './notice-words.ts'

/** 公示: the notices of an inspection, each drawn up, compared by a second person, and then taken along. */
export function NoticePanel({ number }: { readonly number: string }) {
  const { query } = useApi()
  const notices = useQuery(query.notices.list.queryOptions({ input: { number } }))
  // Another window may have gone on with the draw meanwhile.
  const session = useQuery(query.draws.read.queryOptions({ input: { number }, staleTime: 0 }))
  const hindrance = session.data === undefined ? null : whyNoNotice(session.data)
  return (
    <>
      <p className="notice-lead">
        公示稿自动遮盖个人信息。拟定后由另一人逐处核对，核对无误才生成网页、表格和PDF三种文件并存档。
      </p>
      {hindrance === null ? null : <Alert className="problem" type="info" showIcon title={hindrance} />}
      <Problem error={notices.error} retry={() => void notices.refetch()} />
      {notices.data === undefined ? (
        notices.error === null ? (
          <Skeleton active />
        ) : null
      ) : (
        (Object.keys(noticeKinds) as (keyof typeof noticeKinds)[]).map((kind) => (
          <NoticeSheet
            key={kind}
            number={number}
            kind={kind}
            notices={notices.data}
            mayMake={hindrance === null}
          />
        ))
      )}
    </>
  )
}
