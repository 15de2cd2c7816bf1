import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { App, Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { type ListOf, type ListState, releaseStates } from '../../../shared/api/release-contract.ts'
import { useApi } from '../api.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { useShowMade } from './use-show-made.ts'

/** The list as it stands, which nobody has handed in. */
const now = 'now'

/** The version that is usually wanted: the newest that was approved, else the newest, else what stands now. */
function usualVersion({ releases }: ListState): string {
  const approved = releases.find(({ steps }) => steps.some(({ step }) => step === 'approved'))
  return approved?.id ?? releases[0]?.id ?? now
}

/** The list as a paper or a workbook, of a version or as it stands: for the public, or for use inside the office. */
export function PrintButtons({ state }: { readonly state: ListState }) {
  const { core } = useApi()
  const { message } = App.useApp()
  const action = useAction()
  const show = useShowMade()
  const list: ListOf = { subject: state.subject, year: state.year }
  const [chosen, setChosen] = useState<string | null>(null)
  const release = chosen ?? usualVersion(state)
  const [audience, setAudience] = useState<'public' | 'internal'>('internal')
  const print = (format: 'pdf' | 'xlsx') =>
    void action.run(async () => {
      const made = await core.releases.print({
        list,
        release: release === now ? null : release,
        format,
        audience,
      })
      if (made.missing.length > 0)
        void message.warning(`有的字没有字形，以“〓”代替：${made.missing.join('、')}`, 10)
      await show(made)
    })
  const registers = list.subject === 'objects' || list.subject === 'inspectors'
  return (
    <>
      <div className="print-buttons">
        <Select
          aria-label="版本"
          className="print-version"
          value={release}
          options={[
            { value: now, label: '现在的内容（草稿）' },
            ...state.releases.map(({ id, number, state: standing }) => ({
              value: id,
              label: `第${number}版（${releaseStates[standing]}）`,
            })),
          ]}
          onChange={setChosen}
        />
        <Segmented
          value={audience}
          onChange={setAudience}
          options={[
            { value: 'internal', label: '内部用' },
            { value: 'public', label: '公布用' },
          ]}
        />
        <Button icon={<FilePdfOutlined aria-hidden />} disabled={action.busy} onClick={() => print('pdf')}>
          生成PDF
        </Button>
        <Button icon={<FileExcelOutlined aria-hidden />} disabled={action.busy} onClick={() => print('xlsx')}>
          生成工作簿
        </Button>
        {registers && audience === 'public' ? (
          <span className="quiet">联系方式隐去中间几位，从业人员住址只到乡镇街道。</span>
        ) : null}
      </div>
      <RefusalNote sentence={action.refusal} />
    </>
  )
}
