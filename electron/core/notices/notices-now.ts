import type { NoticeRow } from '../../../db/inspection-store.ts'
import type { InspectionFacts } from '../../../shared/forms/inspection-facts.ts'
import type { CoreContext } from '../context.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'
import { composeFrom, publishedFacts } from './compose-notice.ts'
import { noticeBody, readNotice } from './notice-body.ts'

/** What the facts come to as a notice now: its digest, or why there is none. One of each kind and day is composed once. */
export class NoticesNow {
  readonly #facts: Outcome<InspectionFacts>
  readonly #root: string
  readonly #composed = new Map<string, Outcome<string>>()

  constructor(context: CoreContext, root: string) {
    this.#root = root
    this.#facts = outcomeOf(() => publishedFacts(context, root))
  }

  /** Of the kind and day of a notice that was drawn up. */
  digestOf(row: NoticeRow): Outcome<string> {
    const facts = this.#facts
    if (!facts.ok) return facts
    const { day } = readNotice(row)
    const known = this.#composed.get(`${row.kind} ${day}`)
    if (known !== undefined) return known
    const order = { root: this.#root, kind: row.kind, today: day }
    const fresh = outcomeOf(() => noticeBody(composeFrom(facts.value, order)).digest)
    this.#composed.set(`${row.kind} ${day}`, fresh)
    return fresh
  }

  /** Whether they still are what it says. */
  isCurrent(row: NoticeRow): boolean {
    const digest = this.digestOf(row)
    return digest.ok && digest.value === row.digest
  }
}
