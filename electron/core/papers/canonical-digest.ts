import { sha256Hex } from '../../../shared/hash/sha256.ts'
import { canonicalJson, type LedgerValue } from '../../../shared/ledger/ledger.ts'

/**
 * The digest of what was approved or handed in for review: SHA-256 of its canonical JSON (RFC 8785). A member that is
 * `null` says nothing and is left out, so that a field added by a later version of the program changes no digest.
 */
export function canonicalDigest(value: unknown): string {
  return sha256Hex(canonicalText(value))
}

/** The canonical JSON of it. */
export function canonicalText(value: unknown): string {
  return canonicalJson(said(value))
}

function said(value: unknown): LedgerValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(said)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== null && member !== undefined)
        .map(([name, member]) => [name, said(member)]),
    )
  throw new TypeError(`${String(value)} has no canonical text`)
}
