import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { describeIssues } from '../../shared/api/describe-issue.ts'
import {
  type DrawConfig,
  type DrawPlan,
  drawConfigSchema,
  type LineConfig,
  lineConfigSchema,
} from '../../shared/api/draw-plan.ts'
import { isConcealed } from '../../shared/api/session.ts'
import { assertContributions, readDigits } from '../../shared/draw/ceremony.ts'
import type { Core, WrittenForms } from '../core/core.ts'
import { digitsProblemWords } from '../core/draws/session-input.ts'
import { type Outcome, outcomeOf, outcomeOfAsync, RefusalError } from '../core/outcome.ts'
import { approveConfig, readApprovalScan, restedConfig } from './config-approval.ts'
import { type Answer, exits, refused } from './console.ts'
import { configOfLine } from './plan-of-line.ts'

/**
 * Reads a configuration, of a plan line or with everything in it; its files are meant from where it lies. Refuses with
 * `CONFIG_NOT_READABLE` or `CONFIG_INVALID`, naming every mistake.
 */
export function readDrawConfig(file: string): DrawConfig | LineConfig {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    throw new RefusalError(
      'CONFIG_NOT_READABLE',
      `配置文件“${file}”${error instanceof SyntaxError ? '不是有效的JSON' : '不存在或不能读取'}。没有写入任何数据。请检查文件后重试。`,
    )
  }
  const withKind = typeof value === 'object' && value !== null ? { kind: 'draw', ...value } : value
  const ofLine = typeof withKind === 'object' && withKind !== null && 'line' in withKind
  const parsed = (ofLine ? lineConfigSchema : drawConfigSchema).safeParse(withKind)
  if (parsed.success) return withScanBeside(parsed.data, path.dirname(file))
  const problems = describeIssues(parsed.error.issues)
  throw new RefusalError(
    'CONFIG_INVALID',
    `配置文件“${file}”填写有误：${problems}。没有写入任何数据。请对照 build/resources/draw-config.schema.json 改正后重试。`,
  )
}

/** The configuration with the full path of its scan, which is named as it lies beside the configuration. */
function withScanBeside<Config extends DrawConfig | LineConfig>(config: Config, folder: string): Config {
  if (!('approval' in config) || config.approval === null) return config
  return { ...config, approval: { ...config.approval, scan: path.resolve(folder, config.approval.scan) } }
}

/**
 * The plan of a configuration. In an unwitnessed draw nobody was there: the witness lines name whoever ran the
 * command (draw-spec section 3), and the role says whose digits they are said to be.
 */
export function planOfConfig(config: DrawConfig, account: string): DrawPlan {
  const { office: _office, witnesses, ...said } = config
  const rest = said.kind === 'draw' ? withoutApproval(said) : said
  const operator = config.operator ?? account
  return {
    ...rest,
    operator,
    witnesses: witnesses.map(({ role, name }) =>
      config.mode === 'unwitnessed' && name !== operator
        ? { role: `${role}${name}未到场，数字由操作人录入`, name: operator }
        : { role, name },
    ),
  }
}

/** A plan has no approval in it: the approval is registered with its scheme. */
function withoutApproval<Said extends { approval: unknown; outside?: unknown }>(
  said: Said,
): Omit<Said, 'approval' | 'outside'> {
  const { approval: _approval, outside: _outside, ...plan } = said
  return plan
}

/** Refuses digits that the session would refuse, before a number is taken. */
function checkDigits(config: DrawConfig): void {
  const digits = config.witnesses.map(({ role, name, digits: typed }) => {
    const read = readDigits(typed)
    if (!read.ok)
      throw new RefusalError(
        'DIGITS_INVALID',
        `见证人${name}（${role}）${digitsProblemWords[read.problem]}。没有取号，也没有写入任何数据。请提供6至64位数字，全部见证人合计不少于12位。`,
      )
    return read.digits
  })
  try {
    assertContributions(digits, digits.length)
  } catch {
    throw new RefusalError(
      'DIGITS_TOO_FEW_TOGETHER',
      '全部见证数字合计不足12位。没有取号，也没有写入任何数据。请补足后重试。',
    )
  }
}

/**
 * Refuses an output folder that cannot be written, before a number is taken or a form is made. Leaves no folder behind:
 * what comes next may be refused.
 */
export function checkFolder(out: string): void {
  const probe = path.join(out, `.ssj-${process.pid}`)
  let code = 'OUT_NOT_WRITABLE'
  try {
    const probed = outcomeOf(() => makeAndRemove(probe))
    if (probed.ok) return
    code = probed.refusal.code
  } catch {
    // A folder below a file, a name too long: whatever it is, nothing can be written there.
  }
  throw new RefusalError(
    code,
    `不能写入输出文件夹“${out}”。没有取号，也没有写入任何数据和文件。请换一个文件夹后重试。`,
  )
}

/** Folder by folder: making them all in one call never returns where a file system has no room for folders (/proc). */
function makeAndRemove(folder: string): void {
  const missing: string[] = []
  for (let place = folder; !existsSync(place); place = path.dirname(place)) missing.unshift(place)
  const made: string[] = []
  try {
    for (const place of missing) {
      mkdirSync(place)
      made.push(place)
    }
  } finally {
    for (const place of made.reverse()) rmdirSync(place)
  }
}

const modeWords = {
  rehearsal: '演练，不是正式的抽取',
  unwitnessed: '未经现场见证，不是正式的抽取',
} as const satisfies Record<DrawConfig['mode'], string>

/** What a draw of the command line came to. */
export interface HeldDraw {
  readonly number: string
  readonly mode: DrawConfig['mode']
  /** why it is a rehearsal although it did not ask for one */
  readonly notice: string | null
  readonly attempt: number
  readonly commitment: string
  readonly freeze: string
  readonly seed: string
  readonly digest: string
  /** 保密: the forms are written, the package waits until the names are disclosed */
  readonly confidential: boolean
  /** the files; a refusal where the draw stands but its files could not be written */
  readonly written: Outcome<WrittenForms & { readonly package: string | null }>
}

/**
 * Holds a whole session without a person. Whatever can be refused is refused before a number is taken, so that a
 * mistake in the configuration leaves no trace. Throws RefusalError.
 */
export async function holdDraw(
  core: Core,
  given: DrawConfig | LineConfig,
  out: string,
  account: string,
): Promise<HeldDraw> {
  const { config, notice } = restedConfig(core, 'line' in given ? configOfLine(core, given) : given)
  const actor = config.operator ?? account
  checkDigits(config)
  checkFolder(out)
  const scan = readApprovalScan(config)
  const { problem } = core.draws.preview(actor, planOfConfig(config, account), config.office)
  if (problem !== null) throw new RefusalError(problem.code, refusedBefore(problem.message))
  core.setOffice(actor, config.office)
  const approved =
    config.kind === 'draw' && scan !== null
      ? { ...config, basis: approveConfig(core, actor, config, scan) }
      : config
  const plan = planOfConfig(approved, account)
  const { number } = core.draws.commit(actor, core.draws.draft(actor, plan))
  core.draws.freeze(actor, number)
  for (const [index, { digits }] of config.witnesses.entries())
    core.draws.contribute(actor, number, index + 1, digits)
  const drawn = core.draws.read(number)
  if (drawn.state !== 'drawn') throw new Error(`${number} was not drawn`)
  core.draws.reveal(actor, number, drawn.steps)
  core.draws.confirm(actor, number)
  const { attempt, commitment, freeze, seed, digest } = drawn
  const confidential = isConcealed(drawn)
  const written = await outcomeOfAsync(async () =>
    confidential
      ? { ...(await core.writeForms(number, out)), package: null }
      : await core.writePackage(actor, number, out),
  )
  const { mode } = config
  return { number, mode, notice, attempt, commitment, freeze, seed, digest, confidential, written }
}

/** A preview says what is wrong and what to do; a command that ends there says besides that nothing was written. */
function refusedBefore(message: string): string {
  return message.includes('没有写入任何数据') ? message : `${message}没有取号，也没有写入任何数据。`
}

/** `draw --config FILE --out DIR` */
export async function drawCommand(core: Core, file: string, out: string, account: string): Promise<Answer> {
  const config = outcomeOf(() => readDrawConfig(file))
  if (!config.ok) return refused(config.refusal)
  const outcome = await outcomeOfAsync(() => holdDraw(core, config.value, out, account))
  if (!outcome.ok) return refused(outcome.refusal)
  const { written, ...held } = outcome.value
  const text = [
    `编号：${held.number}（${modeWords[held.mode]}）`,
    ...(held.notice === null ? [] : [held.notice]),
    `承诺码 C：${held.commitment}`,
    `名单校验码 F：${held.freeze}`,
    `种子 R：${held.seed}`,
    `记录校验码 D：${held.digest}`,
  ]
  if (!written.ok) {
    const message = `抽取已完成并保存，但文书和校验包没有写出：${written.refusal.message}处理后请用“${held.confidential ? 'forms' : 'package'} ${held.number}”重新写出。`
    const error = { code: written.refusal.code, message }
    return { exit: exits.failed, json: { ...held, error }, text: [...text, message].join('\n') }
  }
  return {
    exit: exits.done,
    json: {
      ...held,
      forms: written.value.files,
      package: written.value.package,
      missing: written.value.missing,
    },
    text: [
      ...text,
      ...filesInWords(written.value),
      `校验包：${written.value.package ?? waitsInWords(held.number)}`,
    ].join('\n'),
  }
}

/** Why there is no package of a confidential draw yet, and how it is made. */
function waitsInWords(number: string): string {
  return `保密抽取，公布名单以前不生成。检查实施后先用“disclose ${number} --reason 原因”公布名单，再用“package ${number}”写出。`
}

/** The files that were written, and the characters that have to be filled in by hand. */
export function filesInWords(written: WrittenForms): string[] {
  return [
    ...written.files.map((form) => `文书：${form}`),
    ...new Set(
      written.missing.map((m) => `注意：字库中没有 ${m.codePoint}（${m.where}），文书中印作〓，请手写补上。`),
    ),
  ]
}
