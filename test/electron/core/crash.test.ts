import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { DrawSession } from '../../../shared/api/session.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { compileCache } from '../compile-cache.ts'
import type { Orders } from './children/child-core.ts'
import {
  asState,
  countedSecret,
  digits,
  openSample,
  operator,
  packed,
  readZip,
  SteppingClock,
  sha256,
} from './sample-core.ts'
import { eachPlan } from './sample-registers.ts'

const number = 'YL01-2026-0001'
const time = '2026-11-20T09:30:00+08:00'
const secret = sha256('the secret of the child')
const script = fileURLToPath(new URL('./children/hold-session.ts', import.meta.url))

/** How a child ended, and what it had said by then. */
interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
  readonly lines: readonly string[]
}

/** Runs a child by its orders; `watch` is told every line and may kill it. */
function runChild(
  orders: Orders,
  watch: (line: string, kill: () => void) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = `${rest}${text}`.split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) {
      lines.push(line)
      watch(line, () => child.kill('SIGKILL'))
    }
  })
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, lines }))
  })
}

/** Orders for a folder of its own with the sample registers in it. */
function orders(fields: Partial<Orders> = {}): Orders {
  const { core, folder } = openSample()
  core.close()
  return { folder, out: temporaryFolder(), plan: eachPlan(), digits, time, secret, ...fields }
}

/** What a session has fixed by now. */
function fixed(session: DrawSession): { C: string; F: string | null; D: string | null } {
  return {
    C: session.commitment,
    F: 'freeze' in session ? session.freeze : null,
    D: 'digest' in session ? session.digest : null,
  }
}

/** A fresh core on the folder of a child that died: another clock, another random source. */
function restart(folder: string) {
  return openSample({ folder, registers: false, clock: new SteppingClock('2026-11-21T10:00:00+08:00') }).core
}

/** Carries a session on from wherever it stands to its confirmation. */
function carryOn(
  core: ReturnType<typeof restart>,
  plan?: object,
): DrawSession & { readonly state: 'confirmed' } {
  if (plan !== undefined && core.database.draws.draw(number) === null)
    core.draws.commit(operator, core.draws.draft(operator, plan))
  for (;;) {
    const session = core.draws.read(number)
    if (session.state === 'committed') core.draws.freeze(operator, number)
    else if (session.state === 'frozen') {
      const seat = session.contributed + 1
      core.draws.contribute(operator, number, seat, digits[seat - 1] ?? '')
    } else if (session.state === 'drawn') core.draws.reveal(operator, number, session.revealed + 1)
    else if (session.state === 'revealed') core.draws.confirm(operator, number)
    else return asState(session, 'confirmed')
  }
}

/** Where the session of {@link smallPlan} stands after each commit of the child. */
const stands = [
  ['before anything', 'nothing'],
  ['the draft', 'nothing'],
  ['the commitment', 'committed'],
  ['the freeze', 'frozen 0'],
  ['the first digits', 'frozen 1'],
  ['the last digits and the result', 'drawn 0'],
  ['the first step of the reveal', 'drawn 1'],
  ['the last step of the reveal', 'revealed'],
  ['the confirmation', 'confirmed'],
  ['the package', 'confirmed'],
] as const
const smallPlan = eachPlan({ strata: [{ id: 'RQ', name: '燃气经营企业', number: 1 }] })

function placeOf(core: ReturnType<typeof restart>): string {
  if (core.database.draws.draw(number) === null) return 'nothing'
  const session = core.draws.read(number)
  if (session.state === 'frozen') return `frozen ${session.contributed}`
  return session.state === 'drawn' ? `drawn ${session.revealed}` : session.state
}

/** Runs all of them, two at a time: as many as a small machine has cores. */
async function twoAtATime<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all]
  const lane = async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await run(one)
  }
  await Promise.all([lane(), lane()])
}

test('a core killed before or after any commit comes back in the same session, with the same C, F and D', async () => {
  const order = orders({ plan: smallPlan })
  const ended = await runChild(order)
  expect(ended).toMatchObject({ code: 0, signal: null })
  expect(ended.lines.filter((line) => line.startsWith('commit'))).toHaveLength(stands.length - 1)
  // What C, F and D are when nobody kills it: every child has the same clock and the same random values.
  const undisturbed = restart(order.folder)
  const whole = fixed(undisturbed.draws.read(number))
  undisturbed.close()
  expect(whole.C).toBe(sha256(`SSJ-DRAW-1 commit\n${secret}\n`))
  const zip = readZip(path.join(order.out, `${number}.zip`))
  expect(zip.verification).toMatchObject({ first: null, record: whole.D })

  const deaths = stands
    .slice(1)
    .flatMap(([step], index) =>
      (['before', 'after'] as const).map((when) => ({ when, number: index + 1, label: `${when} ${step}` })),
    )
  await twoAtATime(deaths, async ({ when, number: commit, label }) => {
    const own = orders({ plan: smallPlan, death: { when, number: commit } })
    expect((await runChild(own)).signal, label).toBe('SIGKILL')
    const core = restart(own.folder)
    const place = placeOf(core)
    expect(place, label).toBe(stands[when === 'after' ? commit : commit - 1]?.[1])
    const known = place === 'nothing' ? { C: null, F: null, D: null } : fixed(core.draws.read(number))
    for (const digest of ['C', 'F', 'D'] as const)
      expect([null, whole[digest]], `${label}: ${digest}`).toContain(known[digest])
    // Carried on with another clock and another random source: what was fixed stays, the rest comes out new.
    const end = fixed(carryOn(core, smallPlan))
    const newC = sha256(`SSJ-DRAW-1 commit\n${countedSecret(1)}\n`)
    expect(end.C, label).toBe(known.C === null ? newC : whole.C)
    expect(end.F === whole.F, label).toBe(known.F !== null)
    // The digits are the same, so a frozen session has only one outcome.
    expect(end.D, label).toBe(known.D ?? end.D)
    expect((await packed(core, number)).verification, label).toMatchObject({ first: null, record: end.D })
    expect(core.verifyLedger().ok, label).toBe(true)
    core.close()
  })
})

/** Where the digits stand after each commit of a child that opens them together; the freeze is its third. */
const digitStands = [
  ['the freeze', 3, { state: 'frozen', opened: false, entries: [{ entered: false }, { entered: false }] }],
  ['the first digits', 4, { opened: false, entries: [{ entered: true, digits: null }, { entered: false }] }],
  ['all digits', 5, { opened: false, entries: [{ digits: null }, { entered: true, digits: null }] }],
  ['the opening', 6, { opened: true, entries: [{ digits: digits[0] }, { digits: digits[1] }] }],
  ['the confirmation of the digits', 7, { state: 'drawn', contributions: [...digits] }],
] as const

test('a core killed before or after digits are entered, opened and confirmed comes back with exactly those', async () => {
  const undisturbed = orders({ plan: smallPlan, together: true })
  expect(await runChild(undisturbed)).toMatchObject({ code: 0 })
  const whole = fixed(restart(undisturbed.folder).draws.read(number))
  const deaths = digitStands
    .slice(1)
    .flatMap(([step, commit], index) =>
      (['before', 'after'] as const).map((when) => ({ when, index, commit, label: `${when} ${step}` })),
    )
  await twoAtATime(deaths, async ({ when, index, commit, label }) => {
    const own = orders({ plan: smallPlan, together: true, death: { when, number: commit } })
    expect((await runChild(own)).signal, label).toBe('SIGKILL')
    const core = restart(own.folder)
    const [, , stand] = digitStands[when === 'after' ? index + 1 : index] ?? []
    expect(core.draws.read(number), label).toMatchObject(stand ?? {})
    // Nobody was told anything of digits before the opening.
    if (!JSON.stringify(stand).includes(digits[0]))
      expect(JSON.stringify([...core.database.ledger.entries()]), label).not.toContain(digits[0])
    if (core.draws.read(number).state === 'frozen') {
      for (const [seat, typed] of digits.entries()) core.draws.enterDigits(operator, number, seat + 1, typed)
      core.draws.openDigits(operator, number)
      core.draws.confirmDigits(operator, number)
    }
    // The seed and everything after it follow from the same freeze, secret and digits.
    const session = core.draws.read(number)
    expect(fixed(session), label).toMatchObject({ C: whole.C, F: whole.F })
    expect(session, label).toMatchObject({ contributions: [...digits] })
    expect(core.verifyLedger().ok, label).toBe(true)
    carryOn(core)
    expect((await packed(core, number)).verification.first, label).toBeNull()
    core.close()
  })
})

test('a core killed from outside in the middle of the reveal goes on where it was, with the same D', async () => {
  // All five objects of their stratum, then the pairs: ten steps, shown one after the other as fast as it goes.
  const strata = [{ id: 'RQ', name: '燃气经营企业', ratio: '100%' }]
  const order = orders({ plan: eachPlan({ strata }) })
  const ended = await runChild(order, (line, kill) => {
    if (line === 'revealed 4 of 10') kill()
  })
  expect(ended.signal).toBe('SIGKILL')
  const core = restart(order.folder)
  const result = core.database.draws.result(number, 1)
  const session = core.draws.read(number)
  if (!('revealed' in session)) throw new Error(`the session is ${session.state}`)
  const said = ended.lines.filter((line) => line.startsWith('revealed')).length
  expect(session.revealed).toBeGreaterThanOrEqual(said)
  expect(session.digest).toBe(sha256(String(result?.result)))
  expect(carryOn(core).digest).toBe(session.digest)
  expect(core.database.draws.result(number, 1)).toEqual(result)
})

test('killed while it writes the package, no file stands half-written under its name, and it can be written again', async () => {
  const held = orders({ plan: smallPlan })
  const whole = await runChild({ ...held, death: { when: 'before', number: stands.length - 1 } })
  expect(whole.signal).toBe('SIGKILL')
  const packing = (death?: Orders['death']): Orders => {
    const folder = temporaryFolder()
    cpSync(held.folder, folder, { recursive: true })
    const { plan: _held, ...rest } = held
    return { ...rest, folder, out: temporaryFolder(), ...(death === undefined ? {} : { death }) }
  }
  const all = await runChild(packing())
  const total = Number(all.lines.at(-1)?.replace('disk calls ', ''))
  // A zip and two forms: each opened, written, flushed and renamed, then the folder.
  expect(total).toBeGreaterThanOrEqual(14)
  // In the middle of the zip, in the middle of a form, between two renames. (Every call: write-files.test.ts.)
  await twoAtATime([2, 5, total - 3], async (call) => {
    const order = packing({ when: 'disk', number: call })
    expect((await runChild(order)).signal, `call ${call}`).toBe('SIGKILL')
    for (const name of readdirSync(order.out).filter((one) => !one.endsWith('.partial'))) {
      const file = path.join(order.out, name)
      if (name.endsWith('.zip')) expect(readZip(file).verification.first, `call ${call}`).toBeNull()
      else expect(readFileSync(file).subarray(-6).toString().trim(), `call ${call}`).toBe('%%EOF')
    }
    const core = restart(order.folder)
    expect(placeOf(core)).toBe('confirmed')
    const again = await core.writePackage(operator, number, order.out)
    expect(readZip(again.package).verification.first, `call ${call}`).toBeNull()
    core.close()
  })
})
