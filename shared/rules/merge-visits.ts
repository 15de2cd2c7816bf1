import type { ObjectVerdict } from './judge-objects.ts'

/** What is saved where one visit does several items (S0 三（七）, S4 （五）, S3 第二十条). */
export interface MergedVisits {
  /** visits, one an object */
  readonly visits: number
  /** visits there would be with one an item */
  readonly separately: number
  readonly saved: number
  readonly sentence: string
}

/** Counts over the objects that are in: of a pool, or of those that were drawn. */
export function mergeVisits(verdicts: Iterable<ObjectVerdict>): MergedVisits {
  let visits = 0
  let separately = 0
  for (const verdict of verdicts) {
    if (!verdict.in) continue
    visits += 1
    separately += Math.max(1, verdict.items.length)
  }
  const saved = separately - visits
  const sentence =
    saved === 0
      ? `共${visits}次检查，没有可以合并的事项`
      : `同一对象的多个事项一次检查完成：分别检查需${separately}次，合并后${visits}次，减少${saved}次`
  return { visits, separately, saved, sentence }
}
