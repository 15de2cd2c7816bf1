import { Alert, Button, Input } from 'antd'
import { type DragEvent, useId, useState } from 'react'
import type { DrawSession } from '../../../shared/api/session.ts'
import { uploadFile } from '../../connection/upload.ts'
import { useApi } from '../api.ts'
import { clean } from './ceremony-form.ts'
import { Field } from './field.tsx'
import { readPageCode } from './read-page-code.ts'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

/** Digits of D that a person reads from the paper where its code cannot be read. */
const comparedDigits = 8

/** 待签字: the signed form comes back as a scan or photograph; its D is compared with this draw's. */
export function SignedForm({
  number,
  digest,
  show,
}: {
  readonly number: string
  readonly digest: string
  readonly show: (session: DrawSession) => void
}) {
  const { core } = useApi()
  const action = useAction()
  const input = useId()
  const [file, setFile] = useState<File | null>(null)
  const [over, setOver] = useState(false)
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const [different, setDifferent] = useState<string | null>(null)

  const attach = async (chosen: File, qr: string | null, said: string | null) => {
    const upload = await uploadFile(core, chosen)
    const { session } = await core.documents.attach({ number, upload, kind: 'signed', qr, note: said })
    setFile(null)
    show(session)
  }
  const take = (chosen: File | undefined) => {
    setOver(false)
    setDifferent(null)
    if (chosen === undefined) return
    void action.run(async () => {
      setFile(null)
      const picture = chosen.type === 'image/jpeg' || chosen.type === 'image/png'
      // A file that is no picture after all has no code; the core says what it thinks of it.
      const qr = picture ? await readPageCode(chosen).catch(() => null) : null
      if (qr === null) setFile(chosen)
      else await attach(chosen, qr, null)
    })
  }
  const byHand = () => {
    if (file === null) return
    const read = typed.replaceAll(/\s/g, '').toLowerCase()
    if (read !== digest.slice(0, comparedDigits)) {
      setDifferent(
        `纸上的记录校验码开头“${read}”与本场次的不一致，没有归档。请核对是否拿错了表，或读错了字符后重新填写。`,
      )
      return
    }
    setDifferent(null)
    void action.run(() =>
      attach(file, null, `人工比对记录校验码前${comparedDigits}位：${read}。${clean(note)}`),
    )
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files[0])
  }
  return (
    <section className="draws-signed" aria-label="签字件">
      <h2>待签字：归档签字件</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button inside. */}
      <div
        className={over ? 'draws-drop draws-drop-over' : 'draws-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>签字后的《抽查工作记录表》扫描或拍照，拖到这里，或</p>
        <label className="draws-file" htmlFor={input}>
          选择文件
        </label>
        <input
          id={input}
          className="draws-file-input"
          type="file"
          accept=".jpg,.jpeg,.png,.pdf,image/jpeg,image/png,application/pdf"
          disabled={action.busy}
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <p className="draws-hint">
          {action.busy
            ? '正在读取二维码并保存'
            : '照片（JPEG、PNG）自动读取二维码比对；PDF 由人工比对记录校验码。'}
        </p>
      </div>
      {file === null ? null : (
        <div className="draws-by-hand">
          <Alert
            type="info"
            showIcon
            title={`“${file.name}”${file.type === 'application/pdf' ? '是 PDF，这里不读取其中的二维码' : '中没有读到二维码'}，请人工比对。`}
          />
          <div className="draws-grid draws-grid-2 draws-gap-above">
            <Field label={`纸上“记录校验码 D”的前 ${comparedDigits} 位`}>
              <Input
                className="draws-code"
                autoComplete="off"
                spellCheck={false}
                maxLength={12}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
            <Field label="比对说明">
              <Input
                placeholder="由谁、怎样比对"
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            </Field>
          </div>
          <div className="draws-buttons">
            <Button
              type="primary"
              loading={action.busy}
              disabled={typed === '' || clean(note) === ''}
              onClick={byHand}
            >
              比对一致，归档
            </Button>
            <Button disabled={action.busy} onClick={() => setFile(null)}>
              换一个文件
            </Button>
          </div>
          <RefusalNote sentence={different} />
        </div>
      )}
      <RefusalNote sentence={action.refusal} />
    </section>
  )
}
