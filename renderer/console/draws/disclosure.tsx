import { Alert, Button, DatePicker, Input, Modal } from 'antd'
import { useState } from 'react'
import type { DrawSession } from '../../../shared/api/session.ts'
import { dayInWords } from '../../../shared/forms/form-words.ts'
import { useApi } from '../api.ts'
import { clean } from './ceremony-form.ts'
import { timeWords } from './draw-words.ts'
import { Field } from './field.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

/** Of a confidential draw: that its package waits, and 公布名单; then when and why that was done. */
export function DisclosureNote({
  session,
  disclosed,
}: {
  readonly session: DrawSession
  readonly disclosed: (session: DrawSession) => void
}) {
  const [asking, setAsking] = useState(false)
  const { confidential, number } = session
  if (confidential === null) return null
  if (confidential.disclosed !== null) {
    const { date, reason, by, at } = confidential.disclosed
    return (
      <Alert
        className="draws-note"
        type="info"
        showIcon
        title={`保密抽取，名单自${dayInWords(date)}起公布。`}
        description={`原因：${reason}。${by}于${timeWords(at)}登记。`}
      />
    )
  }
  return (
    <>
      <Alert
        className="draws-note"
        type="warning"
        showIcon
        title="保密抽取：检查实施前不公布名称"
        description="文书可以打印签字，每页标明“保密”。校验包含有全部名称，检查实施后公布名单，才能生成。"
        action={<Button onClick={() => setAsking(true)}>公布名单</Button>}
      />
      {asking ? (
        <DiscloseDialog number={number} disclosed={disclosed} close={() => setAsking(false)} />
      ) : null}
    </>
  )
}

function DiscloseDialog({
  number,
  disclosed,
  close,
}: {
  readonly number: string
  readonly disclosed: (session: DrawSession) => void
  readonly close: () => void
}) {
  const { core } = useApi()
  const action = useAction()
  const [date, setDate] = useState('')
  const [reason, setReason] = useState('')
  const missing = [...(date === '' ? ['公布日期'] : []), ...(clean(reason) === '' ? ['原因'] : [])]
  const submit = () =>
    void action.run(async () => {
      const session = await core.draws.disclose({ number, date, reason: clean(reason) })
      close()
      disclosed(session)
    })
  return (
    <Modal
      open
      width={560}
      title="公布名单"
      okText="公布名单"
      cancelText="返回"
      okButtonProps={{ disabled: missing.length > 0 }}
      confirmLoading={action.busy}
      mask={{ closable: false }}
      onOk={submit}
      onCancel={close}
    >
      <Alert
        className="draws-note"
        type="warning"
        showIcon
        title="公布以后不能收回"
        description="大屏和文书从此显示名称，同一抽取的匹配和更换一并公布，可以生成校验包。公布的日期、原因和登记人记入台账。"
      />
      <div className="draws-grid draws-grid-2">
        <Field label="公布日期">
          <DatePicker
            className="draws-full"
            placeholder="年-月-日"
            onChange={(_, text) => setDate(typeof text === 'string' ? text : '')}
          />
        </Field>
        <Field label="原因" hint="如 检查已全部实施" wide>
          <Input.TextArea
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </div>
      {missing.length === 0 ? null : <p className="draws-missing">还须填写：{missing.join('、')}</p>}
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}
