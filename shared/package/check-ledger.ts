import { officeOfDraw, SpecError } from '../draw/notation.ts'
import type { EarlierRecord } from './check-earlier.ts'
import type { Frozen } from './check-freeze.ts'
import type { Drawn } from './check-result.ts'
import { type LedgerLine, readLedgerLines } from './ledger-lines.ts'
import { LEDGER } from './package-files.ts'
import type { PackageSource } from './package-source.ts'
import { type Step, StepWriter } from './verification.ts'

export const ledgerTitle = '台账：从第一条走到最新一条，本次摇号的事项与各文件相符'

/** An event that the files say must be in the ledger. */
interface ExpectedEvent {
  readonly event: string
  readonly data: Readonly<Record<string, string | number>>
}

/** The events that follow from the files; anything else that happened to a draw (reveal, confirmation, …) may stand between. */
const told = new Set([
  'draw.commit',
  'draw.freeze',
  'draw.contribution',
  'draw.result',
  'draw.aborted',
  'draw.void',
])

/** What a ledger in a package came to. */
export interface LedgerCheck {
  readonly step: Step
  readonly lines: readonly LedgerLine[]
}

/** Walks ledger.jsonl and compares it with the attempts of this number, oldest first. Never throws. */
export function checkLedger(
  source: PackageSource,
  frozen: Frozen,
  drawn: Drawn,
  attempts: readonly EarlierRecord[],
): LedgerCheck {
  const step = new StepWriter('ledger', ledgerTitle)
  const { draw } = frozen.manifest
  const lines = step.attempt(LEDGER, () => {
    officeOfDraw(draw)
    return readLedgerLines(source.text(LEDGER), draw)
  })
  if (lines === null) return { step: step.done(), lines: [] }
  const own = lines.filter((line) => line.kind === 'own')
  step.text('总条数', String(lines.length))
  step.text('其中本次摇号', String(own.length))
  const newest = lines.at(-1)
  if (newest !== undefined) step.digest(`最新一条（第${newest.seq}条）的台账校验码`, newest.hash)
  for (const line of own)
    step.text(`第${line.seq}条`, `${line.entry.event}　${line.entry.at}　${line.entry.actor}`)
  const expected = [...attempts.flatMap(eventsOf), ...eventsOf(mainRecord(frozen, drawn))]
  step.attempt(LEDGER, () => compareEvents(own, expected))
  step.summary(
    `共${lines.length}条，逐条由上一条的台账校验码和本条的校验码重新算出台账校验码，全部相符；其中本次摇号${own.length}条，承诺、锁定、见证数字、结果的次序和内容与各文件相符。其他事项只列校验码，内容不公开。`,
  )
  return { step: step.done(), lines }
}

type AttemptFacts = Pick<EarlierRecord, 'attempt' | 'commitment' | 'frozen' | 'drawn' | 'ending'>

function mainRecord(frozen: Frozen, drawn: Drawn): AttemptFacts {
  const { attempt, commitment } = frozen.manifest
  return { attempt, commitment, frozen, drawn, ending: null }
}

function eventsOf({ attempt, commitment, frozen, drawn, ending }: AttemptFacts): ExpectedEvent[] {
  const events: ExpectedEvent[] = [{ event: 'draw.commit', data: { attempt, commit: commitment } }]
  if (frozen !== null) events.push({ event: 'draw.freeze', data: { attempt, freeze: frozen.freeze } })
  const digits = drawn?.result.contributions ?? ending?.contributions ?? []
  for (const [index, typed] of digits.entries()) {
    const data = { attempt, seat: index + 1, digits: typed }
    const isLast = drawn !== null && index === digits.length - 1
    if (!isLast) events.push({ event: 'draw.contribution', data })
    else {
      const { secret, seed } = drawn.result
      events.push({ event: 'draw.result', data: { ...data, result: drawn.digest, secret, seed } })
    }
  }
  if (ending !== null) {
    const { kind, digest: record } = ending
    events.push({ event: `draw.${kind}`, data: { attempt, record } })
  }
  return events
}

function compareEvents(
  own: readonly Extract<LedgerLine, { kind: 'own' }>[],
  expected: readonly ExpectedEvent[],
): void {
  const found = own.filter((line) => told.has(line.entry.event))
  for (const [index, { event, data }] of expected.entries()) {
    const line = found[index]
    if (line === undefined) throw new SpecError(`缺少本次摇号应有的事项 ${event}（第${data.attempt}次）`)
    if (line.entry.event !== event)
      throw new SpecError(`此处应为 ${event}，实为 ${line.entry.event}`, line.seq)
    for (const [key, value] of Object.entries(data))
      if (line.entry.data[key] !== value)
        throw new SpecError(
          `${event} 的 ${key} 与文件不符：应为${value}，实为${JSON.stringify(line.entry.data[key]) ?? '没有'}`,
          line.seq,
        )
  }
  const more = found[expected.length]
  if (more?.entry.event === 'draw.void')
    throw new SpecError('台账写明这次结果后来已作废，不能再当作有效的结果', more.seq)
  if (more !== undefined) throw new SpecError(`台账中有各文件没有的事项 ${more.entry.event}`, more.seq)
}
