import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Roll } from '../frame.ts'
import type { RollRow } from '../pool-rows.ts'
import { cruiseAt, leastRoll, rowAt, settleAt, settleTime } from '../roll-motion.ts'

const recycled = [0, 1, 2, 3, 4, 5, 6] as const

interface ReelProps {
  readonly rows: readonly RollRow[]
  readonly roll: Roll
  /** lines that a row is high, and rows that are seen at rest */
  readonly lines: number
  readonly seen: number
  /** whether it moves; else it stands on its rest */
  readonly moving: boolean
  readonly onRest: () => void
}

/**
 * Rows of the frozen list in seven recycled lines, moved by transforms alone. It knows where it must rest before it
 * rests: it shows a stored outcome and chooses nothing.
 */
export function Reel({ rows, roll, lines, seen, moving, onRest }: ReelProps) {
  const box = useRef<HTMLDivElement>(null)
  const motion = useRef({ place: 0, began: 0, from: 0, settling: 0 })
  const target = roll.rest === null ? -1 : rows.findIndex((row) => row.id === roll.rest)
  const latest = useRef({ rows, roll, target, onRest })
  latest.current = { rows, roll, target, onRest }

  useLayoutEffect(() => {
    if (moving) return
    motion.current = { place: target, began: 0, from: target, settling: 0 }
    paint(box.current, rows, roll.struck, Math.max(0, target), target >= 0)
  }, [moving, rows, roll, target])

  useEffect(() => {
    if (!moving) return
    const state = motion.current
    state.began = 0
    state.settling = 0
    state.from = Math.max(0, state.place)
    let frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)

    function step(now: number): void {
      const { rows, roll, target, onRest } = latest.current
      if (state.began === 0) state.began = now
      const elapsed = now - state.began
      if (state.settling === 0 && roll.rest !== null && elapsed >= leastRoll) state.settling = now
      const settling = state.settling === 0 ? 0 : now - state.settling
      const rested = state.settling !== 0 && (settling >= settleTime || target < 0)
      state.place =
        state.settling === 0 || target < 0 ? cruiseAt(state.from, elapsed) : settleAt(target, settling)
      paint(box.current, rows, roll.struck, rested ? Math.max(0, target) : state.place, rested && target >= 0)
      if (rested) onRest()
      else frame = requestAnimationFrame(step)
    }
  }, [moving])

  return (
    <div className="reel" ref={box} data-lines={lines} data-seen={seen} aria-hidden={moving}>
      <div className="reel-mark" />
      {recycled.map((slot) => (
        <div className="reel-row" key={slot}>
          <span className="reel-place" />
          <span className="reel-name" />
          <span className="reel-struck" />
        </div>
      ))}
    </div>
  )
}

/** Puts the seven lines where `place` asks for, and writes only those that show another row than before. */
function paint(
  box: HTMLDivElement | null,
  rows: readonly RollRow[],
  struck: ReadonlySet<string>,
  place: number,
  rested: boolean,
): void {
  if (box === null) return
  const middle = Math.round(place)
  const lines = box.querySelectorAll<HTMLElement>('.reel-row')
  const most = Math.min(3, (rows.length - 1) / 2)
  box.classList.toggle('rested', rested)
  for (const [slot, line] of lines.entries()) {
    const index = middle + rowAt(slot - middle + 3, recycled.length) - 3
    const away = Math.abs(index - middle)
    const row = away > most ? undefined : rows[rowAt(index, rows.length)]
    line.style.transform = `translateY(${((index - place) * 100).toFixed(3)}%)`
    line.classList.toggle('middle', rested && index === middle)
    line.classList.toggle('beyond', rested && away > (Number(box.dataset.seen) - 1) / 2)
    const out = row !== undefined && struck.has(row.id) && !(rested && index === middle)
    const text = row === undefined ? '' : `${row.place}\t${row.name}\t${out ? '已抽中' : ''}`
    if (line.dataset.text === text) continue
    line.dataset.text = text
    line.classList.toggle('struck', out)
    const [number, name, tag] = line.children
    if (number) number.textContent = row === undefined ? '' : String(row.place)
    if (name) name.textContent = row?.name ?? ''
    if (tag) tag.textContent = out ? '已抽中' : ''
  }
}
