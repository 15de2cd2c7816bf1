import { Alert, DatePicker, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ListState, Release, ReleaseStep } from '../../../shared/api/release-contract.ts'
import { uploadFile } from '../../connection/upload.ts'
import { useApi } from '../api.ts'
import { Field } from '../draws/field.tsx'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { stepButtons } from './release-words.ts'
import { emptyStep, missingOfStep, orderOf, type StepBoxes, type StepForm, stepBoxes } from './step-form.ts'

/** 审核, 批准, 公布, 备案/报送, 退回: registered once, with the paper. */
export function StepDialog({
  step,
  state,
  release,
  close,
}: {
  readonly step: ReleaseStep
  readonly state: ListState
  readonly release: Release
  readonly close: () => void
}) {
  const { core } = useApi()
  const action = useAction()
  const [form, setForm] = useState<StepForm>(() => emptyStep(step, state))
  const { boxes, date, scan }: StepBoxes = stepBoxes[step]
  const missing = missingOfStep(step, form)
  const change = (patch: Partial<StepForm>) => setForm((last) => ({ ...last, ...patch }))
  const rule =
    step === 'approved'
      ? state.approval
      : step === 'published'
        ? state.publication
        : step === 'filed'
          ? state.filing
          : null
  const save = () =>
    void action.run(async () => {
      const upload = form.scan === null ? null : await uploadFile(core, form.scan)
      await core.releases.register({ release: release.id, order: orderOf(step, form, upload) })
      close()
    })
  return (
    <Modal
      open
      width={620}
      title={`${stepButtons[step]}：${state.title}第${release.number}版`}
      okText={`${stepButtons[step]}，以后不能修改`}
      cancelText="返回"
      okButtonProps={{ disabled: missing.length > 0, danger: step === 'returned' }}
      confirmLoading={action.busy}
      mask={{ closable: false }}
      onOk={save}
      onCancel={close}
    >
      {rule === null ? null : (
        <Alert
          className="draws-note"
          type="info"
          showIcon
          title={rule.clause === null ? rule.words : `${rule.clause}：${rule.words}`}
        />
      )}
      <div className="draws-grid draws-grid-2">
        {boxes.map(([field, label, wanted]) => (
          <Field
            key={field}
            label={label}
            {...(wanted ? {} : { hint: '可不填' })}
            wide={field === 'note' || field === 'place'}
          >
            <Input
              value={form[field]}
              maxLength={300}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          </Field>
        ))}
        <Field label={date}>
          <DatePicker
            className="draws-full"
            placeholder="年-月-日"
            onChange={(_, text) => change({ date: typeof text === 'string' ? text : '' })}
          />
        </Field>
      </div>
      <div className="draws-scan draws-gap-above">
        <FileDrop
          accept=".jpg,.jpeg,.png,.pdf,image/jpeg,image/png,application/pdf"
          title={form.scan === null ? scan : form.scan.name}
          hint={form.scan === null ? '拖到这里，或点此选择 PDF、JPEG、PNG 文件' : '已选好，可以换一份'}
          onFile={(file) => change({ scan: file })}
        />
      </div>
      {missing.length === 0 ? null : <p className="draws-missing">还须填写：{missing.join('、')}</p>}
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}
