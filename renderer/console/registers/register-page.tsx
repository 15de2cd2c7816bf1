import './registers.css'
import { ImportOutlined } from '@ant-design/icons'
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
import { BulkDialog } from './bulk-dialog.tsx'
import { BulkList } from './bulk-list.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { leaveInWords, originInWords } from './leave-in-words.ts'
import { endOfDay, PastBar } from './past-bar.tsx'
import { PastDialog } from './past-dialog.tsx'
import { PastRow } from './past-row.tsx'
import { PeopleTabs, type PeopleView, peopleFilters } from './people-view.tsx'
import { RegisterActions } from './register-actions.tsx'
import { type AnyVersion, type Filters, useSearch } from './register-calls.ts'
import { facetInWords, maskedValue, type RegisterField, registerFields } from './register-fields.ts'
import { registerPageWords } from './register-page-words.ts'
import { RowDrawer } from './row-drawer.tsx'
import { RowName } from './row-name.tsx'
import {
  chosenCount,
  foundScope,
  isChosen,
  nothingChosen,
  type RowSelection,
  scopeOf,
  toggled,
} from './row-selection.ts'
import { SavedFilters } from './saved-filters.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { type VirtualColumn, VirtualTable } from './virtual-table.tsx'

/** What stands open over the page. */
type Opened =
  | { readonly what: 'row'; readonly version: AnyVersion | null; readonly index: number }
  | { readonly what: 'bulk'; readonly action: 'edit' | 'retire' }
  | { readonly what: 'export'; readonly chosen: boolean }
  | { readonly what: 'past-day' }
  | { readonly what: 'bulk-list' }

/** One register (名录): search, filters, table, a drawer for a row, and work on many rows. */
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
  const [chosenFilters, setFilters] = useState<Filters>({})
  const [people, setPeople] = useState<PeopleView>('inspectors')
  const [opened, setOpened] = useState<Opened | null>(null)
  const [selection, select] = useState<RowSelection>(nothingChosen)
  /** the day whose register is seen; `null` for now */
  const [day, setDay] = useState<string | null>(null)
  const moment = useMemo(() => (day === null ? null : endOfDay(day)), [day])
  const asked = useDebounced(piece.trim(), 120)
  const filters = useMemo(
    () => (register === 'inspectors' ? { ...chosenFilters, ...peopleFilters[people] } : chosenFilters),
    [register, chosenFilters, people],
  )
  const found = useSearch(register, asked, filters, moment)
  const columns = useMemo(() => tableColumns(register), [register])
  const narrowed = piece.trim() !== '' || Object.keys(chosenFilters).length > 0
  const total = found.total ?? 0
  const close = (): void => setOpened(null)
  /** Another question has other rows: what was chosen of the former ones is not carried over unseen. */
  const ask = (change: () => void): void => {
    change()
    select(nothingChosen)
  }
  const clear = (): void =>
    ask(() => {
      setPiece('')
      setFilters({})
    })
  return (
    <Page
      title={words.title}
      note={words.note}
      fill
      actions={
        <RegisterActions
          register={register}
          past={day !== null}
          onExport={() => setOpened({ what: 'export', chosen: false })}
          onPast={() => setOpened({ what: 'past-day' })}
          onBulkList={() => setOpened({ what: 'bulk-list' })}
          onAdd={() => setOpened({ what: 'row', version: null, index: -1 })}
        />
      }
    >
      {above}
      {register === 'inspectors' ? (
        <PeopleTabs view={people} onView={(view) => ask(() => setPeople(view))} />
      ) : null}
      {day === null || moment === null ? null : (
        <PastBar
          register={register}
          title={words.title}
          day={day}
          moment={moment}
          onBack={() => ask(() => setDay(null))}
        />
      )}
      <Problem error={found.error} retry={found.retry} />
      <div className="register-tools">
        <Input.Search
          id="page-search"
          allowClear
          className="register-search"
          aria-label={`查找${words.title}`}
          placeholder={words.searchHint}
          value={piece}
          onChange={(event) => ask(() => setPiece(event.target.value))}
        />
        <FacetFilters
          register={register}
          filters={chosenFilters}
          counted={day === null}
          onChange={(next) => ask(() => setFilters(next))}
        />
        <SavedFilters
          register={register}
          piece={piece.trim()}
          filters={chosenFilters}
          onUse={(kept) =>
            ask(() => {
              setPiece(kept.piece)
              setFilters(kept.filters)
            })
          }
        />
        <span className="register-total" role="status">
          {found.total === null
            ? ''
            : `${narrowed ? '找到' : '共'} ${found.total.toLocaleString('zh-CN')} 条`}
        </span>
      </div>
      <SelectionBar
        selection={selection}
        found={total}
        narrowed={narrowed}
        past={day !== null}
        onAll={() => select({ by: 'found' })}
        onClear={() => select(nothingChosen)}
        onBulk={() => setOpened({ what: 'bulk', action: 'edit' })}
        onRetire={() => setOpened({ what: 'bulk', action: 'retire' })}
        onExport={() => setOpened({ what: 'export', chosen: true })}
      />
      {found.total === 0 ? (
        <NothingFound
          register={register}
          narrowed={narrowed || day !== null}
          advisers={register === 'inspectors' && people === 'advisers'}
          onClear={clear}
        />
      ) : (
        <VirtualTable
          // Another question is read from its first row.
          key={JSON.stringify([asked, filters, moment])}
          label={words.title}
          columns={columns}
          total={total}
          rowAt={found.rowAt}
          onSeen={found.onSeen}
          onOpen={(version, index) => setOpened({ what: 'row', version, index })}
          opened={opened?.what === 'row' ? opened.index : null}
          choice={{
            isChosen: ({ serial }) => isChosen(selection, serial),
            toggle: ({ serial }) => select(toggled(selection, serial)),
            nameOf: (version) => ('name' in version.row ? version.row.name : version.serial),
            all: selection.by === 'found' ? 'all' : selection.serials.size === 0 ? 'none' : 'some',
            toggleAll: () => select(selection.by === 'found' ? nothingChosen : { by: 'found' }),
          }}
        />
      )}
      {opened?.what !== 'row' ? null : day !== null && opened.version !== null ? (
        <PastRow register={register} version={opened.version} day={day} onClose={close} />
      ) : (
        <RowDrawer
          key={opened.version?.serial ?? 'new'}
          register={register}
          version={opened.version}
          onClose={close}
        />
      )}
      {opened?.what !== 'bulk' ? null : (
        <BulkDialog
          register={register}
          action={opened.action}
          scope={scopeOf(selection, asked, filters)}
          count={chosenCount(selection, total)}
          close={close}
          onDone={() => {
            close()
            select(nothingChosen)
          }}
        />
      )}
      {opened?.what !== 'export' ? null : (
        <ExportDialog
          register={register}
          title={words.title}
          choices={[
            ...(opened.chosen
              ? [
                  {
                    label: '所选',
                    count: chosenCount(selection, total),
                    scope: scopeOf(selection, asked, filters),
                  },
                ]
              : []),
            { label: narrowed ? '找到的' : '全部', count: total, scope: foundScope(asked, filters) },
          ]}
          moment={moment}
          day={day}
          close={close}
        />
      )}
      {opened?.what !== 'past-day' ? null : (
        <PastDialog
          title={words.title}
          close={close}
          onDay={(next) => {
            ask(() => setDay(next))
            close()
          }}
        />
      )}
      {opened?.what === 'bulk-list' ? <BulkList register={register} close={close} /> : null}
    </Page>
  )
}

function NothingFound({
  register,
  narrowed,
  advisers,
  onClear,
}: {
  readonly register: RegisterName
  readonly narrowed: boolean
  /** 专家 and 第三方 are looked for */
  readonly advisers: boolean
  readonly onClear: () => void
}) {
  const words = registerPageWords[register]
  return (
    <div className="register-empty">
      {narrowed ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有符合条件的条目">
          <Button onClick={onClear}>清除条件</Button>
        </Empty>
      ) : advisers ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="还没有登记专家和第三方。新增或导入时，人员性质填“专家”或“第三方”。"
        />
      ) : (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`还没有${words.one}。${words.emptyNext}`}>
          <Button
            type="primary"
            icon={<ImportOutlined aria-hidden />}
            onClick={() => go(`/${register}/import`)}
          >
            导入
          </Button>
        </Empty>
      )}
    </div>
  )
}

function tableColumns(register: RegisterName): readonly VirtualColumn<AnyVersion>[] {
  const fields = registerFields(register)
  const serial: VirtualColumn<AnyVersion> = {
    key: 'serial',
    title: '序号',
    width: 74,
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
  const more = moreOf(version, field)
  const name = field.field === 'name' ? 'cell-name' : field.type === 'uscc' ? 'code' : ''
  const cell = (
    <span
      className={[name, words.length > twoLines(width) ? 'cell-long' : ''].join(' ').trim() || undefined}
      title={words}
    >
      {words}
    </span>
  )
  if (more === null) return cell
  return (
    <>
      {cell}
      <span className="cell-more">{more}</span>
    </>
  )
}

/** What stands below a cell of the people: who is on leave, and who is not the office's own. */
function moreOf({ row }: AnyVersion, { field }: RegisterField): string | null {
  if (!('leaveFrom' in row)) return null
  if (field === 'state') return leaveInWords(row, today())
  return field === 'name' ? originInWords(row) : null
}

/** Today on this computer: `2026-11-20`. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function FacetFilters({
  register,
  filters,
  counted,
  onChange,
}: {
  readonly register: RegisterName
  readonly filters: Filters
  /** whether the counts of today are those of the table */
  readonly counted: boolean
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
    // Who inspects and who advises are seen apart already.
    const apart = register === 'inspectors' && name === 'kind'
    return field === undefined || values.length === 0 || apart ? [] : [{ field, values }]
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
          style={{ minWidth: Math.max(104, field.title.length * 14 + 50) }}
          aria-label={`按${field.title}筛选`}
          placeholder={field.title}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          value={filters[field.field] ?? []}
          showSearch={{ optionFilterProp: 'label' }}
          options={values.map(({ value, count }) => ({
            value,
            label: `${facetInWords(value, field)}${counted ? `（${count}）` : ''}`,
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
