import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { drawConfigSchema } from '../shared/api/draw-plan.ts'
import type { InspectionEntry } from '../shared/forms/inspection-entry.ts'
import type { VisitEntry } from '../shared/forms/visit-entry.ts'
import { readPackage } from '../shared/package/read-package.ts'
import { verifyPackage } from '../shared/package/verify-package.ts'
import type { RegisterName } from '../shared/registry/columns.ts'
import { registerTitles } from '../shared/registry/columns.ts'
import { exits } from './cli/console.ts'
import { type HeldDraw, holdDraw, readDrawConfig } from './cli/draw-command.ts'
import { formsCommand } from './cli/forms-command.ts'
import type { Clock } from './core/clock.ts'
import { type Core, openCore } from './core/core.ts'
import { RefusalError } from './core/outcome.ts'
import { decideAsClerk } from './core/samples/decide-as-clerk.ts'
import { sampleCounty, sampleFiles } from './core/samples/sample-county.ts'
import { softwareName } from './core/software.ts'
import { readVerifyPage } from './core/verify-page.ts'

/** The sample county 云岭县, which does not exist: the project's own registers and configurations. */
const county = sampleCounty()

const registers = [
  'items',
  'objects',
  'inspectors',
  'recusals',
  'powers',
  'plans',
] as const satisfies readonly RegisterName[]

/**
 * The clock of the demonstration: the morning of 20 November 2026, a minute later at every look, and never before
 * what the data folder has already recorded. The certificates of the sample county are valid on that day.
 */
function sampleClock(): { readonly clock: Clock; notBefore(last: string | null): void } {
  let next = Date.parse('2026-11-20T09:00:00+08:00')
  return {
    clock: () => {
      next += 60_000
      return new Date(next)
    },
    notBefore: (last) => {
      if (last !== null) next = Math.max(next, Date.parse(last))
    },
  }
}

/** The whole main job without a display: registers in, draws, packages and papers out, verified. */
async function demonstrate(out: string): Promise<void> {
  mkdirSync(out, { recursive: true })
  const data = path.join(out, 'data')
  const { clock, notBefore } = sampleClock()
  const opened = openCore({
    folder: data,
    clock,
    random: () => randomBytes(32),
    software: softwareName(),
    verifyPage: readVerifyPage,
  })
  if (!opened.ok) throw new RefusalError(opened.refusal.code, opened.refusal.message)
  const { core } = opened
  try {
    notBefore(core.database.ledger.lastAt())
    say('一、导入云岭县（虚构）的名录')
    for (const register of registers) await importSample(core, register, sampleFiles[register])
    say('二、抽取（演练）')
    await hold(core, out, '1-物业服务-分组.json')
    const gas = await hold(core, out, '2-燃气经营-逐一配对.json')
    const works = await hold(core, out, '3-在建工程-只抽对象.json')
    await hold(core, out, '4-在建工程-匹配人员.json', { amends: works.number })
    // On one object only: whoever is left of the few gas inspectors can always take that seat.
    const [visited] = core.drawFacts(gas.number).results
    const vacancy = { inspector: visited?.inspectors[0]?.id, objects: [visited?.id] }
    await hold(core, out, '5-燃气经营-更换人员.json', { amends: gas.number, ...vacancy })
    say('三、按年度计划抽取（实施方案已批准，未经现场见证）')
    const planned = await hold(core, out, '6-物业服务-按计划项.json')
    say('四、全套文书')
    await printAll(core, out, planned.number)
    say('五、台账')
    const verdict = core.verifyLedger()
    if (!verdict.ok) throw new Error(`台账第${verdict.seq}条不符：${verdict.problem}`)
    say(`  共${verdict.head.seq}条，链完整，最新台账校验码 ${verdict.head.hash}`)
  } finally {
    core.close()
  }
  say(`完成。文书和校验包在 ${out}，数据在 ${data}。`)
  say(
    '核对：在浏览器中打开校验包内的 verify.html 并放入该校验包，或运行 npm run --silent ssj -- verify 校验包.zip',
  )
}

/** Imports a file of the county. What waits for a decision is decided as a clerk would, and said. */
async function importSample(core: Core, register: RegisterName, file: string): Promise<void> {
  const pending = await core.imports.inspect(register, path.join(county, file))
  if ('outcome' in pending) throw new RefusalError(pending.code, pending.message)
  const decision = decideAsClerk(pending.report.rows, ({ line, reason, answer }) =>
    say(`    ${file}第${line}行待确认：${reason}。决定：${answer}`),
  )
  const done = core.imports.confirm('赵敏', pending.token, decision)
  say(`  ${registerTitles[register]}：新增${done.added}条，未变${done.unchanged}条（${file}）`)
}

async function hold(core: Core, out: string, file: string, changes: object = {}): Promise<HeldDraw> {
  const read = readDrawConfig(path.join(county, 'draws', file))
  const config = 'line' in read ? read : drawConfigSchema.parse({ ...read, ...changes })
  const held = await holdDraw(core, config, out, userInfo().username)
  if (!held.written.ok) throw new RefusalError(held.written.refusal.code, held.written.refusal.message)
  const facts = core.drawFacts(held.number)
  say(`  ${held.number}　${facts.task.name}：${facts.topologyText}`)
  if (facts.replacement === null) say(`    应抽${facts.due}，实抽${facts.drawn}`)
  else say(`    ${facts.replacement.from}换为${facts.replacement.to}`)
  for (const { title, text } of facts.grounds) say(`    ${title}：${text}`)
  for (const note of facts.notes) say(`    说明：${note}`)
  say(`    记录校验码 D ${held.digest}`)
  const zip = held.written.value.package
  if (zip === null) throw new Error('the sample draws are not confidential')
  for (const form of held.written.value.files) say(`    文书 ${form}`)
  const unzipped = readPackage(readFileSync(zip))
  if (!unzipped.ok) throw new Error(unzipped.sentence)
  const verification = verifyPackage(unzipped.files)
  if (!verification.ok || verification.record !== held.digest)
    throw new Error(`校验包${zip}与重算不一致：${verification.first?.sentence}`)
  say(`    校验包 ${zip}：已重算，一致`)
  return held
}

/** All papers of an inspection from one entry of facts: what was planned and found at the first object is entered. */
async function printAll(core: Core, out: string, number: string): Promise<void> {
  const account = userInfo().username
  const { version, entry, visits } = core.forms.entry(number)
  core.forms.saveEntry(account, { number, version, entry: { ...entry, ...sampleEntry } })
  const [visit] = visits
  if (visit !== undefined) {
    const found = { ...visit.entry, ...sampleVisit }
    core.forms.saveVisit(account, { number, object: visit.object, version: visit.version, entry: found })
  }
  const folder = path.join(out, `${number}-全套文书`)
  const { exit, text } = await formsCommand(core, { number, out: folder, forms: [], account, tell: say })
  if (exit !== exits.done) throw new Error(text)
  for (const line of text.split('\n')) say(`    ${line}`)
}

const sampleEntry: Partial<InspectionEntry> = {
  startsOn: '2026-11-23',
  endsOn: '2026-11-27',
  method: '现场检查',
  materials: '服务合同、收费公示、消防设施维护记录',
  noticeIssuedOn: '2026-11-20',
  noticePlace: '云岭县人民政府网站',
}

const sampleVisit: Partial<VisitEntry> = {
  startedAt: '2026-11-23T09:30',
  endedAt: '2026-11-23T11:00',
  certificatesShown: '已出示',
  situation: '查看消防设施、收费公示栏和维修资金台账。',
  problems: '2号楼消防通道堆放杂物。',
  result: '发现问题待后续处理',
  handling: '责令整改',
  rectificationProblems: '2号楼消防通道堆放杂物。',
  rectificationDemands: '立即清理，保持消防通道畅通。',
  rectificationDue: '2026-11-30',
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'demo-out' } } })
  try {
    await demonstrate(path.resolve(process.env.INIT_CWD ?? '.', values.out))
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
