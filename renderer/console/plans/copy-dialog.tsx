import { useQuery } from '@tanstack/react-query'
import { App, Checkbox, Modal, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { Field } from '../draws/field.tsx'
import { RefusalNote } from '../draws/refusal-note.tsx'
import { useAction } from '../draws/use-action.ts'

/** A year's lines copied into another: looked at first, and only those that are ticked. */
export function CopyDialog({ to, close }: { readonly to: number; readonly close: () => void }) {
  const { core, query } = useApi()
  const { message } = App.useApp()
  const action = useAction()
  const years = useQuery(query.plans.years.queryOptions({ input: {} }))
  const others = (years.data ?? []).filter(({ year }) => year !== to)
  const [chosen, setChosen] = useState<number | null>(null)
  const from = chosen ?? others[0]?.year ?? null
  const [left, setLeft] = useState<ReadonlySet<Serial>>(new Set())
  const lines = useQuery(
    query.plans.copyable.queryOptions({
      input: { from: from ?? 2000, to },
      enabled: from !== null,
    }),
  )
  const wanted = (lines.data ?? []).filter((line) => line.obstacle === null && !left.has(line.from))
  const copy = () =>
    void action.run(async () => {
      if (from === null) return
      const { added } = await core.plans.copy({
        years: { from, to },
        lines: wanted.map((line) => line.from),
      })
      void message.success(`已复制${added.length}个计划项到${to}年度，请逐项核对比例、时间和数量`)
      close()
    })
  return (
    <Modal
      open
      width={760}
      title={`从往年复制到${to}年度`}
      okText={`复制${wanted.length}项`}
      cancelText="返回"
      okButtonProps={{ disabled: wanted.length === 0 }}
      confirmLoading={action.busy}
      onOk={copy}
      onCancel={close}
    >
      {years.data === undefined ? (
        <Skeleton active />
      ) : others.length === 0 ? (
        <p>其他年度还没有计划项，没有可以复制的。请导入表格，或逐项新增。</p>
      ) : (
        <>
          <Field label="复制哪一年度">
            <Select
              className="plan-year"
              value={from}
              options={others.map(({ year, lines: count }) => ({
                value: year,
                label: `${year}年度（${count}项）`,
              }))}
              onChange={(year) => {
                setChosen(year)
                setLeft(new Set())
              }}
            />
          </Field>
          <p className="quiet">编号换成新年度；突破规定的理由不带过来。复制后仍可逐项修改。</p>
          <div className="plan-copies">
            <table className="rows">
              <thead>
                <tr>
                  <th scope="col">
                    <span className="unseen">复制</span>
                  </th>
                  <th scope="col">新编号</th>
                  <th scope="col">抽查事项</th>
                  <th scope="col">责任股室</th>
                  <th scope="col">说明</th>
                </tr>
              </thead>
              <tbody>
                {(lines.data ?? []).map(({ from: serial, row, obstacle }) => (
                  <tr key={serial} className={obstacle === null ? undefined : 'quiet'}>
                    <td>
                      <Checkbox
                        aria-label={`复制${row.number}`}
                        disabled={obstacle !== null}
                        checked={obstacle === null && !left.has(serial)}
                        onChange={({ target }) => setLeft(toggled(left, serial, target.checked))}
                      />
                    </td>
                    <td className="moment">{row.number}</td>
                    <td>{row.item}</td>
                    <td>{row.department ?? '—'}</td>
                    <td>{obstacle ?? ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <RefusalNote sentence={action.refusal} />
    </Modal>
  )
}

function toggled(left: ReadonlySet<Serial>, serial: Serial, wanted: boolean): ReadonlySet<Serial> {
  const next = new Set(left)
  if (wanted) next.delete(serial)
  else next.add(serial)
  return next
}
