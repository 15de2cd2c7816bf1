import type { Database } from '../../../db/open-database.ts'

/**
 * The first stored step of a draw without its ledger entry, in words; `null` where every one has its own. A ledger
 * whose end was cut off is whole by itself: only what the draws say shows that something is missing.
 */
export function unrecordedStep(database: Database): string | null {
  const recorded = new Set<string>()
  for (const { entry } of database.ledger.entries()) {
    const { draw, attempt, commit, freeze, result, record } = entry.data
    for (const digest of [commit, freeze, result, record])
      if (typeof digest === 'string') recorded.add(`${entry.event} ${draw} ${attempt} ${digest}`)
  }
  const { draws } = database
  for (const { number } of draws.draws())
    for (const { attempt, commitment } of draws.attempts(number)) {
      const ending = draws.ending(number, attempt)
      const steps = [
        ['draw.commit', commitment, '承诺码'],
        ['draw.freeze', draws.freezeDigest(number, attempt), '名单锁定'],
        ['draw.result', draws.result(number, attempt)?.digest ?? null, '结果'],
        [ending?.kind === 'void' ? 'draw.void' : 'draw.aborted', ending?.digest ?? null, '中止或作废'],
      ] as const
      for (const [event, digest, words] of steps)
        if (digest !== null && !recorded.has(`${event} ${number} ${attempt} ${digest}`))
          return `“${number}”第${attempt}次的${words}没有对应的台账条目，台账缺了一段`
    }
  return null
}
