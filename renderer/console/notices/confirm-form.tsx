import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { type NoticeKind, noticeKinds } from '../../../shared/api/notice-contract.ts'
import { isSamePerson } from '../../../shared/registry/same-person.ts'
import { useApi } from '../api.ts'
import { Field } from '../draws/field.tsx'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'

/** 核对: a second person says by name that what is covered and what is said may go out. */
export function ConfirmForm({
  id,
  kind,
  maker,
  covered,
  texts,
}: {
  readonly id: string
  readonly kind: NoticeKind
  readonly maker: string
  readonly covered: number
  readonly texts: number
}) {
  const { core } = useApi()
  const { modal, message } = App.useApp()
  const action = useAction()
  const [name, setName] = useState('')
  const [read, setRead] = useState(false)
  const typed = name.trim()
  const same = typed !== '' && isSamePerson(typed, maker)
  const ready = read && typed !== '' && !same
  const confirm = () => {
    if (!ready) return
    modal.confirm({
      title: `核对${noticeKinds[kind]}并存档`,
      width: 480,
      content: `以“${typed}”的名义登记核对，生成网页、表格和PDF三种文件存档，记入台账，以后不能撤销。`,
      okText: '核对无误，存档',
      cancelText: '返回',
      onOk: async () => {
        const done = await action.run(() => core.notices.confirm({ id, name: typed }))
        if (done !== null) void message.success(`${noticeKinds[kind]}已存档，可以发布`)
      },
    })
  }
  return (
    <div className="notice-confirm">
      <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
        已通读公示稿，逐处核对了遮盖的{covered}处和自由文字{texts}段
      </Checkbox>
      <div className="notice-confirm-line">
        <Field label={`核对人姓名（不能是拟稿人${maker}）`}>
          <Input
            value={name}
            maxLength={60}
            status={same ? 'error' : ''}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={confirm}
          />
        </Field>
        <Button type="primary" disabled={!ready} loading={action.busy} onClick={confirm}>
          核对无误，存档
        </Button>
      </div>
      {same ? <p className="notice-same">核对人须是拟稿人以外的另一人。</p> : null}
      <RefusalNote sentence={action.refusal} />
    </div>
  )
}
