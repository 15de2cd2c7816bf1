import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { databaseFileName } from '../../../db/open-database.ts'
import { readPackage } from '../../../shared/package/read-package.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { readZip, textOf } from '../core/sample-core.ts'
import { dense, needTools, textOfPages } from '../documents/pdf/tools.ts'
import { countyFolders } from './county.ts'
import { configFile, county, here, refusedHere, refusedWith, sampleConfig, ssj, ssjJson } from './run-cli.ts'

const countyFolder = countyFolders()
const property = '1-物业服务-分组.json'
const draws = (file: string) => path.join(county, 'draws', file)

/** Reads a database as another program would. */
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

describe('import', () => {
  test('with rows that wait for a decision prints the report, writes nothing and exits 2', () => {
    const data = temporaryFolder()
    const file = path.join(county, '市场主体名录库-有错.xlsx')
    const said = refusedWith(ssj(['import', 'objects', file, '--data', data]))
    expect(said).toMatch(/没有写入任何数据。/)
    expect(said).toMatch(/第\d+行/)
    expect([count(data, 'ledger'), count(data, 'import'), count(data, 'inspection_object_version')]).toEqual([
      0, 0, 0,
    ])
  })

  test('as JSON says the same, and with --skip-bad writes the others in one go', () => {
    const data = temporaryFolder()
    const file = path.join(county, '市场主体名录库-有错.xlsx')
    const asked = ssjJson(['import', 'objects', file, '--data', data])
    expect(asked).toMatchObject({ exit: 2, json: { written: false, error: { code: 'IMPORT_UNDECIDED' } } })
    const done = ssjJson(['import', 'objects', file, '--data', data, '--skip-bad'])
    expect(done).toMatchObject({ exit: 0, json: { written: true } })
    const { counts, added, skipped } = done.json as {
      counts: Record<string, number>
      added: number
      skipped: number[]
    }
    expect(skipped).toHaveLength((counts.undecided ?? 0) + (counts.refused ?? 0))
    expect(count(data, 'inspection_object_version')).toBe(added)
    expect([count(data, 'ledger'), count(data, 'import')]).toEqual([1, 1])
  })
})

describe('draw', () => {
  test('holds every sample configuration, packages are verified, and the ledger is whole', () => {
    const data = countyFolder()
    const out = temporaryFolder()
    // The sixth rests on a plan line, which rules.test.ts imports first.
    const files = readdirSync(path.join(county, 'draws'))
      .filter((name) => /^[1-5]-.*\.json$/.test(name))
      .sort()
    expect(files).toHaveLength(5)
    for (const [index, file] of files.entries()) {
      const number = `YL01-2026-000${index + 1}`.replace('2026', String(new Date().getFullYear()))
      const config = sampleConfig(file)
      if ('amends' in config)
        config.amends = String(config.amends).replace('2026', String(new Date().getFullYear()))
      if (config.kind === 'replace-inspector') {
        // Whom the sample names may or may not have been drawn: somebody who was, on one object that he visits.
        const result = textOf(readZip(path.join(out, `${config.amends}.zip`)).files, 'result.txt')
        const [object, , inspector] = String(/^pair=(.*)$/m.exec(result)?.[1]).split('\t')
        Object.assign(config, { inspector, objects: [object] })
      }
      const { exit, json } = ssjJson(['draw', '--config', configFile(config), '--data', data, '--out', out])
      expect([exit, json.error]).toEqual([0, undefined])
      expect(json.number).toBe(number)
      for (const form of json.forms as string[]) expect(existsSync(form)).toBe(true)
      const { files: inside, verification } = readZip(String(json.package))
      expect(verification).toMatchObject({ first: null, freeze: json.freeze, record: json.digest })
      expect(textOf(inside, 'manifest.txt')).toContain('\nmode=rehearsal\n')
      expect(textOf(inside, 'manifest.txt')).toContain('\nwitness=1\t派驻纪检监察组\t陈国栋\n')
    }
    const ledger = ssj(['ledger', 'verify', '--data', data])
    expect([ledger.exit, ledger.err]).toEqual([0, ''])
    expect(ledger.out).toContain(`共${count(data, 'ledger')}条`)
  })

  test('without a mode is unwitnessed: the lines name the operator, and who was not there', (context) => {
    needTools(context, 'pdftotext')
    const data = countyFolder()
    const out = temporaryFolder()
    const { mode: _rehearsal, ...config } = sampleConfig(property)
    const {
      exit,
      out: said,
      err,
    } = ssj(['draw', '--config', configFile(config), '--data', data, '--out', out])
    expect([exit, err]).toEqual([0, ''])
    expect(said).toMatch(/记录校验码 D：[0-9a-f]{64}\n/)
    const zip = readdirSync(out).find((name) => name.endsWith('.zip')) ?? ''
    const { files, verification } = readZip(path.join(out, zip))
    expect(verification.first).toBeNull()
    const manifest = textOf(files, 'manifest.txt')
    expect(manifest).toContain('\nmode=unwitnessed\n')
    expect(manifest).toContain(
      '\nwitness=1\t派驻纪检监察组陈国栋未到场，数字由操作人录入\t赵敏\n' +
        'witness=2\t企业代表马丽琼未到场，数字由操作人录入\t赵敏\n',
    )
    const forms = [...files].filter(([name]) => name.startsWith('forms/'))
    expect(forms).toHaveLength(3)
    for (const [name, pdf] of forms)
      for (const [page, text] of textOfPages(pdf).entries())
        expect(dense(text), `${name} page ${page + 1}`).toContain('未经现场见证')
    // The forms can be written again, and the package too.
    const number = zip.replace('.zip', '')
    const again = temporaryFolder()
    const wanted = ['抽查工作记录表', 'drawn-objects-list', 'inspector-groups'].flatMap((form) => [
      '--form',
      form,
    ])
    expect(ssjJson(['forms', number, '--data', data, '--out', again, ...wanted])).toMatchObject({
      exit: 0,
      json: { number },
    })
    expect(readdirSync(again).sort()).toEqual(
      ['抽查工作记录表', '检查人员名单及分组', '随机抽取结果名单']
        .map((form) => `${number}-${form}.pdf`)
        .sort(),
    )
    expect(ssjJson(['package', number, '--data', data, '--out', again]).exit).toBe(0)
    expect(readZip(path.join(again, zip)).verification).toMatchObject({
      first: null,
      record: verification.record,
    })
    expect(refusedWith(ssj(['forms', 'YL01-2026-9999', '--data', data, '--out', again]))).toContain(
      '没有编号为“YL01-2026-9999”的抽取',
    )
  })

  test('of a rehearsal says 演练 on every page', (context) => {
    needTools(context, 'pdftotext')
    const out = temporaryFolder()
    const args = ['draw', '--config', draws(property), '--data', countyFolder(), '--out', out]
    const { json } = ssjJson(args)
    for (const form of json.forms as string[])
      for (const text of textOfPages(readFileSync(form))) expect(dense(text)).toContain('演练')
  })
})

describe('nothing but the operating system decides', () => {
  test('the same configuration in two folders gives another S, whatever the environment says', () => {
    const environment = {
      SSJ_SEED: '1',
      SSJ_SECRET: 'a'.repeat(64),
      SEED: '1',
      SECRET: '1',
      RANDOM: '1',
      S: '1',
    }
    const runs = [1, 2].map(() => {
      const args = ['draw', '--config', draws(property), '--data', countyFolder(), '--out', temporaryFolder()]
      const { json } = ssjJson(args, environment)
      return textOf(readZip(String(json.package)).files, 'result.txt')
    })
    const secrets = runs.map((result) => /^secret=([0-9a-f]{64})$/m.exec(result)?.[1])
    expect(new Set(secrets).size).toBe(2)
    expect(secrets).not.toContain('a'.repeat(64))
    expect(secrets).not.toContain(undefined)
  })

  for (const option of [
    'secret',
    'seed',
    'outcome',
    'result',
    'random',
    'mode',
    'clock',
    'number',
    'attempt',
  ])
    test(`there is no option --${option}`, async () => {
      const args = ['draw', '--config', draws(property), '--out', 'x', `--${option}`, '1']
      expect(await refusedHere(args)).toContain('有不认识的选项')
    })

  test('a configuration that says more than it may is refused with the name of what it says', async () => {
    const data = countyFolder()
    for (const [key, value] of [
      ['secret', 'a'.repeat(64)],
      ['seed', '1'],
      ['S', '1'],
      ['objects', ['YL01-O000001']],
      ['result', {}],
      ['commit', 'a'.repeat(64)],
      ['mode', 'official'],
    ] as const) {
      const config = configFile({ ...sampleConfig(property), [key]: value })
      const out = temporaryFolder()
      const { exit, json } = await here(['draw', '--config', config, '--data', data, '--out', out])
      expect([exit, json.error]).toMatchObject([
        2,
        { code: 'CONFIG_INVALID', message: expect.stringContaining(key) },
      ])
      expect(readdirSync(out)).toEqual([])
    }
    expect([count(data, 'draw'), count(data, 'draw_draft')]).toEqual([0, 0])
  })
})

describe('verify', () => {
  test('says 0 for a good package, 1 for one with a changed byte, 2 for what is no zip', async () => {
    const out = temporaryFolder()
    const { json } = ssjJson(['draw', '--config', draws(property), '--data', countyFolder(), '--out', out])
    const zip = String(json.package)
    const good = ssj(['verify', zip])
    expect([good.exit, good.err]).toEqual([0, ''])
    expect(good.out).toContain(`记录校验码 D：${json.digest}`)
    expect(ssjJson(['verify', zip])).toMatchObject({
      exit: 0,
      json: { ok: true, record: json.digest, first: null },
    })
    const known = path.resolve(county, '../../../test/fixtures/known-answers/4-match-of-3.zip')
    expect((await here(['verify', known])).exit).toBe(0)

    const bytes = readFileSync(zip)
    const changed = path.join(out, '改动.zip')
    writeFileSync(changed, tampered(bytes))
    const bad = ssj(['verify', changed])
    expect([bad.exit, bad.out]).toEqual([1, ''])
    expect(bad.err).toMatch(/不一致。第一处差异：verify\.html/)
    expect(ssjJson(['verify', changed])).toMatchObject({ exit: 1, json: { ok: false } })

    const cut = path.join(out, '截断.zip')
    writeFileSync(cut, bytes.subarray(0, bytes.length - 100))
    for (const file of [cut, path.join(county, '回避关系.csv'), out, path.join(out, '没有.zip')])
      expect(await refusedHere(['verify', file])).toMatch(/。/)
    expect(refusedWith(ssj(['verify', cut]))).toMatch(/。/)
  })
})

/** The zip with one letter of verify.html changed: stored anew with its CRC right, as a forger would. */
function tampered(zip: Buffer): Uint8Array {
  const read = readPackage(zip)
  if (!read.ok) throw new Error(read.sentence)
  const { files } = read
  const page = Uint8Array.from(files.get('verify.html') ?? [])
  page[100] = (page[100] ?? 0) ^ 1
  return zipSync(Object.fromEntries([...new Map(files).set('verify.html', page)]))
}

describe('ledger verify', () => {
  test('names the entry that was changed underneath', () => {
    const data = countyFolder()
    expect(ssjJson(['ledger', 'verify', '--data', data])).toMatchObject({ exit: 0, json: { ok: true } })
    inDatabase(data, (db) => {
      db.exec('DROP TRIGGER ledger_no_update')
      db.exec(`UPDATE ledger SET canonical = replace(canonical, '"skipped":2', '"skipped":0') WHERE seq = 2`)
    })
    const bad = ssj(['ledger', 'verify', '--data', data])
    expect([bad.exit, bad.out]).toEqual([1, ''])
    expect(bad.err).toContain('台账第2条不符')
    expect(ssjJson(['ledger', 'verify', '--data', data])).toMatchObject({
      exit: 1,
      json: { ok: false, seq: 2 },
    })
  })
})

describe('picks', () => {
  test('are SHA-256 of key and number modulo the candidates, one a line', async () => {
    for (const [key, among, amount] of [
      ['a8de923f5bff66bad0938aa970514fef53327a30fb3567ff1afd6be17ba20af9', 9, 4],
      ['3546311556112163624615351222', 876, 47],
      ['云岭县 䶮', 2 ** 32, 20],
      ['', 1, 3],
    ] as const) {
      const expected = Array.from({ length: amount }, (_, index) => {
        const hash = createHash('sha256')
          .update(`${key},${index + 1}`)
          .digest('hex')
        return String(BigInt(`0x${hash}`) % BigInt(among))
      })
      const args = ['picks', `--key=${key}`, '--among', String(among), '--count', String(amount)]
      expect(await here(args)).toMatchObject({ exit: 0, text: expected.join('\n') })
      if (among === 876) expect(ssj(args)).toEqual({ exit: 0, out: `${expected.join('\n')}\n`, err: '' })
    }
    expect(ssjJson(['picks', '--key', 'k', '--among', '5', '--count', '0'])).toEqual({
      exit: 0,
      json: { picks: [] },
    })
  })

  for (const [among, amount] of [
    ['0', '1'],
    ['4294967297', '1'],
    ['5', '-1'],
    ['5', '1e3'],
    ['５', '1'],
    ['', '1'],
  ] as const)
    test(`among “${among}”, “${amount}” of them is refused`, async () => {
      const args = ['picks', '--key', 'k', `--among=${among}`, `--count=${amount}`]
      expect(await refusedHere(args)).toContain('整数')
    })
})

describe('the data folder', () => {
  test('is what --data says, before SSJ_DATA', () => {
    const [named, environment] = [path.join(temporaryFolder(), '甲'), path.join(temporaryFolder(), '乙')]
    const recusals = path.join(county, '回避关系.csv')
    refusedWith(ssj(['import', 'recusals', recusals, '--data', named], { SSJ_DATA: environment }))
    expect([existsSync(named), existsSync(environment)]).toEqual([true, false])
    refusedWith(ssj(['import', 'recusals', recusals], { SSJ_DATA: environment }))
    expect(existsSync(path.join(environment, databaseFileName))).toBe(true)
    expect(refusedWith(ssj(['ledger', 'verify', '--data', '']))).toContain('数据文件夹')
  })
})

test('a command that is not understood is refused with the usage, and --help gives it', () => {
  for (const args of [
    [],
    ['摇号'],
    ['draw'],
    ['import', 'people', 'x.csv'],
    ['verify'],
    ['ledger'],
    ['picks'],
  ])
    expect(refusedWith(ssj(args))).toContain('用法：')
  expect(ssjJson(['draw', '--nonsense'])).toMatchObject({ exit: 2, json: { error: { code: 'USAGE' } } })
  const help = ssj(['--help'])
  expect([help.exit, help.err]).toEqual([0, ''])
  expect(help.out).toContain('退出码：0 完成；1 失败；2 拒绝')
})
