import type { Core } from '../../../electron/core/core.ts'
import type { Serial } from '../../../shared/registry/office.ts'

/** An 实施方案 for what is drawn outside any plan, approved in {@link approveScheme}; the same in every test. */
export const outsideScheme = '00000000-0000-4000-8000-000000000001'

/** What official draws of the sample office rest on, where a test is about something else. */
export const approvedBasis = { on: 'outside', reason: '上级机关临时部署', scheme: outsideScheme } as const

const stamp = { at: '2026-11-19T08:30:00+08:00', by: '王操作' }

/** Writes an approved 实施方案 with the row of its scan: of a plan line, or outside any plan. */
export function approveScheme(
  core: Core,
  id: string = outsideScheme,
  line: Serial | null = null,
  items: readonly string[] = ['抽查事项1'],
): void {
  const { database } = core
  const body = {
    title: '燃气经营和物业服务抽查实施方案',
    items,
    period: '2026年11月',
    purpose: '督促企业落实安全责任',
    procedure: '抽取、检查、公示',
    division: '城建股牵头，质安站配合',
    inspectors: 2,
    objects: 3,
    confidentiality: '检查前不得泄露抽取结果',
    outside: line === null ? approvedBasis.reason : null,
  }
  database.transaction(() => {
    database.schemes.save({ id, line, body, updatedAt: stamp.at, by: stamp.by })
    const paper = `paper-of-${id}`
    database.papers.insert({
      id: paper,
      subject: `scheme:${id}`,
      kind: 'approval',
      name: '实施方案批准.pdf',
      type: 'application/pdf',
      bytes: 1024,
      sha256: 'a'.repeat(64),
      pages: 1,
      note: null,
      path: `实施方案/${id}/实施方案批准.pdf`,
      ...stamp,
    })
    database.schemes.insertApproval({
      scheme: id,
      name: '苏文彬',
      number: '云住建方案〔2026〕1号',
      date: '2026-11-18',
      paper,
      digest: 'b'.repeat(64),
      ...stamp,
    })
  })
}
