import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { serialSchema } from '../../../shared/registry/office.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { FieldControl } from '../registers/field-control.tsx'
import { addRow, searchRegister } from '../registers/register-calls.ts'
import { registerFields } from '../registers/register-fields.ts'
import { newVisit, nextVisit, readVisit } from './visit-entry.ts'

const fields = new Map(registerFields('visits').map((field) => [field.field, field]))

/** Registers a visit that no draw decided, one after the other; what the year has seen of the firm stands below it. */
export function VisitForm({ today, onClose }: { readonly today: string; readonly onClose: () => void }) {
  const { core, query } = useApi()
  const { message } = App.useApp()
  const [typed, setTyped] = useState(() => newVisit(today))
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const object = serialSchema.safeParse(typed.object).data ?? null
  const year = Number(/^\d{4}/.exec(String(typed.date ?? ''))?.[0] ?? today.slice(0, 4))
  const seen = useQuery({
    ...query.year.ofObject.queryOptions({ input: object === null ? skipToken : { serial: object, year } }),
    enabled: year >= 2000,
  })
  const items = useQuery({
    queryKey: ['visit-items'],
    queryFn: ({ signal }) => searchRegister(core, 'items', { piece: '', limit: 200 }, signal),
  })
  const save = useMutation({
    mutationFn: async () => {
      const read = readVisit(typed, today)
      setProblems(read.ok ? {} : read.problems)
      if (!read.ok) return null
      return addRow(core, 'visits', read.row)
    },
    onSuccess: (saved) => {
      if (saved === null) return
      void message.success(`已登记 ${saved.serial}`)
      setTyped(nextVisit(typed))
      document.getElementById('visit-object')?.focus()
    },
  })
  const change = (field: string) => (value: FieldValue) =>
    setTyped((before) => ({ ...before, [field]: value }))
  const line = (name: string, title: string, control?: ReactNode) => {
    const field = fields.get(name)
    if (field === undefined) return null
    const id = `visit-${name}`
    return (
      <div className={`visit-field visit-${name}`}>
        <label htmlFor={id}>{title}</label>
        {control ?? (
          <FieldControl
            id={id}
            field={field}
            value={typed[name] ?? null}
            disabled={false}
            invalid={problems[name] !== undefined}
            onChange={change(name)}
          />
        )}
        {problems[name] === undefined ? null : <p className="field-problem">{problems[name]}</p>}
      </div>
    )
  }
  const names = (items.data?.rows ?? []).flatMap(({ row }) => ('included' in row ? [row.name] : []))
  return (
    <form
      className="sheet visit-form"
      aria-label="登记一次检查"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <div className="visit-fields">
        {line('object', '检查对象')}
        {line('kind', '事由类别')}
        {line('date', '检查日期')}
        {line('number', '案件或来源编号')}
        {line('department', '检查部门')}
        {line(
          'item',
          '检查事项',
          <Select
            id="visit-item"
            allowClear
            showSearch
            placeholder="清单内的事项，可不填"
            popupMatchSelectWidth={false}
            value={typeof typed.item === 'string' && typed.item !== '' ? typed.item : undefined}
            options={names.map((name) => ({ value: name, label: name }))}
            onChange={(value: string | undefined) => change('item')(value ?? '')}
          />,
        )}
        {line(
          'passed',
          '是否合格',
          <Select
            id="visit-passed"
            value={typed.passed === true ? 'yes' : typed.passed === false ? 'no' : 'open'}
            options={[
              { value: 'open', label: '尚未知道' },
              { value: 'yes', label: '合格' },
              { value: 'no', label: '不合格' },
            ]}
            onChange={(value: string) => change('passed')(value === 'open' ? null : value === 'yes')}
          />,
        )}
        {line('findings', '检查结果')}
      </div>
      <Problem error={save.error} />
      <div className="visit-foot">
        <p role="status">
          {object === null ? '登记以后计入该对象的当年检查次数，不参加摇号。' : (seen.data?.sentence ?? '')}
        </p>
        <Button onClick={onClose}>收起</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          登记
        </Button>
      </div>
    </form>
  )
}
