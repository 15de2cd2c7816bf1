import type { InspectionFacts } from './inspection-facts.ts'
import { orBlank } from './official-parts.ts'

/** Whom the party may ask, to stand after 联系人：: what was entered, else what the office has set of itself; the rest is written by hand. */
export function contactWords({ entry, style }: InspectionFacts): string {
  const address = style.address === null ? '' : `，地址：${style.address}`
  return `${orBlank(entry.contact, 5)}，联系电话：${orBlank(entry.contactPhone ?? style.phone, 7)}${address}。`
}
