import { settingsAndLedger } from './0001-settings-and-ledger.ts'
import { registers } from './0002-registers.ts'
import { draws } from './0003-draws.ts'
import { registerSearch } from './0004-register-search.ts'
import { digitsEntries } from './0005-digits-entries.ts'
import { documents } from './0006-documents.ts'
import { plansAndRules } from './0007-plans-and-rules.ts'
import { papers } from './0008-papers.ts'
import type { Migration } from './migration.ts'

/** Every migration in order; the last one's number is the version this program writes and understands. */
export const allMigrations: readonly Migration[] = [
  settingsAndLedger,
  registers,
  draws,
  registerSearch,
  digitsEntries,
  documents,
  plansAndRules,
  papers,
]
