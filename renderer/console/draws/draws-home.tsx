import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Pagination, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { sessionWords } from '../../../shared/api/session.ts'
import type { DrawSummary } from '../../../shared/api/session-schema.ts'
import { useApi } from '../api.ts'
import { paperAddresses } from '../papers/paper-addresses.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { addressOf } from '../route.ts'
import { addresses } from './addresses.ts'
import { unfilled } from './ceremony-form.ts'
import { kindWords, modeWords, timeWords } from './draw-words.ts'
import { RefusalNote } from './refusal-note.tsx'
import { useAction } from './use-action.ts'

const perPage = 20

/** 摇号: what can be gone on with, and every draw that was held. */
export function DrawsHome() {
  const { query } = useApi()
  const [page, setPage] = useState(1)
  const drafts = useQuery(query.draws.drafts.queryOptions({ input: {} }))
  const draws = useQuery(
    query.draws.list.queryOptions({ input: { limit: perPage, offset: (page - 1) * perPage } }),
  )
  const total = draws.data?.total ?? 0
  const nothing = draws.data !== undefined && total === 0 && drafts.data?.length === 0
  return (
    <Page
      title="摇号"
      note="从草案到归档，随时可以关闭窗口，回来接着办。"
      actions={
        <Button type="primary" size="large" href={addressOf(addresses.fresh)}>
          新建摇号
        </Button>
      }
    >
      <Problem error={drafts.error ?? draws.error} />
      {nothing ? (
        <Sheet>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description="还没有摇号。名录、计划和实施方案备好以后就可以开始；不放心可以先演练一次。"
          >
            <Button href={addressOf(addresses.fresh)}>新建摇号</Button>
          </Empty>
        </Sheet>
      ) : null}
      {drafts.data === undefined || drafts.data.length === 0 ? null : (
        <Sheet title="草案（尚未取号）">
          <ul className="draws-drafts">
            {drafts.data.map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </ul>
        </Sheet>
      )}
      {total === 0 ? null : (
        <Sheet title="各次摇号">
          <table className="draws-table draws-list">
            <thead>
              <tr>
                <th scope="col">编号</th>
                <th scope="col">任务</th>
                <th scope="col">类别</th>
                <th scope="col">性质</th>
                <th scope="col" className="draws-number">
                  次数
                </th>
                <th scope="col">状态</th>
                <th scope="col">取号时间</th>
                <th scope="col">
                  <span className="draws-hidden">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {draws.data?.rows.map((draw) => (
                <DrawRow key={draw.number} draw={draw} />
              ))}
            </tbody>
          </table>
          {total <= perPage ? null : (
            <Pagination
              className="draws-pages"
              current={page}
              pageSize={perPage}
              total={total}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </Sheet>
      )}
    </Page>
  )
}

function DrawRow({ draw }: { readonly draw: DrawSummary }) {
  const address = addressOf(addresses.session(draw.number))
  const over = draw.state === 'aborted' || draw.state === 'void' || draw.archived
  return (
    <tr>
      <td className="draws-nowrap">
        <a href={address}>{draw.number}</a>
      </td>
      <td>{draw.task}</td>
      <td className="draws-nowrap">{kindWords[draw.kind]}</td>
      <td className="draws-nowrap">{modeWords[draw.mode]}</td>
      <td className="draws-number">{draw.attempt}</td>
      <td>
        <Tag color={over ? 'default' : 'processing'}>{sessionWords(draw)}</Tag>
      </td>
      <td className="draws-nowrap">{timeWords(draw.takenAt)}</td>
      <td className="draws-nowrap">
        <a href={address}>{over ? '查看' : '继续'}</a>
        <a className="draws-small-link" href={addressOf(paperAddresses.of(draw.number))}>
          文书
        </a>
      </td>
    </tr>
  )
}

function DraftRow({
  draft,
}: {
  readonly draft: {
    readonly id: string
    readonly kind: DrawSummary['kind']
    readonly mode: DrawSummary['mode']
    readonly task: string
    readonly updatedAt: string
  }
}) {
  const { core } = useApi()
  const action = useAction()
  const task = draft.task === unfilled || draft.task === '' ? '（未写任务名称）' : draft.task
  return (
    <li>
      <a className="draws-draft-task" href={addressOf(addresses.draft(draft.id))}>
        {task}
      </a>
      <span className="draws-hint">
        {kindWords[draft.kind]}，{modeWords[draft.mode]}，{timeWords(draft.updatedAt)} 保存
      </span>
      <span className="draws-buttons">
        <Button href={addressOf(addresses.draft(draft.id))} aria-label={`继续：${task}`}>
          继续
        </Button>
        <Popconfirm
          title="删除这份草案？"
          description="还没有取号，删除后不能恢复。"
          okText="删除"
          cancelText="返回"
          onConfirm={() => action.run(() => core.draws.discardDraft({ id: draft.id }))}
        >
          <Button type="text" loading={action.busy} aria-label={`删除草案：${task}`}>
            删除
          </Button>
        </Popconfirm>
      </span>
      <RefusalNote sentence={action.refusal} />
    </li>
  )
}
