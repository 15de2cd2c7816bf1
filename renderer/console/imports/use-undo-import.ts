import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useApi } from '../api.ts'
import { useReasonDialog } from '../parts/reason-dialog.tsx'

/** Takes an import back after a reason and a confirmation. */
export function useUndoImport(onDone?: () => void): (id: number, what: string) => void {
  const { query } = useApi()
  const { modal } = App.useApp()
  const ask = useReasonDialog()
  const undo = useMutation(query.imports.undo.mutationOptions())
  return (id, what) =>
    ask({
      title: `撤销${what}`,
      text: '这次导入新增的条目将停用，更新过的条目恢复为导入以前的内容，停用的条目以新的序号重新登记，都记入历次变更。已经完成的摇号不受影响。',
      ok: '撤销导入',
      danger: true,
      run: async (reason) => {
        const { retired, restored, readded } = await undo.mutateAsync({ id, reason })
        onDone?.()
        modal.success({
          title: '已撤销导入',
          content: `停用 ${retired} 条，恢复 ${restored} 条${readded > 0 ? `，重新登记 ${readded} 条` : ''}。`,
          okText: '知道了',
        })
      },
    })
}
