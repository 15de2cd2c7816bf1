import type { Core } from '../../../../electron/core/core.ts'
import { operator } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'

const reason = '上级机关临时部署'

/** The plan of a draw whose 实施方案 was approved with a scan that is on file: an archive holds it too. */
export function groundedPlan(core: Core, fields: object = {}): object {
  const scheme = core.schemes.save(operator, null, null, {
    title: '燃气经营抽查实施方案',
    items: ['抽查事项1'],
    period: '2026年11月',
    purpose: '督促企业落实安全责任',
    procedure: '抽取、检查、公示',
    division: '城建股牵头',
    inspectors: 2,
    objects: 3,
    confidentiality: '检查前不得泄露抽取结果',
    outside: reason,
  })
  const scan = core.uploads.begin('批准.jpg', 4)
  core.uploads.append(scan, 0, Buffer.from('ffd8ffe0', 'hex'))
  const approval = { name: '苏文彬', number: '云住建方案〔2026〕1号', date: '2026-11-18' }
  core.schemes.approve(operator, { ...approval, id: scheme.id, scan })
  return eachPlan({ basis: { on: 'outside', reason, scheme: scheme.id }, ...fields })
}
