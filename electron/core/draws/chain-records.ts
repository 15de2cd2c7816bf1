import { type ChainRecord, type Standing, standing } from '../../../shared/draw/chain.ts'
import type { DrawMode } from '../../../shared/draw/manifest.ts'
import { parseResult } from '../../../shared/draw/result.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { readFreeze } from './parsed-freeze.ts'

/** A chain with its standing records: the draw at the root, its match and replacements, oldest first. */
export interface Chain {
  readonly rootNumber: string
  readonly root: ChainRecord
  readonly later: readonly ChainRecord[]
  readonly state: Standing
}

/** The record of an attempt that was drawn, read back from the texts that were frozen and sealed. */
export function readRecord(context: CoreContext, number: string, attempt: number): ChainRecord | null {
  const freeze = readFreeze(context, number, attempt)
  const result = context.database.draws.result(number, attempt)
  if (freeze === null || result === null) return null
  return {
    manifest: freeze.manifest,
    lists: freeze.lists,
    result: parseResult(result.result),
    digest: result.digest,
  }
}

/** The newest attempt of a draw, when it was drawn and not declared void. */
export function standingRecord(context: CoreContext, number: string): ChainRecord | null {
  const attempt = context.database.draws.attempts(number).length
  if (attempt === 0 || context.database.draws.ending(number, attempt) !== null) return null
  return readRecord(context, number, attempt)
}

/**
 * The standing records of a chain, the root first, each followed by the one that amends it: not by their numbers,
 * because a number that was aborted and held again comes after others. Empty where the root does not stand.
 */
export function standingRecords(
  context: CoreContext,
  rootNumber: string,
  except: string | null = null,
): readonly ChainRecord[] {
  const records = context.database.draws
    .chain(rootNumber)
    .filter((draw) => draw.number !== except)
    .map((draw) => standingRecord(context, draw.number))
    .filter((record) => record !== null)
  const amending = new Map(records.map((record) => [record.manifest.amends, record]))
  const ordered: ChainRecord[] = []
  let next = amending.get(null)
  for (; next !== undefined; next = amending.get(next.digest)) ordered.push(next)
  if (ordered.length > 0 && ordered.length < records.length)
    throw new Error(`the chain of ${rootNumber} is broken`)
  return ordered
}

/**
 * The chain that `number` belongs to. Refuses with `DRAW_UNKNOWN`, or `DRAW_NOT_STANDING` where its root has no
 * standing result. `except` is left out: a draw does not amend itself.
 */
export function readChain(context: CoreContext, number: string, except: string | null = null): Chain {
  const known = context.database.draws.draw(number)
  if (known === null)
    throw new RefusalError(
      'DRAW_UNKNOWN',
      `没有编号为“${number}”的抽取。没有写入任何数据。请核对编号后重试。`,
    )
  const rootNumber = known.root ?? number
  const [root, ...later] = standingRecords(context, rootNumber, except)
  if (root === undefined)
    throw new RefusalError(
      'DRAW_NOT_STANDING',
      `“${rootNumber}”还没有有效的抽取结果，不能匹配或更换。没有写入任何数据。请先完成该次抽取。`,
    )
  return { rootNumber, root, later, state: standing(root, later) }
}

/**
 * Refuses with `MODE_DIFFERENT` a rehearsal that would amend what counts, the other way round, and an unwitnessed
 * match or replacement of what was drawn before witnesses.
 */
export function requireSameMode(chain: Chain, mode: DrawMode): void {
  const { mode: amended } = chain.root.manifest
  if (amended === mode || (amended === 'unwitnessed' && mode === 'official')) return
  if (amended === 'official' && mode === 'unwitnessed')
    throw new RefusalError(
      'MODE_DIFFERENT',
      `“${chain.rootNumber}”经现场见证，不能未经见证地匹配或更换。没有写入任何数据。请在见证人面前进行。`,
    )
  throw new RefusalError(
    'MODE_DIFFERENT',
    `演练与正式抽取不能互相变更：“${chain.rootNumber}”${amended === 'rehearsal' ? '是演练' : '不是演练'}。没有写入任何数据。请核对编号和性质后重试。`,
  )
}
