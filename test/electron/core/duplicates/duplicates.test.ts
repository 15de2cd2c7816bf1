import { describe, expect, it } from 'vitest'
import { findSimilar } from '../../../../electron/core/duplicates/find-similar.ts'
import { anObject } from '../../../db/sample-rows.ts'
import { openSample, operator, refusalOf, stored } from '../sample-core.ts'

/** Two rows that are one firm, with a recusal and a visit of the second. */
function twins() {
  const { core } = openSample({ registers: false })
  const add = (name: string) =>
    core.registers.add(operator, 'objects', { ...anObject(1), name, uscc: null, phone: '13000001111' })
  const first = add('云岭县安达建筑有限公司')
  const second = add('安达建筑有限责任公司')
  const inspector = core.registers.add(operator, 'inspectors', {
    ...aPerson,
    certificate: '13000000001',
  })
  core.registers.add(operator, 'recusals', {
    object: second.serial,
    inspector: inspector.serial,
    reason: '配偶任职',
    reasonCode: 'kin',
  })
  core.registers.add(operator, 'visits', {
    object: second.serial,
    kind: '投诉举报',
    date: '2026-03-05',
    number: null,
    department: '建管股',
    item: null,
    passed: true,
    findings: null,
    remark: null,
  })
  core.duplicates.keep('objects', findSimilar(core.database, 'objects'))
  const pairs = () => core.duplicates.pairs('objects', { limit: 10, offset: 0 })
  return { core, first: first.serial, second: second.serial, inspector: inspector.serial, pairs }
}

const aPerson = {
  name: '检查员甲',
  sex: null,
  unit: null,
  department: null,
  post: null,
  position: null,
  region: null,
  category: null,
  specialties: [],
  nonBusinessCategory: null,
  establishment: null,
  issuer: null,
  certificateExpiry: null,
  idNumber: null,
  phone: null,
  mayLead: true,
  kind: '执法人员',
  remark: null,
  state: '在岗',
  origin: '本单位',
  leaveFrom: null,
  leaveUntil: null,
}

describe('two rows that may be the same', () => {
  it('are shown beside each other with what names them', () => {
    const { pairs, first, second } = twins()
    expect(pairs()).toMatchObject({
      total: 1,
      rows: [
        {
          why: 'spelling',
          first: { serial: first, recusals: 0, visits: 0 },
          second: { serial: second, recusals: 1, visits: 1 },
        },
      ],
    })
  })

  it('are merged: one leaves, and whoever may not inspect it may not inspect the other', () => {
    const { core, pairs, first, second, inspector } = twins()
    expect(core.duplicates.merge(operator, 'objects', first, second, '同一企业')).toEqual({ moved: 2 })
    expect(core.database.objects.get(second)).toMatchObject({
      change: 'retired',
      reason: `与${first}重复，已合并：同一企业`,
    })
    expect(core.database.recusals.current().map(({ row }) => [row.object, row.inspector])).toEqual([
      [first, inspector],
    ])
    expect(core.database.visits.current().map(({ row }) => row.object)).toEqual([first])
    expect([...core.database.ledger.entries(1, 99)].at(-1)?.entry).toMatchObject({
      event: 'register.merged',
      data: { register: 'objects', kept: first, retired: second, moved: 2, reason: '同一企业' },
    })
    expect(pairs()?.total).toBe(0)
    const before = stored(core)
    expect(refusalOf(() => core.duplicates.merge(operator, 'objects', first, second, '再来')).code).toBe(
      'ROW_RETIRED',
    )
    expect(stored(core)).toEqual(before)
  })

  it('keep one recusal where both had it', () => {
    const { core, first, second, inspector } = twins()
    const recusal = { object: first, inspector, reason: '配偶任职', reasonCode: 'kin' }
    core.registers.add(operator, 'recusals', recusal)
    core.duplicates.merge(operator, 'objects', first, second, '同一企业')
    expect(core.database.recusals.current()).toHaveLength(1)
  })

  it('are never asked about again once they are told apart', () => {
    const { core, pairs, first, second } = twins()
    core.duplicates.distinct(operator, 'objects', second, first)
    expect(pairs()?.total).toBe(0)
    expect(findSimilar(core.database, 'objects')).toEqual([])
    expect([...core.database.ledger.entries(1, 99)].at(-1)?.entry).toMatchObject({
      event: 'register.distinct',
      data: { register: 'objects', first, second },
    })
    const before = stored(core)
    core.duplicates.distinct(operator, 'objects', first, second)
    expect(stored(core)).toEqual(before)
  })
})
