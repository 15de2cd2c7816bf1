import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ListedItem } from '../../../shared/api/item-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { changeRow } from '../registers/register-calls.ts'

/** The departments of one joint item, or of an item that becomes one. */
export function JointDialog({
  item,
  items,
  onClose,
}: {
  /** `null`: one of `items` is chosen first */
  readonly item: ListedItem | null
  readonly items: readonly ListedItem[]
  readonly onClose: () => void
}) {
  const { core, query } = useApi()
  const { message } = App.useApp()
  const office = useQuery(query.office.get.queryOptions({ input: {} })).data?.name ?? ''
  const [serial, choose] = useState<Serial | null>(null)
  const [typed, setInitiator] = useState<string | null>(item?.row.jointInitiator ?? null)
  const [departments, setDepartments] = useState<readonly string[]>(item?.row.jointDepartments ?? [])
  const initiator = typed ?? (item === null ? office : '')
  const chosen = item ?? items.find((candidate) => candidate.serial === serial) ?? null
  const change = useMutation({
    mutationFn: (input: { readonly of: ListedItem; readonly departments: readonly string[] }) =>
      changeRow(
        core,
        'items',
        input.of,
        {
          ...input.of.row,
          jointInitiator: input.departments.length === 0 ? null : initiator.trim(),
          jointDepartments: [...input.departments],
        },
        input.departments.length === 0 ? '移出多部门监管事项清单' : '确定联合抽查的部门',
      ),
    onSuccess: ({ serial: written }) => {
      void message.success(`已保存 ${written}`)
      onClose()
    },
  })
  const ready = chosen !== null && departments.length > 0 && initiator.trim() !== ''
  return (
    <Modal
      open
      width={600}
      title={item === null ? '加入多部门监管事项清单' : item.row.name}
      okText="保存"
      cancelText="返回"
      okButtonProps={{ disabled: !ready }}
      confirmLoading={change.isPending}
      onOk={() => {
        if (chosen !== null) change.mutate({ of: chosen, departments })
      }}
      onCancel={onClose}
    >
      <div className="row-form joint-form">
        {item === null ? (
          <div className="field-line">
            <label htmlFor="joint-item">抽查事项</label>
            <Select
              id="joint-item"
              placeholder="从随机抽查事项清单中选择"
              showSearch={{ optionFilterProp: 'label' }}
              value={serial ?? undefined}
              options={items.map((candidate) => ({ value: candidate.serial, label: candidate.row.name }))}
              onChange={choose}
            />
          </div>
        ) : null}
        <div className="field-line">
          <label htmlFor="joint-initiator">发起部门</label>
          <Input
            id="joint-initiator"
            maxLength={100}
            value={initiator}
            onChange={(event) => setInitiator(event.target.value)}
          />
        </div>
        <div className="field-line">
          <label htmlFor="joint-departments">联合部门</label>
          <Select
            id="joint-departments"
            mode="tags"
            placeholder="输入部门名称后按回车，可填多个"
            open={false}
            suffixIcon={null}
            value={[...departments]}
            onChange={(next: string[]) => setDepartments(next.map((name) => name.trim()).filter(Boolean))}
          />
        </div>
        {item === null ? null : (
          <div className="field-line">
            <span />
            <div>
              <Button
                danger
                disabled={change.isPending}
                onClick={() => change.mutate({ of: item, departments: [] })}
              >
                移出多部门监管事项清单
              </Button>
            </div>
          </div>
        )}
        <Problem error={change.error} />
      </div>
    </Modal>
  )
}
