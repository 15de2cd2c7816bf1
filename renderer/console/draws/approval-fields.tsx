import { DatePicker, Input } from 'antd'
import { useId } from 'react'
import type { ConsoleClient } from '../../../shared/api/client.ts'
import { uploadFile } from '../../connection/upload.ts'
import { clean } from './ceremony-form.ts'
import { Field } from './field.tsx'

/** 批准: the document's number and date, who approved, and the scan. */
export interface ApprovalForm {
  readonly reason: string
  readonly approver: string
  readonly supervisor: string
  readonly number: string
  readonly date: string
  readonly scan: File | null
}
export const noApproval: ApprovalForm = {
  reason: '',
  approver: '',
  supervisor: '',
  number: '',
  date: '',
  scan: null,
}

/** What has still to be filled in. A number, a date and a scan belong together: with one of them, all but the scan. */
export function missingOfApproval(form: ApprovalForm, supervisor: boolean): string[] {
  const missing: string[] = []
  if (clean(form.reason) === '') missing.push('原因')
  if (clean(form.approver) === '') missing.push('批准人')
  if (supervisor && clean(form.supervisor) === '') missing.push('监督人')
  const written = clean(form.number) !== '' || form.date !== '' || form.scan !== null
  if (written && clean(form.number) === '') missing.push('批准文号')
  if (written && form.date === '') missing.push('批准日期')
  return missing
}

/** The approval as the contract has it; the scan is handed over first. */
export async function approvalOf(core: ConsoleClient, form: ApprovalForm) {
  if (clean(form.number) === '' || form.date === '') return null
  const scan = form.scan === null ? null : await uploadFile(core, form.scan)
  return { number: clean(form.number), date: form.date, scan }
}

export function ApprovalFields({
  form,
  change,
  supervisor,
}: {
  readonly form: ApprovalForm
  readonly change: (patch: Partial<ApprovalForm>) => void
  /** whether who supervised is asked for: 中止 and 作废 */
  readonly supervisor: boolean
}) {
  return (
    <div className="draws-grid draws-grid-2">
      <Field label="原因" wide>
        <Input.TextArea
          rows={2}
          value={form.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
      <Field label="批准人">
        <Input value={form.approver} onChange={(event) => change({ approver: event.target.value })} />
      </Field>
      {supervisor ? (
        <Field label="监督人">
          <Input value={form.supervisor} onChange={(event) => change({ supervisor: event.target.value })} />
        </Field>
      ) : null}
      <Field label="批准文号" hint="没有书面批准可不填">
        <Input value={form.number} onChange={(event) => change({ number: event.target.value })} />
      </Field>
      <Field label="批准日期">
        <DatePicker
          className="draws-full"
          placeholder="年-月-日"
          onChange={(_, text) => change({ date: typeof text === 'string' ? text : '' })}
        />
      </Field>
      <ScanField scan={form.scan} change={(scan) => change({ scan })} />
    </div>
  )
}

/** The scan of the approval, chosen now and filed with the action. */
export function ScanField({
  scan,
  change,
}: {
  readonly scan: File | null
  readonly change: (scan: File | null) => void
}) {
  const input = useId()
  return (
    <div className="draws-field">
      <span className="draws-field-label">
        批准文件<span className="draws-hint">扫描件或照片</span>
      </span>
      <span className="draws-row">
        <label className="draws-file" htmlFor={input}>
          选择文件
        </label>
        <input
          id={input}
          className="draws-file-input"
          type="file"
          accept=".jpg,.jpeg,.png,.pdf,image/jpeg,image/png,application/pdf"
          onChange={(event) => change(event.target.files?.[0] ?? null)}
        />
        <span className="draws-hint">{scan === null ? '未选择' : scan.name}</span>
      </span>
    </div>
  )
}
