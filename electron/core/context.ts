import type { Database } from '../../db/open-database.ts'
import { officeCode, officeName } from '../../db/setting-store.ts'
import type { Office } from '../../shared/api/draw-plan.ts'
import type { EventName } from '../../shared/ledger/events.ts'
import type { LedgerData, SealedEntry } from '../../shared/ledger/ledger.ts'
import { type Clock, instant, type RandomSource } from './clock.ts'
import { RefusalError } from './outcome.ts'
import type { PaperFiles } from './papers/paper-files.ts'
import type { Uploads } from './papers/uploads.ts'

/** What every use case works with. */
export interface CoreContext {
  readonly database: Database
  readonly clock: Clock
  readonly random: RandomSource
  /** version and build digest, as manifests name them */
  readonly software: string
  /** files that windows handed over */
  readonly uploads: Uploads
  /** the files of documents */
  readonly papers: PaperFiles
  /** what papers were set from, for printing them again */
  readonly reprints: PaperFiles
}

/** What a change of the registers works with: all that a thread beside the core's has. */
export type WritingContext = Pick<CoreContext, 'database' | 'clock'>

/**
 * Writes the ledger entry of what happened, inside the transaction of it, and gives the time that it carries.
 * Where the clock stands before the last entry, that is recorded first as a correction of the clock (时钟更正):
 * the ledger goes on, and everybody can see it.
 */
export function record(
  context: WritingContext,
  actor: string,
  event: EventName,
  data: LedgerData,
  at: string = now(context),
): SealedEntry {
  const { ledger } = context.database
  const last = ledger.lastAt()
  if (last !== null && Date.parse(at) < Date.parse(last))
    ledger.append({ actor, at, event: 'clock.corrected', data: { before: last, now: at } })
  return ledger.append({ actor, at, event, data })
}

/** Now, as it is written everywhere. */
export function now(context: WritingContext): string {
  return instant(context.clock())
}

/** The office, `null` until it has been set. */
export function office(context: CoreContext): Office | null {
  const code = context.database.settings.read(officeCode)
  const name = context.database.settings.read(officeName)
  return code === null || name === null ? null : { code, name }
}

/** The office. Refuses with `OFFICE_NOT_SET`. */
export function requireOffice(context: CoreContext): Office {
  const found = office(context)
  if (found === null)
    throw new RefusalError(
      'OFFICE_NOT_SET',
      '还没有设置单位名称和单位代码。没有写入任何数据。请先设置单位，再继续。',
    )
  return found
}

/** Sets the office; its code once for ever, because every id and number begins with it. */
export function setOffice(context: CoreContext, actor: string, wanted: Office): void {
  context.database.transaction(() => writeOffice(context, actor, wanted))
}

/** {@link setOffice}, inside the caller's transaction. Refuses with `OFFICE_CODE_FIXED`. */
export function writeOffice(context: CoreContext, actor: string, wanted: Office): void {
  const known = office(context)
  if (known !== null && known.code !== wanted.code)
    throw new RefusalError(
      'OFFICE_CODE_FIXED',
      `本数据文件夹的单位代码已是“${known.code}”，不能改为“${wanted.code}”：已有编号都以它开头。没有写入任何数据。请改用原代码，或换一个数据文件夹。`,
    )
  if (known?.name === wanted.name) return
  context.database.settings.write(officeCode, wanted.code)
  context.database.settings.write(officeName, wanted.name)
  record(context, actor, 'office.set', { code: wanted.code, name: wanted.name })
}
