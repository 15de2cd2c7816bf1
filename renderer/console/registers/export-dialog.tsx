import { useMutation } from '@tanstack/react-query'
import { App, Button, Modal, Progress, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import {
  type ExportFormat,
  exportPurposes,
  type RowScope,
} from '../../../shared/api/register-work-contract.ts'
import { type RegisterName, registerColumns } from '../../../shared/registry/columns.ts'
import { isPersonal } from '../../../shared/registry/covered-number.ts'
import { useApi } from '../api.ts'
import { bytesInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import { saveFile } from '../parts/save-file.ts'

/** One answer to which rows are meant. */
export interface ExportChoice {
  readonly label: string
  readonly count: number
  readonly scope: RowScope
}

type Purpose = keyof typeof exportPurposes

const formats: readonly { readonly value: ExportFormat; readonly label: string; readonly hint: string }[] = [
  { value: 'xlsx', label: '表格 .xlsx', hint: '代码、证号按文本保存，表头冻结，可直接打印' },
  { value: 'csv-utf-8', label: '逗号分隔 .csv（UTF-8）', hint: '多数系统通用' },
  { value: 'csv-gb18030', label: '逗号分隔 .csv（GB18030）', hint: '旧系统要求国标编码时使用' },
]

/** An export (导出): which rows, which file, for whom; watched and stopped while it is written. */
export function ExportDialog({
  register,
  title,
  choices,
  moment,
  day,
  close,
}: {
  readonly register: RegisterName
  readonly title: string
  /** the first is proposed */
  readonly choices: readonly ExportChoice[]
  /** as of which moment, and which day that is; `null` for now */
  readonly moment: string | null
  readonly day: string | null
  readonly close: () => void
}) {
  const { core } = useApi()
  const { message } = App.useApp()
  const [chosen, choose] = useState(0)
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [purpose, setPurpose] = useState<Purpose>('outside')
  const [progress, setProgress] = useState<{ readonly rows: number; readonly total: number } | null>(null)
  const running = useRef<AbortController | null>(null)
  const personal = registerColumns[register].filter(isPersonal).map((column) => column.title)
  const choice = choices[chosen] ?? choices[0]
  useEffect(() => () => running.current?.abort(), [])
  const write = useMutation({
    mutationKey: [['registerWork', 'export', 'inspect']],
    mutationFn: async (scope: RowScope) => {
      const controller = new AbortController()
      running.current = controller
      setProgress({ rows: 0, total: choice?.count ?? 0 })
      const pieces: string[] = []
      const order = { register, scope, moment, format, purpose }
      for await (const event of await core.registerWork.export(order, { signal: controller.signal })) {
        if (event.event === 'progress') setProgress({ rows: event.rows, total: event.total })
        if (event.event === 'piece') pieces.push(event.data)
        if (event.event === 'file') {
          saveFile(event.name, event.type, pieces)
          return event
        }
      }
      controller.signal.throwIfAborted()
      throw new Error('the export ended without a file')
    },
    onSuccess: ({ name, rows, bytes }) => {
      void message.success(`已导出 ${rows.toLocaleString('zh-CN')} 条：${name}（${bytesInWords(bytes)}）`, 6)
      close()
    },
    onSettled: () => setProgress(null),
  })
  const stopped = running.current?.signal.aborted === true
  const percent = progress === null || progress.total === 0 ? 0 : (progress.rows / progress.total) * 100
  return (
    <Modal
      open
      title={`导出${title}`}
      width={560}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        progress === null ? (
          <>
            <Button onClick={close}>返回</Button>
            <Button
              type="primary"
              disabled={choice === undefined || choice.count === 0}
              onClick={() => choice !== undefined && write.mutate(choice.scope)}
            >
              导出 {(choice?.count ?? 0).toLocaleString('zh-CN')} 条
            </Button>
          </>
        ) : (
          <Button onClick={() => running.current?.abort()}>停止导出</Button>
        )
      }
    >
      {progress === null ? (
        <div className="choices">
          {day === null ? null : <p>导出的是 {day} 终了时的名录，不是现在的名录。</p>}
          <fieldset>
            <legend>范围</legend>
            <Radio.Group
              value={chosen}
              onChange={(event) => choose(Number(event.target.value))}
              options={choices.map(({ label, count }, index) => ({
                value: index,
                label: `${label}（${count.toLocaleString('zh-CN')}条）`,
              }))}
            />
          </fieldset>
          <fieldset>
            <legend>文件</legend>
            <Radio.Group value={format} onChange={(event) => setFormat(event.target.value)}>
              {formats.map(({ value, label, hint }) => (
                <Radio key={value} value={value}>
                  {label}
                  <span className="quiet">　{hint}</span>
                </Radio>
              ))}
            </Radio.Group>
          </fieldset>
          {personal.length === 0 ? null : (
            <fieldset>
              <legend>用途</legend>
              <Radio.Group value={purpose} onChange={(event) => setPurpose(event.target.value)}>
                <Radio value="outside">
                  {exportPurposes.outside}
                  <span className="quiet">　{personal.join('、')}部分隐去，不能再导入</span>
                </Radio>
                <Radio value="internal">
                  {exportPurposes.internal}
                  <span className="quiet">　{personal.join('、')}完整，可以再导入</span>
                </Radio>
              </Radio.Group>
            </fieldset>
          )}
          <p className="quiet">导出的条数和用途记入台账。</p>
          {stopped && write.isError ? (
            <p role="status">已停止，没有写出文件。</p>
          ) : (
            <Problem error={write.error} />
          )}
        </div>
      ) : (
        <div role="status">
          <Progress percent={Math.floor(percent)} aria-label="导出进度" />
          <p>
            已写 {progress.rows.toLocaleString('zh-CN')} 条，共 {progress.total.toLocaleString('zh-CN')} 条。
          </p>
        </div>
      )}
    </Modal>
  )
}
