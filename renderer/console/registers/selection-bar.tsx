import { Button } from 'antd'
import { chosenCount, type RowSelection } from './row-selection.ts'

/** What can be done to the rows that are chosen; nothing while none is. */
export function SelectionBar({
  selection,
  found,
  narrowed,
  past,
  onAll,
  onClear,
  onBulk,
  onRetire,
  onExport,
}: {
  readonly selection: RowSelection
  readonly found: number
  readonly narrowed: boolean
  /** rows of another day can be exported and nothing else */
  readonly past: boolean
  readonly onAll: () => void
  readonly onClear: () => void
  readonly onBulk: () => void
  readonly onRetire: () => void
  readonly onExport: () => void
}) {
  const count = chosenCount(selection, found)
  if (count === 0) return null
  const shown = count.toLocaleString('zh-CN')
  return (
    <div className="selection-bar" role="toolbar" aria-label="所选条目的操作">
      <strong role="status">
        {selection.by === 'found' ? `已选${narrowed ? '找到的' : ''}全部 ${shown} 条` : `已选 ${shown} 条`}
      </strong>
      {selection.by === 'found' || count >= found ? null : (
        <Button type="link" size="small" onClick={onAll}>
          改选{narrowed ? '找到的' : ''}全部 {found.toLocaleString('zh-CN')} 条
        </Button>
      )}
      <span className="selection-actions">
        {past ? null : (
          <>
            <Button size="small" onClick={onBulk}>
              批量修改
            </Button>
            <Button size="small" danger onClick={onRetire}>
              批量停用
            </Button>
          </>
        )}
        <Button size="small" onClick={onExport}>
          导出所选
        </Button>
        <Button size="small" type="text" onClick={onClear}>
          取消选择
        </Button>
      </span>
    </div>
  )
}
