import { writeFileSync } from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { RefusalError } from '../../../../electron/core/outcome.ts'
import type { ExportEvent } from '../../../../shared/api/register-work-contract.ts'
import { type RegisterName, registerNames } from '../../../../shared/registry/columns.ts'
import { sampleUscc } from '../../../bench/sample-names.ts'
import { anInspector, anItem, anObject } from '../../../db/sample-rows.ts'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { openSample, operator, type SampleCore } from '../sample-core.ts'

type Order = Parameters<SampleCore['core']['registerWork']['exports']['run']>[1]
const everything = { by: 'search', piece: '', filters: {} } as const
const usual = { scope: everything, moment: null, format: 'xlsx', purpose: 'internal' } as const

async function exported(sample: SampleCore, order: Order) {
  const pieces: Buffer[] = []
  let file: Extract<ExportEvent, { event: 'file' }> | null = null
  for await (const event of sample.core.registerWork.exports.run(operator, order)) {
    if (event.event === 'piece') pieces.push(Buffer.from(event.data, 'base64'))
    if (event.event === 'file') file = event
  }
  if (file === null) throw new Error('no file came')
  const bytes = Buffer.concat(pieces)
  expect(bytes.length).toBe(file.bytes)
  return { name: file.name, rows: file.rows, bytes }
}

/** A row in every register, with what only part three knows in it. */
async function filled(): Promise<SampleCore> {
  const sample = openSample({ registers: false })
  const { core } = sample
  await core.samples.load(operator)
  const { database } = core
  const stamp = { at: '2026-11-20T10:00:00+08:00', by: operator }
  database.transaction(() => {
    const [object] = database.objects.add(
      [
        anObject(901, {
          name: '“引号”,逗号公司',
          uscc: sampleUscc(901),
          marks: ['投诉举报多', '经营异常'],
          phone: '13800001234',
        }),
      ],
      stamp,
    )
    database.inspectors.add(
      [
        anInspector(901, {
          origin: '联合部门',
          leaveFrom: '2026-11-01',
          leaveUntil: '2026-11-30',
          idNumber: '110101199003070011',
          phone: '13900005678',
          certificate: '00012345678',
        }),
      ],
      stamp,
    )
    database.items.add(
      [
        anItem(901, {
          appliesKinds: ['企业', '项目'],
          appliesCategories: ['物业服务'],
          lawBasis: '示例办法第三条',
          ratio: 1250,
          ratioFloor: 500,
          ratioCeiling: 1000,
          frequencyFloor: 1,
          frequencyCeiling: 2,
          jointInitiator: '住建局',
          jointDepartments: ['市场监管局', '应急局'],
          publicConcern: true,
        }),
      ],
      stamp,
    )
    if (object === undefined) throw new Error('nothing was added')
    database.visits.add(
      [
        {
          object,
          kind: '投诉举报',
          date: '2026-05-06',
          number: '投2026-1',
          department: '综合执法大队',
          item: null,
          passed: false,
          findings: '已责令改正',
          remark: null,
        },
      ],
      stamp,
    )
  })
  return sample
}

describe('An export of a register', () => {
  it.each(['xlsx', 'csv-utf-8', 'csv-gb18030'] as const)(
    'is read again by our own import in %s, and changes no row of any register',
    async (format) => {
      const sample = await filled()
      const folder = temporaryFolder()
      const told: Record<string, unknown> = {}
      const wanted: Record<string, unknown> = {}
      for (const register of registerNames) {
        const rows = sample.core.database[register].count()
        expect(rows, register).toBeGreaterThan(0)
        const { bytes, name } = await exported(sample, { ...usual, register, format })
        const file = path.join(folder, name)
        writeFileSync(file, bytes)
        const inspected = await sample.core.imports.inspect(register, file)
        if ('outcome' in inspected) throw new Error(inspected.message)
        const { refused, undecided, unchanged, changed, new: added } = inspected.report.counts
        told[register] = { refused, undecided, unchanged, changed, added }
        // Two projects of the sample county have one name and no code: which is which, no file can say.
        const asked = register === 'objects' ? 2 : 0
        wanted[register] = { refused: 0, undecided: asked, unchanged: rows - asked, changed: 0, added: 0 }
      }
      expect(told).toEqual(wanted)
    },
  )

  it('holds phone and identity numbers in full for the office alone, and never covers a certificate number', async () => {
    const sample = await filled()
    const texts = async (purpose: 'internal' | 'outside') => {
      const { bytes } = await exported(sample, {
        ...usual,
        register: 'inspectors',
        format: 'csv-utf-8',
        purpose,
      })
      return bytes.toString('utf8')
    }
    const internal = await texts('internal')
    expect(internal).toContain('110101199003070011')
    expect(internal).toContain('13900005678')
    const outside = await texts('outside')
    expect(outside).not.toMatch(/110101199003070011|13900005678/)
    expect(outside).toContain('1****************1')
    expect(outside).toContain('139****5678')
    expect(outside).toContain('00012345678')
    // Whoever imports it again must not overwrite the numbers with their covered form.
    expect(outside.split('\r\n')[0]).toContain('部分隐去的身份证号')
  })

  it('takes what a search finds, the rows that were picked, or the register of another day', async () => {
    const sample = openSample()
    const names = async (order: Partial<Order>) => {
      const { bytes } = await exported(sample, {
        ...usual,
        register: 'objects',
        format: 'csv-utf-8',
        ...order,
      })
      return bytes.toString('utf8').trim().split('\r\n').slice(1).length
    }
    expect(await names({})).toBe(16)
    expect(await names({ scope: { by: 'search', piece: '燃气', filters: { state: ['存续'] } } })).toBe(5)
    const serials = sample.core.database.objects.current().slice(0, 3)
    expect(await names({ scope: { by: 'serials', serials: serials.map(({ serial }) => serial) } })).toBe(3)
    const [first] = serials
    if (first === undefined) throw new Error('no row')
    sample.core.registers.retire(operator, 'objects', first.serial, '注销')
    expect(await names({})).toBe(15)
    const before = '2026-11-19T23:59:59+08:00'
    expect(await names({ moment: before })).toBe(16)
    expect(await names({ moment: before, scope: { by: 'search', piece: 'rqgs', filters: {} } })).toBe(6)
  })

  it('is told in the ledger by counts and purpose, and refused where there is nothing', async () => {
    const sample = openSample()
    await exported(sample, { ...usual, register: 'objects', purpose: 'outside' })
    const last = [...sample.core.database.ledger.entries()].at(-1)?.entry
    expect(last?.event).toBe('register.exported')
    expect(last?.data).toEqual({
      register: 'objects',
      rows: 16,
      format: 'xlsx',
      purpose: '对外提供',
      personal: '部分隐去',
    })
    await expect(exported(sample, { ...usual, register: 'visits' })).rejects.toThrow(RefusalError)
  })

  it('stops writing when nobody listens any more, and tells the ledger nothing', async () => {
    const sample = openSample()
    const { database } = sample.core
    database.transaction(() => {
      const rows = Array.from({ length: 2_000 }, (_, index) => anObject(index + 100))
      database.objects.add(rows, { at: '2026-11-20T10:00:00+08:00', by: operator })
    })
    const head = database.ledger.head()
    const events = sample.core.registerWork.exports.run(operator, { ...usual, register: 'objects' })
    const first = await events.next()
    expect(first.value).toMatchObject({ event: 'progress', total: 2_016 })
    await events.return(undefined)
    expect(database.ledger.head()).toEqual(head)
  })

  it('is a workbook with title, date and count above its header', async () => {
    const sample = openSample()
    const { bytes, name } = await exported(sample, { ...usual, register: 'objects' as RegisterName })
    expect(name).toBe('检查对象名录库-2026-11-20.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer)
    const sheet = book.getWorksheet('检查对象名录库')
    expect(sheet?.getCell('A1').value).toBe('检查对象名录库')
    expect(sheet?.getCell('A2').value).toContain('2026-11-20的名录，共16条')
    expect(sheet?.getCell('A3').value).toBe('名称')
  })
})
