import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { fullPath } from '../../../shared/api/parts.ts'
import { useApi } from '../api.ts'
import { bytesInWords, momentInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'

/** The data folder (数据文件夹) and 立即备份. */
export function DataSheet() {
  const { query, shell } = useApi()
  const { modal } = App.useApp()
  const info = useQuery(query.data.info.queryOptions({ input: {} }))
  const [folder, setFolder] = useState<string | null>(null)
  const [unfit, setUnfit] = useState<string | null>(null)
  const backUp = useMutation(
    query.data.backUp.mutationOptions({
      onSuccess: (made) => {
        modal.success({
          title: '备份完成',
          width: 560,
          content: (
            <>
              <p>{bytesInWords(made.bytes)}，保存在：</p>
              <p className="path">{made.path}</p>
            </>
          ),
          okText: '知道了',
        })
        setFolder(null)
      },
    }),
  )
  const choose = useMutation({
    mutationKey: [['shell', 'verify']],
    mutationFn: () => shell.chooseFolder({ title: '备份到哪个文件夹' }),
    onSuccess: ({ folder: chosen, dialogs }) => {
      if (chosen !== null) backUp.mutate({ folder: chosen })
      else if (!dialogs) setFolder('')
    },
  })
  const reveal = useMutation({
    mutationKey: [['shell', 'verify']],
    mutationFn: (path: string) => shell.revealFile({ path }),
  })
  const backUpInto = (): void => {
    const read = fullPath.safeParse(folder?.trim() ?? '')
    if (read.success) {
      setUnfit(null)
      backUp.mutate({ folder: read.data })
    } else setUnfit('请填写完整路径，如 D:\\备份')
  }
  return (
    <Sheet
      title="数据与备份"
      actions={
        <>
          <Button loading={choose.isPending} onClick={() => choose.mutate()}>
            备份到其他文件夹
          </Button>
          <Button type="primary" loading={backUp.isPending} onClick={() => backUp.mutate({ folder: null })}>
            立即备份
          </Button>
        </>
      }
    >
      <Problem error={info.error ?? backUp.error ?? choose.error ?? reveal.error} />
      {folder === null ? null : (
        <form
          className="folder-line"
          onSubmit={(event) => {
            event.preventDefault()
            backUpInto()
          }}
        >
          <label htmlFor="backup-folder">备份到文件夹</label>
          <Input
            id="backup-folder"
            autoFocus
            value={folder}
            placeholder="完整路径，如 U 盘 E:\备份"
            onChange={(event) => setFolder(event.target.value)}
          />
          <Button htmlType="submit" type="primary" loading={backUp.isPending}>
            备份到这里
          </Button>
          <Button onClick={() => setFolder(null)}>取消</Button>
          {unfit === null ? null : <p className="field-problem">{unfit}</p>}
        </form>
      )}
      {info.data === undefined ? null : (
        <dl className="facts">
          <div>
            <dt>数据文件夹</dt>
            <dd>
              <span className="path">{info.data.folder}</span>
              <Button size="small" onClick={() => reveal.mutate(info.data.database)}>
                打开所在位置
              </Button>
            </dd>
          </div>
          <div>
            <dt>数据库</dt>
            <dd>{bytesInWords(info.data.bytes)}</dd>
          </div>
          <div>
            <dt>文书与材料</dt>
            <dd className="path">{info.data.documents}</dd>
          </div>
          <div>
            <dt>台账</dt>
            <dd>
              {info.data.ledger.entries} 条，台账校验码{' '}
              <span className="digest">{info.data.ledger.head.slice(0, 16)}…</span>
            </dd>
          </div>
          <div>
            <dt>上次备份</dt>
            <dd>
              {info.data.lastBackupAt === null ? '还没有备份过' : momentInWords(info.data.lastBackupAt)}
            </dd>
          </div>
          <div>
            <dt>程序版本</dt>
            <dd className="code">{info.data.software}</dd>
          </div>
        </dl>
      )}
      <p className="quiet">
        备份只含数据库（名录、摇号、台账）。文书与签字件在“文书与材料”文件夹里，请一并抄到 U 盘。
      </p>
    </Sheet>
  )
}
