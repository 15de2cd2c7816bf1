import { expect, it } from 'vitest'
import { BrowserWindows } from '../../../electron/browser/browser-windows.ts'

/** Windows over a browser that ends when the test says so. */
function stage() {
  const told: string[] = []
  const exits: ((code: number | null) => void)[] = []
  let time = 0
  const windows = new BrowserWindows({
    start: (address, exited) => {
      told.push(`open ${address}`)
      exits.push(exited)
      return { kill: () => told.push('kill') }
    },
    entry: () => 'A',
    now: () => time,
    onClosed: () => told.push('closed'),
    onFailed: () => told.push('failed'),
  })
  const pass = (milliseconds: number) => {
    time += milliseconds
  }
  return { windows, told, exit: (n: number, code: number | null) => exits[n]?.(code), pass }
}

const one = { console: 1, stage: 0 }
const none = { console: 0, stage: 0 }

it('ends when the person closed the last window, in whichever order it is heard', () => {
  const first = stage()
  first.windows.open()
  first.windows.counted(one)
  first.windows.counted(none)
  expect(first.told).toEqual(['open A'])
  first.exit(0, 0)
  expect(first.told).toEqual(['open A', 'closed'])
  const other = stage()
  other.windows.open()
  other.windows.counted(one)
  other.exit(0, 0)
  expect(other.told).toEqual(['open A'])
  other.windows.counted(none)
  expect(other.told).toEqual(['open A', 'closed'])
})

it('opens a killed browser again, and after three within ten seconds leaves it to the person', () => {
  const { windows, told, exit, pass } = stage()
  windows.open()
  windows.counted(one)
  exit(0, null)
  pass(11_000)
  exit(1, null)
  exit(2, 1)
  expect(told).toEqual(['open A', 'open A', 'open A', 'open A'])
  exit(3, 1)
  expect(told.at(-1)).toBe('failed')
})

it('a further window is handed to the browser that runs, and closing ends every process', () => {
  const { windows, told, exit } = stage()
  windows.open()
  windows.counted(one)
  windows.open()
  exit(1, 1)
  expect(told).toEqual(['open A', 'open A'])
  windows.close()
  exit(0, null)
  expect(told).toEqual(['open A', 'open A', 'kill'])
})
