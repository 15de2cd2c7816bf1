import { Button } from 'antd'
import { useApi } from '../api.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { prepareForms } from './use-preparing.ts'

/** Makes one form of a draw and shows it, from wherever in the work it is wanted. */
export function PaperButton({
  number,
  form,
  label,
}: {
  readonly number: string
  /** id of the form */
  readonly form: string
  readonly label: string
}) {
  const { core } = useApi()
  const action = useAction()
  const openDocument = useOpenDocument()
  const print = () =>
    void action.run(async () => {
      const made = await prepareForms(core, { number, forms: [form] }, () => undefined)
      const [paper] = made.documents
      if (paper !== undefined) await openDocument(paper.id, 'preview')
    })
  return (
    <>
      <Button loading={action.busy} onClick={print}>
        {label}
      </Button>
      <RefusalNote sentence={action.refusal} />
    </>
  )
}
