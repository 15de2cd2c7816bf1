import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Empty } from 'antd'
import type { BulkChange } from '../../../shared/api/register-work-contract.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import { useReasonDialog } from '../parts/reason-dialog.tsx'

/** The bulk changes of a register (批量修改记录), each to be taken back as a whole. */
export function BulkList({
  register,
  close,
}: {
  readonly register: RegisterName
  readonly close: () => void
}) {
  const { query } = useApi()
  const { message } = App.useApp()
  const ask = useReasonDialog()
  const done = useQuery(query.registerWork.bulk.list.queryOptions({ input: { register } }))
  const undo = useMutation(query.registerWork.bulk.undo.mutationOptions())
  const restore = (change: BulkChange): void =>
    ask({
      title: '恢复到这次批量修改以前',
      text: `这次改过的 ${change.changed} 条都写成此前的内容，作为新的版本记入历次变更。其中有一条之后又改动过，就都不恢复。`,
      ok: '恢复到此前',
      run: async (reason) => {
        const { restored } = await undo.mutateAsync({ id: change.id, reason })
        void message.success(`已恢复 ${restored} 条`)
      },
    })
  const list = done.data ?? []
  return (
    <Drawer open size={640} title="批量修改记录" onClose={close}>
      <Problem error={done.error} retry={() => void done.refetch()} />
      {done.data !== undefined && list.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有批量修改过" />
      ) : null}
      <ul className="differences">
        {list.map((change) => (
          <li key={change.id} className="bulk-done">
            <div>
              <p>
                <strong>
                  {change.action === 'retire'
                    ? `停用 ${change.changed} 条`
                    : `修改 ${change.changed} 条的${change.fields.join('、')}`}
                </strong>
              </p>
              <p className="quiet">
                {momentInWords(change.at)}　{change.by}　原因：{change.reason}
              </p>
            </div>
            {change.undone !== null ? (
              <span className="quiet">
                {momentInWords(change.undone.at).slice(0, 10)} 由{change.undone.by}恢复
              </span>
            ) : change.action === 'retire' ? (
              <span className="quiet">停用不能恢复，请作为新条目加入</span>
            ) : (
              <Button size="small" onClick={() => restore(change)}>
                恢复到此前
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
