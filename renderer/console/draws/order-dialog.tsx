import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import type { DrawSession } from '../../../shared/api/session.ts'
import { useApi } from '../api.ts'
import { ApprovalFields, approvalOf, missingOfApproval, noApproval } from './approval-fields.tsx'
import { clean } from './ceremony-form.ts'
import { Field } from './field.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

/** 中止, 作废, 再次抽取: each by order, with its reason. */
export type Order = 'abort' | 'void' | 'again'

const words = {
  abort: {
    title: '中止本次摇号',
    button: '中止',
    note: '见证数字确认之前可以中止。编号保留，中止的原因和批准人印在以后的记录上，秘密数 S 随之公开。',
  },
  void: {
    title: '宣布本次结果作废',
    button: '宣布作废',
    note: '结果已经产生，只能凭书面决定作废。作废的结果全文保留，并印在下一次的记录上。',
  },
  again: {
    title: '再次抽取',
    button: '再次抽取',
    note: '沿用本编号，重新产生秘密数和承诺码，次数加一。锁定之前可以修改方案。',
  },
} as const satisfies Record<Order, { title: string; button: string; note: string }>

export function OrderDialog({
  order,
  number,
  show,
  close,
}: {
  readonly order: Order | null
  readonly number: string
  readonly show: (session: DrawSession) => void
  readonly close: () => void
}) {
  if (order === null) return null
  return <OpenDialog key={order} order={order} number={number} show={show} close={close} />
}

function OpenDialog({
  order,
  number,
  show,
  close,
}: {
  readonly order: Order
  readonly number: string
  readonly show: (session: DrawSession) => void
  readonly close: () => void
}) {
  const { core } = useApi()
  const action = useAction()
  const [form, setForm] = useState(noApproval)
  const [decision, setDecision] = useState('')
  const supervised = order !== 'again'
  const missing = [
    ...(order === 'void' && clean(decision) === '' ? ['作废决定文号'] : []),
    ...missingOfApproval(form, supervised),
  ]
  const submit = () =>
    void action.run(async () => {
      const approval = await approvalOf(core, form)
      const why = { number, reason: clean(form.reason), approver: clean(form.approver), approval }
      const supervisor = clean(form.supervisor)
      const session =
        order === 'abort'
          ? await core.draws.abort({ ...why, supervisor })
          : order === 'void'
            ? await core.draws.declareVoid({ ...why, supervisor, decision: clean(decision) })
            : await core.draws.again(why)
      show(session)
      close()
    })
  const { title, button, note } = words[order]
  return (
    <Modal
      open
      width={640}
      title={title}
      okText={button}
      cancelText="返回"
      okButtonProps={{ danger: order !== 'again', disabled: missing.length > 0 }}
      confirmLoading={action.busy}
      mask={{ closable: false }}
      onOk={submit}
      onCancel={close}
    >
      <Alert className="draws-note" type={order === 'again' ? 'info' : 'warning'} showIcon title={note} />
      {order === 'void' ? (
        <div className="draws-grid draws-grid-2 draws-gap-below">
          <Field label="作废决定文号" wide>
            <Input value={decision} onChange={(event) => setDecision(event.target.value)} />
          </Field>
        </div>
      ) : null}
      <ApprovalFields
        form={form}
        supervisor={supervised}
        change={(patch) => setForm((last) => ({ ...last, ...patch }))}
      />
      {missing.length === 0 ? null : <p className="draws-missing">还须填写：{missing.join('、')}</p>}
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}
