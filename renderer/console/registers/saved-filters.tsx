import { DeleteOutlined, EditOutlined, StarOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal, Popover } from 'antd'
import { useState } from 'react'
import type { SavedFilter } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import type { Filters } from './register-calls.ts'
import { facetInWords, registerFields } from './register-fields.ts'

/** Filters under a name (常用筛选): use, keep, rename, remove. */
export function SavedFilters({
  register,
  piece,
  filters,
  onUse,
}: {
  readonly register: RegisterName
  readonly piece: string
  readonly filters: Filters
  readonly onUse: (filter: SavedFilter) => void
}) {
  const { query } = useApi()
  const { modal } = App.useApp()
  const [open, setOpen] = useState(false)
  const [named, setNamed] = useState<SavedFilter | 'new' | null>(null)
  const kept = useQuery(query.registerWork.filters.list.queryOptions({ input: { register } }))
  const remove = useMutation(query.registerWork.filters.remove.mutationOptions())
  const list = kept.data ?? []
  const narrowed = piece !== '' || Object.keys(filters).length > 0
  const content = (
    <div className="saved-filters">
      <Problem error={kept.error ?? remove.error} />
      {list.length === 0 ? (
        <p className="quiet">
          还没有常用筛选。先设好查找内容和筛选条件，再点“保存当前条件”，以后一点就能用。
        </p>
      ) : (
        <ul>
          {list.map((filter) => (
            <li key={filter.id}>
              <button
                type="button"
                className="saved-filter"
                onClick={() => {
                  onUse(filter)
                  setOpen(false)
                }}
              >
                <strong>{filter.name}</strong>
                <span className="quiet">{filterInWords(register, filter)}</span>
              </button>
              <Button
                type="text"
                size="small"
                aria-label={`改名：${filter.name}`}
                icon={<EditOutlined aria-hidden />}
                onClick={() => setNamed(filter)}
              />
              <Button
                type="text"
                size="small"
                aria-label={`删除：${filter.name}`}
                icon={<DeleteOutlined aria-hidden />}
                onClick={() =>
                  modal.confirm({
                    title: `删除常用筛选“${filter.name}”`,
                    content: '只删除这个筛选，名录不受影响。',
                    okText: '删除',
                    cancelText: '返回',
                    onOk: () => remove.mutateAsync({ id: filter.id }),
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <Button block disabled={!narrowed} onClick={() => setNamed('new')}>
        保存当前条件
      </Button>
      {narrowed ? null : <p className="quiet">现在没有设任何条件。</p>}
    </div>
  )
  return (
    <>
      <Popover
        open={open && named === null}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        content={content}
      >
        <Button icon={<StarOutlined aria-hidden />}>
          常用筛选{list.length === 0 ? '' : `（${list.length}）`}
        </Button>
      </Popover>
      {named === null ? null : (
        <NameDialog
          register={register}
          filter={named === 'new' ? null : named}
          taken={list}
          body={{ piece, filters: { ...filters } }}
          close={() => setNamed(null)}
        />
      )}
    </>
  )
}

function NameDialog({
  register,
  filter,
  taken,
  body,
  close,
}: {
  readonly register: RegisterName
  readonly filter: SavedFilter | null
  readonly taken: readonly SavedFilter[]
  readonly body: { readonly piece: string; readonly filters: Record<string, string[]> }
  readonly close: () => void
}) {
  const { query } = useApi()
  const { message } = App.useApp()
  const [typed, setTyped] = useState(filter?.name ?? '')
  const name = typed.trim().replace(/\s+/g, ' ')
  const onSuccess = (): void => {
    void message.success(filter === null ? `已保存“${name}”` : `已改名为“${name}”`)
    close()
  }
  const save = useMutation(query.registerWork.filters.save.mutationOptions({ onSuccess }))
  const rename = useMutation(query.registerWork.filters.rename.mutationOptions({ onSuccess }))
  const replaces = filter === null && taken.some((one) => one.name === name)
  const run = (): void => {
    if (name === '') return
    if (filter === null) save.mutate({ register, name, ...body })
    else rename.mutate({ register, id: filter.id, name })
  }
  return (
    <Modal
      open
      title={filter === null ? '保存当前条件' : `“${filter.name}”改名`}
      width={440}
      okText={replaces ? '替换原有的' : filter === null ? '保存' : '改名'}
      cancelText="返回"
      okButtonProps={{ disabled: name === '', loading: save.isPending || rename.isPending }}
      onOk={run}
      onCancel={close}
    >
      {filter === null ? <p className="quiet">{filterInWords(register, { ...body })}</p> : null}
      <label className="named" htmlFor="filter-name">
        名称
      </label>
      <Input
        id="filter-name"
        autoFocus
        maxLength={40}
        value={typed}
        placeholder="如：城关镇在营物业"
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={run}
      />
      {replaces ? <p className="field-problem">已有同名的常用筛选，保存后替换原来的条件。</p> : null}
      <Problem error={save.error ?? rename.error} />
    </Modal>
  )
}

/** What a filter asks for, in one line. */
function filterInWords(
  register: RegisterName,
  { piece, filters }: Pick<SavedFilter, 'piece' | 'filters'>,
): string {
  const fields = registerFields(register)
  const parts = Object.entries(filters).map(([name, values]) => {
    const field = fields.find((candidate) => candidate.field === name)
    const said = values.map((value) => (field === undefined ? value : facetInWords(value, field)))
    return `${field?.title ?? name}：${said.join('、')}`
  })
  return [...(piece === '' ? [] : [`含“${piece}”`]), ...parts].join('；')
}
