import { fileLines, H, SpecError } from '../draw/notation.ts'
import {
  canonicalJson,
  chainHash,
  emptyLedger,
  type LedgerData,
  type LedgerEntry,
  type LedgerHead,
  type LedgerValue,
  type SealedEntry,
} from '../ledger/ledger.ts'

/** One line of ledger.jsonl: an entry of this draw in full, or the digest of somebody else's. */
export type LedgerLine =
  | {
      readonly kind: 'own'
      readonly seq: number
      readonly digest: string
      readonly hash: string
      readonly entry: LedgerEntry
    }
  | { readonly kind: 'other'; readonly seq: number; readonly digest: string; readonly hash: string }

/** The text of ledger.jsonl (draw-spec section 8): `entries` from the first to the newest, `draw` the package's number. */
export function renderLedgerLines(
  entries: Iterable<Pick<SealedEntry, 'entry' | 'canonical' | 'digest' | 'hash'>>,
  draw: string,
): string {
  const lines: string[] = []
  for (const { entry, canonical, digest, hash } of entries)
    lines.push(
      // Keys in the order of RFC 8785; an entry's canonical text is canonical inside another object too.
      entry.data.draw === draw
        ? `{"entry":${canonical},"hash":"${hash}"}\n`
        : `{"digest":"${digest}","hash":"${hash}","seq":${entry.seq}}\n`,
    )
  return lines.join('')
}

const otherLine = /^\{"digest":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","seq":([1-9][0-9]{0,15})\}$/

/**
 * Reads ledger.jsonl and walks its chain. Throws {@link SpecError} with the first line that is not canonical,
 * belongs to another draw, or does not fit the line before it.
 */
export function readLedgerLines(text: string, draw: string): LedgerLine[] {
  let head: LedgerHead = emptyLedger
  return fileLines(text).map((content, index) => {
    const line = readLine(content, head, draw, index + 1)
    const at = index + 1
    if (line.seq !== at) throw new SpecError(`序号应为${at}，实为${line.seq}`, at)
    const expected = chainHash(head.hash, line.digest)
    if (line.hash !== expected)
      throw new SpecError(`台账校验码不符：由上一条和本条算得${expected}，写明的是${line.hash}`, at)
    head = { seq: line.seq, hash: line.hash }
    return line
  })
}

function readLine(content: string, head: LedgerHead, draw: string, at: number): LedgerLine {
  const other = otherLine.exec(content)
  if (other !== null) {
    const [, digest = '', hash = '', seq = ''] = other
    return { kind: 'other', seq: Number(seq), digest, hash }
  }
  const parsed = parseJson(content, at)
  if (!isData(parsed) || !isEntry(parsed.entry) || typeof parsed.hash !== 'string')
    throw new SpecError('不是台账的一行', at)
  const entry = parsed.entry
  if (canonicalText(parsed, at) !== content || Object.keys(parsed).length !== 2)
    throw new SpecError('不是规范写法', at)
  if (entry.data.draw !== draw) throw new SpecError(`写明的不是本次摇号${draw}的事项`, at)
  if (entry.prev !== head.hash)
    throw new SpecError(`上一条的台账校验码应为${head.hash}，写明的是${entry.prev}`, at)
  return { kind: 'own', seq: entry.seq, digest: H(canonicalText(entry, at)), hash: parsed.hash, entry }
}

function parseJson(content: string, at: number): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new SpecError('不是JSON', at)
  }
}

function canonicalText(value: LedgerData | LedgerEntry, at: number): string {
  try {
    return canonicalJson(value)
  } catch {
    throw new SpecError('含有台账不允许的值', at)
  }
}

function isData(value: unknown): value is LedgerData {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEntry(value: LedgerValue | undefined): value is LedgerEntry & LedgerData {
  if (!isData(value) || Object.keys(value).sort().join() !== 'actor,at,data,event,prev,seq') return false
  const { actor, at, data, event, prev, seq } = value
  return (
    [actor, at, event, prev].every((text) => typeof text === 'string') &&
    typeof seq === 'number' &&
    isData(data)
  )
}

/** A row of a stored ledger, as the database has it. */
export interface ChainRow {
  readonly seq: number
  readonly canonical: string
  readonly digest: string
  readonly prev: string
  readonly hash: string
}

/** What walking a chain came to: its head, or the first entry that does not fit and why. */
export type ChainVerdict =
  | { readonly ok: true; readonly head: LedgerHead }
  | { readonly ok: false; readonly seq: number; readonly problem: string }

/** Walks a whole ledger from its first entry and names the first that is broken. Never throws for bad rows. */
export function verifyChain(rows: Iterable<ChainRow>): ChainVerdict {
  let head: LedgerHead = emptyLedger
  for (const row of rows) {
    const seq = head.seq + 1
    const problem = rowProblem(row, head)
    if (problem !== null) return { ok: false, seq, problem }
    head = { seq, hash: row.hash }
  }
  return { ok: true, head }
}

function rowProblem(row: ChainRow, head: LedgerHead): string | null {
  if (row.seq !== head.seq + 1) return `序号应为${head.seq + 1}，实为${row.seq}：有条目缺失、重复或次序有误`
  if (row.prev !== head.hash) return `上一条的台账校验码应为${head.hash}，写明的是${row.prev}`
  if (H(row.canonical) !== row.digest) return '内容与它的校验码不符'
  if (chainHash(row.prev, row.digest) !== row.hash) return '台账校验码与上一条和本条内容不符'
  let parsed: unknown
  try {
    parsed = JSON.parse(row.canonical)
  } catch {
    return '内容不是JSON'
  }
  if (!isData(parsed) || !isEntry(parsed)) return '内容不是台账条目'
  if (parsed.seq !== row.seq || parsed.prev !== row.prev)
    return '内容中的序号或上一条的台账校验码与所存的不符'
  return null
}
