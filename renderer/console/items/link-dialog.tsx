import { useMutation } from '@tanstack/react-query'
import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ListedItem, PowerStanding } from '../../../shared/api/item-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'

/** Says which item of another name a power is meant by. */
export function LinkDialog({
  power,
  items,
  onClose,
}: {
  readonly power: PowerStanding
  readonly items: readonly ListedItem[]
  readonly onClose: () => void
}) {
  const { query } = useApi()
  const { message } = App.useApp()
  const [item, choose] = useState<Serial | null>(null)
  const link = useMutation(
    query.items.link.mutationOptions({
      onSuccess: () => {
        void message.success(`已对应“${power.row.name}”`)
        onClose()
      },
    }),
  )
  return (
    <Modal
      open
      width={560}
      title="对应到抽查事项"
      okText="对应到这一事项"
      cancelText="返回"
      okButtonProps={{ disabled: item === null }}
      confirmLoading={link.isPending}
      onOk={() => {
        if (item !== null) link.mutate({ serial: power.serial, version: power.version, item })
      }}
      onCancel={onClose}
    >
      <p>职权“{power.row.name}”在随机抽查事项清单中用的是另一个名称，请选择那一事项：</p>
      <Select
        className="wide-box"
        aria-label="抽查事项"
        placeholder="选择抽查事项"
        showSearch={{ optionFilterProp: 'label' }}
        value={item ?? undefined}
        options={items.map(({ serial, row }) => ({
          value: serial,
          label: row.included ? row.name : `${row.name}（不纳入）`,
        }))}
        onChange={choose}
      />
      <Problem error={link.error} />
    </Modal>
  )
}
