import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { splitStyle } from './notice-words.ts'

/**
 * The notice as its page, in a frame in which nothing runs. The frame's document inherits our policy, which allows no
 * style element: its style is adopted instead, as those of our own page are.
 */
export function NoticePreview({ id }: { readonly id: string }) {
  const { query } = useApi()
  const preview = useQuery(query.notices.preview.queryOptions({ input: { id } }))
  const [dressed, setDressed] = useState(false)
  if (preview.data === undefined)
    return preview.error === null ? (
      <Skeleton active />
    ) : (
      <Problem error={preview.error} retry={() => void preview.refetch()} />
    )
  const { page, style } = splitStyle(preview.data.html)
  const dress = (frame: HTMLIFrameElement) => {
    const view = frame.contentDocument?.defaultView
    if (view === null || view === undefined) return
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(style)
    view.document.adoptedStyleSheets = [sheet]
    setDressed(true)
  }
  return (
    <iframe
      key={id}
      className={dressed ? 'notice-page' : 'notice-page notice-page-bare'}
      title="公示稿预览"
      sandbox="allow-same-origin"
      srcDoc={page}
      onLoad={(event) => dress(event.currentTarget)}
    />
  )
}
