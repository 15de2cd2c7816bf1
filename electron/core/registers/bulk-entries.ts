import { z } from 'zod'
import type { Database } from '../../../db/open-database.ts'
import type { BulkChange } from '../../../shared/api/register-work-contract.ts'
import { registerNames } from '../../../shared/registry/columns.ts'

/** A bulk change as the ledger tells it. */
export type BulkEntry = BulkChange

const entrySchema = z.object({
  at: z.string(),
  actor: z.string(),
  data: z.object({
    register: z.enum(registerNames),
    bulk: z.uuid(),
    action: z.enum(['edit', 'retire', 'undo']),
    changed: z.int(),
    fields: z.array(z.string()),
    reason: z.string(),
    undoes: z.string().optional(),
  }),
})

/** All bulk changes that the ledger tells of, the newest first, each with what took it back. */
export function readBulkEntries({ sqlite }: Database): BulkEntry[] {
  const entries = sqlite
    .prepare<[], string>(
      `SELECT canonical FROM ledger WHERE event = 'register.bulk-changed' ORDER BY seq DESC`,
    )
    .pluck()
    .all()
    .flatMap((canonical) => {
      const parsed = entrySchema.safeParse(JSON.parse(canonical))
      return parsed.success ? [parsed.data] : []
    })
  return entries.flatMap(({ at, actor, data }): BulkEntry[] => {
    const { bulk: id, register, action, changed, fields, reason } = data
    if (action === 'undo') return []
    const undo = entries.find((one) => one.data.undoes === id)
    const undone = undo === undefined ? null : { at: undo.at, by: undo.actor }
    return [{ id, register, action, changed, fields, reason, at, by: actor, undone }]
  })
}
