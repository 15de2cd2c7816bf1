import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Empty, Modal, Select, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import type { Scheme } from '../../../shared/api/scheme-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { Field } from '../draws/field.tsx'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { SchemeApproval } from '../draws/scheme-approval.tsx'
import { SchemeDrawer } from '../draws/scheme-drawer.tsx'
import { useAction } from '../draws/use-action.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useShowMade } from '../releases/use-show-made.ts'
import { addressOf } from '../route.ts'
import { PlanTabs } from './plan-tabs.tsx'
import { useYear, YearChoice } from './year-choice.tsx'

/** 实施方案 (S2 第九条) of a year's plan and of draws outside any plan: drafted, printed, approved, copied. */
export function SchemesPage() {
  const { query } = useApi()
  const year = useYear()
  const [drafting, setDrafting] = useState(false)
  const [opened, setOpened] = useState<Scheme | null>(null)
  const [approving, setApproving] = useState<Scheme | null>(null)
  const [line, setLine] = useState<Serial | null>(null)
  const schemes = useQuery(query.schemes.list.queryOptions({ input: {} }))
  const plan = useQuery(
    query.plans.year.queryOptions({ input: { year: year ?? 2000 }, enabled: year !== undefined }),
  )
  const lines = plan.data?.lines ?? []
  const shown = (schemes.data ?? []).filter(
    (scheme) => scheme.line === null || lines.some(({ serial }) => serial === scheme.line),
  )
  const nameOf = (serial: Serial | null) => {
    const found = lines.find((one) => one.serial === serial)
    return found === undefined ? '计划外' : `${found.row.number}　${found.row.item}`
  }
  const actions =
    year === undefined ? null : (
      <>
        <YearChoice year={year} />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDrafting(true)}>
          拟定实施方案
        </Button>
      </>
    )
  return (
    <Page
      title="年度计划"
      note="抽查前拟定实施方案，由负责人批准。没有批准的方案，只能演练，不能印发检查通知书。"
      actions={actions}
    >
      <PlanTabs current="schemes" />
      <Problem error={schemes.error ?? plan.error} retry={() => void schemes.refetch()} />
      {schemes.data === undefined || plan.data === undefined ? (
        (schemes.error ?? plan.error) === null ? (
          <Skeleton active />
        ) : null
      ) : shown.length === 0 ? (
        <Sheet>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={
              lines.length === 0
                ? `${plan.data.year}年度还没有计划项，先制定年度计划。`
                : `${plan.data.year}年度还没有实施方案。选一个计划项，程序按计划和细则拟出。`
            }
          >
            {lines.length === 0 ? null : <Button onClick={() => setDrafting(true)}>拟定实施方案</Button>}
          </Empty>
        </Sheet>
      ) : (
        <Sheet>
          <table className="rows plan-schemes">
            <thead>
              <tr>
                <th scope="col">实施方案</th>
                <th scope="col">计划项</th>
                <th scope="col">实施时间</th>
                <th scope="col">批准</th>
                <th scope="col">已用于</th>
                <th scope="col">
                  <span className="unseen">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((scheme) => (
                <SchemeRow
                  key={scheme.id}
                  scheme={scheme}
                  plan={nameOf(scheme.line)}
                  open={() => setOpened(scheme)}
                  approve={() => setApproving(scheme)}
                />
              ))}
            </tbody>
          </table>
        </Sheet>
      )}
      {drafting ? (
        <Modal
          open
          title="拟定实施方案"
          okText="拟定"
          cancelText="返回"
          okButtonProps={{ disabled: line === null }}
          onOk={() => setDrafting(false)}
          onCancel={() => {
            setDrafting(false)
            setLine(null)
          }}
        >
          <Field label="计划项" hint="计划外的方案在新建摇号时拟定">
            <Select
              className="draws-full"
              placeholder="选择计划项"
              value={line}
              showSearch={{ optionFilterProp: 'label' }}
              options={lines.map(({ serial, row }) => ({
                value: serial,
                label: `${row.number}　${row.item}`,
              }))}
              onChange={setLine}
            />
          </Field>
        </Modal>
      ) : null}
      {line === null || drafting ? null : (
        <SchemeDrawer
          scheme={null}
          line={line}
          items={[]}
          sample={null}
          outside={null}
          close={() => setLine(null)}
        />
      )}
      {opened === null ? null : (
        <SchemeDrawer
          key={opened.id}
          scheme={opened}
          line={opened.line}
          items={opened.body.items}
          sample={null}
          outside={opened.body.outside}
          close={() => setOpened(null)}
        />
      )}
      {approving === null ? null : (
        <SchemeApproval
          scheme={approving}
          close={() => setApproving(null)}
          approved={() => setApproving(null)}
        />
      )}
    </Page>
  )
}

function SchemeRow({
  scheme,
  plan,
  open,
  approve,
}: {
  readonly scheme: Scheme
  readonly plan: string
  readonly open: () => void
  readonly approve: () => void
}) {
  const { core } = useApi()
  const { message, modal } = App.useApp()
  const action = useAction()
  const show = useShowMade()
  const { id, body, line, approval, draws, updatedAt } = scheme
  const print = () => void action.run(async () => show(await core.schemes.print({ id })))
  const copy = () =>
    void action.run(async () => {
      await core.schemes.save({ id: null, line, body: { ...body, title: `${body.title}（另拟）` } })
      void message.success('已复制为新的方案，修改后重新报批')
    })
  const discard = () =>
    modal.confirm({
      title: '删除这份实施方案',
      content: `“${body.title}”还没有批准，删除后不能恢复。`,
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '返回',
      onOk: () => action.run(() => core.schemes.discard({ id })),
    })
  return (
    <tr>
      <td>
        <Button type="link" size="small" className="plan-open" onClick={open}>
          {body.title}
        </Button>
        <span className="plan-more">
          {body.objects}户（个），{body.inspectors}人；{momentInWords(updatedAt)}
        </span>
        <RefusalNote sentence={action.refusal} />
      </td>
      <td>{plan}</td>
      <td>{body.period}</td>
      <td>
        {approval === null ? (
          <Tag>待批准</Tag>
        ) : (
          <>
            <Tag color="success">已批准</Tag>
            <span className="plan-more">
              {approval.number}
              <br />
              {approval.name}，{approval.date}
            </span>
          </>
        )}
      </td>
      <td>
        {draws.length === 0 ? (
          <span className="quiet">—</span>
        ) : (
          draws.map((number) => (
            <a key={number} className="plan-more code" href={addressOf(`/draws/${number}`)}>
              {number}
            </a>
          ))
        )}
      </td>
      <td className="action-column">
        <Button type="link" size="small" disabled={action.busy} onClick={print}>
          打印
        </Button>
        {approval === null ? (
          <>
            <Button type="link" size="small" onClick={approve}>
              登记批准
            </Button>
            <Button type="link" size="small" danger onClick={discard}>
              删除
            </Button>
          </>
        ) : (
          <>
            <Button
              type="link"
              size="small"
              disabled={action.busy}
              onClick={() =>
                void action.run(() =>
                  show({ id: approval.paper, name: approval.paperName, type: 'application/pdf' }),
                )
              }
            >
              批准件
            </Button>
            <Button type="link" size="small" disabled={action.busy} onClick={copy}>
              复制
            </Button>
          </>
        )}
      </td>
    </tr>
  )
}
