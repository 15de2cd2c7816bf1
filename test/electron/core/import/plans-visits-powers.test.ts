import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import { decideAsClerk } from '../../../../electron/core/samples/decide-as-clerk.ts'
import type { RegisterName } from '../../../../shared/registry/columns.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { openSample, operator } from '../sample-core.ts'

const county = fileURLToPath(new URL('../../../../build/resources/sample-county/', import.meta.url))

async function countyCore() {
  const { core } = openSample({ registers: false })
  await importFile(core, 'items', path.join(county, '随机抽查事项清单.xlsx'))
  await importFile(core, 'objects', path.join(county, '市场主体名录库.xlsx'))
  const item = core.database.items.current()[0]?.row.name ?? ''
  const object = core.database.objects.current()[0]?.row.name ?? ''
  return { core, item, object }
}

async function importFile(core: Core, register: RegisterName, file: string) {
  const pending = await core.imports.inspect(register, file)
  if ('outcome' in pending) throw new Error(pending.message)
  return core.imports.confirm(operator, pending.token, decideAsClerk(pending.report.rows))
}

/** What is said of each line of a table: its verdict, or the reasons why it is not taken. */
async function judged(core: Core, register: RegisterName, lines: readonly string[]) {
  const file = path.join(temporaryFolder(), '表.csv')
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
  const pending = await core.imports.inspect(register, file)
  if ('outcome' in pending) return [pending.message]
  return pending.report.rows.map((row) => {
    if (row.verdict === 'refused') return row.findings.map(({ reason }) => reason).join('；')
    return row.verdict === 'undecided' ? row.questions.map(({ reason }) => reason).join('；') : row.verdict
  })
}

describe('the sample county', () => {
  it('brings its plan and its powers, and brings nothing the second time', async () => {
    const { core } = await countyCore()
    for (const [register, file, rows] of [
      ['plans', '年度抽查计划.xlsx', 6],
      ['powers', '权责清单.xlsx', 15],
    ] as const) {
      expect(await importFile(core, register, path.join(county, file))).toMatchObject({ added: rows })
      expect(await importFile(core, register, path.join(county, file))).toMatchObject({
        added: 0,
        unchanged: rows,
        importId: null,
      })
    }
  })
})

describe('a plan', () => {
  const head = '计划编号,抽查事项,抽查比例,抽查频次'

  it.each([
    ['2027-01,{item},0%,1', '比例为0%的不是抽查计划'],
    ['2027-01,{item},101%,1', '“101%”不是0到100%之间'],
    ['2027-01,{item},-5%,1', '不是0到100%之间'],
    ['2027-01,{item},5%,0', '频次为0的不是抽查计划'],
    ['2027-01,没有的事项,5%,1', '随机抽查事项清单中没有“没有的事项”'],
    [',{item},5%,1', '没有填写计划编号'],
    ['一,{item},5%,1', '没有写明年度'],
    ['2027-01,,5%,1', '没有填写抽查事项'],
  ])('does not take %s', async (line, reason) => {
    const { core, item } = await countyCore()
    const [said] = await judged(core, 'plans', [head, line.replace('{item}', item)])
    expect(said).toContain(reason)
  })

  it('has a number once a year, and names every item of the list', async () => {
    const { core, item } = await countyCore()
    const years = ['年度,计划编号,抽查事项', `2026,01,${item}`, `2027,01,${item}`, `2027,01,${item}`]
    const said = await judged(core, 'plans', years)
    expect(said[0]).toBe('taken')
    expect(said[1]).toContain('计划编号“01”与第4行重复')
    expect(said[2]).toContain('计划编号“01”与第3行重复')
    const merged = ['计划编号,抽查事项,合并事项', `2027-01,${item},没有的事项`]
    expect(await judged(core, 'plans', merged)).toEqual([
      '随机抽查事项清单中没有“没有的事项”，请核对事项名称，或先导入事项清单',
    ])
  })
})

describe('the items of a plan', () => {
  async function planOf(name: string, cells: string) {
    const { core } = await countyCore()
    const items = path.join(temporaryFolder(), '事项.csv')
    writeFileSync(items, `事项名称,检查方式\n${name},现场检查\n`)
    await importFile(core, 'items', items)
    const plans = path.join(temporaryFolder(), '计划.csv')
    writeFileSync(plans, `计划编号,抽查事项,合并事项\n${cells}\n`)
    await importFile(core, 'plans', plans)
    return { core, line: core.database.plans.current()[0]?.row }
  }

  it.each(['管道/瓶装燃气检查', '起重机械、脚手架检查', '燃气（管道）检查'])(
    'stand in a line as the list spells them, also merged ones: %s',
    async (name) => {
      const written = name.replace('（', '(').replace('）', ')')
      const { line } = await planOf(name, `2027-01,${written},物业服务企业监督检查、${written}`)
      expect(line).toMatchObject({ item: name, furtherItems: ['物业服务企业监督检查', name] })
    },
  )

  it('come back from an export as they were', async () => {
    const name = '起重机械、脚手架/吊篮检查'
    const { core, line } = await planOf(name, `2027-01,物业服务企业监督检查,${name}`)
    expect(line?.furtherItems).toEqual([name])
    const out = path.join(temporaryFolder(), '计划.csv')
    const scope = { by: 'search', piece: '', filters: {} } as const
    const order = {
      register: 'plans',
      scope,
      moment: null,
      format: 'csv-utf-8',
      purpose: 'internal',
    } as const
    const pieces: Buffer[] = []
    for await (const event of core.registerWork.exports.run(operator, order))
      if (event.event === 'piece') pieces.push(Buffer.from(event.data, 'base64'))
    writeFileSync(out, Buffer.concat(pieces))
    expect(await importFile(core, 'plans', out)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  })
})

describe('a visit that is no 双随机', () => {
  it('is of an object of the register, on a day there is, and is counted once', async () => {
    const { core, object } = await countyCore()
    const said = await judged(core, 'visits', [
      '检查对象,检查日期,事由类别,案件编号',
      `${object},2026-03-05,投诉举报,`,
      `${object},2026-03-05,投诉举报,`,
      `${object},2026-03-05,投诉举报,A-2`,
      '没有的单位,2026-03-05,投诉举报,',
      `${object},2026-02-30,投诉举报,`,
      `${object},,投诉举报,`,
      `${object},2026-03-05,看看,`,
    ])
    expect(said).toEqual([
      'taken',
      '检查对象、日期、类别和编号与第2行重复，以第2行为准，本行不导入',
      'taken',
      expect.stringContaining('检查对象名录中没有“没有的单位”'),
      expect.stringContaining('“2026-02-30”不是有效的日期'),
      expect.stringContaining('没有填写检查日期'),
      expect.stringContaining('“看看”不是事由类别的规定用词'),
    ])
  })
})

describe('a list of powers', () => {
  it('has a name in every row, and asks about one that stands twice', async () => {
    const { core } = openSample({ registers: false })
    const said = await judged(core, 'powers', [
      '职权名称,职权类别',
      ',行政检查',
      '检查甲,行政检查',
      '检查甲,行政检查',
    ])
    expect(said).toEqual([
      expect.stringContaining('没有填写职权名称'),
      expect.stringContaining('与第4行同名'),
      expect.stringContaining('与第3行同名'),
    ])
  })
})

it.each(['plans', 'visits', 'powers'] as const)(
  'an empty file is refused with a sentence: %s',
  async (register) => {
    const { core } = openSample({ registers: false })
    expect(await judged(core, register, [])).toEqual([
      expect.stringMatching(/^文件是空的。没有写入任何数据。.*。$/),
    ])
    expect(await judged(core, register, ['说明', '没有表头'])).toEqual([
      expect.stringMatching(/^没有找到.*没有写入任何数据。.*。$/),
    ])
  },
)
