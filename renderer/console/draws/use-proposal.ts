import { useQuery } from '@tanstack/react-query'
import { presets } from '../../../shared/rules/preset.ts'
import { useApi } from '../api.ts'
import type { Proposal } from './plan-form.ts'

/** What the office's settings propose for a new draw; `null` until they are read. */
export function useProposal(): (Proposal & { readonly roles: readonly string[] }) | null {
  const { core } = useApi()
  const { data } = useQuery({ queryKey: ['draws', 'settings'], queryFn: () => core.settings.read({}) })
  if (data === undefined) return null
  const roles = presets[data.preset].witnessRoles
  return { venue: data.venue ?? '', operator: data.operator ?? '', witnessRole: roles[0] ?? '', roles }
}
