import { Drawer, Tag } from 'antd'
import { useMemo } from 'react'
import type { AppliedCount } from '../../../shared/registry/object-cells.ts'
import { Problem } from '../parts/problem.tsx'
import { type AnyVersion, type Filters, useSearch } from '../registers/register-calls.ts'
import { type VirtualColumn, VirtualTable } from '../registers/virtual-table.tsx'
import { choiceInWords, isChosen, type ObjectChoice } from './choice-of-objects.ts'

/** An item's objects that somebody wants to look at. */
export interface ShownObjects {
  readonly item: string
  readonly choice: ObjectChoice
  readonly count: AppliedCount
}

const columns: readonly VirtualColumn<AnyVersion>[] = [
  cell('name', '名称', 220, ({ row }) => ('uscc' in row && 'name' in row ? row.name : '')),
  cell('kind', '种类', 64, ({ row }) => ('uscc' in row && 'kind' in row ? row.kind : '')),
  cell('category', '经营类别', 96, ({ row }) =>
    'uscc' in row && 'businessCategory' in row ? (row.businessCategory ?? '—') : '',
  ),
  cell('region', '区域', 90, ({ row }) => ('uscc' in row && 'region' in row ? (row.region ?? '—') : '')),
  {
    key: 'state',
    title: '状态',
    width: 64,
    render: ({ row }) =>
      'uscc' in row && 'state' in row ? (
        <Tag color={row.state === '存续' ? 'success' : 'default'}>{row.state}</Tag>
      ) : null,
  },
]

function cell(
  key: string,
  title: string,
  width: number,
  words: (version: AnyVersion) => string,
): VirtualColumn<AnyVersion> {
  return { key, title, width, render: (version) => words(version) }
}

/** The objects that an item applies to, or would. */
export function AppliedObjects({
  shown,
  onClose,
}: {
  readonly shown: ShownObjects
  readonly onClose: () => void
}) {
  const { item, choice, count } = shown
  const filters = useMemo(
    (): Filters =>
      isChosen(choice)
        ? {
            ...(choice.kinds.length === 0 ? {} : { kind: [...choice.kinds] }),
            ...(choice.categories.length === 0 ? {} : { businessCategory: [...choice.categories] }),
          }
        : { items: [item] },
    [choice, item],
  )
  const found = useSearch('objects', '', filters)
  const others = found.total === null ? 0 : count.all - found.total
  return (
    <Drawer open size={640} onClose={onClose} title={item} className="applied-drawer">
      <p>
        {isChosen(choice) ? `${choiceInWords(choice)}：` : '适用事项中写明这一事项的：'}
        {found.total === null ? '' : `${found.total.toLocaleString('zh-CN')} 个对象。`}
        {others > 0 ? `另有 ${others.toLocaleString('zh-CN')} 个对象在“适用事项”中写明了这一事项。` : ''}
      </p>
      <Problem error={found.error} retry={found.retry} />
      {found.total === null ? null : (
        <VirtualTable
          label={`${item}的适用对象`}
          columns={columns}
          total={found.total}
          rowAt={found.rowAt}
          onSeen={found.onSeen}
          onOpen={() => {}}
          opened={null}
        />
      )}
    </Drawer>
  )
}
