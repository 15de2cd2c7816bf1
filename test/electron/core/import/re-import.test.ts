import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { RegisterName } from '../../../../shared/registry/columns.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { openSample, operator, refusalOf, stored } from '../sample-core.ts'

const title = '名称,统一社会信用代码,种类,法定代表人,地址,状态'
const first = [
  title,
  '甲公司,91350881M0000001X9,企业,周敏,建设路1号,存续',
  '乙公司,91350881M0000002X7,企业,周敏,建设路2号,存续',
  '丙项目,,项目,周敏,建设路3号,存续',
]

/** Looks into a table of these lines. */
async function inspect(core: Core, lines: readonly string[], register: RegisterName = 'objects') {
  const file = path.join(temporaryFolder(), '名录.csv')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const pending = await core.imports.inspect(register, file)
  if ('outcome' in pending) throw new Error(pending.message)
  return { ...pending, open: core.imports.open(pending.token) }
}

/** A register of three projects that came from a file: their names tell them apart. */
async function imported() {
  const { core } = openSample({ registers: false })
  const lines = [
    title,
    ...['甲', '乙', '丙'].map((name, n) => `${name}项目,,项目,周敏,建设路${n + 1}号,存续`),
  ]
  const { token } = await inspect(core, lines)
  core.imports.confirm(operator, token)
  const [one, two, three] = core.database.objects.current()
  if (one === undefined || two === undefined || three === undefined) throw new Error('three rows')
  /** A person changes a row here, without a file. */
  const change = (row: typeof one, fields: object) =>
    core.registers.change('王强', 'objects', row.serial, { ...row.row, ...fields }, '来函更正')
  const rowOf = (row: typeof one) => core.database.objects.get(row.serial)?.row
  return { core, lines, one, two, three, change, rowOf }
}

describe('a register that is imported again', () => {
  it('is what the file says where nobody changed it here', async () => {
    const { core, lines, one, rowOf } = await imported()
    const { token, open } = await inspect(core, lines.with(1, '甲项目,,项目,李静,建设路1号,存续'))
    expect(open.state()).toMatchObject({ new: 0, changed: 1, unchanged: 2, conflicts: 0, gone: 0 })
    core.imports.confirm(operator, token)
    expect(rowOf(one)).toMatchObject({ legalRepresentative: '李静', address: '建设路1号' })
  })

  it('keeps what was changed here where the file repeats what it said before', async () => {
    const { core, lines, one, change, rowOf } = await imported()
    change(one, { address: '新市路8号' })
    const { token, open, comparison } = await inspect(core, lines.with(1, '甲项目,,项目,李静,建设路1号,存续'))
    expect(comparison.merges.get(2)?.fields).toMatchObject([
      { field: 'legalRepresentative', by: 'file' },
      { field: 'address', by: 'here', base: '建设路1号', ours: '新市路8号', theirs: '建设路1号' },
    ])
    expect(open.state()).toMatchObject({ changed: 1, conflicts: 0, writes: 1 })
    core.imports.confirm(operator, token)
    expect(rowOf(one)).toMatchObject({ legalRepresentative: '李静', address: '新市路8号' })
    // The third file repeats it again, and still nobody's change is taken back.
    const again = await inspect(core, lines.with(1, '甲项目,,项目,李静,建设路1号,存续'))
    expect(again.open.state()).toMatchObject({ changed: 0, unchanged: 3, writes: 0 })
  })

  it('asks where both changed a field differently, once', async () => {
    const { core, lines, one, two, change, rowOf } = await imported()
    change(one, { address: '新市路8号' })
    change(two, { address: '新市路9号' })
    const next = lines.with(1, '甲项目,,项目,周敏,滨河路1号,存续').with(2, '乙项目,,项目,周敏,滨河路2号,存续')
    const { token, open } = await inspect(core, next)
    expect(open.state()).toMatchObject({ changed: 0, conflicts: 2, conflictsDecided: 0, skips: 2 })
    const before = stored(core)
    expect(refusalOf(() => core.imports.confirm(operator, token)).code).toBe('IMPORT_UNDECIDED')
    expect(stored(core)).toEqual(before)
    open.decide({ change: 'field-all', field: 'address', keep: 'theirs' })
    const state = open.decide({ change: 'field', line: 2, field: 'address', keep: 'ours' })
    expect(state).toMatchObject({ conflictsDecided: 2, changed: 1, skips: 0 })
    core.imports.confirm(operator, token)
    expect([rowOf(one)?.address, rowOf(two)?.address]).toEqual(['新市路8号', '滨河路2号'])
    expect(core.database.objects.history(one.serial).at(-1)?.reason).toContain('保留本单位的改动：地址')
    expect((await inspect(core, next)).open.state()).toMatchObject({ conflicts: 0, unchanged: 3 })
  })

  it('takes nobody out of the register unless the file is the whole register and a person says so', async () => {
    const { core, lines, two, three, change } = await imported()
    change(three, { address: '新市路8号' })
    const part = await inspect(core, lines.slice(0, 2))
    expect(part.open.state()).toMatchObject({ whole: false, gone: 0 })
    expect(refusalOf(() => part.open.decide({ change: 'gone', serial: two.serial, retire: true })).code).toBe(
      'ANSWER_INVALID',
    )
    const whole = part.open.decide({ change: 'whole', whole: true })
    expect(whole).toMatchObject({ gone: 2, goneImported: 1, retire: 0 })
    const decided = part.open.decide({ change: 'gone-all', which: 'imported', retire: true })
    expect(decided).toMatchObject({ retire: 1, writes: 1 })
    expect(core.imports.confirm(operator, part.token)).toMatchObject({ retired: 1, unchanged: 1 })
    expect(core.database.objects.get(two.serial)).toMatchObject({
      change: 'retired',
      reason: '不在“名录.csv”中',
    })
    expect(core.database.objects.get(three.serial)?.change).toBe('changed')
  })

  it('is not told that a row is gone whose line is refused or asked about', async () => {
    const { core } = openSample({ registers: false })
    const { token } = await inspect(core, [first[0] ?? '', '甲公司,,企业,周敏,建设路1号,存续'])
    core.imports.confirm(operator, token)
    const wrongCode = await inspect(core, [title, '甲公司,91350881M000000001,企业,周敏,建设路1号,存续'])
    expect(wrongCode.report.counts.refused).toBe(1)
    expect(wrongCode.open.decide({ change: 'whole', whole: true }).gone).toBe(0)
    const asked = await inspect(core, [title, '甲公司,,企业,李静,建设路2号,存续'])
    expect(asked.report.counts.undecided).toBe(1)
    expect(asked.open.decide({ change: 'whole', whole: true }).gone).toBe(0)
  })

  it('is decided by a rule for all that are asked about, and never two lines become one row', async () => {
    const { core } = openSample({ registers: false })
    const { token } = await inspect(core, [
      title,
      '甲公司,,企业,周敏,建设路1号,存续',
      '乙公司,,企业,周敏,建设路2号,存续',
    ])
    core.imports.confirm(operator, token)
    const lines = ['甲公司,,企业,李静,建设路1号,存续', '乙公司,,企业,李静,建设路2号,存续']
    const { open } = await inspect(core, [title, ...lines])
    const ruled = open.decide({ change: 'answer-all', question: 'same-name', answer: 'only' })
    expect(ruled).toMatchObject({ undecided: 2, undecidedDecided: 2, changed: 2, skips: 0 })
    const twice = await inspect(core, [title, ...lines, '甲公司,,企业,王强,建设路3号,存续'])
    twice.open.decide({ change: 'answer-all', question: 'repeated-name', answer: 'keep' })
    const state = twice.open.decide({ change: 'answer-all', question: 'same-name', answer: 'only' })
    expect(state).toMatchObject({ undecided: 3, undecidedDecided: 2 })
    expect(
      twice.open.decide({ change: 'answer-all', question: 'same-name', answer: 'leave-out' }),
    ).toMatchObject({ undecidedDecided: 3, leftOut: 1 })
  })

  it('is compared with what stood before an import that was undone', async () => {
    const { core, lines, one } = await imported()
    const wrong = lines.with(1, '甲项目,,项目,周敏,错误地址,存续')
    const { token } = await inspect(core, wrong)
    const { importId } = core.imports.confirm(operator, token)
    core.imports.undo(operator, importId ?? 0, '选错了文件')
    const right = await inspect(core, lines.with(1, '甲项目,,项目,周敏,滨河路1号,存续'))
    expect(right.open.state()).toMatchObject({ changed: 1, conflicts: 0 })
    expect(right.comparison.merges.size).toBe(0)
    expect(one.row.address).toBe('建设路1号')
  })

  it('undone, gives back under new serials what it had taken out, with its recusals', async () => {
    const { core, lines, two } = await imported()
    const people = ['姓名,执法证号,人员性质,状态,可任组长', '检查员甲,13000000001,执法人员,在岗,是']
    core.imports.confirm(operator, (await inspect(core, people, 'inspectors')).token)
    const [inspector] = core.database.inspectors.current()
    const recusal = {
      object: two.serial,
      inspector: inspector?.serial,
      reason: '配偶任职',
      reasonCode: 'kin',
    }
    core.registers.add(operator, 'recusals', recusal)
    const { token, open } = await inspect(core, lines.toSpliced(2, 1))
    open.decide({ change: 'whole', whole: true })
    open.decide({ change: 'gone', serial: two.serial, retire: true })
    const { importId } = core.imports.confirm(operator, token)
    expect(core.imports.undo(operator, importId ?? 0, '不该停用')).toEqual({
      retired: 0,
      restored: 0,
      readded: 1,
    })
    const again = core.database.objects.current().find(({ row }) => row.name === '乙项目')
    expect(again?.serial).not.toBe(two.serial)
    expect(again?.reason).toContain(two.serial)
    expect(core.database.recusals.current().map(({ row }) => row.object)).toEqual([again?.serial])
  })
})

describe('titles that a person mapped', () => {
  const foreign = ['市场主体台账', '单位,代号,办公住所', '甲公司,,建设路1号', '乙公司,,建设路2号']
  const mapping = [
    { title: '单位', field: 'name' },
    { title: '代号', field: '-' },
    { title: '办公住所', field: 'address' },
  ]

  it('are known in the next file, and can be unmapped', async () => {
    const { core } = openSample({ registers: false })
    await expect(inspect(core, foreign)).rejects.toThrow('没有找到')
    core.rememberMapping(operator, 'objects', mapping)
    const { report } = await inspect(core, foreign)
    expect(report.header.columns).toMatchObject([
      { title: '单位', field: 'name', mapped: true },
      { title: '办公住所', field: 'address', mapped: true },
    ])
    expect(report.header.ignored).toMatchObject([{ title: '代号', why: 'unmapped' }])
    expect(report.counts).toMatchObject({ taken: 2, new: 2 })
    core.rememberMapping(operator, 'objects', [{ title: '单位', field: null }])
    await expect(inspect(core, foreign)).rejects.toThrow('没有找到')
  })

  it('are refused for a field that the register does not have', () => {
    const { core } = openSample({ registers: false })
    const refusal = refusalOf(() =>
      core.rememberMapping(operator, 'objects', [{ title: '单位', field: 'certificate' }]),
    )
    expect(refusal.code).toBe('ANSWER_INVALID')
    expect(core.database.listMemory.mappings('objects')).toEqual([])
  })
})
