import type { DrawConfig, LineConfig } from '../../shared/api/draw-plan.ts'
import { serialSchema } from '../../shared/registry/office.ts'
import type { Core } from '../core/core.ts'
import { RefusalError } from '../core/outcome.ts'

/**
 * The configuration that a plan line comes to: its items, conditions, strata and joint departments as the plan and the
 * 执行细则 give them. Refuses with `LINE_UNKNOWN`, and with `RATIO_MISSING` where nothing says how many are drawn.
 */
export function configOfLine(core: Core, config: LineConfig): Extract<DrawConfig, { kind: 'draw' }> {
  const { line: word, task, strata, ...rest } = config
  const line = serialSchema.safeParse(core.rules.planLine(word))
  if (!line.success)
    throw new RefusalError(
      'LINE_UNKNOWN',
      `年度计划中没有编号为“${word}”的计划项。没有写入任何数据。请先导入年度计划，或核对编号后重试。`,
    )
  const proposal = core.draws.propose({ line: line.data })
  return {
    ...rest,
    task: task ?? { name: proposal.task, documentNumber: proposal.documentNumber },
    items: [...proposal.items],
    conditions: proposal.conditions,
    strata: strata ?? proposedStrata(word, proposal.strata),
    joint: config.joint ?? proposal.joint,
    basis: { on: 'line', line: line.data, scheme: null },
  }
}

type Proposed = ReturnType<Core['draws']['propose']>['strata']

function proposedStrata(word: string, strata: Proposed): Extract<DrawConfig, { kind: 'draw' }>['strata'] {
  return strata.map(({ id, name, conditions, ratio }) => {
    if (ratio === '')
      throw new RefusalError(
        'RATIO_MISSING',
        `计划项“${word}”、事项清单和执行细则都没有写明抽查比例。没有写入任何数据。请在年度计划中填写比例，或在配置中写明分层（strata）。`,
      )
    return Object.keys(conditions).length === 0 ? { id, name, ratio } : { id, name, conditions, ratio }
  })
}
