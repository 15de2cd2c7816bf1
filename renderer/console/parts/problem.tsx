import { Alert, Button } from 'antd'
import { refusalSentence } from '../refusal-sentence.ts'

/** An error in words, where it happened; nothing where there is none. */
export function Problem({
  error,
  retry,
}: {
  readonly error: unknown
  /** what asking again does; no button without it */
  readonly retry?: (() => void) | undefined
}) {
  if (error === null || error === undefined) return null
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title={refusalSentence(error)}
      action={
        retry === undefined ? undefined : (
          <Button size="small" onClick={retry}>
            重试
          </Button>
        )
      }
    />
  )
}
