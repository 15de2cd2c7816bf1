import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { fullId } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { useRowName } from './use-row-name.ts'

/** 直接委派: the people who are named, out of the register. */
export function PersonPicker({
  chosen,
  change,
}: {
  readonly chosen: readonly string[]
  readonly change: (chosen: readonly string[]) => void
}) {
  const { core } = useApi()
  const [piece, setPiece] = useState('')
  const { data: options = [] } = useQuery({
    queryKey: ['draws', 'people', piece],
    queryFn: async () => {
      const office = await core.office.get({})
      if (office === null) return []
      const found = await core.registers.inspectors.search({
        piece,
        limit: 20,
        filters: { kind: ['执法人员'], state: ['在岗'] },
      })
      return found.rows.map(({ serial, row }) => ({
        value: fullId(office.code, serial),
        label: [row.name, row.department ?? row.unit, row.certificate]
          .filter((part) => part !== null)
          .join('　'),
      }))
    },
  })
  return (
    <>
      <span className="draws-field-label">
        被委派的人员<span className="draws-hint">须在名录中、在岗、证件有效</span>
      </span>
      {chosen.length === 0 ? null : (
        <ul className="draws-chosen">
          {chosen.map((id) => (
            <Chosen key={id} id={id} remove={() => change(chosen.filter((other) => other !== id))} />
          ))}
        </ul>
      )}
      <Select
        showSearch={{ filterOption: false, onSearch: setPiece }}
        className="draws-choose"
        aria-label="被委派的人员"
        placeholder="输入姓名或拼音首字母"
        value={null}
        options={options.filter(({ value }) => !chosen.includes(value))}
        onChange={(id: string | null) => {
          if (id !== null) change([...chosen, id])
        }}
      />
    </>
  )
}

function Chosen({ id, remove }: { readonly id: string; readonly remove: () => void }) {
  const name = useRowName('inspectors', id)
  return (
    <li className="draws-chosen-person">
      {name}
      <Button type="text" size="small" aria-label={`删除：${name}`} onClick={remove}>
        删除
      </Button>
    </li>
  )
}
