import { PlusOutlined } from '@ant-design/icons'
import { Button, Empty } from 'antd'
import { useState } from 'react'
import type { ListedItem } from '../../../shared/api/item-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { perCent } from '../../../shared/rules/per-cent.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useItems } from './item-calls.ts'
import { ItemPage } from './item-page.tsx'
import { JointDialog } from './joint-dialog.tsx'
import { OpenedRow } from './opened-row.tsx'

/** 多部门监管事项清单 (S1 附件2一): the items that are checked together with other departments. */
export function JointPage() {
  const items = useItems()
  const [opened, open] = useState<Serial | null>(null)
  const [asked, ask] = useState<ListedItem | 'new' | null>(null)
  const joint = (items.data ?? []).filter(({ row }) => row.jointDepartments.length > 0)
  const others = (items.data ?? []).filter(({ row }) => row.included && row.jointDepartments.length === 0)
  return (
    <ItemPage
      tab="joint"
      note="多部门监管事项清单：与其他部门联合抽查的事项。发起部门的人员任组长。"
      actions={
        others.length === 0 ? undefined : (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => ask('new')}>
            加入事项
          </Button>
        )
      }
    >
      <Problem error={items.error} retry={() => void items.refetch()} />
      {items.data === undefined ? null : (
        <Sheet>
          {joint.length === 0 ? (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                items.data.length === 0
                  ? '还没有抽查事项。先导入随机抽查事项清单。'
                  : '还没有联合抽查的事项。从随机抽查事项清单中选择，写明发起部门和联合部门。'
              }
            />
          ) : (
            <table className="rows">
              <thead>
                <tr>
                  <th scope="col">抽查事项</th>
                  <th scope="col">发起部门</th>
                  <th scope="col">联合部门</th>
                  <th scope="col">责任单位</th>
                  <th scope="col">检查对象</th>
                  <th scope="col">比例、频次</th>
                  <th scope="col">
                    <span className="unseen">操作</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {joint.map((item) => (
                  <tr key={item.serial}>
                    <td>
                      <Button
                        type="link"
                        size="small"
                        className="cell-link"
                        onClick={() => open(item.serial)}
                      >
                        {item.row.name}
                      </Button>
                      {item.row.included ? null : <span className="word-hint none">不纳入双随机</span>}
                    </td>
                    <td>{item.row.jointInitiator ?? <span className="short-mark">未写明</span>}</td>
                    <td>{item.row.jointDepartments.join('、')}</td>
                    <td>{item.row.department ?? '—'}</td>
                    <td>{item.row.objects ?? '—'}</td>
                    <td className="moment">
                      {item.row.ratio === null ? '—' : perCent(item.row.ratio)}
                      {item.row.frequency === null ? '' : `，每年${item.row.frequency}次`}
                    </td>
                    <td className="action-column">
                      <Button size="small" onClick={() => ask(item)}>
                        修改部门
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Sheet>
      )}
      {opened === null ? null : <OpenedRow register="items" serial={opened} onClose={() => open(null)} />}
      {asked === null ? null : (
        <JointDialog item={asked === 'new' ? null : asked} items={others} onClose={() => ask(null)} />
      )}
    </ItemPage>
  )
}
