import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { readZip, textOf } from '../core/sample-core.ts'
import { countyFolders } from './county.ts'
import { configFile, county, here, refusedHere, sampleConfig, ssj, ssjJson } from './run-cli.ts'

const countyFolder = countyFolders()
const item = '物业服务企业监督检查'
const lineDraw = '6-物业服务-按计划项.json'

interface Told {
  readonly id: string
  readonly name: string
  readonly in: boolean
  readonly stratum: string | null
  readonly reason: string | null
  readonly clause: string | null
  readonly sentence: string
}

async function eligible(data: string, ...more: readonly string[]) {
  const { exit, json } = await here(['eligible', '--item', item, '--data', data, ...more])
  expect(exit).toBe(0)
  return json as unknown as {
    readonly notice: string | null
    readonly on: string
    readonly objects: readonly Told[]
  }
}

async function withPlan(preset: string): Promise<string> {
  const data = countyFolder()
  const plans = path.join(county, '年度抽查计划.xlsx')
  expect((await here(['import', 'plans', plans, '--data', data])).exit).toBe(0)
  expect((await here(['preset', preset, '--data', data])).exit).toBe(0)
  return data
}

/** Holds a draw of the sample's plan line and gives the JSON of its answer. */
async function drawLine(data: string, changes: object = {}) {
  const scan = path.join(county, 'draws', '实施方案批准.pdf')
  const config = sampleConfig(lineDraw)
  const approval = { ...(config.approval as object), scan }
  const file = configFile({ ...config, approval, ...changes })
  const out = temporaryFolder()
  return { out, ...(await here(['draw', '--config', file, '--out', out, '--data', data])) }
}

test('preset sets the rules by any of their names, and prints them with their clauses', async () => {
  const data = countyFolder()
  for (const [word, name] of [
    ['常德', 'changde'],
    ['S3', 'heilongjiang'],
    ['dawa', 'dawa'],
    ['漳平细则', 'zhangping'],
    ['ziyang', 'ziyang'],
    ['自定义', 'custom'],
    ['changde', 'changde'],
  ] as const)
    expect((await here(['preset', word, '--data', data])).json).toMatchObject({ preset: name })
  const shown = await here(['preset', '--data', data])
  expect(shown.json).toMatchObject({ preset: 'changde' })
  expect(shown.text).toContain('同一市场主体的抽查次数不超过2次')
  expect(shown.text).toContain('常德细则第十一条')
  expect(shown.text).toContain('国办发〔2024〕54号')
  const unknown = await refusedHere(['preset', '上海', '--data', data])
  expect(unknown).toContain('changde（常德细则）')
  expect((await here(['preset', '--data', data])).json).toMatchObject({ preset: 'changde' })
})

test('import plans writes the lines and tells what the rules say of them', async () => {
  const data = countyFolder()
  await here(['preset', '常德', '--data', data])
  const plans = path.join(county, '年度抽查计划.xlsx')
  const { exit, json, text } = await here(['import', 'plans', plans, '--data', data])
  expect(exit).toBe(0)
  expect(json).toMatchObject({ written: true, added: 6 })
  expect(text).toMatch(
    /2026-03：常德细则第八条：抽取比例原则上为市场主体的2%-10%。名录共\d\d+个，计划按50%抽\d+个/,
  )
  const powers = path.join(county, '权责清单.xlsx')
  expect((await here(['import', 'powers', powers, '--data', data])).json).toMatchObject({ added: 15 })
  const visits = path.join(temporaryFolder(), '检查登记.csv')
  const [first] = (await eligible(data, '--on', '2026-11-20')).objects
  writeFileSync(visits, `检查对象,事由类别,检查日期\n${first?.name},其他部门检查,2026-05-06\n`)
  expect((await here(['import', 'visits', visits, '--data', data])).json).toMatchObject({ added: 1 })
})

test('of an item that is not in the 双随机 nobody is drawn, and the list says why', async () => {
  const data = countyFolder()
  const { json } = await here(['eligible', '--item', '突发质量安全事件调查', '--data', data])
  const { objects } = json as unknown as { readonly objects: readonly Told[] }
  expect(objects.length).toBeGreaterThan(0)
  for (const object of objects) expect(object).toMatchObject({ in: false, reason: '事项未纳入双随机' })
  expect(objects[0]?.sentence).toContain('突发安全事件，不适用双随机')
})

test('eligible tells of every object of an item whether it may be drawn, and why not', async () => {
  const data = await withPlan('changde')
  const { notice, objects } = await eligible(data, '--on', '2026-11-20')
  expect(notice).toContain('暂按清单所列的“物业服务”列出')
  expect(objects.length).toBeGreaterThan(30)
  expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length)
  for (const object of objects) {
    expect(object.sentence).toMatch(/\p{Script=Han}/u)
    expect(object.in ? object.reason : null).toBeNull()
    if (!object.in) expect(object.reason).toBe('非存续状态')
    expect(object.stratum).toBe('YB')
  }
  const asJson = ssjJson(['eligible', '--item', item, '--on', '2026-11-20', '--data', data])
  expect(asJson.json.objects).toEqual(objects)
  const inWords = ssj(['eligible', '--item', item, '--data', data])
  expect([inWords.exit, inWords.err]).toEqual([
    0,
    expect.stringContaining('注意：“物业服务企业监督检查”的适用对象'),
  ])
  expect(inWords.out).not.toContain('注意')
  expect(await refusedHere(['eligible', '--item', '物业企业检查', '--data', data])).toContain(`“${item}”`)
  expect(await refusedHere(['eligible', '--item', item, '--on', '2026-02-30', '--data', data])).toContain(
    '--on',
  )
  const nowhere = path.join(temporaryFolder(), '没有')
  await refusedHere(['eligible', '--item', item, '--data', nowhere])
  expect(existsSync(nowhere)).toBe(false)
})

test('a draw of a plan line takes items, conditions and strata from plan and rules, and counts in the year', async () => {
  const data = await withPlan('changde')
  const { exit, json, out } = await drawLine(data)
  expect(exit).toBe(0)
  expect(json).toMatchObject({ number: 'YL01-2026-0001', mode: 'unwitnessed', notice: null })
  const { files, verification } = readZip(path.join(out, 'YL01-2026-0001.zip'))
  expect(verification.first).toBeNull()
  const manifest = textOf(files, 'manifest.txt')
  expect(manifest).toMatch(/^task=2026年度物业服务企业监督检查随机抽查$/m)
  expect(manifest).toMatch(/^items=物业服务企业监督检查$/m)
  // 40 objects of the item, 3 of them out of business: 5 % of the register is 2.
  expect(manifest).toMatch(/^stratum=YB\t37\t2\t/m)
  const year = String(json.number).slice(5, 9)
  const { objects } = await eligible(data, '--on', `${year}-12-31`)
  const drawn = objects.filter(({ sentence }) => sentence.includes('YL01-2026-0001'))
  expect(drawn).toHaveLength(2)
  for (const { in: isIn, reason, clause, sentence } of drawn) {
    expect(sentence).toContain('本年度已抽查1次（YL01-2026-0001）')
    // Who has broken faith is drawn more often, as the same article wants it; chance may have drawn such a firm.
    if (isIn) expect(sentence).toContain('适时提高抽查频次（常德细则第十一条）')
    else expect([reason, clause]).toEqual(['本年度已抽查过', '常德细则第十一条'])
  }
})

test('without the approval of its 实施方案 it is a rehearsal, says so, and counts nowhere', async () => {
  const data = await withPlan('changde')
  const { json, text, out } = await drawLine(data, { approval: null })
  expect(json).toMatchObject({ mode: 'rehearsal', notice: expect.stringContaining('实施方案的批准') })
  expect(text).toContain('演练，不是正式的抽取')
  const { files } = readZip(path.join(out, 'YL01-2026-0001.zip'))
  expect(textOf(files, 'manifest.txt')).toMatch(/^mode=rehearsal$/m)
  expect((await eligible(data)).objects.filter(({ reason }) => reason === '本年度已抽查过')).toEqual([])
})

test('a configuration without a plan line stays as it was under 自定义, and is a rehearsal under a text', async () => {
  const data = countyFolder()
  const config = { ...sampleConfig('3-在建工程-只抽对象.json'), mode: 'unwitnessed' }
  const draw = async () =>
    (await here(['draw', '--config', configFile(config), '--out', temporaryFolder(), '--data', data])).json
  expect(await draw()).toMatchObject({ mode: 'unwitnessed', notice: null })
  await here(['preset', 'heilongjiang', '--data', data])
  expect(await draw()).toMatchObject({ mode: 'rehearsal', notice: expect.stringContaining('计划项（line）') })
})

test('what can be refused of a plan line is refused before anything is written', async () => {
  const data = await withPlan('changde')
  const { json: before } = await here(['ledger', 'verify', '--data', data])
  const said = async (changes: object) => {
    const { exit, text } = await drawLine(data, changes)
    expect(exit).toBe(2)
    expect(text).toMatch(/没有写入任何数据/)
    return text
  }
  expect(await said({ line: '2026-99' })).toContain('没有编号为“2026-99”的计划项')
  expect(await said({ line: '2026-03' })).toContain('常德细则第八条')
  const approval = { number: '1', name: '苏文彬', date: '2026-11-18', scan: '没有.pdf' }
  expect(await said({ approval })).toContain('没有.pdf')
  expect(await said({ items: ['别的'] })).toContain('items')
  expect((await here(['ledger', 'verify', '--data', data])).json).toEqual(before)
  const text = path.join(temporaryFolder(), '批准.pdf')
  writeFileSync(text, '不是扫描件')
  const { exit } = await drawLine(data, { approval: { ...approval, scan: text } })
  expect(exit).toBe(2)
  expect((await eligible(data)).objects.every(({ reason }) => reason !== '本年度已抽查过')).toBe(true)
})
