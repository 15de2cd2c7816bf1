import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { useApi } from '../api.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { useLiveState } from '../live-state.ts'

/**
 * 打印出来了吗: what was sent to a printer is not printed until a person has the sheets in his hand. Says what the
 * shell knows of a printer that is gone, and where else the same PDF can be printed.
 */
export function PrintDialog({
  copy,
  refusal,
  close,
  onPrinted,
}: {
  readonly copy: StoredDocument
  /** why the preview could not be opened */
  readonly refusal: string | null
  readonly close: () => void
  readonly onPrinted?: (copy: StoredDocument) => void
}) {
  const { core } = useApi()
  const action = useAction()
  const openDocument = useOpenDocument()
  const printing = useLiveState((live) => live.shell?.printing ?? null)
  const [failed, setFailed] = useState(false)
  const problem = printing?.document === copy.id ? printing.sentence : null
  const open = (where: 'preview' | 'system') => void action.run(() => openDocument(copy.id, where))
  const confirm = () =>
    void action.run(async () => {
      const printed = await core.forms.printed({ id: copy.id })
      onPrinted?.(printed)
      close()
    })
  return (
    <Modal
      open
      width={600}
      title={`打印“${copy.name}”`}
      onCancel={close}
      footer={
        <>
          <Button disabled={action.busy} onClick={failed ? close : () => setFailed(true)}>
            {failed ? '以后再打印' : '没有打印出来'}
          </Button>
          <Button type="primary" loading={action.busy} onClick={confirm}>
            已打印，纸张无误
          </Button>
        </>
      }
    >
      <p>
        {copy.copy > 1 ? `这是第${copy.copy}次打印，纸上有标注，另存为一份。` : '打开的就是归档的那一份PDF。'}
        请在打开的窗口中打印，取出纸张，核对
        {copy.pages === null ? '页数和内容' : `是否完整的${copy.pages}页`}
        ，再在这里登记。
      </p>
      {failed && problem === null ? (
        <p role="status">
          没有登记为已打印，归档的PDF保持原样。请检查打印机的电源、连接和纸张，再打开一次打印；仍然不行的，用系统阅读器打开，在那里打印或换一台打印机。
        </p>
      ) : null}
      <RefusalNote sentence={problem} />
      <RefusalNote sentence={action.refusal ?? refusal} />
      <div className="draws-buttons">
        <Button size="small" disabled={action.busy} onClick={() => open('preview')}>
          再打开一次
        </Button>
        <Button size="small" disabled={action.busy} onClick={() => open('system')}>
          用系统阅读器打开
        </Button>
      </div>
    </Modal>
  )
}
