import { Button } from 'antd'
import type { StoredDocument } from '../../../shared/api/document-contract.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { PrintButton } from './print-button.tsx'
import { useTake } from './use-take.ts'

/** 预览, 打印, 另存 of one archived paper. */
export function PaperButtons({ paper }: { readonly paper: StoredDocument }) {
  const action = useAction()
  const openDocument = useOpenDocument()
  const take = useTake()
  return (
    <>
      <Button
        size="small"
        type="link"
        disabled={action.busy}
        aria-label={`预览：${paper.name}`}
        onClick={() => void action.run(() => openDocument(paper.id, 'preview'))}
      >
        预览
      </Button>
      <PrintButton document={paper} small link disabled={action.busy} />
      <Button
        size="small"
        type="link"
        disabled={action.busy}
        aria-label={`另存：${paper.name}`}
        onClick={() => void action.run(() => take(async () => [paper]))}
      >
        另存
      </Button>
      <RefusalNote sentence={action.refusal} />
    </>
  )
}
