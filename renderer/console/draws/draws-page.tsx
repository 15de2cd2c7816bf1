import './draws.css'
import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { amendmentKinds } from './amendment-form.ts'
import { NewAmendmentPage, OpenedAmendmentPage } from './amendment-page.tsx'
import { DrawsHome } from './draws-home.tsx'
import type { Proposal } from './plan-form.ts'
import { PlanPage } from './plan-page.tsx'
import { SessionPage } from './session-page.tsx'
import { useProposal } from './use-proposal.ts'

/** 摇号: the list, a draft, a session or an amendment, as the rest of the address says. */
export function DrawsPage({ path }: { readonly path: string }) {
  const [first = '', second = '', third = ''] = path.split('/').map(decodeURIComponent)
  const proposal = useProposal()
  if (first === '') return <DrawsHome />
  const kind = amendmentKinds.find((known) => known === second)
  if (first !== 'new' && first !== 'draft' && kind === undefined)
    return <SessionPage key={first} number={first} />
  if (proposal === null) return <Waiting />
  if (first === 'new') {
    const mode = second === 'rehearsal' ? 'rehearsal' : 'official'
    return <PlanPage key={mode} opened={null} mode={mode} proposal={proposal} roles={proposal.roles} />
  }
  if (first === 'draft') return <DraftPage key={second} id={second} proposal={proposal} />
  if (kind === undefined) return <DrawsHome />
  return <NewAmendmentPage key={path} kind={kind} number={first} leaves={third} proposal={proposal} />
}

function DraftPage({
  id,
  proposal,
}: {
  readonly id: string
  readonly proposal: Proposal & { readonly roles: readonly string[] }
}) {
  const { query } = useApi()
  // The form is what counts from here on: what is saved from it is not read back into it.
  const { data, error } = useQuery(
    query.draws.readDraft.queryOptions({ input: { id }, staleTime: 0, gcTime: 0 }),
  )
  if (error !== null)
    return (
      <div className="page">
        <Problem error={error} />
      </div>
    )
  if (data === undefined) return <Waiting />
  const { plan, number } = data
  return plan.kind === 'draw' ? (
    <PlanPage opened={{ id, plan, number }} proposal={proposal} roles={proposal.roles} />
  ) : (
    <OpenedAmendmentPage opened={{ id, plan, number }} roles={proposal.roles} />
  )
}

function Waiting() {
  return (
    <div className="page draws-waiting">
      <Spin />
    </div>
  )
}
