import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StepOrder } from '../../../../shared/api/release-contract.ts'
import { anItem, anObject, aPlanLine, stamp } from '../../../db/sample-rows.ts'
import { handOver } from '../papers/handed-over.ts'
import { openSample, operator, refusalOf, stored } from '../sample-core.ts'
import { approveList, newest } from './approved-list.ts'

const items = { subject: 'items', year: 0 } as const
const objects = { subject: 'objects', year: 0 } as const
const plan = { subject: 'plans', year: 2026 } as const
const reviewed: StepOrder = {
  step: 'reviewed',
  name: '李审核',
  date: '2026-11-19',
  note: null,
  scan: null,
}
const published: StepOrder = {
  step: 'published',
  place: '县政府门户网站',
  date: '2026-11-20',
  note: null,
  scan: null,
}

describe('审核、批准、公布 of a list', () => {
  it('go in their order, each with its ledger entry, the scan of the approval filed', () => {
    const { core } = openSample()
    const made = newest(core.releases.make(operator, items, null))
    expect(made).toMatchObject({ number: 1, state: 'made', rows: 1, next: ['reviewed', 'returned'] })
    const order = refusalOf(() => core.releases.register(operator, made.id, published))
    expect(order.code).toBe('STEP_OUT_OF_ORDER')
    expect(order.message).toContain('应先登记“审核”或“退回”')
    core.releases.register(operator, made.id, reviewed)
    const approved = core.releases.register(operator, made.id, {
      step: 'approved',
      name: '赵局长',
      number: '云住建〔2026〕8号',
      date: '2026-11-20',
      note: null,
      scan: handOver(core, '批准.png'),
    })
    expect(approved.state).toBe('approved')
    const paper = newest(approved).steps.at(-1)?.paper
    expect(paper?.name).toBe('随机抽查事项清单第1版批准.png')
    expect(core.releases.register(operator, made.id, published).state).toBe('published')
    const events = [...core.database.ledger.rows()].map(({ event }) => event)
    expect(events.slice(-5)).toEqual([
      'release.made',
      'release.reviewed',
      'paper.archived',
      'release.approved',
      'release.published',
    ])
  })

  it('take no date before the step before, and none in the future', () => {
    const { core } = openSample()
    const { id } = newest(core.releases.make(operator, items, null))
    core.releases.register(operator, id, reviewed)
    const early = { ...reviewed, step: 'returned', date: '2026-11-01' } as const
    expect(refusalOf(() => core.releases.register(operator, id, early)).code).toBe('DATE_IMPOSSIBLE')
    const late = { ...early, date: '2026-12-01' }
    expect(refusalOf(() => core.releases.register(operator, id, late)).message).toContain('晚于今天')
  })

  it('refuse an approval whose scan is no scan, and keep nothing of it', () => {
    const { core } = openSample()
    const { id } = newest(core.releases.make(operator, items, null))
    core.releases.register(operator, id, reviewed)
    const before = stored(core)
    const order = {
      step: 'approved',
      name: '赵局长',
      number: '8号',
      date: '2026-11-20',
      note: null,
      scan: handOver(core, '批准.txt', Buffer.from('text')),
    } as const
    expect(refusalOf(() => core.releases.register(operator, id, order)).code).toBe('FILE_NOT_A_SCAN')
    expect(stored(core)).toEqual(before)
  })

  it('a version that was sent back is followed by another one, even with the same rows', () => {
    const { core } = openSample()
    const first = newest(core.releases.make(operator, items, null))
    const same = refusalOf(() => core.releases.make(operator, items, null))
    expect(same.code).toBe('LIST_UNCHANGED')
    core.releases.register(operator, first.id, { ...reviewed, step: 'returned' })
    expect(newest(core.releases.make(operator, items, null)).number).toBe(2)
    expect(refusalOf(() => core.releases.register(operator, first.id, reviewed)).code).toBe(
      'STEP_OUT_OF_ORDER',
    )
  })

  it('an adjustment of what was approved says why; the approved one stays published until then', () => {
    const { core } = openSample()
    const { id } = newest(approveList(core, items))
    core.registers.add(operator, 'items', anItem(2))
    expect(refusalOf(() => core.releases.make(operator, items, null)).code).toBe('REASON_MISSING')
    const state = core.releases.make(operator, items, '增加一项')
    expect(newest(state)).toMatchObject({ number: 2, state: 'made', reason: '增加一项' })
    expect(state.releases.find((release) => release.id === id)?.next).toEqual(['published', 'filed'])
  })

  it('an empty list is not handed in; an unknown version is told so', () => {
    const { core } = openSample()
    expect(refusalOf(() => core.releases.make(operator, plan, null)).code).toBe('LIST_EMPTY')
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect(refusalOf(() => core.releases.register(operator, unknown, reviewed)).code).toBe('RELEASE_UNKNOWN')
  })

  it('多部门监管事项清单 has the items with departments only', () => {
    const { core } = openSample()
    const joint = { subject: 'joint-items', year: 0 } as const
    expect(core.releases.of(joint).rows).toBe(0)
    core.registers.add(operator, 'items', anItem(2, { jointInitiator: '住建局', jointDepartments: ['消防'] }))
    expect(core.releases.of(joint)).toMatchObject({ rows: 1, changed: 1, state: 'none' })
  })

  it('常德细则第七条 names 局长办公会 as the body that approves the registers', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'changde' })
    expect(core.releases.of(objects).approval?.words).toContain('局长办公会')
    expect(core.releases.of(plan).filing).toBeNull()
    core.writeSettings(operator, { preset: 'dawa' })
    expect(core.releases.of(plan).filing?.duty).toBe('报送')
  })
})

describe('versions compared', () => {
  it('show what was added, changed field by field, and taken out with its reason', () => {
    const { core } = openSample()
    const { id } = newest(core.releases.make(operator, objects, null))
    core.registers.add(operator, 'objects', anObject(17))
    const [first, second] = core.database.objects.current()
    if (first === undefined || second === undefined) throw new Error('no objects')
    core.registers.change(operator, 'objects', first.serial, { ...first.row, region: '城关镇' }, '迁址')
    core.registers.retire(operator, 'objects', second.serial, '注销')
    const found = core.releases.compare(objects, id, null)
    expect(found.counts).toEqual({ added: 1, changed: 1, retired: 1 })
    expect(found.changed).toEqual([
      {
        serial: first.serial,
        name: first.row.name,
        reason: '迁址',
        fields: [{ title: '区域', before: '示例区', after: '城关镇' }],
      },
    ])
    expect(found.retired).toEqual([{ serial: second.serial, name: second.row.name, reason: '注销' }])
    expect(core.releases.of(objects).changed).toBe(3)
  })

  it('a row that was changed and changed back is no change', () => {
    const { core } = openSample()
    core.releases.make(operator, objects, null)
    const [first] = core.database.objects.current()
    if (first === undefined) throw new Error('no objects')
    core.registers.change(operator, 'objects', first.serial, { ...first.row, region: '城关镇' })
    core.registers.change(operator, 'objects', first.serial, first.row)
    expect(core.releases.of(objects).changed).toBe(0)
  })

  it('a line that moves to another year leaves the plan of its year', () => {
    const { core } = openSample()
    const { serial, row } = core.registers.add(operator, 'plans', aPlanLine(1))
    const { id } = newest(core.releases.make(operator, plan, null))
    core.registers.change(operator, 'plans', serial, { ...row, year: 2027 })
    expect(core.releases.compare(plan, id, null).counts).toEqual({ added: 0, changed: 0, retired: 1 })
  })
})

describe('a list as a paper', () => {
  const order = { list: objects, release: null, format: 'pdf', audience: 'public' } as const

  it('of more than 5000 rows is a workbook only', async () => {
    const { core } = openSample()
    const rows = Array.from({ length: 5000 }, (_, index) => anObject(100 + index))
    core.database.transaction(() => core.database.objects.add(rows, stamp))
    await expect(core.releases.print(operator, order)).rejects.toMatchObject({
      refusal: { code: 'LIST_TOO_LONG' },
    })
    const { name } = await core.releases.print(operator, { ...order, format: 'xlsx' })
    expect(name).toBe('检查对象名录库（草稿，公布用）.xlsx')
  })

  it('漳平细则第六条 calls the register 市场主体名录库, and so does its paper', async () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'zhangping' })
    expect((await core.releases.print(operator, order)).name).toContain('市场主体名录库')
  })

  it('that lies changed on disk is made anew', async () => {
    const { core, folder } = openSample()
    const first = await core.releases.print(operator, order)
    writeFileSync(path.join(folder, 'documents', '一单两库', first.name), 'changed')
    const second = await core.releases.print(operator, order)
    expect(second.id).not.toBe(first.id)
    expect(core.documents.read(second.id).bytes.length).toBeGreaterThan(1000)
    expect(refusalOf(() => core.documents.read(first.id)).code).toBe('DOCUMENT_CHANGED')
  })
})
