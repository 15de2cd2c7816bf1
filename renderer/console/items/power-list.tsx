import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Pagination, Segmented, Tag } from 'antd'
import { useState } from 'react'
import type { PowerStanding } from '../../../shared/api/item-contract.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import { useApi } from '../api.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import { findPowers, type PowerState, powerStates, powerStateWords } from './power-states.ts'
import { useStale } from './use-stale.ts'

const colours: Readonly<Record<PowerState, string>> = {
  open: 'error',
  covered: 'success',
  reasoned: 'warning',
  'no-supervision': 'default',
}

/** Rows on one page. */
const pageSize = 50

/** Every power with the item that it is, and what can be done where there is none. */
export function PowerList({
  powers,
  onItem,
  onPower,
  onNewItem,
  onLink,
}: {
  readonly powers: readonly PowerStanding[]
  readonly onItem: (serial: Serial) => void
  readonly onPower: (serial: Serial) => void
  readonly onNewItem: (power: PowerStanding) => void
  readonly onLink: (power: PowerStanding) => void
}) {
  const { query } = useApi()
  const { message } = App.useApp()
  const onRefused = useStale()
  const count = (state: PowerState): number => powers.filter(({ standing }) => standing === state).length
  const [shown, show] = useState<PowerState | 'all'>(() => (count('open') > 0 ? 'open' : 'all'))
  const [piece, setPiece] = useState('')
  const [page, setPage] = useState(1)
  const unlink = useMutation(
    query.items.link.mutationOptions({
      onError: (error) => {
        onRefused(error)
        void message.error(refusalSentence(error), 8)
      },
    }),
  )
  const found = findPowers(powers, shown, piece)
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const current = Math.min(page, last)
  return (
    <>
      <div className="register-tools">
        <Segmented
          aria-label="对应情况"
          value={shown}
          options={[
            { value: 'all' as const, label: `全部 ${powers.length}` },
            ...powerStates
              .filter((state) => state === 'open' || count(state) > 0)
              .map((state) => ({ value: state, label: `${powerStateWords[state]} ${count(state)}` })),
          ]}
          onChange={(state) => {
            show(state)
            setPage(1)
          }}
        />
        <Input.Search
          id="page-search"
          allowClear
          className="register-search"
          aria-label="查找职权"
          placeholder="职权、股室或事项"
          value={piece}
          onChange={(event) => setPiece(event.target.value)}
        />
      </div>
      {found.length === 0 ? (
        <p className="quiet">
          {piece.trim() === '' && shown === 'open' ? '没有待处理的职权。' : '没有符合条件的职权。'}
        </p>
      ) : (
        <div className="power-rows">
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">职权</th>
                <th scope="col">责任单位</th>
                <th scope="col">领域</th>
                <th scope="col">情况</th>
                <th scope="col" className="what-column">
                  对应的抽查事项
                </th>
                <th scope="col">
                  <span className="unseen">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice((current - 1) * pageSize, current * pageSize).map((power) => {
                const { serial, version, row, standing, item, reason } = power
                return (
                  <tr key={serial}>
                    <td>
                      <Button type="link" size="small" className="cell-link" onClick={() => onPower(serial)}>
                        {row.name}
                      </Button>
                    </td>
                    <td>{row.department ?? '—'}</td>
                    <td>{row.field ?? '—'}</td>
                    <td>
                      <Tag color={colours[standing]}>{powerStateWords[standing]}</Tag>
                    </td>
                    <td>
                      {item === null ? (
                        <span className="nothing">
                          {row.item === null ? '清单中没有同名的事项' : `清单中没有“${row.item}”`}
                        </span>
                      ) : (
                        <>
                          <Button
                            type="link"
                            size="small"
                            className="cell-link"
                            onClick={() => onItem(item.serial)}
                          >
                            {item.name}
                          </Button>
                          {reason === null ? null : <span className="word-hint">理由：{reason}</span>}
                        </>
                      )}
                    </td>
                    <td className="action-column">
                      {standing === 'open' && item === null ? (
                        <Button size="small" type="primary" onClick={() => onNewItem(power)}>
                          列入清单
                        </Button>
                      ) : null}{' '}
                      {row.item === null ? (
                        standing === 'no-supervision' ? null : (
                          <Button
                            size="small"
                            type={item === null ? 'default' : 'link'}
                            onClick={() => onLink(power)}
                          >
                            {item === null ? '对应到事项' : '另行对应'}
                          </Button>
                        )
                      ) : (
                        <Button
                          size="small"
                          loading={unlink.isPending && unlink.variables.serial === serial}
                          onClick={() => unlink.mutate({ serial, version, item: null })}
                        >
                          取消对应
                        </Button>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
          {last > 1 ? (
            <Pagination
              className="pages"
              current={current}
              pageSize={pageSize}
              total={found.length}
              showSizeChanger={false}
              onChange={setPage}
            />
          ) : null}
        </div>
      )}
    </>
  )
}
