import { DownOutlined, ExportOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { revisedRegisters } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { go } from '../route.ts'

/** What can be done with a whole register; of another day it can be exported, and nothing else. */
export function RegisterActions({
  register,
  past,
  onExport,
  onPast,
  onBulkList,
  onAdd,
}: {
  readonly register: RegisterName
  readonly past: boolean
  readonly onExport: () => void
  readonly onPast: () => void
  readonly onBulkList: () => void
  readonly onAdd: () => void
}) {
  const revised = revisedRegisters.some((one) => one === register)
  const released = register === 'objects' || register === 'inspectors'
  const items = [
    { key: 'imports', label: '导入记录', onClick: () => go(`/${register}/imports`) },
    { key: 'bulk', label: '批量修改记录', onClick: onBulkList },
    { key: 'past', label: past ? '换一个日期' : '查看某日的名录', onClick: onPast },
    ...(released
      ? [
          { key: 'similar', label: '疑似重复', onClick: () => go(`/${register}/duplicates`) },
          { key: 'release', label: '审核、批准、公布', onClick: () => go(`/${register}/release`) },
        ]
      : []),
    ...(revised ? [{ key: 'revisions', label: '定期修订', onClick: () => go('/objects/revisions') }] : []),
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button>
          更多 <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      <Button icon={<ExportOutlined aria-hidden />} onClick={onExport}>
        导出
      </Button>
      {past ? null : (
        <>
          <Button icon={<ImportOutlined aria-hidden />} onClick={() => go(`/${register}/import`)}>
            导入
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
            新增
          </Button>
        </>
      )}
    </>
  )
}
