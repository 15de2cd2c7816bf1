import path from 'node:path'
import { serialOf } from '../../../db/register-version.ts'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import {
  inspectorLookup,
  itemLookup,
  type Lookups,
  objectLookup,
  planLookup,
  powerLookup,
  recusalLookup,
} from '../../../shared/registry/lookups.ts'
import type { Existing, RegisterRows } from '../../../shared/registry/verdict.ts'
import { type CoreContext, office, record, writeOffice } from '../context.ts'
import { inspectFile } from '../import/inspect-file.ts'
import { type SettledReport, settleReport } from '../import/settle-report.ts'
import { writeImport } from '../import/write-import.ts'
import { RefusalError } from '../outcome.ts'
import { decideAsClerk } from './decide-as-clerk.ts'
import { sampleFiles, sampleOffice } from './sample-county.ts'

/** The sample county (示例单位): office and registers to try the program with, into an empty database only. */
export class Samples {
  readonly #context: CoreContext
  readonly #folder: string

  constructor(context: CoreContext, folder: string) {
    this.#context = context
    this.#folder = folder
  }

  /**
   * Loads the sample county and gives the number of rows a register. All or nothing: the files are read first,
   * recusals against the rows that the other files will become, and then everything is written in one transaction.
   * Refuses with `NOT_EMPTY`, or with a file's own code.
   */
  async load(actor: string): Promise<Record<RegisterName, number>> {
    this.#refuseFilled()
    const items = await this.#read('items', itemLookup([]))
    const objects = await this.#read('objects', objectLookup([]))
    const inspectors = await this.#read('inspectors', inspectorLookup([]))
    const known = recusalLookup(expected('O', objects), expected('P', inspectors), [])
    const recusals = await this.#read('recusals', known)
    const powers = await this.#read('powers', powerLookup([]))
    const plans = await this.#read('plans', planLookup([], expected('I', items)))
    return this.#context.database.transaction(() => {
      this.#refuseFilled()
      writeOffice(this.#context, actor, sampleOffice)
      const counts = {
        items: writeImport(this.#context, actor, items).added,
        objects: writeImport(this.#context, actor, objects).added,
        inspectors: writeImport(this.#context, actor, inspectors).added,
        recusals: writeImport(this.#context, actor, recusals).added,
        powers: writeImport(this.#context, actor, powers).added,
        plans: writeImport(this.#context, actor, plans).added,
        visits: 0,
      }
      record(this.#context, actor, 'sample.loaded', { office: sampleOffice.name, ...counts })
      return counts
    })
  }

  async #read<R extends Exclude<RegisterName, 'visits'>>(
    register: R,
    existing: Lookups[R],
  ): Promise<SettledReport<R>> {
    const report = await inspectFile({
      path: path.join(this.#folder, sampleFiles[register]),
      register,
      existing,
    })
    if (report.outcome === 'refusal') throw new RefusalError(report.code, report.message)
    return settleReport(report, decideAsClerk(report.rows))
  }

  #refuseFilled(): void {
    const { database } = this.#context
    const filled =
      office(this.#context) !== null ||
      database.registerVersions() > 0 ||
      database.draws.summaries().length > 0
    if (filled)
      throw new RefusalError(
        'NOT_EMPTY',
        '已经设置了单位，或已有名录、抽查记录，不能载入示例单位。没有写入任何数据。如要试用，请换一个空的数据文件夹。',
      )
  }
}

/** The rows of a report as an empty register will hold them: serials are given in the order of the file, from 1. */
function expected<R extends RegisterName>(
  letter: string,
  { rows }: SettledReport<R>,
): Existing<RegisterRows[R]>[] {
  return rows.map(({ row }, index) => ({ serial: serialOf(letter, index + 1), row }))
}
