import type { Drift } from '../../../shared/api/draw-contract.ts'
import type { CoreContext } from '../context.ts'
import { RefusalError } from '../outcome.ts'
import { assemble } from './freeze-plan.ts'
import { readFrozenFacts, type Versions } from './frozen-facts.ts'
import { readFreeze } from './parsed-freeze.ts'
import { readSession } from './session.ts'

interface Register {
  get(serial: never): { readonly version: number; readonly change: string } | null
}

/** Frozen rows that have another version by now, or are retired. */
function changedSince(register: Register, ids: readonly string[], versions: Versions): number {
  return ids.filter((id) => {
    const serial = id.slice(id.indexOf('-') + 1)
    const now = register.get(serial as never)
    return now === null || now.change === 'retired' || now.version !== versions[serial]
  }).length
}

/** How many a list made anew would have that the frozen one neither lists nor leaves out. */
function enteredSince(fresh: readonly { readonly id: string }[], frozen: ReadonlySet<string>): number {
  return fresh.filter(({ id }) => !frozen.has(id)).length
}

/**
 * What changed in the registers since the lists of a draw were frozen. The frozen lists stay: whoever is drawn is
 * drawn out of them. Refuses with `DRAW_UNKNOWN`, or with `WRONG_STATE` before the freeze.
 */
export function readDrift(context: CoreContext, number: string): Drift {
  const { database } = context
  const { attempt } = readSession(context, number)
  const freeze = readFreeze(context, number, attempt)
  const stored = database.draws.freeze(number, attempt)
  if (freeze === null || stored === null)
    throw new RefusalError(
      'WRONG_STATE',
      `“${number}”的名单还没有锁定，无从比较。没有写入任何数据，场次保持原样。`,
    )
  const { versions } = readFrozenFacts(stored.facts)
  const { lists, plan, manifest } = freeze
  const known = new Set([...lists.objects, ...lists.inspectors, ...lists.excluded].map(({ id }) => id))
  const fresh = freshLists(context, number, plan, manifest.at.slice(0, 10))
  const objects =
    changedSince(
      database.objects,
      lists.objects.map(({ id }) => id),
      versions.objects,
    ) + enteredSince(fresh?.objects ?? [], known)
  const inspectors =
    changedSince(
      database.inspectors,
      lists.inspectors.map(({ id }) => id),
      versions.inspectors,
    ) + enteredSince(fresh?.inspectors ?? [], known)
  return { objects, inspectors, sentence: sentenceOf(objects, inspectors) }
}

function freshLists(
  context: CoreContext,
  number: string,
  plan: Parameters<typeof assemble>[1],
  today: string,
) {
  try {
    return assemble(context, plan, today, number).lists
  } catch (error) {
    // Lists that could not be made anew (everybody has left …) have nobody new; who left is counted beside this.
    if (error instanceof RefusalError) return null
    throw error
  }
}

function sentenceOf(objects: number, inspectors: number): string | null {
  const parts = [
    ...(objects > 0 ? [`检查对象${objects}个`] : []),
    ...(inspectors > 0 ? [`执法检查人员${inspectors}名`] : []),
  ]
  return parts.length === 0 ? null : `锁定之后名录有改动：${parts.join('，')}；锁定名单不变。`
}
