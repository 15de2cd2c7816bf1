import { Alert } from 'antd'

/** The sentence of a refusal, at the place of the action. */
export function RefusalNote({ sentence }: { readonly sentence: string | null }) {
  if (sentence === null) return null
  return <Alert className="draws-note" type="error" showIcon role="alert" title={sentence} />
}
