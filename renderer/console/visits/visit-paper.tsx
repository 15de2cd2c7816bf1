import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { refusalSentence } from '../refusal-sentence.ts'

/** 非双随机检查登记表 of one visit, made and shown. */
export function VisitPaper({ serial, name }: { readonly serial: Serial; readonly name: string }) {
  const { core } = useApi()
  const { message } = App.useApp()
  const openDocument = useOpenDocument()
  const print = useMutation({
    mutationKey: [['forms', 'verify']],
    mutationFn: async () => {
      const made = await core.forms.nonRandom({ serial })
      if (made.missing.length > 0)
        void message.warning(`有的字没有字形，以“〓”代替：${made.missing.join('、')}`, 10)
      await openDocument(made.id, 'preview')
    },
    onError: (error) => void message.error(refusalSentence(error), 8),
  })
  return (
    <Button
      size="small"
      type="link"
      loading={print.isPending}
      aria-label={`打印登记表：${name}`}
      // The row would take click and key for its own.
      onClick={(event) => {
        event.stopPropagation()
        print.mutate()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      登记表
    </Button>
  )
}
