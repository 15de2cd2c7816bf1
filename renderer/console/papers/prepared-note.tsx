import { Alert } from 'antd'
import { missingInWords } from './form-standing.ts'
import type { Prepared } from './use-preparing.ts'

/** What came of making papers: how many, what was left out and why, and characters that no font has. */
export function PreparedNote({ made, close }: { readonly made: Prepared; readonly close: () => void }) {
  const { documents, left } = made
  const missing = missingInWords(made.missing)
  const pages = documents.reduce((sum, document) => sum + (document.pages ?? 0), 0)
  return (
    <>
      {documents.length === 0 ? null : (
        <Alert
          className="problem"
          type="success"
          showIcon
          closable={{ onClose: close, 'aria-label': '知道了' }}
          title={`已备好${documents.length}份文书，共${pages}页，并已归档。`}
        />
      )}
      {missing.length === 0 ? null : (
        <Alert
          className="problem"
          type="warning"
          showIcon
          role="alert"
          title={`有${missing.length}个字没有字形，纸上以“〓”代替，请手写补正：`}
          description={<Lines lines={missing} />}
        />
      )}
      {left.length === 0 ? null : (
        <Alert
          className="problem"
          type="info"
          showIcon
          title={`${left.length}种没有生成：`}
          description={<Lines lines={left.map(({ name, reason }) => `${name}：${reason}`)} />}
        />
      )}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="papers-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
