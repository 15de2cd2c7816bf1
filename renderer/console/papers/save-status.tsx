import { Button, Popconfirm } from 'antd'
import { momentInWords } from '../parts/in-words.ts'

/** 放弃改动, asked once more. */
export function Discard({ dirty, discard }: { readonly dirty: boolean; readonly discard: () => void }) {
  if (!dirty) return null
  return (
    <Popconfirm
      title="放弃没有保存的改动？"
      description="放弃以后不能找回，已经保存的内容不受影响。"
      okText="放弃改动"
      cancelText="返回"
      onConfirm={discard}
    >
      <Button>放弃改动</Button>
    </Popconfirm>
  )
}

/** How what is typed stands: what is wrong with it, that it is not saved, or who saved it last. */
export function SaveStatus({
  wrong,
  dirty,
  saved,
}: {
  /** values that cannot be saved as they are */
  readonly wrong: number
  readonly dirty: boolean
  readonly saved: Saved
}) {
  if (wrong > 0)
    return (
      <span role="status">
        <span className="field-problem">有{wrong}处需要改正，尚未保存。</span>
      </span>
    )
  return (
    <span role="status">
      {dirty ? '有改动没有保存' : <span className="quiet">{savedInWords(saved)}</span>}
    </span>
  )
}

interface Saved {
  readonly at: string | null
  readonly by: string | null
}

/** Who saved it last, and when. */
function savedInWords({ at, by }: Saved): string {
  return at === null ? '还没有填写' : `${momentInWords(at)} ${by ?? ''}保存`
}
