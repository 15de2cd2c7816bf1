import { Button } from 'antd'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { PaperButtons } from '../papers/paper-buttons.tsx'
import { useTake } from '../papers/use-take.ts'

const kinds: Readonly<Record<string, string>> = {
  'text/html': '网页，供网站发布',
  'application/pdf': 'PDF，供张贴、归档',
}
const workbook = '表格，供汇总、报送'

/** The three files of a confirmed notice. */
export function NoticeFiles({ documents }: { readonly documents: readonly StoredDocument[] }) {
  const action = useAction()
  const openDocument = useOpenDocument()
  const take = useTake()
  return (
    <>
      <table className="rows notice-files">
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">用途</th>
            <th scope="col">
              <Button
                size="small"
                disabled={action.busy}
                onClick={() => void action.run(() => take(async () => documents))}
              >
                全部另存
              </Button>
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr key={document.id}>
              <td>
                {document.name}
                {document.note === null ? null : <span className="notice-note">{document.note}</span>}
              </td>
              <td>{kinds[document.type] ?? workbook}</td>
              <td className="action-column">
                {document.type === 'application/pdf' ? (
                  <PaperButtons paper={document} />
                ) : (
                  <>
                    <Button
                      size="small"
                      type="link"
                      disabled={action.busy}
                      aria-label={`打开：${document.name}`}
                      onClick={() => void action.run(() => openDocument(document.id, 'system'))}
                    >
                      打开
                    </Button>
                    <Button
                      size="small"
                      type="link"
                      disabled={action.busy}
                      aria-label={`另存：${document.name}`}
                      onClick={() => void action.run(() => take(async () => [document]))}
                    >
                      另存
                    </Button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RefusalNote sentence={action.refusal} />
    </>
  )
}
