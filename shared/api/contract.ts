import { z } from 'zod'
import { eventWords } from '../ledger/events.ts'
import type { LedgerValue } from '../ledger/ledger.ts'
import { archiveContract } from './archive-contract.ts'
import { dataContract } from './data-contract.ts'
import { documentsContract } from './document-contract.ts'
import { drawsContract, stageDrawsContract } from './draw-contract.ts'
import { officeSchema } from './draw-plan.ts'
import { duplicatesContract } from './duplicate-contract.ts'
import { formsContract } from './form-contract.ts'
import { importsContract } from './import-contract.ts'
import { itemsContract } from './item-contract.ts'
import { noticesContract } from './notice-contract.ts'
import { overviewContract } from './overview-contract.ts'
import { call, digest, list, nothing } from './parts.ts'
import { plansContract } from './plan-contract.ts'
import { refusals } from './refusals.ts'
import { registersContract } from './register-contract.ts'
import { registerWorkContract } from './register-work-contract.ts'
import { releasesContract } from './release-contract.ts'
import { samplesContract } from './sample-contract.ts'
import { schemesContract } from './scheme-contract.ts'
import { settingsContract } from './setting-contract.ts'
import { stageDirectionContract, stageViewContract } from './stage-contract.ts'
import { uploadsContract } from './upload-contract.ts'
import { yearContract } from './year-contract.ts'

/** The office (单位): its code begins every number and is set once for ever. */
const officeContract = {
  /** `null` until it has been set. */
  get: call.input(nothing).output(officeSchema.nullable()),
  set: call.errors(refusals('OFFICE_CODE_FIXED')).input(officeSchema).output(officeSchema),
}

const head = z.strictObject({ seq: z.int(), hash: z.string() })
const ledgerValue: z.ZodType<LedgerValue, LedgerValue> = z.lazy(() =>
  z.union([z.string(), z.boolean(), z.int(), list(ledgerValue), z.record(z.string(), ledgerValue)]),
)
const entrySchema = z.strictObject({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  event: z.string(),
  /** what happened, in words */
  words: z.enum(Object.values(eventWords)).nullable(),
  data: z.record(z.string(), ledgerValue),
  digest,
  hash: digest,
})

/** The ledger (台账). */
const ledgerContract = {
  /** Walks the whole chain and names the first entry that is broken. */
  verify: call
    .input(nothing)
    .output(
      z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), head }),
        z.strictObject({ ok: z.literal(false), seq: z.int(), problem: z.string() }),
      ]),
    ),
  /** Entries from `from` on, oldest first, as they are stored: nothing is verified here. */
  entries: call
    .input(
      z.strictObject({
        from: z.int().min(1).default(1),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.strictObject({ head, entries: list(entrySchema) })),
}

/** Every call that the console (操作台) can make. */
export const consoleContract = {
  overview: overviewContract,
  office: officeContract,
  settings: settingsContract,
  samples: samplesContract,
  uploads: uploadsContract,
  data: dataContract,
  stage: stageDirectionContract,
  registers: registersContract,
  registerWork: registerWorkContract,
  imports: importsContract,
  duplicates: duplicatesContract,
  items: itemsContract,
  plans: plansContract,
  releases: releasesContract,
  schemes: schemesContract,
  year: yearContract,
  draws: drawsContract,
  documents: documentsContract,
  forms: formsContract,
  notices: noticesContract,
  archive: archiveContract,
  ledger: ledgerContract,
}

/** Every call that the stage (大屏) can make: it looks, and shows the next step. */
export const stageContract = { draws: stageDrawsContract, stage: stageViewContract }
