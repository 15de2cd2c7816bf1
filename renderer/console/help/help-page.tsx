import './help.css'
import { useEffect, useRef } from 'react'
import { Page } from '../parts/page.tsx'
import { addressOf } from '../route.ts'
import { subjects } from './subjects.ts'

/** 帮助: a page for each subject. */
export function HelpPage({ path }: { readonly path: string }) {
  const subject = subjects.find(({ key }) => key === path) ?? subjects[0]
  const article = useRef<HTMLElement>(null)
  const { key, title, Text } = subject
  // The next subject is read from its beginning.
  useEffect(() => {
    if (article.current?.dataset.subject === key) article.current.closest('.content')?.scrollTo({ top: 0 })
  }, [key])
  return (
    <Page title="帮助">
      <div className="help">
        <nav aria-label="帮助的内容">
          <ul>
            {subjects.map((one) => (
              <li key={one.key}>
                <a href={addressOf(`/help/${one.key}`)} aria-current={one.key === key ? 'page' : undefined}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <article ref={article} data-subject={key} className="sheet help-text" aria-labelledby="help-title">
          <h2 id="help-title">{title}</h2>
          <Text />
        </article>
      </div>
    </Page>
  )
}
