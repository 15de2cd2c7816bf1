import { Button } from 'antd'
import type { ArchivedFileState } from '../../../shared/api/archive-contract.ts'
import { useApi } from '../api.ts'
import { downloadBytes, useOpenDocument } from '../draws/open-document.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { PrintButton } from '../papers/print-button.tsx'
import { bytesInWords, momentInWords } from '../parts/in-words.ts'

/** Digits of a digest that tell one file from another on a screen. */
const digitsShown = 8
/** What the preview shows. */
const shown = ['application/pdf', 'image/jpeg', 'image/png']

/** The files of an archive in the order in which they were filed; `kind`: of this kind alone. */
export function ArchiveTable({
  files,
  kind,
}: {
  readonly files: readonly ArchivedFileState[]
  readonly kind: string | null
}) {
  const action = useAction()
  return (
    <>
      <RefusalNote sentence={action.refusal} />
      <table className="rows archive-files">
        <thead>
          <tr>
            <th scope="col" className="archive-order">
              序号
            </th>
            <th scope="col">名称</th>
            <th scope="col" className="archive-kind">
              种类
            </th>
            <th scope="col" className="archive-bytes number-column">
              页数、大小
            </th>
            <th scope="col" className="archive-filed">
              归档
            </th>
            <th scope="col" className="archive-digest">
              校验码
            </th>
            <th scope="col" className="archive-actions">
              <span className="unseen">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file, index) =>
            kind === null || file.kind === kind ? (
              <tr key={file.id}>
                <td className="archive-order">{index + 1}</td>
                <td>
                  {file.name}
                  {file.note === null ? null : <span className="archive-note">{file.note}</span>}
                </td>
                <td>{file.kind}</td>
                <td className="number-column">
                  {file.pages === null ? '' : `${file.pages}页`}
                  <span className="archive-note">{bytesInWords(file.bytes)}</span>
                </td>
                <td>
                  <span className="moment">{momentInWords(file.at)}</span>
                  <span className="archive-note">{file.by}</span>
                </td>
                <td>
                  <span className="code" title={file.sha256}>
                    {file.sha256.slice(0, digitsShown)}
                  </span>
                </td>
                <td className="archive-actions">
                  <FileButtons file={file} action={action} />
                </td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </>
  )
}

function FileButtons({
  file,
  action,
}: {
  readonly file: ArchivedFileState
  readonly action: ReturnType<typeof useAction>
}) {
  const { core, shell } = useApi()
  const openDocument = useOpenDocument()
  const isShown = shown.includes(file.type)
  const open = () => void action.run(() => openDocument(file.id, isShown ? 'preview' : 'system'))
  const take = () =>
    void action.run(async () => {
      const { folder, dialogs } = await shell.chooseFolder({ title: '另存到文件夹' })
      if (dialogs) {
        if (folder === null) return
        const { files } = await core.documents.copy({ ids: [file.id], folder })
        const [first] = files
        if (first !== undefined) await shell.revealFile({ path: first })
        return
      }
      const { document, data } = await core.documents.read({ id: file.id })
      downloadBytes(document.name, document.type, data)
    })
  return (
    <>
      <Button
        type="link"
        size="small"
        disabled={action.busy}
        aria-label={`${isShown ? '预览' : '打开'}：${file.name}`}
        onClick={open}
      >
        {isShown ? '预览' : '打开'}
      </Button>
      {file.printable ? <PrintButton document={file} small link /> : null}
      <Button
        type="link"
        size="small"
        disabled={action.busy}
        aria-label={`另存：${file.name}`}
        onClick={take}
      >
        另存
      </Button>
    </>
  )
}
