import type { DrawMode } from '../../../shared/draw/manifest.ts'
import type { Preset } from '../../../shared/rules/preset.ts'
import type { CoreContext } from '../context.ts'
import type { FreezeProblem } from '../draws/frozen-facts.ts'
import { readFreeze } from '../draws/parsed-freeze.ts'
import type { YearHistory } from './year-history.ts'

/** How many numbers a sentence names before it stops. */
const namedMost = 5

/** Whether the 执行细则 counts how often an object is drawn in a year. */
function countsDraws({ yearlyCap, alreadyDrawn }: Preset): boolean {
  return yearlyCap !== null || alreadyDrawn !== null
}

/** What counts towards the year is known only when it is shown: until then nobody else is drawn by the year's rules. */
export function hiddenObstacles(
  preset: Preset,
  mode: DrawMode,
  { hidden }: Pick<YearHistory, 'hidden'>,
): readonly FreezeProblem[] {
  if (hidden.length === 0 || mode === 'rehearsal' || !countsDraws(preset)) return []
  return [
    {
      code: 'CHAIN_BUSY',
      sentence: `“${hidden.join('、')}”的结果还没有全部揭晓，而它计入本年度的抽查次数。请先完成揭晓。`,
    },
  ]
}

/**
 * Two lists that are frozen at once must not hold the same object: neither draw could count the other's outcome, and
 * together they would pass the cap of the year.
 *
 * @param except the root of the chain that is drawn itself
 */
export function frozenElsewhere(
  context: CoreContext,
  preset: Preset,
  mode: DrawMode,
  objects: readonly { readonly id: string }[],
  except: string | null,
): readonly FreezeProblem[] {
  if (mode === 'rehearsal' || !countsDraws(preset)) return []
  const ids = new Set(objects.map(({ id }) => id))
  const numbers = context.database.draws
    .summaries()
    .filter(
      ({ draw, attempt, frozen, resultDigest, ending }) =>
        draw.mode !== 'rehearsal' &&
        (draw.kind === 'draw' || draw.kind === 'replace-object') &&
        (draw.root ?? draw.number) !== except &&
        frozen &&
        resultDigest === null &&
        ending === null &&
        readFreeze(context, draw.number, attempt)?.lists.objects.some(({ id }) => ids.has(id)) === true,
    )
    .map(({ draw }) => draw.number)
  if (numbers.length === 0) return []
  return [
    {
      code: 'CHAIN_BUSY',
      sentence: `“${numbers.slice(0, namedMost).join('、')}”已锁定的名单中有相同的对象，而它的结果计入本年度的抽查次数。请先完成或中止它。`,
    },
  ]
}
