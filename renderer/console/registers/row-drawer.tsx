import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Input, Tabs } from 'antd'
import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { sameValue } from '../../../shared/registry/draft.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import { useApi } from '../api.ts'
import { ItemGroupNote } from '../items/item-group-note.tsx'
import { Problem } from '../parts/problem.tsx'
import { useReasonDialog } from '../parts/reason-dialog.tsx'
import { refusalCode } from '../refusal-sentence.ts'
import { ObjectYear } from '../visits/object-year.tsx'
import { Changes } from './changes.tsx'
import { FieldControl } from './field-control.tsx'
import { fieldGroups } from './field-groups.ts'
import { type AnyVersion, addRow, changeRow, readRowOf, retireRow } from './register-calls.ts'
import { registerFields } from './register-fields.ts'
import { registerPageWords } from './register-page-words.ts'
import { RowHistory } from './row-history.tsx'
import { changedFields, type FieldChange, readRow, type TypedValues, typedRow } from './row-values.ts'

/** What a new row begins with, and how it is written where that is more than adding it to its register. */
export interface NewRow {
  readonly values: Readonly<Record<string, FieldValue>>
  /** `row` has been read by the register's own schema */
  readonly write: (row: unknown) => Promise<{ readonly serial: Serial }>
}

/** One row with its fields to be mended and its history; `version` is `null` for a new one. */
export function RowDrawer({
  register,
  version,
  newRow = null,
  onClose,
}: {
  readonly register: RegisterName
  readonly version: AnyVersion | null
  readonly newRow?: NewRow | null
  readonly onClose: () => void
}) {
  const { modal } = App.useApp()
  const dirty = useRef(false)
  const words = registerPageWords[register]
  const close = (): void => {
    if (!dirty.current) {
      onClose()
      return
    }
    modal.confirm({
      title: '改动还没有保存',
      content: '关闭以后，刚才填写的内容不会保留。',
      okText: '不保存，关闭',
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      cancelText: '继续填写',
      onOk: onClose,
    })
  }
  const form = (
    <RowForm
      register={register}
      version={version}
      newRow={newRow}
      onDirty={(now) => {
        dirty.current = now
      }}
      onDone={onClose}
    />
  )
  return (
    <Drawer
      open
      size={560}
      onClose={close}
      title={version === null ? `新增${words.one}` : `${words.one} ${version.serial}`}
      className="row-drawer"
    >
      {version === null ? (
        form
      ) : (
        <Tabs
          items={[
            { key: 'fields', label: '登记内容', children: form },
            ...(register === 'objects'
              ? [
                  {
                    key: 'year',
                    label: '本年度检查',
                    children: <ObjectYear serial={version.serial} />,
                  },
                ]
              : []),
            {
              key: 'history',
              label: '历次变更',
              children: <RowHistory register={register} serial={version.serial} />,
            },
          ]}
        />
      )}
    </Drawer>
  )
}

function RowForm({
  register,
  version,
  newRow,
  onDirty,
  onDone,
}: {
  readonly register: RegisterName
  readonly version: AnyVersion | null
  readonly newRow: NewRow | null
  readonly onDirty: (dirty: boolean) => void
  readonly onDone: () => void
}) {
  const { core } = useApi()
  const { message } = App.useApp()
  const askReason = useReasonDialog()
  const fields = registerFields(register)
  /** the version that the boxes started from: another one once a conflict has been looked at */
  const [seen, setSeen] = useState(version)
  const original = useMemo(
    () => typedRow(register, version?.row ?? null, newRow?.values),
    [register, version, newRow],
  )
  const [typed, setTyped] = useState<TypedValues>(original)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const [others, setOthers] = useState<readonly FieldChange[] | null>(null)
  const dirty = fields.some(({ field }) => !sameValue(typed[field] ?? null, original[field] ?? null))
  useEffect(() => onDirty(dirty), [dirty, onDirty])
  const retired = version?.change === 'retired'

  const save = useMutation({
    mutationFn: async () => {
      const read = readRow(register, typed)
      if (!read.ok) {
        setProblems(read.problems)
        const first = fields.find(({ field }) => read.problems[field] !== undefined)
        if (first !== undefined) document.getElementById(`field-${first.field}`)?.focus()
        return null
      }
      setProblems({})
      if (seen === null) return newRow === null ? addRow(core, register, read.row) : newRow.write(read.row)
      return changeRow(core, register, seen, read.row, reason.trim() === '' ? null : reason.trim())
    },
    onSuccess: (saved) => {
      if (saved === null) return
      void message.success(version === null ? `已新增 ${saved.serial}` : `已保存 ${saved.serial}`)
      onDone()
    },
  })
  const compare = useMutation({
    mutationKey: [['registers', 'verify']],
    mutationFn: (stale: AnyVersion) => readRowOf(core, register, stale.serial),
    onSuccess: (newest, stale) => {
      setOthers(changedFields(register, stale.row, newest.row))
      setSeen(newest)
      save.reset()
    },
  })
  const retire = useMutation({
    mutationFn: (input: { readonly row: AnyVersion; readonly reason: string }) =>
      retireRow(core, register, input.row, input.reason),
    onSuccess: (gone) => {
      void message.success(`已停用 ${gone.serial}`)
      onDone()
    },
  })
  const askToRetire = (row: AnyVersion): void =>
    askReason({
      title: `停用${registerPageWords[register].one} ${row.serial}`,
      text: '停用后不再参加以后的摇号。历次登记内容和已经完成的摇号不受影响。',
      ok: '停用',
      danger: true,
      run: (given) => retire.mutateAsync({ row, reason: given }),
    })

  return (
    <form
      className="row-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {retired ? <Alert type="info" showIcon title="这一条已经停用，只能查看。" className="problem" /> : null}
      {fieldGroups(register, typed).map((group) => (
        <Fragment key={group.title}>
          {group.title === null ? null : <h2 className="field-group">{group.title}</h2>}
          {group.fields.map((field) => {
            const id = `field-${field.field}`
            const problem = problems[field.field]
            return (
              <FieldLine key={field.field} id={id} title={field.title} problem={problem}>
                <FieldControl
                  id={id}
                  field={field}
                  value={typed[field.field] ?? null}
                  disabled={retired}
                  invalid={problem !== undefined}
                  onChange={(value) => {
                    setTyped((before) => ({ ...before, [field.field]: value }))
                    // what was wrong with the old value says nothing of the new one
                    setProblems(({ [field.field]: _, ...rest }) => rest)
                  }}
                />
              </FieldLine>
            )
          })}
          {register === 'items' ? (
            <ItemGroupNote group={group.title} typed={typed} original={original} />
          ) : null}
        </Fragment>
      ))}
      {version === null || retired ? null : (
        <FieldLine id="field-change-reason" title="修改原因" problem={undefined}>
          <Input
            id="field-change-reason"
            placeholder={register === 'plans' ? '已批准的计划项须写明，记入历次变更' : '选填，记入历次变更'}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        </FieldLine>
      )}
      {others === null ? null : (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title="别处的改动如下，你填写的内容仍保留在上面。核对以后再保存，就以你填写的为准。"
          description={others.length === 0 ? '内容相同。' : <Changes changes={others} />}
        />
      )}
      <div className="drawer-foot">
        <Problem error={save.error ?? retire.error ?? compare.error} />
        {refusalCode(save.error) === 'ROW_CHANGED' && seen !== null ? (
          <Button loading={compare.isPending} onClick={() => compare.mutate(seen)}>
            查看别处的改动
          </Button>
        ) : null}
        {Object.keys(problems).length === 0 ? null : (
          <p className="field-problem" role="alert">
            有{Object.keys(problems).length}处需要改正，尚未保存。
          </p>
        )}
        {retired ? null : (
          <div className="drawer-buttons">
            {seen === null ? (
              <span />
            ) : (
              <Button danger onClick={() => askToRetire(seen)}>
                停用
              </Button>
            )}
            <Button
              type="primary"
              htmlType="submit"
              loading={save.isPending}
              disabled={version !== null && !dirty}
            >
              保存
            </Button>
          </div>
        )}
      </div>
    </form>
  )
}

function FieldLine({
  id,
  title,
  problem,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly problem: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div className="field-line">
      <label htmlFor={id}>{title}</label>
      <div>
        {children}
        {problem === undefined ? null : <p className="field-problem">{problem}</p>}
      </div>
    </div>
  )
}
