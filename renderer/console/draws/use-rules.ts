import { useQuery } from '@tanstack/react-query'
import type { DrawProposal } from '../../../shared/api/draw-contract.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { type Preset, presetOf } from '../../../shared/rules/preset.ts'
import { useApi } from '../api.ts'
import type { BasisForm } from './basis-form.ts'

/** The 执行细则 in force; `null` until it is read. */
export function usePreset(): Preset | null {
  const { core } = useApi()
  const { data } = useQuery({
    queryKey: ['draws', 'preset'],
    queryFn: async () => {
      const [{ preset }, own] = await Promise.all([core.settings.read({}), core.settings.customRules({})])
      return presetOf(preset, own)
    },
  })
  return data ?? null
}

/** A plan line as the wizard offers it. */
export interface OfferedLine {
  readonly serial: string
  readonly line: PlanLine
}

/** The plan lines of a year, by their number (计划编号); `undefined` until they are read. */
export function usePlanLines(year: number): readonly OfferedLine[] | undefined {
  const { core } = useApi()
  const { data } = useQuery({
    queryKey: ['draws', 'lines', year],
    queryFn: async () => {
      const lines: OfferedLine[] = []
      for (;;) {
        const { rows, total } = await core.registers.plans.search({
          filters: { year: [String(year)] },
          limit: 200,
          offset: lines.length,
        })
        lines.push(...rows.map(({ serial, row }) => ({ serial, line: row })))
        if (rows.length === 0 || lines.length >= total) break
      }
      return lines.sort((a, b) => (a.line.number < b.line.number ? -1 : 1))
    },
  })
  return data
}

/** What is asked of `draws.propose` for what a draw rests on; `null` where it rests on nothing yet. */
export function proposalInput(basis: BasisForm, items: readonly string[]) {
  if (basis.on === 'line') return basis.line === null ? null : { line: basis.line }
  return basis.on === 'outside' && items.length > 0 ? { items: [...items] } : null
}

/** What plan line or items come to under the rules: shown beside the form, also where a draft is opened again. */
export function useDrawProposal(basis: BasisForm, items: readonly string[]): DrawProposal | null {
  const { query } = useApi()
  const input = proposalInput(basis, items)
  const { data } = useQuery(
    query.draws.propose.queryOptions({ input: input ?? { items: ['-'] }, enabled: input !== null }),
  )
  return input === null ? null : (data ?? null)
}
