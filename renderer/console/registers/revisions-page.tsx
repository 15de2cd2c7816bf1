import './registers.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import type { ConsoleClient } from '../../../shared/api/client.ts'
import { registerTitles } from '../../../shared/registry/columns.ts'
import { uploadFile } from '../../connection/upload.ts'
import { useApi } from '../api.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { momentInWords } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { saveFile } from '../parts/save-file.ts'
import { Sheet } from '../parts/sheet.tsx'
import { go } from '../route.ts'
import { DifferenceDrawer } from './difference-drawer.tsx'

type Revisions = Awaited<ReturnType<ConsoleClient['registerWork']['revisions']['read']>>
type Standing = Revisions['registers'][number]

/** The revisions of the registers (定期修订, S1 第六条): what changed since the last, the proof, what was done. */
export function RevisionsPage() {
  const { query } = useApi()
  const read = useQuery(query.registerWork.revisions.read.queryOptions({ input: {} }))
  const { data } = read
  return (
    <Page
      title="名录定期修订"
      note={
        data === undefined
          ? undefined
          : data.months.length === 0
            ? `现行细则要求随时调整，不定月份${data.clause === null ? '' : `（${data.clause}）`}；修订后也可以在这里登记。`
            : `${data.words ?? `每年${data.months.join('月、')}月对名录作一次修订`}${data.clause === null ? '' : `（${data.clause}）`}。`
      }
      actions={<Button onClick={() => go('/objects')}>返回检查对象</Button>}
    >
      <Problem error={read.error} retry={() => void read.refetch()} />
      {data === undefined ? null : (
        <>
          {data.registers.map((standing) => (
            <StandingSheet key={standing.register} standing={standing} />
          ))}
          <DoneSheet done={data.done} />
        </>
      )}
    </Page>
  )
}

/** `2026-06` → `2026年6月`. */
function periodInWords(period: string): string {
  const [year, month] = period.split('-').map(Number)
  return `${year}年${month}月`
}

function countsInWords({ added, changed, retired }: Standing['counts']): string {
  return added + changed + retired === 0
    ? '没有变动'
    : `新增 ${added} 条，修改 ${changed} 条，停用 ${retired} 条`
}

function StandingSheet({ standing }: { readonly standing: Standing }) {
  const { register, period, due, done, since, counts, rows } = standing
  const [open, setOpen] = useState<'changes' | 'confirm' | null>(null)
  const title = registerTitles[register]
  return (
    <Sheet
      title={
        <>
          {title}　{periodInWords(period)}
          <Tag className="revision-state" color={done ? 'success' : due ? 'error' : 'default'}>
            {done ? '已登记' : due ? '应登记' : '未登记'}
          </Tag>
        </>
      }
      actions={
        <>
          <Button onClick={() => setOpen('changes')} disabled={rows === 0 && since === null}>
            查看变动
          </Button>
          {done ? null : (
            <Button
              type={due ? 'primary' : 'default'}
              disabled={rows === 0}
              onClick={() => setOpen('confirm')}
            >
              登记修订
            </Button>
          )}
        </>
      }
    >
      <p className="revision-facts">
        现有 {rows.toLocaleString('zh-CN')} 条。
        {since === null
          ? `还没有登记过修订。建库以来${countsInWords(counts)}。`
          : `上次修订是 ${momentInWords(since).slice(0, 10)}，此后${countsInWords(counts)}。`}
      </p>
      {open === 'changes' ? (
        <DifferenceDrawer
          register={register}
          title={since === null ? `${title}建库以来的变动` : `${title}上次修订以来的变动`}
          since={since}
          close={() => setOpen(null)}
        />
      ) : null}
      {open === 'confirm' ? <ConfirmDialog standing={standing} close={() => setOpen(null)} /> : null}
    </Sheet>
  )
}

function ConfirmDialog({ standing, close }: { readonly standing: Standing; readonly close: () => void }) {
  const { core } = useApi()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const [scan, setScan] = useState<File | null>(null)
  const { register, period, counts, rows } = standing
  const title = `${registerTitles[register]}${periodInWords(period)}的修订`
  const confirm = useMutation({
    mutationFn: async () => {
      const upload = scan === null ? null : await uploadFile(core, scan)
      const said = note.trim().replace(/\s+/g, ' ')
      return core.registerWork.revisions.confirm({
        register,
        period,
        note: said === '' ? null : said,
        scan: upload,
      })
    },
    onSuccess: () => {
      void message.success(`已登记${title}`)
      close()
    },
  })
  return (
    <Modal
      open
      width={600}
      title={`登记${title}`}
      okText="已核对，登记修订"
      cancelText="返回"
      okButtonProps={{ loading: confirm.isPending }}
      onOk={() => confirm.mutate()}
      onCancel={close}
    >
      <p>
        现有 {rows.toLocaleString('zh-CN')} 条；{countsInWords(counts)}。登记后记入台账，不能撤回。
      </p>
      <div className="reason">
        <label htmlFor="revision-note">说明（可不填）</label>
        <Input.TextArea
          id="revision-note"
          rows={2}
          maxLength={300}
          value={note}
          placeholder="如：各股室逐户核对，会签后修订"
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="revision-scan">
        <FileDrop
          accept=".jpg,.jpeg,.png,.pdf,image/jpeg,image/png,application/pdf"
          title={scan === null ? '佐证的扫描件或照片（可不附）' : scan.name}
          hint={scan === null ? '拖到这里，或点此选择 PDF、JPEG、PNG 文件' : '已选好，可以换一份'}
          onFile={setScan}
        />
      </div>
      <Problem error={confirm.error} />
    </Modal>
  )
}

function DoneSheet({ done }: { readonly done: Revisions['done'] }) {
  const { core } = useApi()
  const open = useMutation({
    mutationKey: [['registerWork', 'revisions', 'verify']],
    mutationFn: async (id: string) => {
      const { name, type, data } = await core.registerWork.revisions.proof({ id })
      saveFile(name, type, [data])
    },
  })
  return (
    <Sheet title="历次修订">
      <Problem error={open.error} />
      {done.length === 0 ? (
        <p className="quiet">还没有登记过修订。</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">月份</th>
              <th scope="col">名录</th>
              <th scope="col">变动</th>
              <th scope="col">说明</th>
              <th scope="col">登记</th>
              <th scope="col">佐证</th>
            </tr>
          </thead>
          <tbody>
            {done.map(({ register, period, counts, rows, note, at, by, proof }) => (
              <tr key={`${register}-${period}`}>
                <td className="moment">{periodInWords(period)}</td>
                <td>{registerTitles[register]}</td>
                <td>
                  {countsInWords(counts)}；当时共 {rows.toLocaleString('zh-CN')} 条
                </td>
                <td>{note ?? <span className="nothing">—</span>}</td>
                <td className="moment">
                  {momentInWords(at)} {by}
                </td>
                <td>
                  {proof === null ? (
                    <span className="nothing">—</span>
                  ) : (
                    <Button size="small" onClick={() => open.mutate(proof.id)}>
                      另存佐证
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}
