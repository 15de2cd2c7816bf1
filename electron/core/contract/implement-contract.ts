import { eventWords } from '../../../shared/ledger/events.ts'
import type { Core } from '../core.ts'
import type { FaultLog } from './connection.ts'
import { DuplicateDesk } from './duplicate-desk.ts'
import { implementArchive } from './implement-archive.ts'
import { implementData } from './implement-data.ts'
import { implementDocuments } from './implement-documents.ts'
import { implementDraws, implementStageDraws } from './implement-draws.ts'
import { implementDuplicates } from './implement-duplicates.ts'
import { implementForms } from './implement-forms.ts'
import { implementImports } from './implement-imports.ts'
import { implementItems } from './implement-items.ts'
import { implementNotices } from './implement-notices.ts'
import { implementOverview } from './implement-overview.ts'
import { implementPlans } from './implement-plans.ts'
import { implementRegisterWork } from './implement-register-work.ts'
import { implementRegisters } from './implement-registers.ts'
import { implementReleases } from './implement-releases.ts'
import { implementSamples } from './implement-samples.ts'
import { implementSchemes } from './implement-schemes.ts'
import { implementSettings } from './implement-settings.ts'
import { implementUploads } from './implement-uploads.ts'
import { implementYear } from './implement-year.ts'
import { ImportDesk } from './import-desk.ts'
import { type ConsoleRoot, consoleRoot, stageRoot } from './roots.ts'
import { SessionFeed } from './session-feed.ts'
import { implementStageDirection, implementStageView, StageDesk } from './stage-desk.ts'

/** The contract as a core answers it: a router a scope, and what is going on behind them. */
export type ImplementedContract = ReturnType<typeof implementContract>
export type ConsoleRouter = ImplementedContract['console']
export type StageRouter = ImplementedContract['stage']

/**
 * The contract over a core. Console and stage share one feed, so that each sees what the other does. Faults of the
 * program go to `log`, never to a window.
 */
export function implementContract(core: Core, log: FaultLog) {
  const feed = new SessionFeed()
  const stage = new StageDesk(core)
  const duplicates = new DuplicateDesk(core, log)
  const imports = new ImportDesk(core, core.uploads, (register) => duplicates.searchAfter(register))
  const ofConsole = consoleRoot(log)
  const ofStage = stageRoot(log)
  return {
    console: ofConsole.router({
      overview: implementOverview(ofConsole, core),
      settings: implementSettings(ofConsole, core, stage),
      data: implementData(ofConsole, core),
      office: implementOffice(ofConsole, core, stage),
      registers: implementRegisters(ofConsole, core),
      registerWork: implementRegisterWork(ofConsole, core),
      imports: implementImports(ofConsole, core, imports),
      duplicates: implementDuplicates(ofConsole, core, duplicates),
      items: implementItems(ofConsole, core),
      samples: implementSamples(ofConsole, core, stage),
      stage: implementStageDirection(ofConsole, stage),
      uploads: implementUploads(ofConsole, core),
      plans: implementPlans(ofConsole, core),
      releases: implementReleases(ofConsole, core),
      schemes: implementSchemes(ofConsole, core),
      year: implementYear(ofConsole, core),
      draws: implementDraws(ofConsole, core, feed, stage),
      documents: implementDocuments(ofConsole, core, feed),
      forms: implementForms(ofConsole, core),
      notices: implementNotices(ofConsole, core),
      archive: implementArchive(ofConsole, core),
      ledger: implementLedger(ofConsole, core),
    }),
    stage: ofStage.router({
      draws: implementStageDraws(ofStage, core, feed, stage),
      stage: implementStageView(ofStage, stage),
    }),
    feed,
    imports,
  }
}

function implementOffice({ office: root }: ConsoleRoot, core: Core, stage: StageDesk) {
  return {
    get: root.get.handler(() => core.office()),
    set: root.set.handler(({ input, context }) => {
      core.setOffice(context.actor, input)
      stage.tell()
      return input
    }),
  }
}

function implementLedger({ ledger: root }: ConsoleRoot, core: Core) {
  return {
    verify: root.verify.handler(() => core.verifyLedger()),
    entries: root.entries.handler(({ input: { from, limit } }) => {
      const { ledger } = core.database
      const entries = [...ledger.entries(from, from + limit - 1)].map(({ entry, digest, hash }) => {
        const { seq, at, actor, event, data } = entry
        const words = Object.entries(eventWords).find(([name]) => name === event)?.[1] ?? null
        return { seq, at, actor, event, words, data, digest, hash }
      })
      return { head: ledger.head(), entries }
    }),
  }
}
