import { Button, Result } from 'antd'
import { useState } from 'react'
import { registerPageWords } from '../registers/register-page-words.ts'
import { go } from '../route.ts'
import type { ImportResult } from './import-calls.ts'
import { useUndoImport } from './use-undo-import.ts'

/** What an import did, and the way back. */
export function ImportResultView({
  result,
  onAgain,
}: {
  readonly result: ImportResult
  readonly onAgain: () => void
}) {
  const [undone, setUndone] = useState(false)
  const undo = useUndoImport(() => setUndone(true))
  const { importId } = result
  const { title } = registerPageWords[result.register]
  const parts = [
    `新增 ${result.added} 条`,
    `更新 ${result.changed} 条`,
    ...(result.retired > 0 ? [`停用 ${result.retired} 条`] : []),
    `没有变化 ${result.unchanged} 条`,
    ...(result.skipped.length > 0 ? [`跳过 ${result.skipped.length} 条`] : []),
  ]
  return (
    <Result
      className="import-result"
      status={undone ? 'info' : 'success'}
      title={undone ? '这次导入已经撤销' : '导入完成'}
      subTitle={`${parts.join('，')}。`}
      extra={[
        <Button key="register" type="primary" onClick={() => go(`/${result.register}`)}>
          查看{title}
        </Button>,
        ...(result.register === 'objects' || result.register === 'inspectors'
          ? [
              <Button key="similar" onClick={() => go(`/${result.register}/duplicates`)}>
                查看疑似重复
              </Button>,
            ]
          : []),
        <Button key="again" onClick={onAgain}>
          再导入一个文件
        </Button>,
        ...(importId === null || undone
          ? []
          : [
              <Button key="undo" danger onClick={() => undo(importId, '这次导入')}>
                撤销导入
              </Button>,
            ]),
      ]}
    >
      {result.skipped.length === 0 ? null : (
        <p className="quiet">
          跳过的行：第{result.skipped.slice(0, 40).join('、')}行{result.skipped.length > 40 ? '等' : ''}
          。改正后可以再次导入同一个文件，已导入的不会重复。
        </p>
      )}
    </Result>
  )
}
