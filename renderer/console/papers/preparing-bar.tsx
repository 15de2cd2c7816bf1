import { Button, Progress } from 'antd'
import type { Preparing } from './use-preparing.ts'

/** How far the making of papers is, and 取消. */
export function PreparingBar({ preparing }: { readonly preparing: Preparing }) {
  if (!preparing.busy) return null
  const { progress } = preparing
  const percent = progress === null || progress.total === 0 ? 0 : (progress.done / progress.total) * 100
  return (
    <div className="papers-progress">
      <div>
        <p role="status">
          {progress === null
            ? '正在准备'
            : `正在生成：${progress.form}（${progress.done}/${progress.total}）`}
        </p>
        <Progress percent={Math.round(percent)} showInfo={false} aria-label="生成进度" />
      </div>
      <Button onClick={preparing.cancel}>取消</Button>
    </div>
  )
}
