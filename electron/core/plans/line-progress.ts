import type { DrawSummary } from '../../../db/draw-store.ts'
import { standing } from '../../../shared/draw/chain.ts'
import type { CoreContext } from '../context.ts'
import { standingRecords } from '../draws/chain-records.ts'

/** A draw that was frozen on a plan line and stands or is in hand. */
export interface LineDraw {
  readonly number: string
  readonly at: string
  /** objects in force; `null` until the outcome was confirmed */
  readonly objects: number | null
}

/** The draws of every plan line by its serial. A rehearsal, an aborted and a void attempt are none. */
export function drawsByLine(context: CoreContext): ReadonlyMap<string, readonly LineDraw[]> {
  const { schemes, draws } = context.database
  const summaries = new Map(draws.summaries().map((summary) => [summary.draw.number, summary]))
  const found = new Map<string, LineDraw[]>()
  for (const { line, draw, attempt } of schemes.bases()) {
    const summary = summaries.get(draw)
    if (line === null || summary === undefined || !counts(summary, attempt)) continue
    const held = found.get(line) ?? []
    held.push(lineDraw(context, summary))
    found.set(line, held)
  }
  return found
}

function counts({ draw, attempt, ending }: DrawSummary, frozen: number): boolean {
  return draw.mode !== 'rehearsal' && attempt === frozen && ending === null
}

function lineDraw(context: CoreContext, { draw, attempt, confirmed }: DrawSummary): LineDraw {
  const { number } = draw
  const at = context.database.draws.attempt(number, attempt)?.at ?? ''
  if (!confirmed) return { number, at, objects: null }
  const [root, ...later] = standingRecords(context, number)
  return { number, at, objects: root === undefined ? null : standing(root, later).objects.size }
}
