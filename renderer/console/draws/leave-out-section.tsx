import { useQuery } from '@tanstack/react-query'
import { Button, Collapse, Input, Select } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { DrawPreview } from '../../../shared/api/draw-contract.ts'
import { fullId } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { groupLeftOut, type LeftOut } from './draw-words.ts'
import { Section } from './field.tsx'
import { NamesTable } from './names-table.tsx'
import type { LeaveOutForm } from './plan-form.ts'
import { useRowName } from './use-row-name.ts'

const registerWords = { object: '检查对象', inspector: '执法检查人员' } as const

/** Who is left out: by the rules, with the clause, and by decision, with its reason. */
export function LeaveOutSection({
  preview,
  place,
  yielding = null,
  objects,
  inspectors,
  changeObjects,
  changeInspectors,
}: {
  readonly preview: DrawPreview | null
  readonly place?: { readonly id: string; readonly number: number }
  /** rules that yield to a reason, where this draw is bound by any */
  readonly yielding?: ReactNode
  /** `null` where this draw leaves out none */
  readonly objects: readonly LeaveOutForm[] | null
  readonly inspectors: readonly LeaveOutForm[] | null
  readonly changeObjects: (rows: readonly LeaveOutForm[]) => void
  readonly changeInspectors: (rows: readonly LeaveOutForm[]) => void
}) {
  const excluded = preview?.excluded
  // A hundred thousand lines are grouped once for as long as they are the same.
  const groups = useMemo(() => groupLeftOut(excluded ?? []), [excluded])
  return (
    <Section
      title="不列入的"
      note={groups.length === 0 ? '逐一写入名单并印在纸上' : `${countWords(groups)}，逐一写入名单并印在纸上`}
      {...(place === undefined ? {} : { place })}
    >
      {groups.length === 0 ? (
        <p className="draws-hint">{preview === null ? '正在计数' : '没有排除任何对象和人员。'}</p>
      ) : (
        <Collapse
          size="small"
          items={groups.map(({ what, reason, because, rows }) => ({
            key: [what, reason, because].join('\n'),
            label: (
              <span>
                {registerWords[what]}：{reason}
                {because === null ? null : <span className="draws-hint draws-because">{because}</span>}
              </span>
            ),
            extra: `${rows.length} ${what === 'object' ? '个' : '人'}`,
            children: <NamesTable label={`${registerWords[what]}：${reason}`} rows={rows} />,
          }))}
        />
      )}
      {yielding}
      {objects === null ? null : <LeaveOutRows what="object" rows={objects} change={changeObjects} />}
      {inspectors === null ? null : (
        <LeaveOutRows what="inspector" rows={inspectors} change={changeInspectors} />
      )}
    </Section>
  )
}

function countWords(groups: readonly LeftOut[]): string {
  const count = (what: LeftOut['what']) =>
    groups.reduce((sum, group) => (group.what === what ? sum + group.rows.length : sum), 0)
  const [objects, inspectors] = [count('object'), count('inspector')]
  return [
    ...(objects === 0 ? [] : [`对象 ${objects} 个`]),
    ...(inspectors === 0 ? [] : [`人员 ${inspectors} 人`]),
  ].join('，')
}

function LeaveOutRows({
  what,
  rows,
  change,
}: {
  readonly what: 'object' | 'inspector'
  readonly rows: readonly LeaveOutForm[]
  readonly change: (rows: readonly LeaveOutForm[]) => void
}) {
  const { core } = useApi()
  const [piece, setPiece] = useState('')
  const register = what === 'object' ? 'objects' : 'inspectors'
  const { data: options = [] } = useQuery({
    queryKey: ['draws', 'choose', register, piece],
    queryFn: async () => {
      const office = await core.office.get({})
      if (office === null) return []
      const found = await core.registers[register].search({ piece, limit: 20 })
      return found.rows.map(({ serial, row }) => ({ value: fullId(office.code, serial), label: row.name }))
    },
  })
  const word = registerWords[what]
  return (
    <div className="draws-slots">
      {rows.map((row, index) => (
        <LeaveOutRow
          key={row.id}
          register={register}
          row={row}
          change={(reason) => change(rows.map((r, i) => (i === index ? { ...r, reason } : r)))}
          remove={() => change(rows.filter((_, i) => i !== index))}
        />
      ))}
      <Select
        showSearch={{ filterOption: false, onSearch: setPiece }}
        className="draws-choose"
        aria-label={`经决定不列入的${word}`}
        placeholder={`经决定不列入的${word}：输入名称或拼音首字母`}
        value={null}
        options={options.filter(({ value }) => rows.every(({ id }) => id !== value))}
        onChange={(id: string | null) => {
          if (id === null) return
          change([...rows, { id, reason: '' }])
        }}
      />
    </div>
  )
}

function LeaveOutRow({
  register,
  row,
  change,
  remove,
}: {
  readonly register: 'objects' | 'inspectors'
  readonly row: LeaveOutForm
  readonly change: (reason: string) => void
  readonly remove: () => void
}) {
  const name = useRowName(register, row.id)
  return (
    <div className="draws-row">
      <span className="draws-row-name">{name}</span>
      <Input
        aria-label={`不列入${name}的原因`}
        placeholder="经谁决定、因何不列入"
        value={row.reason}
        onChange={(event) => change(event.target.value)}
      />
      <Button type="text" aria-label={`删除：${name}`} onClick={remove}>
        删除
      </Button>
    </div>
  )
}
