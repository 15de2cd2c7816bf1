import { App } from 'antd'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { useApi } from '../api.ts'
import { bytesOf, downloadBytes } from '../draws/open-document.ts'
import { zipped } from './zipped.ts'

/** documents that are copied at once */
const atOnce = 200

/**
 * 另存: copies documents into a folder that the person chooses, or hands them to the browser's download, several of them
 * as one zip.
 */
export function useTake(): (documents: () => Promise<readonly StoredDocument[]>) => Promise<void> {
  const { core, shell } = useApi()
  const { message } = App.useApp()
  return async (wanted) => {
    const { folder, dialogs } = await shell.chooseFolder({ title: '另存到文件夹' })
    if (dialogs && folder === null) return
    const documents = await wanted()
    if (documents.length === 0) return
    if (!dialogs || folder === null) {
      const read = []
      for (const { id } of documents) read.push(await core.documents.read({ id }))
      const [only] = read
      if (only !== undefined && read.length === 1) {
        downloadBytes(only.document.name, only.document.type, only.data)
        void message.success('已保存到浏览器的下载位置')
        return
      }
      const files = read.map(({ document, data }) => ({ name: document.name, bytes: bytesOf(data) }))
      downloadBytes(`${zipName(documents)}.zip`, 'application/zip', zipped(files))
      void message.success(`${documents.length}个文件已装进一个压缩包，在浏览器的下载位置`)
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

function zipName(documents: readonly StoredDocument[]): string {
  const draws = new Set(documents.map(({ draw }) => draw))
  const [draw = ''] = draws
  // What belongs to a list or a plan and to no draw names no draw.
  return draws.size === 1 && !draw.includes(':') ? `${draw}-文件` : '文件'
}
