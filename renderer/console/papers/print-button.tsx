import { PrinterOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { useApi } from '../api.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { useAction } from '../draws/use-action.ts'
import { PrintDialog } from './print-dialog.tsx'

/**
 * 打印: opens the copy that is to be printed, the archived paper itself or, where that was printed before, a further
 * archived copy marked 第n次打印; then asks what came out of the printer.
 */
export function PrintButton({
  document,
  label = '打印',
  primary = false,
  small = false,
  link = false,
  disabled = false,
  onPrinted,
}: {
  readonly document: Pick<StoredDocument, 'id' | 'name'>
  readonly label?: string
  readonly primary?: boolean
  readonly small?: boolean
  /** without a frame, for a row of a table */
  readonly link?: boolean
  readonly disabled?: boolean
  readonly onPrinted?: (copy: StoredDocument) => void
}) {
  const { core } = useApi()
  const action = useAction()
  const openDocument = useOpenDocument()
  const [copy, setCopy] = useState<StoredDocument | null>(null)
  const begin = () =>
    void action.run(async () => {
      const made = await core.forms.print({ id: document.id })
      // The dialog stands whatever becomes of the window: it offers to open it again.
      setCopy(made)
      await openDocument(made.id, 'preview')
    })
  return (
    <>
      <Button
        type={primary ? 'primary' : link ? 'link' : 'default'}
        size={small ? 'small' : 'medium'}
        icon={link ? undefined : <PrinterOutlined aria-hidden />}
        loading={action.busy && copy === null}
        disabled={disabled}
        aria-label={`${label}：${document.name}`}
        onClick={begin}
      >
        {label}
      </Button>
      {copy === null ? (
        <Modal
          open={action.refusal !== null}
          width={560}
          title="没有打印"
          onCancel={action.forget}
          footer={
            <Button type="primary" onClick={action.forget}>
              知道了
            </Button>
          }
        >
          <p role="alert">{action.refusal}</p>
        </Modal>
      ) : (
        <PrintDialog
          copy={copy}
          refusal={action.refusal}
          close={() => setCopy(null)}
          {...(onPrinted === undefined ? {} : { onPrinted })}
        />
      )}
    </>
  )
}
