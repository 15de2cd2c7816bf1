import { useQuery } from '@tanstack/react-query'
import { presetOf } from '../../../shared/rules/preset.ts'
import { useApi } from '../api.ts'
import type { Proposal } from './plan-form.ts'

/** What the office's settings and its 执行细则 propose for a new draw; `null` until they are read. */
export function useProposal(): (Proposal & { readonly roles: readonly string[] }) | null {
  const { core } = useApi()
  const { data } = useQuery({
    queryKey: ['draws', 'settings'],
    queryFn: async () => {
      const [settings, own] = await Promise.all([core.settings.read({}), core.settings.customRules({})])
      return { ...settings, rules: presetOf(settings.preset, own) }
    },
  })
  if (data === undefined) return null
  const { witnessRoles: roles, pairing, publicity } = data.rules
  return {
    venue: data.venue ?? '',
    operator: data.operator ?? '',
    witnessRole: roles[0] ?? '',
    confidential: publicity.when === 'confidential',
    topology: pairing?.topology ?? 'teams',
    roles,
  }
}
