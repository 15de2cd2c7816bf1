import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { databaseFileName } from '../../../db/open-database.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { openSample, SteppingClock } from '../core/sample-core.ts'
import { sheetData, workbookBytes, workbookParts } from '../documents/sheet-fixtures.ts'
import { countyFolders } from './county.ts'
import { configFile, county, here, refusedHere, refusedWith, sampleConfig, ssj, ssjJson } from './run-cli.ts'

const countyFolder = countyFolders()

/** The database's own bytes: a refused start changes none of them. */
const databaseBytes = (data: string) => readFileSync(path.join(data, databaseFileName)).toString('base64')

function inDatabase<T>(data: string, read: (db: BetterSqlite3.Database) => T): T {
  const db = new BetterSqlite3(path.join(data, databaseFileName))
  try {
    return read(db)
  } finally {
    db.close()
  }
}
const count = (data: string, table: string) =>
  Number(inDatabase(data, (db) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()))

describe('a file that is no register is refused with a sentence, and nothing is written', () => {
  const titles = ['姓名', '所属部门', '执法证编号', '是否可任组长']
  const files: readonly (readonly [string, string, () => Uint8Array, RegExp])[] = [
    ['a letter named .xlsx', '信.xlsx', () => strToU8('各股室：'), /不是|不能/],
    ['a picture', '图.xlsx', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), /不是|不能/],
    [
      'an .xls of old',
      '旧.xls',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]),
      /另存为\.xlsx/,
    ],
    [
      'a table without a known header',
      '别的.xlsx',
      () =>
        workbookBytes({
          sheets: [
            sheetData([
              ['菜名', '价格'],
              ['过桥米线', '15'],
            ]),
          ],
        }),
      /表头/,
    ],
    [
      'a header over 10,000 empty rows',
      '空.xlsx',
      () =>
        workbookBytes({
          sheets: [sheetData([titles, ...Array.from({ length: 10_000 }, () => ['', '', '', ''])])],
        }),
      /没有数据.*10000个空行/,
    ],
    [
      'a zip bomb',
      '弹.xlsx',
      () => {
        const parts = workbookParts({ sheets: [''] })
        return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) })
      },
      /炸弹/,
    ],
  ]
  for (const [what, name, bytes, said] of files)
    test(what, async () => {
      const data = temporaryFolder()
      const file = path.join(temporaryFolder(), name)
      writeFileSync(file, bytes())
      const sentence = await refusedHere(['import', 'inspectors', file, '--data', data])
      expect(sentence).toMatch(said)
      expect(sentence).toContain(name)
      expect(sentence).toMatch(/没有写入任何数据。.*请/)
      expect([count(data, 'ledger'), count(data, 'inspector_version')]).toEqual([0, 0])
    })

  test('a certificate number that two people have waits for a decision, with both lines named', () => {
    const data = temporaryFolder()
    const file = path.join(temporaryFolder(), '人员.xlsx')
    const rows = [
      titles,
      ['龚䶮', '城建股', '13990716001', '是'],
      ['马骉', '城建股', '13990716002', '否'],
      ['牛犇', '质安站', '13990716001', '否'],
    ]
    writeFileSync(file, workbookBytes({ sheets: [sheetData(rows)] }))
    const said = refusedWith(ssj(['import', 'inspectors', file, '--data', data]))
    expect(said).toMatch(/第2行.*13990716001|13990716001.*第2行/)
    expect(said).toMatch(/第4行/)
    expect(said).toContain('没有写入任何数据。')
    expect(count(data, 'inspector_version')).toBe(0)
  })
})

describe('a draw that could fail is refused before it takes a number', () => {
  const property = () => sampleConfig('1-物业服务-分组.json')
  const gas = () => sampleConfig('2-燃气经营-逐一配对.json')
  const one = (digits: string) => [{ role: '企业代表', name: '马丽琼', digits }]
  const configs: readonly (readonly [string, () => object, string])[] = [
    ['no digits', () => ({ ...property(), witnesses: one('') }), 'DIGITS_INVALID'],
    ['five digits', () => ({ ...property(), witnesses: one('12345') }), 'DIGITS_INVALID'],
    [
      'six digits of one witness alone',
      () => ({ ...property(), witnesses: one('123456') }),
      'DIGITS_TOO_FEW_TOGETHER',
    ],
    ['no witness', () => ({ ...property(), witnesses: [] }), 'CONFIG_INVALID'],
    [
      'more objects than there are',
      () => ({ ...gas(), strata: [{ id: 'RQ', name: '燃气经营企业', number: 5_000 }] }),
      'NOT_ENOUGH_OBJECTS',
    ],
    [
      'objects that nobody may inspect',
      () => ({
        ...gas(),
        domains: [{ id: 'rq', name: '燃气', businessCategories: ['燃气经营'], specialties: ['锅炉'] }],
      }),
      'NOT_ENOUGH_INSPECTORS',
    ],
    ['an amended draw that is not there', () => sampleConfig('4-在建工程-匹配人员.json'), 'DRAW_UNKNOWN'],
    ['another code of the office', () => ({ ...property(), office: { code: 'XX99', name: '别处' } }), ''],
  ]
  test('each with its sentence, and nothing is written by halves', async () => {
    const data = countyFolder()
    // The office is set once, so that another code can be refused.
    const first = ['draw', '--config', configFile(gas()), '--data', data, '--out', temporaryFolder()]
    expect((await here(first)).exit).toBe(0)
    const rows = () => ['ledger', 'draw', 'draw_draft', 'setting'].map((table) => count(data, table))
    const before = rows()
    for (const [what, config, code] of configs) {
      const out = temporaryFolder()
      const args = ['draw', '--config', configFile(config()), '--data', data, '--out', out]
      const { exit, json } = await here(args)
      const expected = code === '' ? 'OFFICE_CODE_FIXED' : code
      expect([exit, json.error], what).toMatchObject([2, { code: expected }])
      expect((json.error as { message: string }).message, what).toMatch(/没有.*写入任何数据。.*请/)
      expect([readdirSync(out), rows()], what).toEqual([[], before])
    }
  })

  test('a configuration that is no JSON, or not there', () => {
    const file = path.join(temporaryFolder(), '配置.json')
    writeFileSync(file, '{"office":')
    const data = temporaryFolder()
    const draw = (config: string) => ssj(['draw', '--config', config, '--data', data, '--out', data])
    expect(refusedWith(draw(file))).toContain('不是有效的JSON')
    expect(refusedWith(draw(`${file}.bak`))).toContain('不存在或不能读取')
  })

  test('an output folder that is a file', async () => {
    const data = countyFolder()
    const file = path.join(temporaryFolder(), '占位')
    writeFileSync(file, 'x')
    for (const out of [file, path.join(file, '下级')]) {
      const args = ['--config', configFile(property()), '--data', data, '--out', out]
      expect(await refusedHere(['draw', ...args])).toContain('没有取号')
    }
    expect(refusedWith(ssj(['forms', 'YL01-2026-0001', '--data', data, '--out', file]))).toContain('不能写入')
    expect([count(data, 'draw'), readFileSync(file, 'utf8')]).toEqual([0, 'x'])
  })
})

describe('a data folder that cannot be opened', () => {
  test('because the program has it open: the second start is refused and says by whom', () => {
    const { core, folder } = openSample()
    const before = core.database.ledger.head()
    const said = refusedWith(ssj(['ledger', 'verify', '--data', folder]))
    expect(said).toContain('另一个窗口打开')
    expect(said).toContain(String(process.pid))
    expect(ssjJson(['ledger', 'verify', '--data', folder])).toMatchObject({
      exit: 2,
      json: { error: { code: 'ALREADY_OPEN' } },
    })
    expect(core.database.ledger.head()).toEqual(before)
  })

  for (const [what, spoil, code] of [
    [
      'because its database is damaged',
      (data: string) => {
        const file = path.join(data, databaseFileName)
        const bytes = readFileSync(file)
        bytes.fill(0xa5, 4_096, bytes.length - 4_096)
        writeFileSync(file, bytes)
      },
      'DATABASE_CORRUPT',
    ],
    [
      'because its database is something else',
      (data: string) => writeFileSync(path.join(data, databaseFileName), '不是数据库'.repeat(1_000)),
      'NOT_A_DATABASE',
    ],
    [
      'because a newer program wrote it',
      (data: string) => inDatabase(data, (db) => db.pragma('user_version = 99')),
      'DATABASE_NEWER',
    ],
  ] as const)
    test(`${what}: refused, and its file is left as it is`, () => {
      const data = countyFolder()
      spoil(data)
      const before = databaseBytes(data)
      const { exit, json } = ssjJson(['ledger', 'verify', '--data', data])
      expect([exit, json.error]).toMatchObject([2, { code }])
      expect((json.error as { message: string }).message).toMatch(/没有.*请/)
      expect(databaseBytes(data)).toBe(before)
    })
})

test('a clock before the last entry is recorded as 时钟更正, and the command goes on', () => {
  const { core, folder } = openSample({
    clock: new SteppingClock('2099-01-01T08:00:00+08:00'),
    registers: false,
  })
  core.setOffice('王操作', { code: 'YL01' as never, name: '示例县住房和城乡建设局' })
  core.close()
  const file = path.join(county, '随机抽查事项清单.xlsx')
  expect(ssjJson(['import', 'items', file, '--data', folder])).toMatchObject({
    exit: 0,
    json: { written: true },
  })
  const events = inDatabase(folder, (db) => db.prepare('SELECT event FROM ledger ORDER BY seq').pluck().all())
  expect(events).toEqual(['office.set', 'clock.corrected', 'register.imported'])
  expect(ssj(['ledger', 'verify', '--data', folder]).exit).toBe(0)
})
