import './imports.css'
import { useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type RegisterName, registerColumns } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { bytesInWords } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { registerPageWords } from '../registers/register-page-words.ts'
import { go } from '../route.ts'
import { type ImportResult, type Inspected, type InspectProgress, inspectFile } from './import-calls.ts'
import { ImportReport } from './import-report.tsx'
import { ImportResultView } from './import-result.tsx'

/** An import (导入): a file, the report of what it would do, the decisions, the result. */
export function ImportPage({ register }: { readonly register: RegisterName }) {
  const { core } = useApi()
  const words = registerPageWords[register]
  const [progress, setProgress] = useState<(InspectProgress & { readonly name: string }) | null>(null)
  const [inspected, setInspected] = useState<Inspected | null>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const running = useRef<AbortController | null>(null)
  const token = useRef<string | null>(null)

  const inspect = useMutation({
    mutationKey: [['imports', 'inspect']],
    mutationFn: (file: File) => {
      const controller = new AbortController()
      running.current = controller
      const tell = (now: InspectProgress): void => setProgress({ ...now, name: file.name })
      tell({ step: 'upload', received: 0, size: file.size })
      return inspectFile(core, register, file, tell, controller.signal)
    },
    onSuccess: (found) => {
      token.current = found.token
      setInspected(found)
    },
    onSettled: () => setProgress(null),
  })
  // Whoever leaves the page leaves the report: the core need not keep it.
  useEffect(
    () => () => {
      running.current?.abort()
      if (token.current !== null) core.imports.discard({ token: token.current }).catch(() => undefined)
    },
    [core],
  )
  const again = (): void => {
    if (token.current !== null) core.imports.discard({ token: token.current }).catch(() => undefined)
    token.current = null
    inspect.reset()
    setInspected(null)
    setResult(null)
  }

  const back = <Button onClick={() => go(`/${register}`)}>返回{words.title}</Button>
  return (
    <Page
      title={`导入${words.title}`}
      note="先读文件、给出报告；确认以前不改动名录。导入以后还可以整批撤销。"
      actions={back}
    >
      {result !== null ? (
        <ImportResultView result={result} onAgain={again} />
      ) : inspected !== null ? (
        <ImportReport
          inspected={inspected}
          onDone={(done) => {
            token.current = null
            setResult(done)
          }}
          onAgain={again}
        />
      ) : progress !== null ? (
        <Sheet title={`正在读取“${progress.name}”`}>
          <ProgressView progress={progress} />
          <Button onClick={() => running.current?.abort()}>取消</Button>
        </Sheet>
      ) : (
        <Sheet>
          <Problem error={inspect.error} />
          <FileDrop
            accept=".xlsx,.csv"
            title="把文件拖到这里，或点这里选择"
            hint="表格文件（.xlsx）或逗号分隔文件（.csv）。旧格式 .xls、.et 请先在表格软件里另存为 .xlsx。"
            onFile={(file) => inspect.mutate(file)}
          />
          <h2 className="minor-head">能识别的列</h2>
          <p className="quiet">
            表头写法不必完全一致，常见的别名也能识别；不认识的列不导入，会在报告中写明。
          </p>
          <ul className="columns-known">
            {registerColumns[register].map((column) => (
              <li key={column.field}>
                {column.title}
                {column.required === true ? <span className="must">必填</span> : null}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </Page>
  )
}

function ProgressView({ progress }: { readonly progress: InspectProgress }) {
  if (progress.step === 'read')
    return <p role="status">正在逐行核对，已读 {progress.rows.toLocaleString('zh-CN')} 行。</p>
  const percent = progress.size === 0 ? 0 : Math.floor((progress.received / progress.size) * 100)
  return (
    <div role="status">
      <Progress percent={percent} aria-label="交给程序的进度" />
      <p>
        已交给程序 {bytesInWords(progress.received)}，共 {bytesInWords(progress.size)}。
      </p>
    </div>
  )
}
