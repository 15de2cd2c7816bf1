import { type ChainRecord, type Standing, standing } from '../../../shared/draw/chain.ts'
import { parseLists } from '../../../shared/draw/lists.ts'
import { parseManifest } from '../../../shared/draw/manifest.ts'
import { officeOfDraw } from '../../../shared/draw/notation.ts'
import { parseResult } from '../../../shared/draw/result.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'

/** A chain with its standing records: the draw at the root, its match and replacements, oldest first. */
export interface Chain {
  readonly rootNumber: string
  readonly root: ChainRecord
  readonly later: readonly ChainRecord[]
  readonly state: Standing
}

/** The record of an attempt that was drawn, read back from the texts that were frozen and sealed. */
export function readRecord(context: CoreContext, number: string, attempt: number): ChainRecord | null {
  const { draws } = context.database
  const freeze = draws.freeze(number, attempt)
  const result = draws.result(number, attempt)
  if (freeze === null || result === null) return null
  return {
    manifest: parseManifest(freeze.manifest),
    lists: parseLists(officeOfDraw(number), freeze),
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
  const [root, ...later] = context.database.draws
    .chain(rootNumber)
    .filter((draw) => draw.number !== except)
    .map((draw) => ({ number: draw.number, record: standingRecord(context, draw.number) }))
  if (root === undefined || root.record === null)
    throw new RefusalError(
      'DRAW_NOT_STANDING',
      `“${rootNumber}”还没有有效的抽取结果，不能匹配或更换。没有写入任何数据。请先完成该次抽取。`,
    )
  const records = later.map((l) => l.record).filter((r): r is ChainRecord => r !== null)
  return { rootNumber, root: root.record, later: records, state: standing(root.record, records) }
}
