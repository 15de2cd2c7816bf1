import { describe, expect, it } from 'vitest'
import type { SchemeBody } from '../../../../shared/api/scheme-contract.ts'
import type { Serial } from '../../../../shared/registry/office.ts'
import { anItem, aPlanLine } from '../../../db/sample-rows.ts'
import { handOver } from '../papers/handed-over.ts'
import { openSample, operator, refusalOf, stored } from '../sample-core.ts'

const body: SchemeBody = {
  title: '燃气经营随机抽查实施方案',
  items: ['抽查事项1'],
  period: '4月至6月',
  purpose: '督促落实安全责任。',
  procedure: '一、抽取。\n二、检查。',
  division: '燃气办负责。',
  inspectors: 4,
  objects: 3,
  confidentiality: '名单在检查前保密。',
  outside: null,
}
const approval = { name: '赵局长', number: '云住建〔2026〕9号', date: '2026-11-20' }

/** A core with a scheme that nobody has approved. */
function drafted() {
  const sample = openSample()
  const { serial } = sample.core.registers.add(operator, 'plans', aPlanLine(1))
  const scheme = sample.core.schemes.save(operator, null, serial, body)
  return { ...sample, line: serial, scheme }
}

describe('实施方案', () => {
  it('S2 第九条: is proposed from its plan line with items, time and numbers', () => {
    const { core } = openSample()
    const [item] = core.database.items.current()
    if (item === undefined) throw new Error('no item')
    core.registers.change(operator, 'items', item.serial, { ...item.row, appliesKinds: ['企业'] })
    const { serial } = core.registers.add(
      operator,
      'plans',
      aPlanLine(1, { businessCategories: ['燃气经营'], ratio: 5000, department: '燃气办' }),
    )
    const proposed = core.schemes.propose(serial, [])
    expect(proposed).toMatchObject({
      title: '2026年度“抽查事项1”随机抽查实施方案',
      items: ['抽查事项1'],
      period: '3月至11月',
      objects: 3,
      inspectors: 2,
    })
    expect(proposed.division).toContain('燃气办')
  })

  it('常德细则第九条、第十七条: asks for secrecy before the visit', () => {
    const { core } = openSample()
    core.writeSettings(operator, { preset: 'changde' })
    expect(core.schemes.propose(null, ['抽查事项1']).confidentiality).toContain('不得向检查组以外的人员透露')
  })

  it('is changed until it is approved with number, name, date and scan, and never after', () => {
    const { core, scheme, line } = drafted()
    const changed = core.schemes.save(operator, scheme.id, line, { ...body, objects: 4 })
    expect(changed).toMatchObject({ id: scheme.id, approval: null, body: { objects: 4 } })
    const done = core.schemes.approve(operator, {
      ...approval,
      id: scheme.id,
      scan: handOver(core, '批准.png'),
    })
    expect(done.approval).toMatchObject({ ...approval, paperName: '实施方案批准.png', by: operator })
    const before = stored(core)
    const change = refusalOf(() => core.schemes.save(operator, scheme.id, line, body))
    expect(change.code).toBe('SCHEME_APPROVED')
    expect(change.message).toContain('复制为新的方案')
    expect(refusalOf(() => core.schemes.discard(operator, scheme.id)).code).toBe('SCHEME_APPROVED')
    expect(stored(core)).toEqual(before)
  })

  it('an approval of a day to come is none', () => {
    const { core, scheme } = drafted()
    const scan = handOver(core, '批准.png')
    const refused = refusalOf(() =>
      core.schemes.approve(operator, { ...approval, date: '2026-11-21', id: scheme.id, scan }),
    )
    expect(refused.code).toBe('DATE_IMPOSSIBLE')
    expect(core.schemes.read(scheme.id).approval).toBeNull()
  })

  it('a text file is no scan: nothing is approved', () => {
    const { core, scheme } = drafted()
    const scan = handOver(core, '批准.txt', Buffer.from('text'))
    const refused = refusalOf(() => core.schemes.approve(operator, { ...approval, id: scheme.id, scan }))
    expect(refused.code).toBe('FILE_NOT_A_SCAN')
    expect(core.schemes.read(scheme.id).approval).toBeNull()
  })

  it('a draft can be taken away; whoever asks for it then is told so', () => {
    const { core, scheme, line } = drafted()
    core.schemes.discard(operator, scheme.id)
    expect(core.schemes.list(line)).toEqual([])
    expect(refusalOf(() => core.schemes.read(scheme.id)).code).toBe('SCHEME_UNKNOWN')
  })

  it('rests on a line that is in the plan', () => {
    const { core } = openSample()
    const unknown = 'L000099' as Serial
    expect(refusalOf(() => core.schemes.save(operator, null, unknown, body)).code).toBe('ROW_UNKNOWN')
    core.registers.add(operator, 'items', anItem(2))
    expect(refusalOf(() => core.schemes.propose(unknown, [])).code).toBe('ROW_UNKNOWN')
  })
})
