import { App, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { uploadFile } from '../../connection/upload.ts'
import { useApi } from '../api.ts'
import { Field } from '../draws/field.tsx'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { FileDrop } from '../parts/file-drop.tsx'
import { bytesInWords } from '../parts/in-words.ts'
import { Sheet } from '../parts/sheet.tsx'

const materials = {
  photograph: { title: '照片', accept: 'image/jpeg,image/png', hint: 'JPEG或PNG，每张不超过50MB。' },
  recording: {
    title: '录音录像',
    accept: '.mp4,.mp3,.wav,video/mp4,audio/mpeg,audio/wav',
    hint: 'MP4、MP3或WAV，不超过200MB；更长的请分段，或在说明中写明另存何处。',
  },
  approval: {
    title: '批准文件',
    accept: 'application/pdf,image/jpeg,image/png',
    hint: '扫描或拍照，PDF、JPEG或PNG，不超过50MB。',
  },
  other: {
    title: '其他材料',
    accept: 'application/pdf,image/jpeg,image/png',
    hint: '送达回证、证据等的扫描件，PDF、JPEG或PNG，不超过50MB。',
  },
} as const
type Material = keyof typeof materials

/** Whatever comes back from outside, filed with the draw. What was filed stays: a wrong file is told of in a note. */
export function AddMaterial({ number }: { readonly number: string }) {
  const { core } = useApi()
  const { message } = App.useApp()
  const action = useAction()
  const [kind, setKind] = useState<Material>('photograph')
  const [file, setFile] = useState<File | null>(null)
  const [note, setNote] = useState('')
  const [share, setShare] = useState(0)
  const typed = note.trim().replace(/\s+/g, ' ')
  const add = () => {
    if (file === null) return
    setShare(0)
    void action.run(async () => {
      const onProgress = (received: number, size: number) => setShare(received / Math.max(1, size))
      const upload = await uploadFile(core, file, { onProgress })
      const said = typed === '' ? null : typed
      const { document } = await core.documents.attach({ number, upload, kind, qr: null, note: said })
      setFile(null)
      setNote('')
      void message.success(`已归档“${document.name}”`)
    })
  }
  const { title, accept, hint } = materials[kind]
  return (
    <Sheet title="添加材料">
      <div className="archive-add">
        <Segmented<Material>
          aria-label="材料的种类"
          value={kind}
          disabled={action.busy}
          options={Object.entries(materials).map(([value, one]) => ({
            value: value as Material,
            label: one.title,
          }))}
          onChange={(value) => {
            setKind(value)
            setFile(null)
            action.forget()
          }}
        />
        {file === null ? (
          <FileDrop
            accept={accept}
            title={`选择${title}，或拖到这里`}
            hint={hint}
            onFile={(chosen) => {
              action.forget()
              setFile(chosen)
            }}
          />
        ) : (
          <div className="archive-chosen">
            <p>
              <strong>{file.name}</strong>
              <span className="quiet">{bytesInWords(file.size)}</span>
            </p>
            <Field label="说明" hint="可不填，如拍摄的时间、地点、内容">
              <Input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
            </Field>
            <div className="draws-buttons">
              <Button type="primary" loading={action.busy} onClick={add}>
                {action.busy ? `正在归档 ${Math.floor(share * 100)}%` : `归档为${title}`}
              </Button>
              <Button disabled={action.busy} onClick={() => setFile(null)}>
                换一个文件
              </Button>
              <span className="quiet">归档以后不能修改或删除。</span>
            </div>
          </div>
        )}
        <RefusalNote sentence={action.refusal} />
        <p className="quiet archive-lead">
          签字后的《抽查工作记录表》请在摇号页的“打印与归档”一步归档，那里会核对记录校验码。
        </p>
      </div>
    </Sheet>
  )
}
