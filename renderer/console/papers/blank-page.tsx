import { App, Button, Empty, Input } from 'antd'
import { useMemo, useState } from 'react'
import { type FormDefinition, formStages } from '../../../shared/forms/form-definition.ts'
import { useApi } from '../api.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { Page } from '../parts/page.tsx'
import { addressOf } from '../route.ts'
import { blankForms } from './blank-forms.ts'
import { paperAddresses } from './paper-addresses.ts'

/** 空白文书: forms without facts, to be printed and filled in by hand. */
export function BlankPage() {
  const forms = useMemo(blankForms, [])
  const [piece, setPiece] = useState('')
  const found = forms.filter(({ name }) => name.includes(piece.trim()))
  return (
    <Page
      title="空白文书"
      note="不带任何内容的文书，打印出来手写。已经抽取的检查，请在它的文书页里打印，已知的内容都已填好。"
      actions={<Button href={addressOf(paperAddresses.home)}>返回文书</Button>}
    >
      <div className="register-tools">
        <Input.Search
          id="page-search"
          allowClear
          className="register-search"
          aria-label="查找文书"
          placeholder="文书名称"
          value={piece}
          onChange={({ target }) => setPiece(target.value)}
        />
        <span className="register-total" role="status">
          共{found.length}种
        </span>
      </div>
      <div className="sheet">
        {found.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这个名称的文书" />
        ) : (
          formStages.map((stage) => (
            <Stage key={stage} stage={stage} forms={found.filter((form) => form.stage === stage)} />
          ))
        )}
      </div>
    </Page>
  )
}

function Stage({ stage, forms }: { readonly stage: string; readonly forms: readonly FormDefinition[] }) {
  if (forms.length === 0) return null
  return (
    <section className="papers-blank" aria-label={stage}>
      <h2>{stage}</h2>
      <ul className="plain-list">
        {forms.map((form) => (
          <BlankForm key={form.id} form={form} />
        ))}
      </ul>
    </section>
  )
}

function BlankForm({ form }: { readonly form: FormDefinition }) {
  const { core } = useApi()
  const { message } = App.useApp()
  const action = useAction()
  const openDocument = useOpenDocument()
  const print = () =>
    void action.run(async () => {
      const made = await core.forms.blank({ form: form.id })
      if (made.missing.length > 0)
        void message.warning(`有的字没有字形，以“〓”代替：${made.missing.join('、')}`, 10)
      await openDocument(made.id, 'preview')
    })
  return (
    <li>
      <span className="papers-name">{form.name}</span>
      <span className="papers-below">{form.copies ?? ''}</span>
      <Button size="small" loading={action.busy} aria-label={`预览打印空白${form.name}`} onClick={print}>
        预览打印
      </Button>
      <RefusalNote sentence={action.refusal} />
    </li>
  )
}
