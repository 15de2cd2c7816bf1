import { DatePicker, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Scheme } from '../../../shared/api/scheme-contract.ts'
import { uploadFile } from '../../connection/upload.ts'
import { useApi } from '../api.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { clean } from './ceremony-form.ts'
import { Field } from './field.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

/** 登记批准: number, name and date of the document, and its scan. A tick is none. */
export function SchemeApproval({
  scheme,
  close,
  approved,
}: {
  readonly scheme: Scheme
  readonly close: () => void
  readonly approved: (scheme: Scheme) => void
}) {
  const { core } = useApi()
  const action = useAction()
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [date, setDate] = useState('')
  const [scan, setScan] = useState<File | null>(null)
  const missing = [
    ...(clean(number) === '' ? ['批准文号'] : []),
    ...(clean(name) === '' ? ['批准人'] : []),
    ...(date === '' ? ['批准日期'] : []),
    ...(scan === null ? ['扫描件'] : []),
  ]
  const save = () =>
    void action.run(async () => {
      if (scan === null) return
      const upload = await uploadFile(core, scan)
      const saved = await core.schemes.approve({
        id: scheme.id,
        number: clean(number),
        name: clean(name),
        date,
        scan: upload,
      })
      approved(saved)
      close()
    })
  return (
    <Modal
      open
      title="登记批准"
      width={600}
      okText="登记批准，以后不再修改方案"
      cancelText="返回"
      okButtonProps={{ disabled: missing.length > 0, loading: action.busy }}
      onOk={save}
      onCancel={close}
    >
      <p className="draws-lead">{scheme.body.title}</p>
      <div className="draws-grid draws-grid-3">
        <Field label="批准文号">
          <Input autoFocus value={number} onChange={(event) => setNumber(event.target.value)} />
        </Field>
        <Field label="批准人">
          <Input value={name} placeholder="负责人姓名" onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="批准日期">
          <DatePicker
            className="draws-full"
            placeholder="年-月-日"
            onChange={(_, text) => setDate(typeof text === 'string' ? text : '')}
          />
        </Field>
      </div>
      <div className="draws-scan">
        <FileDrop
          accept=".jpg,.jpeg,.png,.pdf,image/jpeg,image/png,application/pdf"
          title={scan === null ? '批准文件的扫描件或照片' : scan.name}
          hint={scan === null ? '拖到这里，或点此选择 PDF、JPEG、PNG 文件' : '已选好，可以换一份'}
          onFile={setScan}
        />
      </div>
      {missing.length === 0 ? null : <p className="draws-missing">还须填写：{missing.join('、')}</p>}
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}
