import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { type DrawSession, isConcealed } from '../../../shared/api/session.ts'
import { drawRecordForm } from '../../../shared/forms/draw-record.ts'
import { formOf } from '../../../shared/forms/form-catalogue.ts'
import { useApi } from '../api.ts'
import { paperAddresses } from '../papers/paper-addresses.ts'
import { addressOf } from '../route.ts'
import { DigestText } from './digest-text.tsx'
import { DisclosureNote } from './disclosure.tsx'
import { DocumentList, useDocuments } from './document-list.tsx'
import { timeWords } from './draw-words.ts'
import { RefusalNote } from './refusal-note.tsx'
import { SignedForm } from './signed-form.tsx'
import { useAction } from './use-action.ts'

type Session = Extract<DrawSession, { readonly state: 'confirmed' }>

/** The 抽查工作记录表; what was made before forms had names is told by its kind. */
function isRecord({ kind, form }: StoredDocument): boolean {
  return form === drawRecordForm.id || (kind === 'form' && form === null)
}

/** What the people in the room sign and take along; the papers of the inspection have a page of their own. */
function isOfTheDraw({ kind, form }: StoredDocument): boolean {
  if (form !== null) return formOf(form)?.stage === '抽取' || kind === 'freeze-slip'
  return kind !== 'combined' && kind !== 'notice' && kind !== 'catalogue'
}

/** ④ 打印与归档: the forms, the package, and the signed form that closes the session. */
export function PaperStep({
  session,
  show,
}: {
  readonly session: Session
  readonly show: (session: DrawSession) => void
}) {
  const { core } = useApi()
  const { number, attempt } = session
  const documents = useDocuments(number)
  const forms = useAction()
  const pack = useAction()
  const asked = useRef(false)
  const shown = documents?.filter(isOfTheDraw)
  const missing = documents !== undefined && !documents.some((d) => isRecord(d) && d.attempt === attempt)
  const packed = documents?.some((d) => d.kind === 'package' && d.attempt === attempt) ?? false
  const concealed = isConcealed(session)
  const prepare = () => void forms.run(() => core.documents.prepareForms({ number }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page; the same facts are archived once.
  useEffect(() => {
    if (!missing || asked.current) return
    asked.current = true
    prepare()
  }, [missing])
  return (
    <section className="draws-sheet" aria-label="打印与归档">
      <DigestText name="记录校验码 D" code={session.digest} />
      {session.archived === null ? null : (
        <Alert
          className="draws-note"
          type="success"
          showIcon
          title={`已归档：${timeWords(session.archived.at)}，${session.archived.by}，${session.archived.compared === 'qr' ? '二维码比对一致' : '人工比对一致'}。`}
        />
      )}
      <DisclosureNote
        session={session}
        disclosed={(next) => {
          show(next)
          // From now on papers carry no 保密.
          prepare()
        }}
      />
      <div className="draws-paper-head">
        <h2>文书与材料</h2>
        <div className="draws-buttons">
          <Button href={addressOf(paperAddresses.of(number))}>全套文书</Button>
          {missing ? (
            <Button type="primary" loading={forms.busy} onClick={prepare}>
              生成文书
            </Button>
          ) : null}
          <Button
            loading={pack.busy}
            disabled={concealed}
            onClick={() => void pack.run(() => core.documents.preparePackage({ number }))}
          >
            {packed ? '重新生成校验包' : '生成校验包'}
          </Button>
        </div>
      </div>
      {session.archived === null ? (
        <p className="draws-hint">
          先预览并打印《抽查工作记录表》，在场人员签字；再把签字件扫描或拍照，在下面归档。
        </p>
      ) : null}
      <RefusalNote sentence={forms.refusal} />
      <RefusalNote sentence={pack.refusal} />
      {shown === undefined ? null : <DocumentList documents={shown} />}
      {session.archived === null ? <SignedForm number={number} digest={session.digest} show={show} /> : null}
    </section>
  )
}
