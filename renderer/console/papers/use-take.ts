import { App } from 'antd'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { useApi } from '../api.ts'
import { downloadBytes } from '../draws/open-document.ts'

/** documents that are copied at once */
const atOnce = 200

/** 另存: copies documents into a folder that the person chooses, or hands them to the browser's download. */
export function useTake(): (documents: () => Promise<readonly StoredDocument[]>) => Promise<void> {
  const { core, shell } = useApi()
  const { message } = App.useApp()
  return async (wanted) => {
    const { folder, dialogs } = await shell.chooseFolder({ title: '另存到文件夹' })
    if (dialogs && folder === null) return
    const documents = await wanted()
    if (documents.length === 0) return
    if (!dialogs || folder === null) {
      for (const { id } of documents) {
        const { document, data } = await core.documents.read({ id })
        downloadBytes(document.name, document.type, data)
      }
      void message.success(`已保存${documents.length}个文件，在浏览器的下载位置`)
      return
    }
    const written: string[] = []
    for (let from = 0; from < documents.length; from += atOnce) {
      const ids = documents.slice(from, from + atOnce).map(({ id }) => id)
      written.push(...(await core.documents.copy({ ids, folder })).files)
    }
    void message.success(`已保存${written.length}个文件`)
    const [first] = written
    if (first !== undefined) await shell.revealFile({ path: first })
  }
}
