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
import { refusalCode } from '../refusal-sentence.ts'
import { registerPageWords } from '../registers/register-page-words.ts'
import { go } from '../route.ts'
import { HeaderPicker } from './header-picker.tsx'
import {
  type ChosenHeader,
  type HandedFile,
  handOver,
  type ImportResult,
  type Inspected,
  type InspectProgress,
  inspectFile,
} from './import-calls.ts'
import { ImportReport } from './import-report.tsx'
import { ImportResultView } from './import-result.tsx'

/** An import (导入): a file, the report of what it would do, the decisions, the result. */
export function ImportPage({ register }: { readonly register: RegisterName }) {
  const { core } = useApi()
  const words = registerPageWords[register]
  const [progress, setProgress] = useState<InspectProgress | null>(null)
  const [file, setFile] = useState<HandedFile | null>(null)
  const [header, setHeader] = useState<ChosenHeader | null>(null)
  const [inspected, setInspected] = useState<Inspected | null>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const running = useRef<AbortController | null>(null)
  const token = useRef<string | null>(null)
  const upload = useRef<string | null>(null)

  const forget = (): void => {
    if (token.current !== null) core.imports.discard({ token: token.current }).catch(() => undefined)
    if (upload.current !== null) core.uploads.discard({ upload: upload.current }).catch(() => undefined)
    token.current = null
    upload.current = null
  }
  const inspect = useMutation({
    mutationKey: [['imports', 'inspect']],
    mutationFn: async (what: { readonly file: File | HandedFile; readonly header: ChosenHeader | null }) => {
      const controller = new AbortController()
      running.current = controller
      const handed = what.file instanceof File ? await hand(what.file, controller.signal) : what.file
      return inspectFile(core, register, handed, what.header, setProgress, controller.signal)
    },
    onSuccess: (found) => {
      if (token.current !== null) core.imports.discard({ token: token.current }).catch(() => undefined)
      token.current = found.token
      setInspected(found)
    },
    onSettled: () => setProgress(null),
  })
  const hand = async (chosen: File, signal: AbortSignal): Promise<HandedFile> => {
    setProgress({ step: 'upload', received: 0, size: chosen.size })
    const handed = await handOver(core, chosen, setProgress, signal)
    upload.current = handed.upload
    setFile(handed)
    return handed
  }
  // Whoever leaves the page leaves the report: the core need not keep it.
  const leave = useRef(forget)
  leave.current = forget
  useEffect(
    () => () => {
      running.current?.abort()
      leave.current()
    },
    [],
  )
  const again = (): void => {
    forget()
    inspect.reset()
    setFile(null)
    setHeader(null)
    setInspected(null)
    setResult(null)
  }
  const inspectAgain = (chosen: ChosenHeader | null): void => {
    if (file === null) return
    setHeader(chosen)
    setInspected(null)
    inspect.mutate({ file, header: chosen })
  }
  const code = refusalCode(inspect.error)
  const wantsHeader = file !== null && (code === 'NO_KNOWN_HEADER' || code === 'AMBIGUOUS_HEADER')

  const back = <Button onClick={() => go(`/${register}`)}>返回{words.title}</Button>
  return (
    <Page
      title={`导入${words.title}`}
      note="先读文件、给出报告；确认以前不改动名录。导入以后还可以整批撤销。"
      actions={back}
    >
      {result !== null ? (
        <ImportResultView result={result} onAgain={again} />
      ) : progress !== null ? (
        <Sheet title={file === null ? '正在接收文件' : `正在读取“${file.name}”`}>
          <ProgressView progress={progress} />
          <Button onClick={() => running.current?.abort()}>取消</Button>
        </Sheet>
      ) : inspected !== null ? (
        <ImportReport
          key={inspected.token}
          inspected={inspected}
          onDone={(done) => {
            token.current = null
            forget()
            setResult(done)
          }}
          onAgain={again}
          onMapped={() => inspectAgain(header)}
        />
      ) : wantsHeader ? (
        <>
          <Problem error={inspect.error} />
          <HeaderPicker register={register} file={file} onPicked={inspectAgain} onAgain={again} />
        </>
      ) : (
        <Sheet>
          <Problem error={inspect.error} />
          <FileDrop
            accept=".xlsx,.csv"
            title="把文件拖到这里，或点这里选择"
            hint="表格文件（.xlsx）或逗号分隔文件（.csv）。旧格式 .xls、.et 请先在表格软件里另存为 .xlsx。"
            onFile={(chosen) => inspect.mutate({ file: chosen, header: null })}
          />
          <h2 className="minor-head">能识别的列</h2>
          <p className="quiet">
            表头写法不必完全一致，常见的别名也能识别；不认识的列可以在读完以后指定，程序会记住。
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
    return (
      <p role="status">
        {progress.rows === 0
          ? '正在打开文件。'
          : `正在逐行核对，并与名录对照，已读 ${progress.rows.toLocaleString('zh-CN')} 行。`}
      </p>
    )
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
