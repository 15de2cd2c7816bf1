import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { BulkOrder, RowScope } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import {
  type BulkLine,
  type BulkWhat,
  bulkWords,
  emptyTyped,
  fieldsOfBulk,
  readLines,
  whatsOf,
} from './bulk-form.ts'
import { type BulkPreview, BulkPreviewRows } from './bulk-preview.tsx'
import { FieldControl } from './field-control.tsx'
import { registerPageWords } from './register-page-words.ts'

/** Many rows at once (批量修改, 批量停用): what is to be done, a preview row by row, one reason, one decision. */
export function BulkDialog({
  register,
  action,
  scope,
  count,
  close,
  onDone,
}: {
  readonly register: RegisterName
  readonly action: BulkOrder['action']
  readonly scope: RowScope
  readonly count: number
  readonly close: () => void
  readonly onDone: () => void
}) {
  const { query } = useApi()
  const { message } = App.useApp()
  const words = registerPageWords[register]
  const [lines, setLines] = useState<readonly BulkLine[]>([{ key: 1, field: null, what: 'set', typed: null }])
  const [problems, setProblems] = useState<ReadonlyMap<number, string>>(new Map())
  const [preview, setPreview] = useState<BulkPreview | null>(null)
  const [reason, setReason] = useState('')
  const given = reason.trim().replace(/\s+/g, ' ')
  const look = useMutation(query.registerWork.bulk.preview.mutationOptions({ onSuccess: setPreview }))
  const apply = useMutation(
    query.registerWork.bulk.apply.mutationOptions({
      onSuccess: ({ changed }) => {
        const done = action === 'retire' ? '停用' : '修改'
        void message.success(
          `已${done} ${changed.toLocaleString('zh-CN')} 条${action === 'retire' ? '' : '，可在“批量修改记录”中恢复到此前'}`,
          6,
        )
        onDone()
      },
    }),
  )
  const ask = (): void => {
    apply.reset()
    if (action === 'retire') {
      look.mutate({ register, scope, order: { action } })
      return
    }
    const read = readLines(register, lines)
    setProblems(read.ok ? new Map() : read.problems)
    if (read.ok) look.mutate({ register, scope, order: { action, edits: read.edits } })
  }
  const change = (key: number, part: Partial<BulkLine>): void => {
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
    setProblems(new Map([...problems].filter(([which]) => which !== key)))
  }
  const shown = count.toLocaleString('zh-CN')
  const footer =
    preview === null ? (
      <>
        <Button onClick={close}>返回</Button>
        <Button type="primary" loading={look.isPending} onClick={ask}>
          预览
        </Button>
      </>
    ) : (
      <>
        <Button onClick={close}>取消</Button>
        <Button onClick={() => setPreview(null)}>上一步</Button>
        <Button
          type="primary"
          danger={action === 'retire'}
          disabled={given === '' || preview.changed === 0}
          loading={apply.isPending}
          onClick={() => apply.mutate({ token: preview.token, reason: given })}
        >
          {action === 'retire' ? '停用' : '修改'} {preview.changed.toLocaleString('zh-CN')} 条
        </Button>
      </>
    )
  return (
    <Modal
      open
      width={preview === null ? 680 : 860}
      title={action === 'retire' ? `批量停用${words.one}` : `批量修改${words.one}`}
      mask={{ closable: false }}
      onCancel={close}
      footer={footer}
    >
      {preview === null ? (
        <>
          <p>
            {action === 'retire'
              ? `所选 ${shown} 条停用后移出名录，不再用于以后的摇号，也不能恢复原序号。历次登记内容和已经完成的摇号不受影响。`
              : `所选 ${shown} 条都照下面改。先看预览，确认以前不改动名录。`}
          </p>
          {action === 'retire' ? null : (
            <ul className="bulk-lines">
              {lines.map((line) => (
                <LineView
                  key={line.key}
                  register={register}
                  line={line}
                  problem={problems.get(line.key)}
                  only={lines.length === 1}
                  onChange={(part) => change(line.key, part)}
                  onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
                />
              ))}
              <li>
                <Button
                  type="dashed"
                  icon={<PlusOutlined aria-hidden />}
                  disabled={lines.length >= 10}
                  onClick={() =>
                    setLines([
                      ...lines,
                      { key: (lines.at(-1)?.key ?? 0) + 1, field: null, what: 'set', typed: null },
                    ])
                  }
                >
                  再改一项
                </Button>
              </li>
            </ul>
          )}
          <Problem error={look.error} />
        </>
      ) : (
        <>
          <BulkPreviewRows register={register} preview={preview} retires={action === 'retire'} />
          {preview.changed === 0 ? null : (
            <div className="reason">
              <label htmlFor="bulk-reason">原因（必填，记入台账）</label>
              <Input.TextArea
                id="bulk-reason"
                rows={2}
                maxLength={300}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
          )}
          <Problem error={apply.error} />
        </>
      )}
    </Modal>
  )
}

function LineView({
  register,
  line,
  problem,
  only,
  onChange,
  onRemove,
}: {
  readonly register: RegisterName
  readonly line: BulkLine
  readonly problem: string | undefined
  readonly only: boolean
  readonly onChange: (part: Partial<BulkLine>) => void
  readonly onRemove: () => void
}) {
  const fields = fieldsOfBulk(register)
  const field = fields.find((candidate) => candidate.field === line.field)
  const id = `bulk-${line.key}`
  return (
    <li>
      <div className="bulk-line">
        <Select
          aria-label="要改的项目"
          placeholder="要改的项目"
          value={line.field ?? undefined}
          options={fields.map(({ field: value, title }) => ({ value, label: title }))}
          onChange={(name: string) => {
            const next = fields.find((candidate) => candidate.field === name)
            if (next !== undefined)
              onChange({ field: name, what: whatsOf(next)[0] ?? 'set', typed: emptyTyped(next) })
          }}
        />
        <Select<BulkWhat>
          aria-label="怎样改"
          disabled={field === undefined}
          value={line.what}
          options={(field === undefined ? (['set'] as const) : whatsOf(field)).map((value) => ({
            value,
            label: bulkWords[value],
          }))}
          onChange={(what) => onChange({ what })}
        />
        <div>
          {field === undefined || line.what === 'clear' ? null : (
            <>
              <label className="unseen" htmlFor={id}>
                {field.title}
                {bulkWords[line.what]}
              </label>
              <FieldControl
                id={id}
                field={field}
                value={line.typed}
                disabled={false}
                invalid={problem !== undefined}
                onChange={(typed) => onChange({ typed })}
              />
            </>
          )}
        </div>
        <Button
          type="text"
          aria-label="删去这一项"
          icon={<DeleteOutlined aria-hidden />}
          disabled={only}
          onClick={onRemove}
        />
      </div>
      {problem === undefined ? null : <p className="field-problem">{problem}</p>}
    </li>
  )
}
