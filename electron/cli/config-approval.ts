import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DrawConfig } from '../../shared/api/draw-plan.ts'
import { schemeBodySchema } from '../../shared/api/scheme-contract.ts'
import type { Core } from '../core/core.ts'
import { RefusalError } from '../core/outcome.ts'

type DrawConfiguration = Extract<DrawConfig, { kind: 'draw' }>

/** What a configuration rests on, and what it may therefore be. */
export interface Rested {
  readonly config: DrawConfig
  /** why it is held as a rehearsal although it did not ask for one; `null` where it is what it asked for */
  readonly notice: string | null
}

/**
 * What a configuration may be. Where the office works by an 执行细则 or the draw rests on its plan, only an approved
 * 实施方案 lets the outcome count; without one the draw is a rehearsal, and everybody is told.
 */
export function restedConfig(core: Core, config: DrawConfig): Rested {
  if (config.kind !== 'draw' || config.mode === 'rehearsal') return { config, notice: null }
  const basis =
    config.outside === undefined
      ? config.basis
      : ({ on: 'outside', reason: config.outside, scheme: null } as const)
  const rested = { ...config, basis }
  if (basis === null && core.settings().preset === 'custom') return { config: rested, notice: null }
  const rehearsal = (why: string): Rested => ({
    config: { ...rested, mode: 'rehearsal' },
    notice: `${why}，本次只作为演练，不是正式的抽取，不计入本年度的抽查次数。`,
  })
  if (basis === null)
    return rehearsal('按执行细则抽取须写明计划项（line）或计划外抽查的理由（outside），配置中没有')
  if (config.approval === null && !isApproved(core, basis.scheme))
    return rehearsal('配置中没有实施方案的批准（approval）')
  return { config: rested, notice: null }
}

function isApproved(core: Core, scheme: string | null): boolean {
  return scheme !== null && core.schemes.list().some(({ id, approval }) => id === scheme && approval !== null)
}

/** Reads the scan of an approval. Refuses with `SCAN_NOT_READABLE`, before anything is written. */
export function readApprovalScan(config: DrawConfig): Uint8Array | null {
  if (config.kind !== 'draw' || config.approval === null || config.mode === 'rehearsal') return null
  const { scan } = config.approval
  try {
    return readFileSync(scan)
  } catch {
    throw new RefusalError(
      'SCAN_NOT_READABLE',
      `实施方案的批准文件“${scan}”不存在或不能读取。没有取号，也没有写入任何数据。请检查配置中的 approval.scan 后重试。`,
    )
  }
}

/**
 * Registers the 实施方案 of a configuration with its approval, and gives its basis with the scheme. Refuses with
 * `FILE_NOT_A_SCAN`; nothing is kept then.
 */
export function approveConfig(
  core: Core,
  actor: string,
  config: DrawConfiguration,
  scan: Uint8Array,
): DrawConfiguration['basis'] {
  const { basis, approval } = config
  if (basis === null || approval === null) return basis
  const line = basis.on === 'line' ? basis.line : null
  const scheme = core.schemes.save(actor, null, line, schemeBody(core, config))
  try {
    const upload = core.uploads.begin(path.basename(approval.scan), scan.byteLength)
    core.uploads.append(upload, 0, scan)
    const { number, name, date } = approval
    core.schemes.approve(actor, { id: scheme.id, number, name, date, scan: upload })
  } catch (error) {
    core.schemes.discard(actor, scheme.id)
    throw error
  }
  return { ...basis, scheme: scheme.id }
}

/** What the scheme says: as the program proposes it, and for the rest the configuration. */
function schemeBody(core: Core, { basis, items, task, slots, teams }: DrawConfiguration) {
  const line = basis?.on === 'line' ? basis.line : null
  const proposed = core.schemes.propose(line, items)
  return schemeBodySchema.parse({
    period: '以批准文件为准',
    purpose: '以批准文件为准',
    procedure: '以批准文件为准',
    division: '以批准文件为准',
    confidentiality: '检查前不得泄露抽取结果',
    objects: 1,
    ...proposed,
    title: proposed.title ?? `${task.name}实施方案`,
    items,
    inspectors: proposed.inspectors ?? Math.max(1, slots.length * (teams ?? 1)),
    outside: basis?.on === 'outside' ? basis.reason : null,
  })
}
