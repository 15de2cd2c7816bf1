import { useQuery } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { defaultFormStyle } from '../../../shared/forms/form-style.ts'
import { useApi } from '../api.ts'
import { useOpenDocument } from '../draws/open-document.ts'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'
import { Problem } from '../parts/problem.tsx'
import { BoxesSheet } from './boxes-sheet.tsx'
import { FixedSheet } from './fixed-sheet.tsx'
import { HeadSheet } from './head-sheet.tsx'
import { NoticeStyleSheet } from './notice-style-sheet.tsx'
import { NumbersSheet } from './numbers-sheet.tsx'
import { cleaned, sameStyle, styleProblems, useStyleDraft } from './style-draft.ts'

/** Made blank as a sample: it has a head, a 文号, signature boxes and the office's address. */
const sample = 'inspection-notice'

/** 文书版式: how the office's papers look, and what of them nobody can set. */
export function StyleTab({ office }: { readonly office: string }) {
  const { core, query } = useApi()
  const { message } = App.useApp()
  const stored = useQuery(query.forms.style.queryOptions({ input: {} }))
  const numbers = useQuery(query.forms.lastNumbers.queryOptions({ input: {} }))
  const { draft, change, forget } = useStyleDraft()
  const action = useAction()
  const openDocument = useOpenDocument()
  if (stored.data === undefined || numbers.data === undefined)
    return stored.error === null && numbers.error === null ? (
      <Skeleton active />
    ) : (
      <Problem error={stored.error ?? numbers.error} retry={() => void stored.refetch()} />
    )
  const saved = stored.data
  const style = draft ?? saved
  const problems = styleProblems(style)
  const changed = !sameStyle(style, saved)
  const set = (next: Partial<typeof style>) => change(style, next)
  const save = () =>
    void action.run(async () => {
      await core.forms.writeStyle(cleaned(style))
      forget()
      void message.success('已保存，以后生成的文书按新的版式')
    })
  const preview = () =>
    void action.run(async () => {
      const made = await core.forms.blank({ form: sample })
      await openDocument(made.id, 'preview')
    })
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault()
        if (changed && Object.keys(problems).length === 0) save()
      }}
    >
      <p className="style-lead">
        所有文书共用一套版式，按国家标准《党政机关公文格式》排版。这里的设置只影响以后生成的文书，已归档的不变；每一处改动都记入台账。
      </p>
      <HeadSheet style={style} office={office} problems={problems} set={set} />
      <NumbersSheet style={style} numbers={numbers.data} problems={problems} set={set} />
      <BoxesSheet style={style} set={set} />
      <NoticeStyleSheet style={style} set={set} />
      <FixedSheet />
      <div className="style-foot">
        <RefusalNote sentence={action.refusal} />
        <div className="draws-buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={action.busy && changed}
            disabled={!changed || Object.keys(problems).length > 0}
          >
            保存版式
          </Button>
          <Button disabled={!changed || action.busy} onClick={forget}>
            撤销改动
          </Button>
          <Button disabled={changed || action.busy} onClick={preview}>
            预览样张
          </Button>
          <Button
            type="text"
            disabled={action.busy || sameStyle(style, defaultFormStyle)}
            onClick={() => set(defaultFormStyle)}
          >
            恢复为程序自带的版式
          </Button>
          {changed ? (
            <span className="quiet" role="status">
              {Object.keys(problems).length > 0
                ? '有填写不符合要求，改正后才能保存。'
                : '有改动尚未保存；保存以后可以预览样张。'}
            </span>
          ) : null}
        </div>
      </div>
    </form>
  )
}
