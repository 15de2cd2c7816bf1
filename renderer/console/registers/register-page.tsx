import './registers.css'
import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Input, Select } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import type { FieldValue } from '../../../shared/registry/verdict.ts'
import { useApi } from '../api.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { useDebounced } from '../parts/use-debounced.ts'
import { go } from '../route.ts'
import { type AnyVersion, type Filters, useSearch } from './register-calls.ts'
import { facetInWords, maskedValue, type RegisterField, registerFields } from './register-fields.ts'
import { registerPageWords } from './register-page-words.ts'
import { RowDrawer } from './row-drawer.tsx'
import { RowName } from './row-name.tsx'
import { type VirtualColumn, VirtualTable } from './virtual-table.tsx'

/** One register (名录): search, filters, table, and a drawer for a row. */
export function RegisterPage({
  register,
  above,
}: {
  readonly register: RegisterName
  /** what stands above the table, such as the tabs of its page */
  readonly above?: ReactNode
}) {
  const words = registerPageWords[register]
  const [piece, setPiece] = useState('')
  const [filters, setFilters] = useState<Filters>({})
  const [opened, setOpened] = useState<{
    readonly version: AnyVersion | null
    readonly index: number
  } | null>(null)
  const asked = useDebounced(piece.trim(), 120)
  const found = useSearch(register, asked, filters)
  const columns = useMemo(() => tableColumns(register), [register])
  const narrowed = piece.trim() !== '' || Object.keys(filters).length > 0
  const actions = (
    <>
      <Button onClick={() => go(`/${register}/imports`)}>导入记录</Button>
      <Button icon={<ImportOutlined aria-hidden />} onClick={() => go(`/${register}/import`)}>
        导入
      </Button>
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => setOpened({ version: null, index: -1 })}
      >
        新增
      </Button>
    </>
  )
  return (
    <Page title={words.title} note={words.note} actions={actions} fill>
      {above}
      <Problem error={found.error} retry={found.retry} />
      <div className="register-tools">
        <Input.Search
          id="page-search"
          allowClear
          className="register-search"
          aria-label={`查找${words.title}`}
          placeholder={words.searchHint}
          value={piece}
          onChange={(event) => setPiece(event.target.value)}
        />
        <FacetFilters register={register} filters={filters} onChange={setFilters} />
        <span className="register-total" role="status">
          {found.total === null
            ? ''
            : `${narrowed ? '找到' : '共'} ${found.total.toLocaleString('zh-CN')} 条`}
        </span>
      </div>
      {found.total === 0 ? (
        <div className="register-empty">
          {narrowed ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的条目">
              <Button
                onClick={() => {
                  setPiece('')
                  setFilters({})
                }}
              >
                清除条件
              </Button>
            </Empty>
          ) : (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={`还没有${words.one}。${words.emptyNext}`}
            >
              <Button
                type="primary"
                icon={<ImportOutlined aria-hidden />}
                onClick={() => go(`/${register}/import`)}
              >
                导入名录
              </Button>
            </Empty>
          )}
        </div>
      ) : (
        <VirtualTable
          // Another question is read from its first row.
          key={JSON.stringify([asked, filters])}
          label={words.title}
          columns={columns}
          total={found.total ?? 0}
          rowAt={found.rowAt}
          onSeen={found.onSeen}
          onOpen={(version, index) => setOpened({ version, index })}
          opened={opened?.index ?? null}
        />
      )}
      {opened === null ? null : (
        <RowDrawer
          key={opened.version?.serial ?? 'new'}
          register={register}
          version={opened.version}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}

function tableColumns(register: RegisterName): readonly VirtualColumn<AnyVersion>[] {
  const fields = registerFields(register)
  const serial: VirtualColumn<AnyVersion> = {
    key: 'serial',
    title: '序号',
    width: 80,
    render: (version) => <span className="quiet code">{version.serial}</span>,
  }
  const others = registerPageWords[register].table.flatMap(([name, width]) => {
    const field = fields.find((candidate) => candidate.field === name)
    return field === undefined
      ? []
      : [
          {
            key: name,
            title: field.title,
            width,
            render: (version: AnyVersion) => cellOf(version, field, width),
          },
        ]
  })
  return [serial, ...others]
}

/** Characters of 14 pixels that two lines of a column hold. */
const twoLines = (width: number): number => 2 * Math.floor((width - 16) / 14)

function cellOf(version: AnyVersion, field: RegisterField, width: number): ReactNode {
  const value = new Map<string, FieldValue>(Object.entries(version.row)).get(field.field)
  if (field.type === 'object' || field.type === 'inspector')
    return <RowName register={field.type === 'object' ? 'objects' : 'inspectors'} serial={String(value)} />
  const words = maskedValue(value, field)
  if (words === '') return <span className="nothing">—</span>
  const name = field.field === 'name' ? 'cell-name' : field.type === 'uscc' ? 'code' : ''
  return (
    <span
      className={[name, words.length > twoLines(width) ? 'cell-long' : ''].join(' ').trim() || undefined}
      title={words}
    >
      {words}
    </span>
  )
}

function FacetFilters({
  register,
  filters,
  onChange,
}: {
  readonly register: RegisterName
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}) {
  const { core } = useApi()
  const [all, showAll] = useState(false)
  const facets = useQuery({
    queryKey: ['register-facets', register],
    queryFn: ({ signal }) => core.registers[register].facets({}, { signal }),
  })
  const fields = registerFields(register)
  const usual = registerPageWords[register].filters
  const known = new Map(Object.entries(facets.data ?? {}))
  const names = [...usual, ...fields.map(({ field }) => field).filter((field) => !usual.includes(field))]
  const offered = names.flatMap((name) => {
    const field = fields.find((candidate) => candidate.field === name)
    const values = known.get(name) ?? []
    return field === undefined || values.length === 0 ? [] : [{ field, values }]
  })
  const shown = offered.filter(
    ({ field }) => all || usual.includes(field.field) || filters[field.field] !== undefined,
  )
  return (
    <>
      {shown.map(({ field, values }) => (
        <Select
          key={field.field}
          mode="multiple"
          allowClear
          className="facet"
          aria-label={`按${field.title}筛选`}
          placeholder={field.title}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          value={filters[field.field] ?? []}
          showSearch={{ optionFilterProp: 'label' }}
          options={values.map(({ value, count }) => ({
            value,
            label: `${facetInWords(value, field)}（${count}）`,
          }))}
          onChange={(chosen: string[]) => {
            const { [field.field]: _before, ...rest } = filters
            onChange(chosen.length === 0 ? rest : { ...rest, [field.field]: chosen })
          }}
        />
      ))}
      {shown.length < offered.length ? (
        <Button type="link" onClick={() => showAll(true)}>
          更多条件
        </Button>
      ) : null}
    </>
  )
}
