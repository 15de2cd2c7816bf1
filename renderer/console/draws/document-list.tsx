import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { documentKinds, type StoredDocument } from '../../../shared/api/document-contract.ts'
import { useApi } from '../api.ts'
import { PrintButton } from '../papers/print-button.tsx'
import { useTake } from '../papers/use-take.ts'
import { momentInWords } from '../parts/in-words.ts'
import { useOpenDocument } from './open-document.ts'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

/** Everything that is kept of a draw. */
export function useDocuments(number: string): readonly StoredDocument[] | undefined {
  const { query } = useApi()
  return useQuery(query.documents.list.queryOptions({ input: { number } })).data
}

/** Documents, each to be looked at and printed, opened, or taken along. */
export function DocumentList({ documents }: { readonly documents: readonly StoredDocument[] }) {
  const action = useAction()
  const openDocument = useOpenDocument()
  const take = useTake()
  if (documents.length === 0) return <p className="draws-hint">还没有文书。</p>
  const save = (wanted: readonly StoredDocument[]) => void action.run(() => take(async () => wanted))
  return (
    <>
      <table className="draws-table draws-documents">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">类别</th>
            <th scope="col">时间</th>
            <th scope="col">
              <Button size="small" disabled={action.busy} onClick={() => save(documents)}>
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
                {document.note === null ? null : <span className="draws-hint">{document.note}</span>}
              </td>
              <td className="draws-nowrap">
                {documentKinds[document.kind]}
                {document.pages === null ? null : <span className="draws-hint">{document.pages} 页</span>}
              </td>
              <td className="draws-filed">{momentInWords(document.at)}</td>
              <td className="draws-nowrap">
                {document.kind === 'package' ? null : (
                  <Button
                    size="small"
                    type="link"
                    disabled={action.busy}
                    aria-label={`预览：${document.name}`}
                    onClick={() => void action.run(() => openDocument(document.id, 'preview'))}
                  >
                    预览
                  </Button>
                )}
                {document.type === 'application/pdf' ? (
                  <PrintButton document={document} small link disabled={action.busy} />
                ) : null}
                <Button
                  size="small"
                  type="link"
                  disabled={action.busy}
                  onClick={() => void action.run(() => openDocument(document.id, 'system'))}
                >
                  系统打开
                </Button>
                <Button size="small" type="link" disabled={action.busy} onClick={() => save([document])}>
                  另存
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RefusalNote sentence={action.refusal} />
    </>
  )
}
