import canonicalize from 'canonicalize'
import { sha256Hex } from '../hash/sha256.ts'

/** What an entry may carry: strings, booleans, integers, arrays and objects of these. */
export type LedgerValue = string | boolean | number | readonly LedgerValue[] | LedgerData
export interface LedgerData {
  readonly [key: string]: LedgerValue
}

/** One entry of the ledger (台账), draw-spec section 8. */
export interface LedgerEntry {
  /** who did it */
  readonly actor: string
  /** when, ISO 8601 to the second with a numeric offset */
  readonly at: string
  readonly data: LedgerData
  /** what happened, e.g. `draw.freeze` */
  readonly event: string
  /** the hash before it, `-` for the first */
  readonly prev: string
  /** from 1 */
  readonly seq: number
}

/** An entry with its canonical text, its digest `e` and its place in the chain. */
export interface SealedEntry {
  readonly entry: LedgerEntry
  readonly canonical: string
  readonly digest: string
  readonly hash: string
}

/** A place in the chain: what the next entry builds on. */
export interface LedgerHead {
  readonly seq: number
  readonly hash: string
}

/** The head of an empty ledger. */
export const emptyLedger: LedgerHead = { seq: 0, hash: '-' }

/** RFC 8785 canonical JSON. Throws on what SSJ-LEDGER-1 does not allow (null, fractions, undefined). */
export function canonicalJson(value: LedgerValue | LedgerEntry): string {
  assertLedgerValue(value, '$')
  return String(canonicalize(value))
}

/** `e`: the digest of an entry. */
export function entryDigest(entry: LedgerEntry): string {
  return sha256Hex(canonicalJson(entry))
}

/** `hash`: the digest of an entry chained to the hash before it. */
export function chainHash(prev: string, digest: string): string {
  return sha256Hex(`SSJ-LEDGER-1\n${prev}\n${digest}\n`)
}

/** Seals what happened as the entry after `head`. */
export function sealEntry(
  head: LedgerHead,
  what: { actor: string; at: string; event: string; data: LedgerData },
): SealedEntry {
  // Field by field: whatever else `what` may carry at run time is no part of an entry.
  const { actor, at, event, data } = what
  const entry: LedgerEntry = { actor, at, data, event, prev: head.hash, seq: head.seq + 1 }
  const canonical = canonicalJson(entry)
  const digest = sha256Hex(canonical)
  return { entry, canonical, digest, hash: chainHash(head.hash, digest) }
}

function assertLedgerValue(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError(`ledger value ${path} holds a lone surrogate`)
    return
  }
  if (typeof value === 'boolean') return
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`ledger value ${path} is not an integer`)
    return
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertLedgerValue(item, `${path}[${index}]`)
    return
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (!key.isWellFormed()) throw new TypeError(`ledger value ${path} has a key with a lone surrogate`)
      assertLedgerValue(item, `${path}.${key}`)
    }
    return
  }
  throw new TypeError(`ledger value ${path} is ${value === null ? 'null' : typeof value}`)
}
