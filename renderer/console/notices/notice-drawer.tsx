import { Drawer } from 'antd'
import { type Notice, noticeKinds } from '../../../shared/api/notice-contract.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { FreeList, MaskedList } from './covered-lists.tsx'
import { NoticePreview } from './notice-preview.tsx'
import { standingMarks, standingOf } from './notice-words.ts'

/** A notice beside what was covered and what has to be read; the second person confirms below. */
export function NoticeDrawer({ notice, close }: { readonly notice: Notice; readonly close: () => void }) {
  const { id, kind, maker, masked, free } = notice
  const standing = standingOf(notice)
  return (
    <Drawer
      open
      size="min(1480px, 96vw)"
      title={`${noticeKinds[kind]}（${standingMarks[standing]}）`}
      onClose={close}
      classNames={{ body: 'notice-drawer' }}
    >
      <div className="notice-preview">
        <NoticePreview id={id} />
      </div>
      <div className="notice-side">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too. */}
        <section className="notice-lists" aria-label="核对的内容" tabIndex={0}>
          <FreeList free={free} />
          <MaskedList masked={masked} />
        </section>
        {standing === 'waiting' ? (
          <ConfirmForm id={id} kind={kind} maker={maker} covered={masked.length} texts={free.length} />
        ) : null}
      </div>
    </Drawer>
  )
}
