import { Button, Empty, Skeleton } from 'antd'
import { Problem } from '../parts/problem.tsx'
import { refusalCode } from '../refusal-sentence.ts'
import { addressOf } from '../route.ts'
import { paperAddresses } from './paper-addresses.ts'

/** Until something can be entered of an inspection: what is waited for, or why it cannot be read. */
export function NotDrawn({
  state,
}: {
  readonly state: { readonly error: unknown; readonly refetch: () => unknown }
}) {
  if (state.error === null) return <Skeleton active />
  if (refusalCode(state.error) === 'NOT_DRAWN_YET')
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description="结果全部揭晓并确认以后，在这里填写。现在可以先打印空白文书。"
      >
        <Button href={addressOf(paperAddresses.blank)}>空白文书</Button>
      </Empty>
    )
  return <Problem error={state.error} retry={() => void state.refetch()} />
}
