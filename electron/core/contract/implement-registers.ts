import type { SearchFilters } from '../../../db/register-search.ts'
import type { RegisterVersion } from '../../../db/register-version.ts'
import { type RegisterName, registerTitles } from '../../../shared/registry/columns.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { RegisterRows } from '../../../shared/registry/verdict.ts'
import type { Core } from '../core.ts'
import { RefusalError } from '../outcome.ts'
import type { ConsoleRoot } from './roots.ts'

interface Part {
  readonly limit: number
  readonly offset: number
}
interface Seen {
  readonly serial: Serial
  readonly version: number
  readonly reason: string | null
}

/** The calls on one register. */
class RegisterDesk<R extends RegisterName> {
  readonly #core: Core
  readonly #register: R

  constructor(core: Core, register: R) {
    this.#core = core
    this.#register = register
  }

  search({ piece, filters, ...part }: Part & { readonly piece: string; readonly filters: SearchFilters }) {
    return this.#core.registers.search(this.#register, piece, part, filters)
  }

  facets() {
    return this.#core.registers.facets(this.#register)
  }

  /** Refuses with `ROW_UNKNOWN`. */
  get(serial: Serial): RegisterVersion<RegisterRows[R]> {
    const versions = this.history(serial)
    const newest = versions.at(-1)
    if (newest === undefined) throw new Error(`${serial} has no version`)
    return newest
  }

  history(serial: Serial) {
    return this.#core.registers.history(this.#register, serial)
  }

  asOf({ moment, limit, offset }: Part & { readonly moment: string }) {
    const rows = this.#core.registers.asOf(this.#register, Date.parse(moment))
    return { total: rows.length, rows: rows.slice(offset, offset + limit) }
  }

  add(actor: string, row: unknown) {
    return this.#core.registers.add(actor, this.#register, row)
  }

  change(actor: string, input: Seen & { readonly row: unknown }) {
    this.#refuseUnseen(input)
    return this.#core.registers.change(actor, this.#register, input.serial, input.row, input.reason)
  }

  retire(actor: string, input: Seen) {
    this.#refuseUnseen(input)
    return this.#core.registers.retire(actor, this.#register, input.serial, input.reason)
  }

  /** Nobody overwrites what he has not seen. The core is synchronous: nothing comes between this and the change. */
  #refuseUnseen({ serial, version }: Seen): void {
    const newest = this.get(serial)
    if (newest.version === version || newest.change === 'retired') return
    throw new RefusalError(
      'ROW_CHANGED',
      `${registerTitles[this.#register]}的“${serial}”已由${newest.by}改为第${newest.version}版。没有写入任何数据。请重新打开该条目，核对后再改。`,
    )
  }
}

/** The registers. */
export function implementRegisters({ registers: root }: ConsoleRoot, core: Core) {
  const objects = new RegisterDesk(core, 'objects')
  const inspectors = new RegisterDesk(core, 'inspectors')
  const items = new RegisterDesk(core, 'items')
  const recusals = new RegisterDesk(core, 'recusals')
  const plans = new RegisterDesk(core, 'plans')
  const visits = new RegisterDesk(core, 'visits')
  const powers = new RegisterDesk(core, 'powers')
  return {
    objects: {
      search: root.objects.search.handler(({ input }) => objects.search(input)),
      facets: root.objects.facets.handler(() => objects.facets()),
      get: root.objects.get.handler(({ input }) => objects.get(input.serial)),
      history: root.objects.history.handler(({ input }) => objects.history(input.serial)),
      asOf: root.objects.asOf.handler(({ input }) => objects.asOf(input)),
      add: root.objects.add.handler(({ input, context }) => objects.add(context.actor, input.row)),
      change: root.objects.change.handler(({ input, context }) => objects.change(context.actor, input)),
      retire: root.objects.retire.handler(({ input, context }) => objects.retire(context.actor, input)),
    },
    inspectors: {
      search: root.inspectors.search.handler(({ input }) => inspectors.search(input)),
      facets: root.inspectors.facets.handler(() => inspectors.facets()),
      get: root.inspectors.get.handler(({ input }) => inspectors.get(input.serial)),
      history: root.inspectors.history.handler(({ input }) => inspectors.history(input.serial)),
      asOf: root.inspectors.asOf.handler(({ input }) => inspectors.asOf(input)),
      add: root.inspectors.add.handler(({ input, context }) => inspectors.add(context.actor, input.row)),
      change: root.inspectors.change.handler(({ input, context }) => inspectors.change(context.actor, input)),
      retire: root.inspectors.retire.handler(({ input, context }) => inspectors.retire(context.actor, input)),
    },
    items: {
      search: root.items.search.handler(({ input }) => items.search(input)),
      facets: root.items.facets.handler(() => items.facets()),
      get: root.items.get.handler(({ input }) => items.get(input.serial)),
      history: root.items.history.handler(({ input }) => items.history(input.serial)),
      asOf: root.items.asOf.handler(({ input }) => items.asOf(input)),
      add: root.items.add.handler(({ input, context }) => items.add(context.actor, input.row)),
      change: root.items.change.handler(({ input, context }) => items.change(context.actor, input)),
      retire: root.items.retire.handler(({ input, context }) => items.retire(context.actor, input)),
    },
    recusals: {
      search: root.recusals.search.handler(({ input }) => recusals.search(input)),
      facets: root.recusals.facets.handler(() => recusals.facets()),
      get: root.recusals.get.handler(({ input }) => recusals.get(input.serial)),
      history: root.recusals.history.handler(({ input }) => recusals.history(input.serial)),
      asOf: root.recusals.asOf.handler(({ input }) => recusals.asOf(input)),
      add: root.recusals.add.handler(({ input, context }) => recusals.add(context.actor, input.row)),
      change: root.recusals.change.handler(({ input, context }) => recusals.change(context.actor, input)),
      retire: root.recusals.retire.handler(({ input, context }) => recusals.retire(context.actor, input)),
    },
    plans: {
      search: root.plans.search.handler(({ input }) => plans.search(input)),
      facets: root.plans.facets.handler(() => plans.facets()),
      get: root.plans.get.handler(({ input }) => plans.get(input.serial)),
      history: root.plans.history.handler(({ input }) => plans.history(input.serial)),
      asOf: root.plans.asOf.handler(({ input }) => plans.asOf(input)),
      add: root.plans.add.handler(({ input, context }) => plans.add(context.actor, input.row)),
      change: root.plans.change.handler(({ input, context }) => plans.change(context.actor, input)),
      retire: root.plans.retire.handler(({ input, context }) => plans.retire(context.actor, input)),
    },
    visits: {
      search: root.visits.search.handler(({ input }) => visits.search(input)),
      facets: root.visits.facets.handler(() => visits.facets()),
      get: root.visits.get.handler(({ input }) => visits.get(input.serial)),
      history: root.visits.history.handler(({ input }) => visits.history(input.serial)),
      asOf: root.visits.asOf.handler(({ input }) => visits.asOf(input)),
      add: root.visits.add.handler(({ input, context }) => visits.add(context.actor, input.row)),
      change: root.visits.change.handler(({ input, context }) => visits.change(context.actor, input)),
      retire: root.visits.retire.handler(({ input, context }) => visits.retire(context.actor, input)),
    },
    powers: {
      search: root.powers.search.handler(({ input }) => powers.search(input)),
      facets: root.powers.facets.handler(() => powers.facets()),
      get: root.powers.get.handler(({ input }) => powers.get(input.serial)),
      history: root.powers.history.handler(({ input }) => powers.history(input.serial)),
      asOf: root.powers.asOf.handler(({ input }) => powers.asOf(input)),
      add: root.powers.add.handler(({ input, context }) => powers.add(context.actor, input.row)),
      change: root.powers.change.handler(({ input, context }) => powers.change(context.actor, input)),
      retire: root.powers.retire.handler(({ input, context }) => powers.retire(context.actor, input)),
    },
  }
}
