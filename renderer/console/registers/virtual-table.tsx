import { Checkbox } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** One column of the table. */
export interface VirtualColumn<Row> {
  readonly key: string
  readonly title: string
  /** the least width in pixels; what is left over is shared in this proportion */
  readonly width: number
  readonly render: (row: Row) => ReactNode
}

/** Rows that can be chosen: a box before each, and one for all of them in the header. */
export interface RowChoice<Row> {
  readonly isChosen: (row: Row) => boolean
  readonly toggle: (row: Row) => void
  readonly nameOf: (row: Row) => string
  readonly all: 'none' | 'some' | 'all'
  readonly toggleAll: () => void
}

const choiceWidth = 36
const rowHeight = 44
const headHeight = 40
/** rows that stand ready above and below what is seen */
const spare = 8

/**
 * A table of any length of which only the rows that are seen exist. `rowAt` gives `undefined` for a row that is on
 * its way; `onSeen` tells which rows are wanted. Arrow keys, page keys, Home and End move; Enter opens.
 */
export function VirtualTable<Row>({
  label,
  columns,
  total,
  rowAt,
  onSeen,
  onOpen,
  opened,
  choice,
}: {
  readonly label: string
  readonly columns: readonly VirtualColumn<Row>[]
  readonly total: number
  readonly rowAt: (index: number) => Row | undefined
  readonly onSeen: (from: number, to: number) => void
  readonly onOpen: (row: Row, index: number) => void
  readonly opened: number | null
  /** with it the space bar chooses the row that has the focus */
  readonly choice?: RowChoice<Row>
}) {
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  const [active, setActive] = useState(0)
  const wantsFocus = useRef(false)

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // Where rows have become fewer, the box still stands where the longer table was scrolled to.
  const seenTop = Math.min(top, Math.max(0, total * rowHeight + headHeight - height))
  const from = Math.max(0, Math.floor(seenTop / rowHeight) - spare)
  const to = Math.min(total, Math.ceil((seenTop + height) / rowHeight) + spare)
  useEffect(() => onSeen(from, to), [from, to, onSeen])
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    box.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`)?.focus({ preventScroll: true })
  }, [active])

  const move = (index: number): void => {
    const element = box.current
    const next = Math.max(0, Math.min(total - 1, index))
    if (element === null || total === 0) return
    const above = next * rowHeight
    const room = element.clientHeight - headHeight
    if (above < element.scrollTop) element.scrollTop = above
    else if (above + rowHeight > element.scrollTop + room) element.scrollTop = above + rowHeight - room
    setTop(element.scrollTop)
    wantsFocus.current = true
    setActive(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const screen = Math.max(1, Math.floor(height / rowHeight) - 2)
    const target = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + screen,
      PageUp: active - screen,
      Home: 0,
      End: total - 1,
    }[event.key]
    if (target !== undefined) {
      event.preventDefault()
      move(target)
    } else if (event.key === 'Enter') {
      const row = rowAt(active)
      if (row !== undefined) onOpen(row, active)
    } else if (event.key === ' ' && choice !== undefined && event.target instanceof HTMLTableRowElement) {
      event.preventDefault()
      const row = rowAt(active)
      if (row !== undefined) choice.toggle(row)
    }
  }

  const width =
    columns.reduce((sum, column) => sum + column.width, 0) + (choice === undefined ? 0 : choiceWidth)
  const cells = columns.length + (choice === undefined ? 0 : 1)
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside take the keys; this is where they arrive.
    <div
      className="virtual-table"
      ref={box}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <table aria-label={label} aria-rowcount={total + 1} style={{ minWidth: width }}>
        <colgroup>
          {choice === undefined ? null : <col style={{ width: `${(choiceWidth / width) * 100}%` }} />}
          {columns.map((column) => (
            <col key={column.key} style={{ width: `${(column.width / width) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {choice === undefined ? null : (
              <th scope="col" className="choice-cell">
                <Checkbox
                  aria-label="选择全部"
                  checked={choice.all === 'all'}
                  indeterminate={choice.all === 'some'}
                  onChange={choice.toggleAll}
                />
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from === 0 ? null : <Gap rows={from} columns={cells} />}
          {indexes.map((index) => {
            const row = rowAt(index)
            return (
              <tr
                key={index}
                data-index={index}
                aria-rowindex={index + 2}
                className={index === opened ? 'opened' : undefined}
                tabIndex={index === Math.max(from, Math.min(active, to - 1)) ? 0 : -1}
                onFocus={() => setActive(index)}
                onClick={() => row !== undefined && onOpen(row, index)}
              >
                {choice === undefined ? null : <ChoiceCell row={row} choice={choice} />}
                {columns.map((column) => (
                  <td key={column.key}>
                    {row === undefined ? <i className="waiting" /> : column.render(row)}
                  </td>
                ))}
              </tr>
            )
          })}
          {to >= total ? null : <Gap rows={total - to} columns={cells} />}
        </tbody>
      </table>
    </div>
  )
}

function ChoiceCell<Row>({
  row,
  choice,
}: {
  readonly row: Row | undefined
  readonly choice: RowChoice<Row>
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box inside takes the keys; a click beside it is meant for it.
    <td
      className="choice-cell"
      onClick={(event) => {
        event.stopPropagation()
        if (row !== undefined && event.target === event.currentTarget) choice.toggle(row)
      }}
    >
      {row === undefined ? null : (
        <Checkbox
          tabIndex={-1}
          aria-label={`选择${choice.nameOf(row)}`}
          checked={choice.isChosen(row)}
          onChange={() => choice.toggle(row)}
        />
      )}
    </td>
  )
}

function Gap({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  return (
    <tr className="gap">
      <td colSpan={columns} style={{ height: rows * rowHeight }} />
    </tr>
  )
}
