import type { Core } from '../../../electron/core/core.ts'
import type { Serial } from '../../../shared/registry/office.ts'
import type { PlanLine } from '../../../shared/registry/plan-line.ts'
import { aPlanLine } from '../../db/sample-rows.ts'

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

/** An 实施方案 of the plan line L000001, approved by {@link approvePlanLine}. */
export const lineScheme = '00000000-0000-4000-8000-000000000002'
/** What a draw of that line rests on. */
export const lineBasis = { on: 'line', line: 'L000001', scheme: lineScheme } as const

/** Approves a year's plan as it stands at that moment (of no version that was handed in before). */
export function approvePlan(core: Core, at: string, number = 1): void {
  const { database } = core
  const by = stamp.by
  database.transaction(() => {
    const release = `release-${number}`
    database.releases.insert({
      id: release,
      subject: 'plans',
      year: 2026,
      number,
      moment: Date.parse(at),
      rows: 1,
      digest: 'c'.repeat(64),
      reason: null,
      at,
      by,
    })
    const paper = `paper-of-${release}`
    database.papers.insert({
      id: paper,
      subject: `release:${release}`,
      kind: 'approval',
      name: '年度计划批准.pdf',
      type: 'application/pdf',
      bytes: 1024,
      sha256: 'd'.repeat(64),
      pages: 1,
      note: null,
      path: `年度计划/${release}/年度计划批准.pdf`,
      at,
      by,
    })
    database.releases.insertStep({
      release,
      sequence: 1,
      step: 'approved',
      name: '苏文彬',
      number: '云住建发〔2026〕3号',
      date: at.slice(0, 10),
      recipient: null,
      place: null,
      note: null,
      paper,
      at,
      by,
    })
  })
}

/** A plan of one line for the sample office's item, approved, with an approved 实施方案: {@link lineBasis} rests on it. */
export function approvePlanLine(core: Core, fields: Partial<PlanLine> = {}): void {
  const { database } = core
  database.transaction(() => database.plans.add([aPlanLine(1, fields)], stamp))
  approvePlan(core, stamp.at)
  approveScheme(core, lineScheme, 'L000001' as Serial)
}
