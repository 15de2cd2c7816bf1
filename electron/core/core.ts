import path from 'node:path'
import { type Database, type OpenOptions, openDatabase } from '../../db/open-database.ts'
import type { Refused } from '../../db/refusal.ts'
import type { Office } from '../../shared/api/draw-plan.ts'
import type { Overview } from '../../shared/api/overview-contract.ts'
import type { Settings } from '../../shared/api/setting-contract.ts'
import { type ChainVerdict, verifyChain } from '../../shared/package/ledger-lines.ts'
import type { RegisterName } from '../../shared/registry/columns.ts'
import type { Preset } from '../../shared/rules/preset.ts'
import { type Disk, writeFiles } from '../documents/write-files.ts'
import { zipPackage } from '../documents/zip-package.ts'
import { Archives } from './archive/archives.ts'
import { type Clock, instant, type RandomSource } from './clock.ts'
import { type CoreContext, office, record, setOffice } from './context.ts'
import { StoredData } from './data/stored-data.ts'
import { refusePackageOfConfidential } from './draws/confidential.ts'
import { type DrawForm, renderForms, verifiedPackage } from './draws/draw-documents.ts'
import { readDrawFacts } from './draws/draw-facts.ts'
import { DrawSessions } from './draws/draw-sessions.ts'
import { refusePapersOfHidden } from './draws/shown-in-full.ts'
import { unrecordedStep } from './draws/unrecorded-step.ts'
import { Duplicates } from './duplicates/duplicates.ts'
import { FormPress } from './forms/form-press.ts'
import { Forms } from './forms/forms.ts'
import { rememberMapping, type TitleMapping } from './import/header-memory.ts'
import { Imports } from './import/imports.ts'
import { Items } from './items/items.ts'
import { Notices } from './notices/notices.ts'
import { outcomeOf, RefusalError } from './outcome.ts'
import { isSampleLoaded, readDue } from './overview/count-due.ts'
import { readWork } from './overview/work-facts.ts'
import { Documents } from './papers/documents.ts'
import { PaperFiles } from './papers/paper-files.ts'
import { Uploads } from './papers/uploads.ts'
import { Plans } from './plans/plans.ts'
import { RegisterWork } from './registers/register-work.ts'
import { Registers } from './registers/registers.ts'
import { Releases } from './releases/releases.ts'
import { readCustomRules, writeCustomRules } from './rules/office-rules.ts'
import { Rules } from './rules/rules.ts'
import { sampleCounty } from './samples/sample-county.ts'
import { Samples } from './samples/samples.ts'
import { Schemes } from './schemes/schemes.ts'
import { readSettings, type SettingsChange, writeSettings } from './settings/office-settings.ts'
import { Years } from './year/years.ts'

export interface CoreOptions {
  /** the data folder, absolute */
  readonly folder: string
  readonly clock: Clock
  readonly random: RandomSource
  /** version and build digest, as manifests name them */
  readonly software: string
  /** gives verify.html */
  readonly verifyPage: () => Uint8Array
  /** the folder of the sample county's files; where the program is not packed, the project's own */
  readonly sampleCounty?: string
  /** where files are written; the PC's own disk unless a test says otherwise */
  readonly disk?: Disk
  /** ends this core and starts it anew: restored data lies ready */
  readonly restart?: () => void
  /** what tests want to know of every commit */
  readonly hooks?: Pick<OpenOptions, 'onBeforeCommit' | 'onAfterCommit'>
}

/** Files that were written, with their full paths. */
export interface WrittenForms {
  readonly files: readonly string[]
  /** characters that no font has and that stand as 〓 */
  readonly missing: readonly { readonly codePoint: string; readonly where: string }[]
}

/** The core: it knows the work, and would run without any window. */
export class Core {
  readonly database: Database
  readonly registers: Registers
  readonly registerWork: RegisterWork
  readonly imports: Imports
  readonly duplicates: Duplicates
  readonly items: Items
  readonly samples: Samples
  readonly releases: Releases
  readonly plans: Plans
  readonly schemes: Schemes
  readonly rules: Rules
  readonly draws: DrawSessions
  readonly years: Years
  readonly data: StoredData
  /** files that windows hand over; {@link Uploads.take} gives name and path of a whole one */
  readonly uploads: Uploads
  readonly documents: Documents
  readonly forms: Forms
  readonly notices: Notices
  readonly archives: Archives
  readonly #context: CoreContext
  readonly #options: CoreOptions
  readonly #atClose: (() => void)[] = []

  constructor(database: Database, options: CoreOptions) {
    this.database = database
    this.#options = options
    const { clock, random, software, disk, verifyPage } = options
    this.uploads = new Uploads(database.folder)
    const papers = new PaperFiles(database.folder, disk)
    const reprints = new PaperFiles(database.folder, disk, 'reprints')
    this.#context = { database, clock, random, software, uploads: this.uploads, papers, reprints }
    this.registers = new Registers(this.#context)
    this.registerWork = new RegisterWork(this.#context)
    this.imports = new Imports(this.#context)
    this.duplicates = new Duplicates(this.#context)
    this.items = new Items(this.#context)
    this.samples = new Samples(this.#context, options.sampleCounty ?? sampleCounty())
    this.releases = new Releases(this.#context)
    this.plans = new Plans(this.#context, this.releases)
    this.schemes = new Schemes(this.#context)
    this.rules = new Rules(this.#context)
    this.draws = new DrawSessions(this.#context)
    this.years = new Years(this.#context)
    const press = new FormPress(this.#context)
    this.documents = new Documents(this.#context, press, verifyPage, disk)
    this.forms = new Forms(this.#context, press, (row) => this.documents.stored(row))
    this.notices = new Notices(this.#context, (row) => this.documents.stored(row))
    this.archives = new Archives(this.#context, press, (row) => this.documents.stored(row), disk)
    this.data = new StoredData(this.#context, options.restart ?? (() => {}))
  }

  office(): Office | null {
    return office(this.#context)
  }

  /** Sets name and code of the office. Refuses with `OFFICE_CODE_FIXED`. */
  setOffice(actor: string, wanted: Office): void {
    setOffice(this.#context, actor, wanted)
  }

  /** What the office has set besides its name and code. */
  settings(): Settings {
    return readSettings(this.#context)
  }

  /** Writes what is given of the settings and gives them all. Refuses with `FILE_NOT_A_SCAN`. */
  writeSettings(actor: string, change: SettingsChange): Settings {
    return writeSettings(this.#context, actor, change)
  }

  /** What the office wrote of its own 执行细则 (自定义); `null` while it has written none. */
  customRules(): Preset | null {
    return readCustomRules(this.#context)
  }

  /** Writes the office's own 执行细则 (`null`: as the program brings it) and gives it. */
  writeCustomRules(actor: string, rules: Preset | null): Preset | null {
    writeCustomRules(this.#context, actor, rules)
    return readCustomRules(this.#context)
  }

  /** What is due today, how far the year's work has come, and whether this is the sample county's data. */
  due(): Pick<Overview, 'due' | 'work' | 'sampleLoaded'> {
    const facts = readWork(this.#context)
    const due = readDue(this.#context, this.data.lastBackupAt(), facts)
    return { due, work: facts.work, sampleLoaded: isSampleLoaded(this.#context) }
  }

  /** All that the forms of a draw say. Refuses with `NOT_DRAWN_YET`. */
  drawFacts(number: string) {
    return readDrawFacts(this.#context, number)
  }

  /** Writes the forms of a draw into `folder`: all or none. Refuses with `NOT_DRAWN_YET`. */
  async writeForms(number: string, folder: string): Promise<WrittenForms> {
    refusePapersOfHidden(this.#context, number)
    const facts = readDrawFacts(this.#context, number)
    return this.#writeForms(number, await renderForms(this.#context, facts), folder, new Map())
  }

  /** Writes forms and package (`<number>.zip`) of a draw into `folder`: all or none, then the ledger entry. */
  async writePackage(
    actor: string,
    number: string,
    folder: string,
  ): Promise<WrittenForms & { package: string }> {
    refusePapersOfHidden(this.#context, number)
    refusePackageOfConfidential(this.#context, number)
    const { forms, files, at } = await verifiedPackage(this.#context, number, this.#options.verifyPage())
    const name = `${number}.zip`
    const written = this.#writeForms(number, forms, folder, new Map([[name, await zipPackage(files, at)]]))
    const recorded = outcomeOf(() =>
      this.database.transaction(() => record(this.#context, actor, 'draw.packed', { draw: number })),
    )
    if (!recorded.ok)
      throw new RefusalError(
        recorded.refusal.code,
        `文书和校验包已写到“${folder}”，但台账没有记下这次写出：${recorded.refusal.message}`,
      )
    return { ...written, package: path.join(folder, name) }
  }

  /** In a folder that may hold several draws a form's name begins with the number. */
  #writeForms(
    number: string,
    forms: readonly DrawForm[],
    folder: string,
    more: ReadonlyMap<string, Uint8Array>,
  ): WrittenForms {
    const named = forms.map((form) => [`${number}-${form.name}`, form.pdf] as const)
    writeFiles(folder, new Map([...more, ...named]), this.#options.disk)
    return {
      files: named.map(([name]) => path.join(folder, name)),
      missing: forms.flatMap((form) => form.missing),
    }
  }

  /** Walks the whole ledger and names the first entry that is broken, or the stored step of a draw that has none. */
  verifyLedger(): ChainVerdict {
    const verdict = verifyChain(this.database.ledger.rows())
    const missing = verdict.ok ? unrecordedStep(this.database) : null
    return missing === null
      ? verdict
      : { ok: false, seq: this.database.ledger.head().seq + 1, problem: missing }
  }

  /** The core's time in epoch milliseconds, for the threads beside it. */
  time(): number {
    return this.#options.clock().getTime()
  }

  /** Calls `end` before the database is closed: for threads that have it open too. */
  atClose(end: () => void): void {
    this.#atClose.push(end)
  }

  /** Remembers what titles of a file's header mean. Refuses with `ANSWER_INVALID`. */
  rememberMapping(actor: string, register: RegisterName, mapping: readonly TitleMapping[]): void {
    rememberMapping(this.#context, actor, register, mapping)
  }

  close(): void {
    for (const end of this.#atClose.splice(0)) end()
    this.data.close()
    this.database.close()
  }
}

/** Opens the core of a data folder, or says why not. */
export function openCore(options: CoreOptions): { readonly ok: true; readonly core: Core } | Refused {
  const opened = openDatabase({ folder: options.folder, at: instant(options.clock()), ...options.hooks })
  return opened.ok ? { ok: true, core: new Core(opened.database, options) } : opened
}
