import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { type Notice, type NoticeKind, noticeKinds } from '../../../shared/api/notice-contract.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Sheet } from '../parts/sheet.tsx'
import { MakeDialog } from './make-dialog.tsx'
import { NoticeDrawer } from './notice-drawer.tsx'
import { NoticeFiles } from './notice-files.tsx'
import { type NoticeStanding, noticePurposes, ofKind, standingMarks, standingOf } from './notice-words.ts'

const colours: Readonly<Record<NoticeStanding, string>> = {
  none: 'default',
  waiting: 'processing',
  changed: 'warning',
  confirmed: 'success',
  outdated: 'warning',
}

/** One kind of notice: how the newest stands, what can be done next, its files, and those before it. */
export function NoticeSheet({
  number,
  kind,
  notices,
  mayMake,
}: {
  readonly number: string
  readonly kind: NoticeKind
  readonly notices: readonly Notice[]
  /** whether the draw may be published at all */
  readonly mayMake: boolean
}) {
  const [making, setMaking] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const { newest, earlier } = ofKind(notices, kind)
  const standing = standingOf(newest)
  const open = notices.find(({ id }) => id === shown)
  const again = standing !== 'none'
  return (
    <Sheet
      title={
        <>
          {noticeKinds[kind]}
          <Tag className="notice-mark" color={colours[standing]}>
            {standingMarks[standing]}
          </Tag>
        </>
      }
      actions={
        <>
          {newest === undefined ? null : (
            <Button type={standing === 'waiting' ? 'primary' : 'default'} onClick={() => setShown(newest.id)}>
              {standing === 'waiting' ? '核对' : '查看'}
            </Button>
          )}
          {standing === 'waiting' || standing === 'confirmed' ? null : (
            <Button type="primary" disabled={!mayMake} onClick={() => setMaking(true)}>
              {again ? '重新拟定' : '拟定'}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet">{noticePurposes[kind]}</p>
      {newest === undefined ? null : <Newest notice={newest} standing={standing} />}
      {earlier.length === 0 ? null : <Earlier notices={earlier} show={setShown} />}
      {making ? (
        <MakeDialog
          number={number}
          kind={kind}
          close={(made) => {
            setMaking(false)
            if (made !== null) setShown(made)
          }}
        />
      ) : null}
      {open === undefined ? null : <NoticeDrawer notice={open} close={() => setShown(null)} />}
    </Sheet>
  )
}

function Newest({ notice, standing }: { readonly notice: Notice; readonly standing: NoticeStanding }) {
  const { maker, at, confirmed, masked, free, documents } = notice
  return (
    <>
      <p className="notice-facts" role="status">
        <span>
          {maker}拟定，{momentInWords(at)}
        </span>
        {confirmed === null ? null : (
          <span>
            {confirmed.name}核对，{momentInWords(confirmed.at)}
          </span>
        )}
        <span>
          遮盖{masked.length}处，自由文字{free.length}段
        </span>
      </p>
      {standing === 'changed' ? (
        <Alert
          className="draws-note"
          type="warning"
          showIcon
          title="拟定以后，抽取结果、检查情况或文书版式有了变化，这一稿不能再核对。请重新拟定。"
        />
      ) : null}
      {standing === 'outdated' ? (
        <Alert
          className="draws-note"
          type="info"
          showIcon
          title="存档以后，检查情况或文书版式有了变化。已存档的文件不变；需要再次公示的，请重新拟定。"
        />
      ) : null}
      {documents.length === 0 ? null : <NoticeFiles documents={documents} />}
    </>
  )
}

function Earlier({
  notices,
  show,
}: {
  readonly notices: readonly Notice[]
  readonly show: (id: string) => void
}) {
  return (
    <details className="notice-earlier">
      <summary>以前的{notices.length}稿</summary>
      <ul className="plain-list">
        {notices.map(({ id, at, maker, confirmed, documents }) => (
          <li key={id}>
            <span>
              {momentInWords(at)}，{maker}拟定
              {confirmed === null ? '，没有核对' : `，${confirmed.name}核对`}
            </span>
            <Button
              size="small"
              type="link"
              aria-label={`查看${momentInWords(at)}拟定的一稿`}
              onClick={() => show(id)}
            >
              查看
            </Button>
            {documents.length === 0 ? null : <NoticeFiles documents={documents} />}
          </li>
        ))}
      </ul>
    </details>
  )
}
