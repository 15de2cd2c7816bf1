import type { DrawFacts } from '../../../shared/forms/draw-facts.ts'
import { sha256Hex } from '../../../shared/hash/sha256.ts'

/**
 * By what two packages are the same: the digest of their facts but for what changes without anything happening to the
 * draw. That is the head of the ledger, which grows with the very filing of a paper, and the numbers of other draws
 * that are not finished.
 */
export function factsDigest(facts: DrawFacts): string {
  const { ledger: _ledger, counts, ...own } = facts
  return sha256Hex(JSON.stringify({ ...own, counts: { ...counts, unfinishedNumbers: [] } }))
}
