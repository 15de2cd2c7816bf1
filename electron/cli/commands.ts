import { readFileSync } from 'node:fs'
import { Stage } from '../../shared/draw/picks.ts'
import { readPackage } from '../../shared/package/read-package.ts'
import type { Step, StepState } from '../../shared/package/verification.ts'
import { type VerifiedFacts, verifyPackage } from '../../shared/package/verify-package.ts'
import type { RegisterName } from '../../shared/registry/columns.ts'
import { isoDate, text as oneLine } from '../../shared/registry/text.ts'
import { instant } from '../core/clock.ts'
import type { Core } from '../core/core.ts'
import type { AbortOrder } from '../core/draws/draw-sessions.ts'
import { renderRefusal, renderReport } from '../core/import/render-report.ts'
import { outcomeOf, outcomeOfAsync, RefusalError } from '../core/outcome.ts'
import { checkPlans } from './check-plans.ts'
import { type Answer, exits, refused } from './console.ts'
import { checkFolder, filesInWords } from './draw-command.ts'

/** `import REGISTER FILE`: prints the report; writes when nothing is refused or undecided, or with `--skip-bad`. */
export async function importCommand(
  core: Core,
  register: RegisterName,
  file: string,
  options: { readonly skipBad: boolean; readonly account: string },
): Promise<Answer> {
  const pending = await core.imports.inspect(register, file)
  if ('outcome' in pending) return refused({ code: pending.code, message: renderRefusal(pending) })
  const { report, token } = pending
  const done = outcomeOf(() => core.imports.confirm(options.account, token, { skipBad: options.skipBad }))
  const text = renderReport(report, { comparison: pending.comparison })
  const rows = report.rows.filter((row) => row.verdict !== 'taken')
  const json = { register, file: report.file, counts: report.counts, rows }
  if (!done.ok)
    return {
      exit: exits.refused,
      json: { ...json, written: false, error: done.refusal },
      text: `${text}\n${done.refusal.message}${done.refusal.code === 'IMPORT_UNDECIDED' ? '命令行不能逐行决定；要跳过这些行，请加 --skip-bad。' : ''}`,
    }
  const { added, changed, unchanged, skipped } = done.value
  const checks = register === 'plans' ? checkPlans(core) : null
  return {
    exit: exits.done,
    json: {
      ...json,
      written: true,
      added,
      changed,
      unchanged,
      skipped,
      ...(checks === null ? {} : { checks: checks.json }),
    },
    text: `${text}\n现已写入：新增${added}条，更新${changed}条，未变${unchanged}条，跳过${skipped.length}行。${checks === null ? '' : `\n${checks.text}`}`,
  }
}

/** `verify FILE.zip`: recomputes everything and names the first difference. */
export function verifyCommand(file: string): Answer {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    return refused({ code: 'FILE_NOT_READABLE', message: `文件“${file}”不存在或不能读取。请检查后重试。` })
  }
  const read = readPackage(bytes)
  if (!read.ok) return refused({ code: 'FILE_NOT_A_PACKAGE', message: read.sentence })
  const { ok, first, facts, freeze, record, steps } = verifyPackage(read.files)
  const json = { ok, first, facts, freeze, record, steps: steps.map(outline) }
  const verdict = ok
    ? `一致：全部校验码、抽取和配对均已重算，结果相符。\n名单校验码 F：${freeze}\n记录校验码 D：${record}`
    : `不一致。第一处差异：${first?.sentence}。`
  // What does not agree gives no F and D to compare; what is no official draw must not read like one.
  const anchor = ok
    ? '请将上述 F、D 与签字的纸质记录核对：能改写整台电脑的人也能改写整条台账，签字的纸才是凭据。'
    : '核对没有改动任何文件。请换用原始的校验包再核对一次；仍不一致的，以签字的纸质记录为准，并查明原因。'
  return {
    exit: ok ? exits.done : exits.failed,
    json,
    text: [...heading(facts), ...steps.flatMap(inWords), verdict, anchor].join('\n'),
  }
}

const modeWords = {
  official: '正式',
  rehearsal: '演练，不是正式的抽取',
  unwitnessed: '未经现场见证，不是正式的抽取',
} as const satisfies Record<VerifiedFacts['mode'], string>

/** Which draw the package says it is. */
function heading(facts: VerifiedFacts | null): string[] {
  if (facts === null) return []
  const { draw, attempt, mode, office, task } = facts
  return [`编号：${draw}，第${attempt}次（${modeWords[mode]}）`, `单位：${office}`, `任务：${task}`]
}

const stateWords = {
  ok: '相符',
  failed: '不符',
  absent: '未附',
  notChecked: '未查',
} as const satisfies Record<StepState, string>

/** A step without its values and tables: those are for the page, a terminal shows the course of the check. */
function outline({ id, title, state, summary, children }: Step): object {
  return { id, title, state, summary, ...(children.length > 0 ? { steps: children.map(outline) } : {}) }
}

function inWords({ title, state, summary, children }: Step): string[] {
  return [
    `〔${stateWords[state]}〕${title}：${summary}`,
    ...children.flatMap(inWords).map((line) => `　　${line}`),
  ]
}

/** `package NUMBER --out DIR` */
export async function packageCommand(
  core: Core,
  number: string,
  out: string,
  account: string,
): Promise<Answer> {
  const written = await outcomeOfAsync(async () => {
    checkFolder(out)
    return core.writePackage(account, number, out)
  })
  if (!written.ok) return refused(written.refusal)
  const { files, missing, package: zip } = written.value
  return {
    exit: exits.done,
    json: { number, forms: files, missing, package: zip },
    text: [...filesInWords(written.value), `校验包：${zip}`].join('\n'),
  }
}

/** `abort NUMBER`: ends an attempt that was begun and not drawn; its record goes with the next attempt. */
export function abortCommand(core: Core, number: string, order: AbortOrder, account: string): Answer {
  const aborted = outcomeOf(() => core.draws.abort(account, number, order))
  if (!aborted.ok) return refused(aborted.refusal)
  const { attempt } = aborted.value
  const record = 'record' in aborted.value ? aborted.value.record : null
  return {
    exit: exits.done,
    json: { number, attempt, record },
    text: `“${number}”第${attempt}次已中止，中止记录的校验码：${record}`,
  }
}

/** `disclose NUMBER`: the names of a confidential chain are public from `date` on, today unless it is said. */
export function discloseCommand(
  core: Core,
  number: string,
  { date, reason }: { readonly date: string | null; readonly reason: string },
  account: string,
): Answer {
  const from = date ?? instant(new Date(core.time())).slice(0, 10)
  const disclosed = outcomeOf(() => {
    if (!isoDate.safeParse(from).success)
      throw new RefusalError(
        'OPTION_INVALID',
        `--date须为日期，形如2026-11-20，给出的是“${from}”。没有写入任何数据，名称仍然保密。`,
      )
    if (!oneLine.safeParse(reason).success)
      throw new RefusalError(
        'OPTION_INVALID',
        '--reason须为一行文字，不能是空白。没有写入任何数据，名称仍然保密。',
      )
    return core.draws.disclose(account, number, { date: from, reason })
  })
  if (!disclosed.ok) return refused(disclosed.refusal)
  return {
    exit: exits.done,
    json: { number, date: from, reason },
    text: `“${number}”的名单自${from}起公布。现在可以用“package ${number}”写出校验包。`,
  }
}

/** `ledger verify`: walks the whole chain. */
export function ledgerCommand(core: Core): Answer {
  const verdict = core.verifyLedger()
  if (!verdict.ok)
    return {
      exit: exits.failed,
      json: { ...verdict },
      text: `台账第${verdict.seq}条不符：${verdict.problem}。`,
    }
  return {
    exit: exits.done,
    json: { ok: true, entries: verdict.head.seq, hash: verdict.head.hash },
    text: `台账完整，共${verdict.head.seq}条，最新台账校验码：${verdict.head.hash}`,
  }
}

/** `picks --key TEXT --among N --count K`: the production pick under any key. */
export function picksCommand(key: string, among: string, count: string): Answer {
  const outcome = outcomeOf(() => {
    const n = wholeNumber(among, '--among', 1, 2 ** 32)
    const k = wholeNumber(count, '--count', 0, 10_000_000)
    const stage = new Stage(key)
    return Array.from({ length: k }, () => stage.pick(n).index)
  })
  if (!outcome.ok) return refused(outcome.refusal)
  return { exit: exits.done, json: { picks: outcome.value }, text: outcome.value.join('\n') }
}

function wholeNumber(value: string, what: string, least: number, most: number): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw new RefusalError('OPTION_INVALID', `${what}须为${least}至${most}的整数，给出的是“${value}”。`)
}
