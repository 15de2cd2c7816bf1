import { describe, expect, it } from 'vitest'
import type { ApplyingItem } from '../../../../shared/api/item-contract.ts'
import { serialSchema } from '../../../../shared/registry/office.ts'
import { anItem, anObject } from '../../../db/sample-rows.ts'
import { codeOf, openDesk, refusal } from '../contract/desk.ts'
import { openSample, operator, refusalOf, stored } from '../sample-core.ts'

/** The sample county behind its contract. */
async function sampleCounty() {
  const desk = openDesk('port', { registers: false })
  const { client } = await desk.connect()
  await client.samples.load({})
  const named = async (name: string): Promise<ApplyingItem> => {
    const found = (await client.items.applying({})).items.find((item) => item.name === name)
    if (found === undefined) throw new Error(`no item ${name}`)
    return found
  }
  return { ...desk, client, named }
}

describe('which objects an item applies to (适用对象)', () => {
  it('is proposed where the list names a kind or a 经营类别 of the register, and confirmed by nobody but a person', async () => {
    const { client } = await sampleCounty()
    const { items, cells } = await client.items.applying({})
    expect(items.every(({ confirmed }) => !confirmed)).toBe(true)
    const property = items.find(({ name }) => name === '物业服务企业监督检查')
    expect(property).toMatchObject({
      words: '物业服务',
      proposal: { kinds: [], categories: ['物业服务'] },
      count: { all: 0, inBusiness: 0 },
    })
    const inRegister = (
      await client.registers.objects.search({ filters: { businessCategory: ['物业服务'] } })
    ).total
    expect(inRegister).toBeGreaterThan(0)
    expect(property?.proposedCount?.all).toBe(inRegister)
    const all = (await client.registers.objects.search({})).total
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(all)
  })

  it('is confirmed for several items at once, each with a version, an entry of the ledger, and who did it', async () => {
    const { client, named } = await sampleCounty()
    const gas = await named('燃气经营安全检查')
    const site = await named('在建工程质量安全监督抽查')
    const { head } = await client.ledger.entries({})
    await client.items.confirm({
      items: [
        { serial: gas.serial, version: gas.version, kinds: ['企业'], categories: ['燃气经营'] },
        { serial: site.serial, version: site.version, kinds: ['项目'], categories: [] },
      ],
    })
    expect(await named('燃气经营安全检查')).toMatchObject({
      version: gas.version + 1,
      confirmed: true,
      confirmedBy: operator,
      kinds: ['企业'],
      categories: ['燃气经营'],
    })
    const projects = (await client.registers.objects.search({ filters: { kind: ['项目'] } })).total
    expect((await named('在建工程质量安全监督抽查')).count.all).toBe(projects)
    const { entries } = await client.ledger.entries({ from: head.seq + 1 })
    expect(entries.map(({ event, data }) => [event, data.serial, data.what])).toEqual([
      ['register.changed', gas.serial, '确认适用对象'],
      ['register.changed', site.serial, '确认适用对象'],
    ])
    const history = await client.registers.items.history({ serial: gas.serial })
    expect(history.map(({ change, reason }) => [change, reason])).toEqual([
      ['added', null],
      ['changed', '确认适用对象'],
    ])
  })

  it('who confirmed stays known when something else of the item is changed later', async () => {
    const { core, clock } = openSample()
    const [item] = core.items.list()
    if (item === undefined) throw new Error('no item')
    core.registers.change(operator, 'items', item.serial, { ...item.row, appliesKinds: ['企业'] })
    // What a file or a form said already counts as confirmed by whoever confirms it as it is.
    core.items.confirm('李股长', [{ serial: item.serial, version: 2, kinds: ['企业'], categories: [] }])
    clock.set('2026-12-01T09:00:00+08:00')
    const { row } = core.registers.history('items', item.serial).at(-1) ?? item
    core.registers.change(operator, 'items', item.serial, { ...row, ratio: 1000 })
    expect(core.items.applying().items[0]).toMatchObject({
      confirmed: true,
      confirmedBy: '李股长',
      version: 4,
    })
    expect(core.items.applying().items[0]?.confirmedAt).toMatch(/^2026-11-20/)
  })

  it('is confirmed for all that were asked or for none: what another has changed meanwhile is refused', async () => {
    const { client, named, core } = await sampleCounty()
    const gas = await named('燃气经营安全检查')
    const heat = await named('供热经营监督检查')
    const { row } = await client.registers.items.get({ serial: heat.serial })
    await client.registers.items.change({ ...seen(heat), row: { ...row, ratio: 2000 } })
    const before = stored(core)
    const stale = await refusal(
      client.items.confirm({
        items: [
          { ...seen(gas), kinds: [], categories: ['燃气经营'] },
          { ...seen(heat), kinds: [], categories: ['供热经营'] },
        ],
      }),
    )
    expect(stale.code).toBe('ROW_CHANGED')
    expect(stale.message).toContain('没有写入任何数据')
    expect(stored(core)).toEqual(before)
    expect((await named('燃气经营安全检查')).confirmed).toBe(false)
    await client.registers.items.retire({ serial: heat.serial, version: 2 })
    const choice = { kinds: [], categories: ['供热经营'] }
    expect(await codeOf(client.items.confirm({ items: [{ ...seen(heat), ...choice }] }))).toBe('ROW_RETIRED')
    expect(
      refusalOf(() =>
        core.items.confirm(operator, [{ ...seen(heat), serial: serialSchema.parse('I999999'), ...choice }]),
      ).code,
    ).toBe('ROW_UNKNOWN')
  })

  it('without a kind and without a 经营类别 nothing can be confirmed', async () => {
    const { client, named } = await sampleCounty()
    const gas = await named('燃气经营安全检查')
    const empty = client.items.confirm({ items: [{ ...seen(gas), kinds: [], categories: [] }] })
    await expect(empty).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  it('counts an object once that names the item and is of the confirmed kind too', () => {
    const { core } = openSample({ registers: false })
    core.registers.add(operator, 'items', anItem(1, { appliesKinds: ['企业'] }))
    const name = anItem(1).name
    core.registers.add(operator, 'objects', anObject(1, { items: [name] }))
    core.registers.add(operator, 'objects', anObject(2, { items: [], state: '停业' }))
    core.registers.add(operator, 'objects', anObject(3, { items: [name, '扬尘检查'], kind: '项目' }))
    core.registers.add(operator, 'objects', anObject(4, { items: [], kind: '项目' }))
    expect(core.items.applying().items[0]?.count).toEqual({ all: 3, inBusiness: 2 })
    // The register is counted anew as soon as it is another.
    core.registers.retire(operator, 'objects', serialSchema.parse('O000002'))
    expect(core.items.applying().items[0]?.count).toEqual({ all: 2, inBusiness: 2 })
  })
})

describe('coverage of the 权责清单', () => {
  it('is counted against what S4 二 asks for, and recounted after every change', async () => {
    const { client } = await sampleCounty()
    await client.settings.write({ preset: 'ziyang' })
    const before = await client.items.coverage({})
    expect(before.clause).toBe('资阳细则二')
    expect(before.powers).toBe(15)
    expect(before.fields).toMatchObject([
      { field: '市场监管', total: 12, covered: 9, share: 7500, target: 7000, met: true },
      { field: '其他行政执法', total: 3, covered: 2, share: 6666, target: 5000, met: true },
    ])
    expect(before.fields[0]?.reasoned.map(({ name }) => name)).toEqual([
      '建筑工程施工许可条件核查',
      '突发质量安全事件调查',
    ])
    expect(before.fields[0]?.missing).toEqual([{ name: '房屋租赁登记备案检查', department: '房管股' }])

    const [first] = (await client.registers.items.search({ piece: '供热经营监督检查' })).rows
    if (first === undefined) throw new Error('no such item')
    await client.registers.items.retire({ serial: first.serial, version: first.version })
    const after = await client.items.coverage({})
    expect(after.fields[0]).toMatchObject({ covered: 8, share: 6666, met: false })
  })

  it('a power is in the list, out of it with a reason, or open; and becomes an item from here', async () => {
    const { client } = await sampleCounty()
    const { powers, withoutPower } = await client.items.powers({})
    const standing = (name: string) => powers.find(({ row }) => row.name === name)
    expect(standing('燃气经营安全检查')).toMatchObject({ standing: 'covered' })
    expect(standing('突发质量安全事件调查')).toMatchObject({
      standing: 'reasoned',
      reason: '突发安全事件，不适用双随机',
    })
    const drainage = standing('城镇排水设施运行监督检查')
    if (drainage === undefined) throw new Error('no such power')
    expect(drainage).toMatchObject({ standing: 'open', item: null })
    expect(withoutPower).toEqual([])

    const made = await client.items.fromPower({
      ...seen(drainage),
      row: anItem(77, { name: '排水设施检查', field: '其他行政执法' }),
    })
    const now = await client.items.powers({})
    expect(now.powers.find(({ serial }) => serial === drainage.serial)).toMatchObject({
      standing: 'covered',
      version: drainage.version + 1,
      row: { item: '排水设施检查' },
      item: { serial: made.serial, name: '排水设施检查' },
    })
    expect((await client.items.coverage({})).fields[1]).toMatchObject({ total: 3, covered: 3 })
  })

  it('a power is meant by an item of another name where somebody says so, and by its own again', async () => {
    const { client } = await sampleCounty()
    const { powers } = await client.items.powers({})
    const renting = powers.find(({ standing, row }) => standing === 'open' && row.department === '房管股')
    const property = (await client.items.list({})).find(({ row }) => row.name === '物业服务企业监督检查')
    if (renting === undefined || property === undefined) throw new Error('the sample has changed')
    const linked = await client.items.link({ ...seen(renting), item: property.serial })
    const after = linked.powers.find(({ serial }) => serial === renting.serial)
    expect(after).toMatchObject({ standing: 'covered', item: { name: '物业服务企业监督检查' } })
    expect(await codeOf(client.items.link({ ...seen(renting), item: null }))).toBe('ROW_CHANGED')
    const again = await client.items.link({ ...seen(renting), version: 2, item: null })
    expect(again.powers.find(({ serial }) => serial === renting.serial)?.standing).toBe('open')
  })

  it('no second item of the same name is made, and then the power stays as it was', async () => {
    const { client, core } = await sampleCounty()
    const { powers } = await client.items.powers({})
    const open = powers.find(({ standing }) => standing === 'open')
    if (open === undefined) throw new Error('the sample has changed')
    const before = stored(core)
    const same = client.items.fromPower({ ...seen(open), row: anItem(1, { name: '燃气经营安全检查' }) })
    expect(await codeOf(same)).toBe('ROW_INVALID')
    expect(stored(core)).toEqual(before)
  })

  it('what stands in the list and in no 权责清单 is named (S2 第三条)', async () => {
    const { client } = await sampleCounty()
    const extra = await client.registers.items.add({ row: anItem(9, { name: '职权之外的检查' }) })
    expect((await client.items.powers({})).withoutPower).toEqual([
      { serial: extra.serial, name: '职权之外的检查' },
    ])
  })
})

function seen<Serial>({ serial, version }: { readonly serial: Serial; readonly version: number }) {
  return { serial, version }
}
