import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import type { RegisterName } from '../../../../shared/registry/columns.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { openSample, operator, refusalOf, stored } from '../sample-core.ts'

/** Imports a table of these lines and gives the number of the import. */
async function importTable(core: Core, register: RegisterName, lines: readonly string[]): Promise<number> {
  const file = path.join(temporaryFolder(), '名录.csv')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const pending = await core.imports.inspect(register, file)
  if ('outcome' in pending) throw new Error(pending.message)
  const { importId } = core.imports.confirm(operator, pending.token)
  if (importId === null) throw new Error('nothing was written')
  return importId
}

const title = '名称,统一社会信用代码,种类,状态'
const first = [title, '甲公司,,企业,存续', '乙公司,,企业,存续']
const second = [title, '甲公司,,企业,停业', '丙公司,,企业,存续']

/** Two imports: the second one changes a row of the first and adds one. */
async function twoImports() {
  const { core } = openSample({ registers: false })
  const one = await importTable(core, 'objects', first)
  const before = core.database.objects.current().map(({ serial, row }) => ({ serial, row }))
  const file = path.join(temporaryFolder(), '第二份.csv')
  writeFileSync(file, `${second.join('\n')}\n`)
  const pending = await core.imports.inspect('objects', file)
  if ('outcome' in pending) throw new Error(pending.message)
  const answers = Object.fromEntries(
    pending.report.rows.flatMap((row) =>
      row.verdict === 'undecided'
        ? [[row.line, row.questions.map(({ options }) => options[0]?.value ?? null)]]
        : [],
    ),
  )
  const { importId } = core.imports.confirm(operator, pending.token, { answers })
  if (importId === null) throw new Error('nothing was written')
  return { core, one, two: importId, before }
}

describe('an import that is undone', () => {
  it('leaves the register saying exactly what it said before, and the history says why', async () => {
    const { core, two, before } = await twoImports()
    expect(core.imports.undo(operator, two, '选错了文件')).toEqual({
      retired: 1,
      restored: 1,
      readded: 0,
    })
    expect(core.database.objects.current().map(({ serial, row }) => ({ serial, row }))).toEqual(before)
    const history = core.database.objects.history(before[0]?.serial ?? ('' as never))
    expect(history.map(({ reason }) => reason)).toEqual([null, null, '撤销导入“第二份.csv”：选错了文件'])
    expect([...core.database.ledger.entries(1, 99)].at(-1)?.entry).toMatchObject({
      event: 'register.import-undone',
      data: { register: 'objects', import: two, reason: '选错了文件', retired: 1, restored: 1 },
    })
    expect(core.imports.list('objects', { limit: 9, offset: 0 })).toMatchObject({
      total: 2,
      rows: [
        { id: two, added: 1, changed: 1, undone: { by: operator, reason: '选错了文件' } },
        { added: 2, changed: 0, undone: null },
      ],
    })
  })

  it('is not undone twice, and an unknown one not at all', async () => {
    const { core, two } = await twoImports()
    core.imports.undo(operator, two, '选错了文件')
    const before = stored(core)
    expect(refusalOf(() => core.imports.undo(operator, two, '再来一次')).code).toBe('IMPORT_UNDONE')
    expect(refusalOf(() => core.imports.undo(operator, 99, '没有')).code).toBe('IMPORT_UNKNOWN')
    expect(stored(core)).toEqual(before)
  })

  it('is refused as a whole where a row was changed since, by name', async () => {
    const { core, one } = await twoImports()
    const before = stored(core)
    const refusal = refusalOf(() => core.imports.undo(operator, one, '选错了文件'))
    expect(refusal).toMatchObject({ code: 'IMPORT_CONFLICT' })
    expect(refusal.message).toContain('甲公司（O000001）导入之后又改动过')
    expect(refusal.message).not.toContain('乙公司')
    expect(stored(core)).toEqual(before)
  })

  it('is refused where a recusal would be left without its object', async () => {
    const { core } = openSample({ registers: false })
    const objects = await importTable(core, 'objects', first)
    const certificates = ['姓名,执法证号,人员性质,状态,可任组长', '检查员甲,13000000001,执法人员,在岗,是']
    const inspectors = await importTable(core, 'inspectors', certificates)
    const [object] = core.database.objects.current()
    const [inspector] = core.database.inspectors.current()
    const row = {
      object: object?.serial,
      inspector: inspector?.serial,
      reason: '配偶任职',
      reasonCode: 'kin',
    }
    const recusal = core.registers.add(operator, 'recusals', row)
    for (const id of [objects, inspectors])
      expect(refusalOf(() => core.imports.undo(operator, id, '选错了'))).toMatchObject({
        code: 'IMPORT_CONFLICT',
        message: expect.stringContaining('回避关系'),
      })
    core.registers.retire(operator, 'recusals', recusal.serial)
    for (const id of [objects, inspectors]) core.imports.undo(operator, id, '选错了')
    expect([core.database.objects.count(), core.database.inspectors.count()]).toEqual([0, 0])
  })
})
