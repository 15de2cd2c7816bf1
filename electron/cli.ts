import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { registerNames } from '../shared/registry/columns.ts'
import { archiveCommand } from './cli/archive-command.ts'
import {
  abortCommand,
  discloseCommand,
  importCommand,
  ledgerCommand,
  packageCommand,
  picksCommand,
  verifyCommand,
} from './cli/commands.ts'
import { type Answer, exits, refused } from './cli/console.ts'
import { drawCommand } from './cli/draw-command.ts'
import { formListCommand, formsCommand } from './cli/forms-command.ts'
import { eligibleCommand, presetCommand, unknownPreset } from './cli/rules-commands.ts'
import { accountName } from './core/account.ts'
import { type Core, openCore } from './core/core.ts'
import { dataFolder } from './core/data-folder.ts'
import { hasData } from './core/has-data.ts'
import { outcomeOfAsync } from './core/outcome.ts'
import { softwareName } from './core/software.ts'
import { readVerifyPage } from './core/verify-page.ts'

const usage = `用法：npm run --silent ssj -- 命令

  import inspectors|objects|items|recusals|plans|visits|powers 文件 [--skip-bad]
                                                                导入名录、年度计划、非双随机检查、权责清单：先出报告，
                                                                没有待确认的行才写入；计划另对照执行细则核对
  preset [名称]                                                 设定执行细则并逐条列出依据；不写名称即列出现行的
                                                                名称：custom|dawa|zhangping|changde|heilongjiang|ziyang，
                                                                或 自定义、大洼、漳平、常德、黑龙江、资阳
  eligible --item 事项 [--on 日期]                              该事项的每个对象可抽与否，及其理由和条款
  draw --config 配置.json --out 文件夹                          无人值守的整场抽取，标为“未经现场见证”；配置可写明计划项
                                                                （line）；没有实施方案批准的只作为演练
  forms 编号 --out 文件夹 [--form 文书 …]                        归档并写出文书，每种一个文件；不写 --form 即写出全部可以
                                                                生成的；文书写名称或代码，可以写多个
  forms 编号 --list                                             列出文书的名称和代码，能否生成，不能的写明理由
  package 编号 --out 文件夹                                     写出文书和校验包
  archive 编号 --out 文件夹 [--zip]                             写出全部档案，连同目录和校验码，不装本程序也能核对
  abort 编号 --reason 原因 --approver 批准人 --supervisor 监督人   中止没有抽完的一次（如中途断电）
  disclose 编号 --reason 原因 [--date 日期]                     公布保密抽取的名单，此后才能写出校验包
  verify 校验包.zip                                             重算并核对校验包
  ledger verify                                                 核对台账
  picks --key 文本 --among N --count K                          按任意密钥逐一抽取，每行一个从0起的序号

选项：--data 文件夹  数据文件夹（或环境变量 SSJ_DATA）；--json  以JSON作答
退出码：0 完成；1 失败；2 拒绝`

const options = {
  data: { type: 'string' },
  config: { type: 'string' },
  out: { type: 'string' },
  form: { type: 'string', multiple: true },
  list: { type: 'boolean' },
  key: { type: 'string' },
  among: { type: 'string' },
  count: { type: 'string' },
  reason: { type: 'string' },
  date: { type: 'string' },
  approver: { type: 'string' },
  supervisor: { type: 'string' },
  item: { type: 'string' },
  on: { type: 'string' },
  'skip-bad': { type: 'boolean' },
  zip: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

function misused(what: string): Answer {
  return refused({ code: 'USAGE', message: `${what}\n\n${usage}` })
}

/** Runs a command and gives its answer. Nothing is printed and the process does not end here. */
export async function run(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Answer & { asJson: boolean }> {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch {
    return { ...misused('有不认识的选项，或选项缺少内容。'), asJson: argv.includes('--json') }
  }
  const { values, positionals } = parsed
  const asJson = values.json === true
  if (values.help === true) return { exit: exits.done, json: { usage }, text: usage, asJson }
  try {
    const outcome = await outcomeOfAsync(() => dispatch(positionals, values, environment))
    return { ...(outcome.ok ? outcome.value : refused(outcome.refusal)), asJson }
  } catch (error) {
    return { ...broken(error), asJson }
  }
}

/** What nobody expected, in words and with its trace. */
function broken(error: unknown): Answer {
  const message =
    '程序内部出错，本次操作没有完成；已保存的数据完好。请重试；再次出现时，请把以下信息交给维护人员。'
  const trace = error instanceof Error ? String(error.stack) : String(error)
  return {
    exit: exits.failed,
    json: { error: { code: 'INTERNAL_ERROR', message, trace } },
    text: `${message}\n${trace}`,
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
}

type Values = ReturnType<typeof parse>['values']

async function dispatch(
  words: readonly string[],
  values: Values,
  environment: NodeJS.ProcessEnv,
): Promise<Answer> {
  const [command, first, second] = words
  const account = accountName()
  const here = workingFolder(environment)
  // An empty option is no folder, and above all not the working folder.
  const out = values.out ? path.resolve(here, values.out) : null
  const data = values.data ? path.resolve(here, values.data) : values.data
  const open = (use: Use) => withCore(data, environment, use)
  const openExisting = (use: Use) => withCore(data, environment, use, true)
  switch (command) {
    case 'import': {
      const register = registerNames.find((name) => name === first)
      if (register === undefined || second === undefined || words.length > 3)
        return misused('import 的写法有误。')
      const choice = { skipBad: values['skip-bad'] === true, account }
      return open((core) => importCommand(core, register, path.resolve(here, second), choice))
    }
    case 'preset': {
      if (words.length > 2) return misused('preset 的写法有误。')
      // Without a name it only reads.
      if (first === undefined) return openExisting((core) => presetCommand(core, undefined, account))
      return unknownPreset(first) ?? open((core) => presetCommand(core, first, account))
    }
    case 'eligible': {
      const { item, on } = values
      if (!item || words.length > 1) return misused('eligible 须有 --item。')
      return openExisting((core) => eligibleCommand(core, item, on))
    }
    case 'draw': {
      const { config } = values
      if (config === undefined || out === null || words.length > 1)
        return misused('draw 须有 --config 和 --out。')
      return open((core) => drawCommand(core, path.resolve(here, config), out, account))
    }
    case 'forms': {
      const { form: forms = [], list = false } = values
      if (first === undefined || words.length > 2 || (out === null) !== list || (list && forms.length > 0))
        return misused('forms 须有编号，和 --out 或 --list。')
      if (out === null) return openExisting((core) => formListCommand(core, first))
      const tell = (line: string) => {
        if (values.json !== true) process.stderr.write(`${line}\n`)
      }
      return openExisting((core) => formsCommand(core, { number: first, out, forms, account, tell }))
    }
    case 'archive': {
      if (first === undefined || out === null || words.length > 2)
        return misused('archive 须有编号和 --out。')
      const as = values.zip === true ? 'zip' : 'folder'
      return openExisting((core) => archiveCommand(core, { number: first, folder: out, as }, account))
    }
    case 'package': {
      if (first === undefined || out === null || words.length > 2)
        return misused('package 须有编号和 --out。')
      return openExisting((core) => packageCommand(core, first, out, account))
    }
    case 'abort': {
      const { reason, approver, supervisor } = values
      if (first === undefined || !reason || !approver || !supervisor || words.length > 2)
        return misused('abort 须有编号、--reason、--approver 和 --supervisor。')
      return openExisting((core) => abortCommand(core, first, { reason, approver, supervisor }, account))
    }
    case 'disclose': {
      const { reason, date = null } = values
      if (first === undefined || !reason || words.length > 2) return misused('disclose 须有编号和 --reason。')
      return openExisting((core) => discloseCommand(core, first, { date, reason }, account))
    }
    case 'verify':
      return first === undefined || words.length > 2
        ? misused('verify 须有校验包。')
        : verifyCommand(path.resolve(here, first))
    case 'ledger':
      return first !== 'verify' || words.length > 2
        ? misused('ledger 的写法有误。')
        : openExisting(ledgerCommand)
    case 'picks': {
      const { key, among, count } = values
      if (key === undefined || among === undefined || count === undefined || words.length > 1)
        return misused('picks 须有 --key、--among 和 --count。')
      return picksCommand(key, among, count)
    }
    default:
      return misused(command === undefined ? '没有写明命令。' : `没有“${command}”这个命令。`)
  }
}

/** npm runs a script in the project's folder; a relative path is meant from where the person typed it. */
function workingFolder(environment: NodeJS.ProcessEnv): string {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = environment
  return script === 'ssj' && typedIn !== undefined ? typedIn : process.cwd()
}

type Use = (core: Core) => Promise<Answer> | Answer

/** `mustExist`: a mistyped folder must not become a new, empty one whose ledger is then said to be whole. */
async function withCore(
  data: string | undefined,
  environment: NodeJS.ProcessEnv,
  use: Use,
  mustExist = false,
): Promise<Answer> {
  const resolved = dataFolder(data, environment)
  if (!resolved.ok) return refused(resolved.refusal)
  if (mustExist && !hasData(resolved.value))
    return refused({
      code: 'NO_DATA',
      message: `“${resolved.value}”中没有本程序的数据，没有新建，也没有写入任何内容。请核对 --data 或环境变量 SSJ_DATA 所指的数据文件夹。`,
    })
  const opened = openCore({
    folder: resolved.value,
    clock: () => new Date(),
    // The one place where randomness enters: 32 bytes of the operating system's CSPRNG for S.
    random: () => randomBytes(32),
    software: softwareName(),
    verifyPage: readVerifyPage,
  })
  if (!opened.ok) return refused(opened.refusal)
  try {
    return await use(opened.core)
  } finally {
    opened.core.close()
  }
}

if (import.meta.main) {
  const answer = await run(process.argv.slice(2), process.env)
  const text = answer.asJson ? JSON.stringify(answer.json) : answer.text
  if (answer.asJson || answer.exit === exits.done) process.stdout.write(`${text}\n`)
  else process.stderr.write(`${text}\n`)
  // What a table must not hide is said beside it; in JSON it has a field of its own.
  if (!answer.asJson && answer.notice) process.stderr.write(`注意：${answer.notice}\n`)
  process.exitCode = answer.exit
}
