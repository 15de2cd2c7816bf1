import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { fullPath } from '../../../shared/api/parts.ts'
import { isConcealed } from '../../../shared/api/session.ts'
import { useApi } from '../api.ts'
import { Field } from '../draws/field.tsx'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { bytesInWords } from '../parts/in-words.ts'

interface Written {
  readonly path: string
  readonly files: number
  readonly bytes: number
}

/** 导出档案: as what, and where to; afterwards what was written. */
export function WriteDialog({ number, close }: { readonly number: string; readonly close: () => void }) {
  const { core, query, shell } = useApi()
  const session = useQuery(query.draws.read.queryOptions({ input: { number } }))
  const action = useAction()
  const [as, setAs] = useState<'folder' | 'zip'>('folder')
  const [typed, setTyped] = useState<string | null>(null)
  const [unfit, setUnfit] = useState<string | null>(null)
  const [written, setWritten] = useState<Written | null>(null)
  const writeTo = async (folder: string) => setWritten(await core.archive.write({ number, folder, as }))
  const begin = () => {
    if (typed !== null) {
      const read = fullPath.safeParse(typed.trim())
      setUnfit(read.success ? null : '请填写完整路径，如 E:\\档案')
      if (read.success) void action.run(() => writeTo(read.data))
      return
    }
    void action.run(async () => {
      const { folder, dialogs } = await shell.chooseFolder({ title: '档案导出到哪个文件夹' })
      if (folder !== null) await writeTo(folder)
      else if (!dialogs) setTyped('')
    })
  }
  if (written !== null) return <WrittenDialog written={written} as={as} close={close} />
  return (
    <Modal
      open
      width={600}
      title="导出档案"
      okText={typed === null ? '选择位置，导出' : '导出到这里'}
      cancelText="返回"
      confirmLoading={action.busy}
      closable={!action.busy}
      cancelButtonProps={{ disabled: action.busy }}
      onOk={begin}
      onCancel={action.busy ? () => undefined : close}
    >
      <p>
        卷内全部文件，连同档案目录、填写内容的表格和校验码，写到一个新的
        {as === 'folder' ? '文件夹' : '压缩包'}
        里。不装本程序也能打开、核对。
      </p>
      <Radio.Group
        className="archive-as"
        value={as}
        disabled={action.busy}
        options={[
          { value: 'folder', label: '文件夹：可直接打开、刻录或移交档案室' },
          { value: 'zip', label: '压缩包：一个文件，便于拷贝、报送' },
        ]}
        onChange={({ target }) => setAs(target.value as typeof as)}
      />
      {typed === null ? null : (
        <Field label="导出到文件夹" hint="这台电脑上的完整路径">
          <Input
            autoFocus
            value={typed}
            placeholder="如 E:\档案 或 /media/usb"
            status={unfit === null ? '' : 'error'}
            onPressEnter={begin}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      )}
      {unfit === null ? null : <p className="field-problem">{unfit}</p>}
      <Alert
        className="draws-note"
        type="warning"
        showIcon
        title={
          session.data !== undefined && isConcealed(session.data)
            ? '这是保密抽取，名单尚未公布：导出的档案标有“保密”，只供内部保管，公布以前不得外传。'
            : '档案供内部保管，其中有身份证号、电话等个人信息，不得公开；对外公布请用公示稿。'
        }
      />
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}

function WrittenDialog({
  written,
  as,
  close,
}: {
  readonly written: Written
  readonly as: 'folder' | 'zip'
  readonly close: () => void
}) {
  const { shell } = useApi()
  const action = useAction()
  return (
    <Modal
      open
      width={600}
      title="档案已导出"
      onCancel={close}
      footer={
        <>
          <Button
            disabled={action.busy}
            onClick={() => void action.run(() => shell.revealFile({ path: written.path }))}
          >
            打开所在文件夹
          </Button>
          <Button type="primary" onClick={close}>
            知道了
          </Button>
        </>
      }
    >
      <p>
        {written.files}个文件，{bytesInWords(written.bytes)}，写在：
      </p>
      <p className="path">{written.path}</p>
      <p>
        {as === 'zip' ? '解开后打开' : '打开'}其中的“目录.html”查看；“说明.txt”写明怎样核对文件没有被改动。
      </p>
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}
