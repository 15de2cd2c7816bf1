import { Input, Modal } from 'antd'
import { useState } from 'react'
import { type NoticeKind, noticeKinds } from '../../../shared/api/notice-contract.ts'
import { useApi } from '../api.ts'
import { Field } from '../draws/field.tsx'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'

/** 拟定: who draws the notice up; from the facts as they are now. */
export function MakeDialog({
  number,
  kind,
  close,
}: {
  readonly number: string
  readonly kind: NoticeKind
  /** with the id of what was drawn up, `null` where nothing was */
  readonly close: (made: string | null) => void
}) {
  const { core } = useApi()
  const action = useAction()
  const [maker, setMaker] = useState('')
  const typed = maker.trim()
  const make = () => {
    if (typed === '') return
    void action.run(async () => {
      const { id } = await core.notices.make({ number, kind, maker: typed })
      close(id)
    })
  }
  return (
    <Modal
      open
      width={520}
      title={`拟定${noticeKinds[kind]}`}
      okText={`以现在的内容拟定${noticeKinds[kind]}`}
      cancelText="返回"
      okButtonProps={{ disabled: typed === '' }}
      confirmLoading={action.busy}
      onOk={make}
      onCancel={() => close(null)}
    >
      <p>按现在的抽取结果和填写的内容拟定，个人信息自动遮盖。拟定后须由另一人核对。</p>
      <Field label="拟稿人姓名">
        <Input
          autoFocus
          value={maker}
          maxLength={60}
          onChange={(event) => setMaker(event.target.value)}
          onPressEnter={make}
        />
      </Field>
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}
