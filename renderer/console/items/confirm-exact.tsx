import { useMutation } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import type { ApplyingItem } from '../../../shared/api/item-contract.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { choiceInWords } from './choice-of-objects.ts'

/** Shows what would be confirmed for each item whose words are exact, and confirms all of them as one. */
export function ConfirmExact({
  items,
  onClose,
}: {
  readonly items: readonly ApplyingItem[]
  readonly onClose: () => void
}) {
  const { query } = useApi()
  const { message } = App.useApp()
  const confirm = useMutation(
    query.items.confirm.mutationOptions({
      onSuccess: ({ confirmed }) => {
        void message.success(`已确认${confirmed}项的适用对象`)
        onClose()
      },
    }),
  )
  const choices = items.flatMap(({ serial, version, proposal }) =>
    proposal === null ? [] : [{ serial, version, ...proposal }],
  )
  return (
    <Modal
      open
      width={860}
      title="请核对：这些事项的用词与名录逐字对应"
      okText={`确认这${items.length}项`}
      cancelText="返回"
      confirmLoading={confirm.isPending}
      onOk={() => confirm.mutate({ items: choices })}
      onCancel={onClose}
    >
      <p className="quiet">
        确认以后仍可逐项更改。全部写入，或一项也不写入；确认人和时间记入各事项的历次变更。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="dialog-rows" aria-label="将要确认的事项" tabIndex={0}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">抽查事项</th>
              <th scope="col">清单所列检查对象</th>
              <th scope="col">将确认为</th>
              <th scope="col" className="number-column">
                适用对象
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.serial}>
                <td>{item.name}</td>
                <td>{item.words}</td>
                <td>{item.proposal === null ? '' : choiceInWords(item.proposal)}</td>
                <td className="number-column">{(item.proposedCount?.all ?? 0).toLocaleString('zh-CN')} 个</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Problem error={confirm.error} />
    </Modal>
  )
}
