import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { ListOf, ListState } from '../../../shared/api/release-contract.ts'
import { useApi } from '../api.ts'
import { Field } from '../draws/field.tsx'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'

/** 提交报审: the list as it stands now becomes a version. */
export function MakeDialog({ state, close }: { readonly state: ListState; readonly close: () => void }) {
  const { core } = useApi()
  const action = useAction()
  const [reason, setReason] = useState('')
  const list: ListOf = { subject: state.subject, year: state.year }
  const adjusts = state.releases.some(({ steps }) => steps.some(({ step }) => step === 'approved'))
  const typed = reason.trim().replace(/\s+/g, ' ')
  const save = () =>
    void action.run(async () => {
      await core.releases.make({ list, reason: typed === '' ? null : typed })
      close()
    })
  return (
    <Modal
      open
      width={560}
      title={`${state.title}：提交报审`}
      okText={`以现在的${state.rows.toLocaleString('zh-CN')}条报审`}
      cancelText="返回"
      okButtonProps={{ disabled: adjusts && typed === '' }}
      confirmLoading={action.busy}
      onOk={save}
      onCancel={close}
    >
      <p>
        现在的内容固定为第{(state.releases[0]?.number ?? 0) + 1}
        版，供审核、批准。以后仍可照常修改，改动要另行报审才生效。
      </p>
      <Field
        label={adjusts ? '调整的理由' : '说明'}
        hint={adjusts ? '必填，印在表上' : '可不填；超过时限或有事项未列入的，须写明理由'}
      >
        <Input.TextArea
          rows={3}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}
