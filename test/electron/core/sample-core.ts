import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, onTestFinished } from 'vitest'
import { appendOnlyTables } from '../../../db/append-only-tables.ts'
import { type Core, type CoreOptions, openCore } from '../../../electron/core/core.ts'
import { RefusalError } from '../../../electron/core/outcome.ts'
import type { DrawSession } from '../../../shared/api/session.ts'
import type { PackageFiles } from '../../../shared/package/package-files.ts'
import { readPackage } from '../../../shared/package/read-package.ts'
import { type Verification, verifyPackage } from '../../../shared/package/verify-package.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { fillRegisters } from './sample-registers.ts'

/** Who sits at the PC. */
export const operator = '王操作'
/** What two witnesses give, together 16 digits. */
export const digits = ['31415926', '02718281'] as const

/** Text that no part of the program could mistake for its own verify.html. */
export const verifyPage = new TextEncoder().encode('<!doctype html><title>sample</title>\n')

/** A clock that goes on a second at every look and can be set, forwards and back. */
export class SteppingClock {
  #next: number
  constructor(start = '2026-11-20T09:30:00+08:00') {
    this.#next = Date.parse(start)
  }
  set(time: string): void {
    this.#next = Date.parse(time)
  }
  readonly look = (): Date => {
    this.#next += 1000
    return new Date(this.#next)
  }
}

/** The `n`-th 32 bytes (from 1) of the counting random source, as the hex digits of a secret. */
export function countedSecret(n: number): string {
  return createHash('sha256').update(`sample random ${n}`).digest('hex')
}

/** A core on a folder of its own, its clock, and how many secrets it has drawn. */
export interface SampleCore {
  readonly core: Core
  readonly clock: SteppingClock
  readonly folder: string
  readonly secretsDrawn: () => number
}

/** Opens a core with the sample registers in it; closed when the test is over. `registers: false` leaves it empty. */
export function openSample(
  options: Partial<Pick<CoreOptions, 'folder' | 'disk' | 'hooks' | 'restart'>> & {
    readonly clock?: SteppingClock
    readonly registers?: boolean
  } = {},
): SampleCore {
  const {
    registers = true,
    clock = new SteppingClock(),
    folder = temporaryFolder(),
    disk,
    hooks,
    restart,
  } = options
  let drawn = 0
  const opened = openCore({
    folder,
    clock: clock.look,
    random: () => {
      drawn += 1
      return Buffer.from(countedSecret(drawn), 'hex')
    },
    software: '双随机抽查 0.0.0 (sample)',
    verifyPage: () => verifyPage,
    ...(disk === undefined ? {} : { disk }),
    ...(hooks === undefined ? {} : { hooks }),
    ...(restart === undefined ? {} : { restart }),
  })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { core } = opened
  onTestFinished(() => core.close())
  if (registers) fillRegisters(core)
  return { core, clock, folder, secretsDrawn: () => drawn }
}

/** Takes a plan to the frozen state. */
export function freeze(core: Core, plan: object): DrawSession & { readonly state: 'frozen' } {
  const { number } = core.draws.commit(operator, core.draws.draft(operator, plan))
  return asState(core.draws.freeze(operator, number), 'frozen')
}

/** Gives all digits of a frozen session. */
export function giveDigits(
  core: Core,
  number: string,
  given: readonly string[] = digits,
): DrawSession & { readonly state: 'drawn' } {
  for (const [index, typed] of given.entries()) core.draws.contribute(operator, number, index + 1, typed)
  return asState(core.draws.read(number), 'drawn')
}

/** Shows everything and confirms. */
export function showAndConfirm(core: Core, number: string): DrawSession & { readonly state: 'confirmed' } {
  const drawn = asState(core.draws.read(number), 'drawn')
  core.draws.reveal(operator, number, drawn.steps)
  return asState(core.draws.confirm(operator, number), 'confirmed')
}

/** A whole session from the plan to the confirmation. */
export function hold(core: Core, plan: object, given: readonly string[] = digits) {
  const { number } = freeze(core, plan)
  giveDigits(core, number, given)
  return showAndConfirm(core, number)
}

/** A session as the state it must be in. */
export function asState<S extends DrawSession['state']>(
  session: DrawSession,
  state: S,
): DrawSession & { readonly state: S } {
  if (session.state !== state) throw new Error(`${session.number} is ${session.state}, not ${state}`)
  return session as DrawSession & { readonly state: S }
}

/** The refusal that `work` ends with; its sentence is checked to be Chinese and whole. */
export function refusalOf(work: () => unknown): { readonly code: string; readonly message: string } {
  try {
    work()
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    expect(error.refusal.message).toMatch(/\p{Script=Han}.*。$/u)
    return error.refusal
  }
  throw new Error('it was not refused')
}

/** How many rows every append-only table has, the drafts, and the head of the ledger: what a refusal must not touch. */
export function stored(core: Core): Record<string, unknown> {
  const counts = [...appendOnlyTables, 'digits_entry', 'draw_draft', 'setting'].map((table) => [
    table,
    core.database.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  ])
  const drafts = core.database.sqlite.prepare('SELECT * FROM draw_draft ORDER BY id').all()
  return { ...Object.fromEntries(counts), head: core.database.ledger.head(), drafts }
}

/** Writes the package of a draw and verifies it with the verifier's own reading of the zip. */
export async function packed(
  core: Core,
  number: string,
): Promise<{ readonly files: PackageFiles; readonly verification: Verification }> {
  const written = await core.writePackage(operator, number, temporaryFolder())
  return readZip(written.package)
}

/** Reads and verifies a package's zip. */
export function readZip(file: string): { readonly files: PackageFiles; readonly verification: Verification } {
  const read = readPackage(readFileSync(file))
  if (!read.ok) throw new Error(read.sentence)
  return { files: read.files, verification: verifyPackage(read.files) }
}

/** The value of `name=` in a text of the specification, the first of them. */
export function lineOf(text: string, name: string): string {
  const line = text.split('\n').find((l) => l.startsWith(`${name}=`))
  if (line === undefined) throw new Error(`no ${name}= in the text`)
  return line.slice(name.length + 1)
}

/** A file of a package as text. */
export function textOf(files: PackageFiles, path: string): string {
  const bytes = files.get(path)
  if (bytes === undefined) throw new Error(`no ${path} in the package`)
  return new TextDecoder().decode(bytes)
}

/** SHA-256 by another implementation than the program's. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
