import { describe, expect, it } from 'vitest'
import type { BulkOrder } from '../../../../shared/api/register-work-contract.ts'
import { openSample, operator, refusalOf, stored } from '../sample-core.ts'

const found = (piece: string, filters: Record<string, string[]> = {}) =>
  ({ by: 'search', piece, filters }) as const
const toTeam: BulkOrder = {
  action: 'edit',
  edits: [{ edit: 'set', field: 'department', value: '综合执法大队' }],
}
const page = { limit: 50, offset: 0 }

describe('Many rows at once', () => {
  it('shows each row before and after, writes nothing before the decision, then all with one reason and one entry', () => {
    const { core } = openSample()
    const { bulk } = core.registerWork
    const before = stored(core)
    const preview = bulk.preview('objects', found('燃气', { state: ['存续'] }), toTeam)
    expect(preview).toMatchObject({ changed: 5, unchanged: 0, refused: 0 })
    const { rows } = bulk.rows(preview.token, 'changed', page)
    expect(
      rows.map(({ before, after }) => [before, after].map((row) => row && Object(row).department)),
    ).toEqual(rows.map(({ before }) => [Object(before).department, '综合执法大队']))
    expect(stored(core)).toEqual(before)
    const entries = core.database.ledger.count
    const done = bulk.apply(operator, preview.token, '机构调整')
    expect(done).toMatchObject({ changed: 5, fields: ['监管责任股室'], undone: null })
    expect(core.database.ledger.count).toBe(entries + 1)
    const versions = core.database.objects.current().filter(({ row }) => row.department === '综合执法大队')
    expect(versions.map(({ version, reason, by }) => [version, reason, by])).toEqual(
      Array.from({ length: 5 }, () => [2, '机构调整', operator]),
    )
    expect(refusalOf(() => bulk.apply(operator, preview.token, '再来')).code).toBe('BULK_UNKNOWN')
  })

  it('adds and takes away marks without touching the others, and leaves alone who has it already', () => {
    const { core } = openSample()
    const { bulk } = core.registerWork
    const add: BulkOrder = {
      action: 'edit',
      edits: [{ edit: 'add', field: 'marks', values: ['投诉举报多', '重点关注'] }],
    }
    const first = bulk.preview('objects', found('物业'), add)
    bulk.apply(operator, first.token, '重点监管')
    expect(bulk.preview('objects', found('物业'), add)).toMatchObject({ changed: 0, unchanged: 10 })
    const remove: BulkOrder = {
      action: 'edit',
      edits: [{ edit: 'remove', field: 'marks', values: ['投诉举报多'] }],
    }
    bulk.apply(operator, bulk.preview('objects', found('物业'), remove).token, '已核查')
    const marks = core.database.objects.current().map(({ row }) => row.marks.join('、'))
    expect(new Set(marks)).toEqual(new Set(['', '重点关注']))
  })

  it('leaves out, with its reason, a row that would not be lawful', () => {
    const { core } = openSample()
    const { bulk } = core.registerWork
    const preview = bulk.preview('items', found(''), {
      action: 'edit',
      edits: [{ edit: 'set', field: 'included', value: false }],
    })
    expect(preview).toMatchObject({ changed: 0, refused: 1 })
    const [row] = bulk.rows(preview.token, 'refused', page).rows
    expect(row?.problem).toBe('未纳入理由：未纳入双随机的事项须写明理由（S1 附件2一）')
    expect(refusalOf(() => bulk.apply(operator, preview.token, '试试')).code).toBe('BULK_NOTHING')
  })

  it('is refused as a whole where the register was changed after the preview', () => {
    const { core } = openSample()
    const { bulk } = core.registerWork
    const preview = bulk.preview('objects', found('燃气'), toTeam)
    const [object] = core.database.objects.current()
    if (object === undefined) throw new Error('no object')
    core.registers.change(operator, 'objects', object.serial, { ...object.row, region: '青坪乡' })
    const before = stored(core)
    expect(refusalOf(() => bulk.apply(operator, preview.token, '机构调整')).code).toBe('BULK_STALE')
    expect(stored(core)).toEqual(before)
  })

  it('can be taken back: the rows say again what they said, as new versions, once', () => {
    const { core } = openSample()
    const { bulk } = core.registerWork
    const was = core.database.objects.current().map(({ row }) => row)
    const done = bulk.apply(operator, bulk.preview('objects', found(''), toTeam).token, '机构调整')
    expect(bulk.undo(operator, done.id, '调整取消')).toEqual({ restored: 16 })
    const now = core.database.objects.current()
    expect(now.map(({ row }) => row)).toEqual(was)
    expect(new Set(now.map(({ version }) => version))).toEqual(new Set([3]))
    expect(bulk.list('objects')).toMatchObject([{ id: done.id, undone: { by: operator } }])
    expect(refusalOf(() => bulk.undo(operator, done.id, '再来')).code).toBe('BULK_UNDONE')
  })

  it('is not taken back over what somebody wrote since, nor where rows were retired', () => {
    const { core } = openSample()
    const { bulk } = core.registerWork
    const done = bulk.apply(operator, bulk.preview('objects', found(''), toTeam).token, '机构调整')
    const [object] = core.database.objects.current()
    if (object === undefined) throw new Error('no object')
    core.registers.change(operator, 'objects', object.serial, { ...object.row, region: '青坪乡' })
    const before = stored(core)
    const refused = refusalOf(() => bulk.undo(operator, done.id, '调整取消'))
    expect(refused.code).toBe('BULK_CONFLICT')
    expect(refused.message).toContain('其中1条之后又改动过')
    expect(stored(core)).toEqual(before)
    const gone = bulk.apply(
      operator,
      bulk.preview('objects', found('物业'), { action: 'retire' }).token,
      '已搬离',
    )
    expect(core.database.objects.count()).toBe(6)
    expect(refusalOf(() => bulk.undo(operator, gone.id, '误操作')).code).toBe('BULK_CONFLICT')
    expect(refusalOf(() => bulk.undo(operator, '00000000-0000-4000-8000-000000000000', '误')).code).toBe(
      'BULK_UNKNOWN',
    )
  })
})
