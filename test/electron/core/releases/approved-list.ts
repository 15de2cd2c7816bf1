import type { Core } from '../../../../electron/core/core.ts'
import type { ListOf, ListState } from '../../../../shared/api/release-contract.ts'
import { handOver } from '../papers/handed-over.ts'
import { operator } from '../sample-core.ts'

/** Hands a list in and registers 审核 and 批准 of it. */
export function approveList(core: Core, list: ListOf, reason: string | null = null): ListState {
  const id = newest(core.releases.make(operator, list, reason)).id
  core.releases.register(operator, id, {
    step: 'reviewed',
    name: '李审核',
    date: '2026-11-19',
    note: null,
    scan: null,
  })
  return core.releases.register(operator, id, {
    step: 'approved',
    name: '赵局长',
    number: '云住建〔2026〕8号',
    date: '2026-11-20',
    note: null,
    scan: handOver(core, '批准.png'),
  })
}

/** The newest version of a list. */
export function newest(state: ListState): ListState['releases'][number] {
  const [release] = state.releases
  if (release === undefined) throw new Error('nothing was handed in')
  return release
}
