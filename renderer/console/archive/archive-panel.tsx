import './archive.css'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useApi } from '../api.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { bytesInWords } from '../parts/in-words.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { AddMaterial } from './add-material.tsx'
import { ArchiveTable } from './archive-table.tsx'
import { WriteDialog } from './write-dialog.tsx'

/** 档案 of an inspection: everything that is kept, what is added to it, its 档案目录, and all of it out of the program. */
export function ArchivePanel({ number }: { readonly number: string }) {
  const { core, query } = useApi()
  const { message } = App.useApp()
  const files = useQuery(query.archive.list.queryOptions({ input: { number } }))
  const action = useAction()
  const openDocument = useOpenDocument()
  const [writing, setWriting] = useState(false)
  const [kind, setKind] = useState<string | null>(null)
  if (files.data === undefined)
    return files.error === null ? (
      <Skeleton active />
    ) : (
      <Problem error={files.error} retry={() => void files.refetch()} />
    )
  const kinds = [...Map.groupBy(files.data, (file) => file.kind)]
  const bytes = files.data.reduce((sum, file) => sum + file.bytes, 0)
  const chosen = kinds.some(([one]) => one === kind) ? kind : null
  const makeCatalogue = () =>
    void action.run(async () => {
      const made = await core.archive.catalogue({ number })
      void message.success(`已归档“${made.name}”`)
      await openDocument(made.id, 'preview')
    })
  return (
    <>
      <Sheet
        title="卷内文件"
        actions={
          <>
            <Button loading={action.busy} onClick={makeCatalogue}>
              编制档案目录
            </Button>
            <Button type="primary" disabled={action.busy} onClick={() => setWriting(true)}>
              导出档案
            </Button>
          </>
        }
      >
        <p className="archive-lead">
          {files.data.length === 0
            ? '还没有归档的文件。生成文书、归档签字件或在下面添加材料以后，都列在这里。'
            : `共${files.data.length}个文件，${bytesInWords(bytes)}。每个文件归档时的校验码都记在台账里；归档以后只增不改。`}
        </p>
        <RefusalNote sentence={action.refusal} />
        {kinds.length < 2 ? null : (
          <Select
            className="archive-kinds"
            aria-label="种类"
            value={chosen ?? ''}
            options={[
              { value: '', label: `全部种类（${files.data.length}）` },
              ...kinds.map(([one, own]) => ({ value: one, label: `${one}（${own.length}）` })),
            ]}
            onChange={(value) => setKind(value === '' ? null : value)}
          />
        )}
        {files.data.length === 0 ? null : <ArchiveTable files={files.data} kind={chosen} />}
      </Sheet>
      <AddMaterial number={number} />
      {writing ? <WriteDialog number={number} close={() => setWriting(false)} /> : null}
    </>
  )
}
