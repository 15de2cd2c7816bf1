import { App } from 'antd'
import { useApi } from '../api.ts'
import { downloadBytes, useOpenDocument } from '../draws/open-document.ts'

interface Made {
  readonly id: string
  readonly name: string
  readonly type: string
}

/** Shows what was made: a PDF to be looked at and printed, a workbook saved where the person says. */
export function useShowMade(): (made: Made) => Promise<void> {
  const { core, shell } = useApi()
  const { message } = App.useApp()
  const open = useOpenDocument()
  return async ({ id, name, type }) => {
    if (type === 'application/pdf') return open(id, 'preview')
    const { folder, dialogs } = await shell.chooseFolder({ title: '保存到文件夹' })
    if (dialogs) {
      if (folder === null) return
      const [file] = (await core.documents.copy({ ids: [id], folder })).files
      if (file !== undefined) await shell.revealFile({ path: file })
      return
    }
    const { data } = await core.documents.read({ id })
    downloadBytes(name, type, data)
    void message.success(`已生成“${name}”，在浏览器的下载位置`)
  }
}
