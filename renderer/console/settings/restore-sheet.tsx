import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import type { ConsoleClient } from '../../../shared/api/client.ts'
import type { BackupComparison } from '../../../shared/api/data-contract.ts'
import { uploadFile } from '../../connection/upload.ts'
import { useApi } from '../api.ts'
import { useLinkUp } from '../live-state.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { bytesInWords, momentInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { comparedLines, numbersLostInWords, relationInWords } from './comparison-words.ts'

type Backup = Awaited<ReturnType<ConsoleClient['data']['backups']>>[number]

const madeWords: Readonly<Record<Backup['made'], string>> = {
  'by-hand': '手工备份',
  'before-migration': '升级以前',
  'before-restore': '恢复以前',
  unknown: '来源不明',
}

/** Backups, and the way back to one of them: the comparison comes first. */
export function RestoreSheet({ office }: { readonly office: { readonly code: string } | null }) {
  const { query, core } = useApi()
  const backups = useQuery(query.data.backups.queryOptions({ input: {} }))
  const [comparison, setComparison] = useState<BackupComparison | null>(null)
  const [all, showAll] = useState(false)
  const compare = useMutation({
    mutationKey: [['data', 'compare']],
    mutationFn: async (what: { readonly path: string } | { readonly file: File }) =>
      core.data.compare('path' in what ? what : { upload: await uploadFile(core, what.file) }),
    onSuccess: setComparison,
  })
  const list = backups.data ?? []
  return (
    <Sheet title="从备份恢复">
      <p className="quiet">
        恢复以前先把备份与现在的数据并排比较，并把现在的数据另存一份备份。恢复本身也记入台账；备份里没有摇完的场次一律中止，须再次抽取。
      </p>
      <Problem error={backups.error ?? compare.error} />
      {list.length === 0 ? (
        <p>数据文件夹里还没有备份。</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">备份</th>
              <th scope="col">由来</th>
              <th scope="col" className="number-column">
                大小
              </th>
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? list : list.slice(0, 5)).map((backup) => (
              <tr key={backup.path}>
                <td className="moment">{momentInWords(backup.at)}</td>
                <td className="path" title={backup.path}>
                  {backup.name}
                </td>
                <td>
                  <Tag>{madeWords[backup.made]}</Tag>
                </td>
                <td className="number-column">{bytesInWords(backup.bytes)}</td>
                <td className="action-column">
                  <Button
                    size="small"
                    loading={compare.isPending}
                    onClick={() => compare.mutate({ path: backup.path })}
                  >
                    比较并恢复
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.length > 5 && !all ? (
        <Button type="link" onClick={() => showAll(true)}>
          显示全部 {list.length} 份
        </Button>
      ) : null}
      <div className="backup-file">
        <FileDrop
          accept=".db,.sqlite,.ssj,.bak"
          title="用别处的备份文件"
          hint="例如 U 盘里的备份。先比较，不会立即恢复。"
          onFile={(file) => compare.mutate({ file })}
        />
      </div>
      {comparison === null ? null : (
        <RestoreDialog
          comparison={comparison}
          code={office?.code ?? null}
          onClose={() => setComparison(null)}
        />
      )}
    </Sheet>
  )
}

/** The comparison side by side, a reason, and the office's code typed as confirmation. */
function RestoreDialog({
  comparison,
  code,
  onClose,
}: {
  readonly comparison: BackupComparison
  readonly code: string | null
  readonly onClose: () => void
}) {
  const { query } = useApi()
  const { modal } = App.useApp()
  const up = useLinkUp()
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const restore = useMutation(
    query.data.restore.mutationOptions({
      onSuccess: ({ kept }) => {
        onClose()
        modal.success({
          title: '已恢复',
          width: 560,
          content: (
            <>
              <p>恢复以前的数据另存为：</p>
              <p className="path">{kept}</p>
            </>
          ),
          okText: '知道了',
        })
      },
    }),
  )
  const word = code ?? '恢复'
  const ready = reason.trim() !== '' && typed.trim() === word
  const reopening = restore.isPending || !up
  return (
    <Modal
      open
      width={680}
      style={{ top: 20 }}
      title={`恢复到“${comparison.name}”`}
      onCancel={reopening ? undefined : onClose}
      closable={!reopening}
      mask={{ closable: false }}
      okText="恢复到这份备份"
      cancelText="不恢复"
      okButtonProps={{ danger: true, disabled: !ready, loading: restore.isPending }}
      cancelButtonProps={{ disabled: reopening }}
      onOk={() => restore.mutate({ token: comparison.token, reason: reason.trim() })}
    >
      <p
        className={
          comparison.relation === 'same' || comparison.relation === 'newer' ? 'relation' : 'relation loses'
        }
      >
        {relationInWords(comparison)}
      </p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">内容</th>
            <th scope="col">现在</th>
            <th scope="col">备份</th>
          </tr>
        </thead>
        <tbody>
          {comparedLines(comparison).map(([what, now, backup]) => (
            <tr key={what} className={now === backup ? undefined : 'differs'}>
              <td>{what}</td>
              <td>{now}</td>
              <td>{backup}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {comparison.drawsLost.length === 0 ? null : (
        <p className="field-problem">
          恢复以后不再有、或退回到较早一步的摇号：{comparison.drawsLost.join('、')}
          。已经打印签字的纸面仍然有效，请保管好。
        </p>
      )}
      {comparison.documentNumbersLost.length === 0 ? null : (
        <p className="field-problem">{numbersLostInWords(comparison.documentNumbersLost)}</p>
      )}
      <div className="restore-form">
        <label htmlFor="restore-reason">恢复的原因（记入台账）</label>
        <Input
          id="restore-reason"
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        <label htmlFor="restore-code">
          确认：输入{code === null ? '' : '单位代码 '}
          <strong>{word}</strong>
        </label>
        <Input
          id="restore-code"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Problem error={restore.error} />
      {reopening ? <p role="status">正在重新打开，请稍候。</p> : null}
    </Modal>
  )
}
