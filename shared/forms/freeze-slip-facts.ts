import type { DrawFacts, SignatoryFacts, WitnessFacts } from './draw-facts.ts'

/**
 * What the 锁定名单校验单 says, as plain data: what was known when the lists were frozen and nothing that came
 * after, so that the slip of a freeze is the same paper before the digits and after the draw.
 */
export interface FreezeSlipFacts
  extends Pick<
    DrawFacts,
    | 'number'
    | 'kind'
    | 'mode'
    | 'attempt'
    | 'office'
    | 'task'
    | 'conditions'
    | 'startedAt'
    | 'frozenAt'
    | 'venue'
    | 'software'
    | 'algorithm'
    | 'amends'
    | 'reason'
    | 'approver'
    | 'objectRegister'
    | 'inspectorRegister'
    | 'due'
    | 'strata'
    | 'teamCount'
    | 'slots'
    | 'vacancies'
    | 'freeze'
    | 'commit'
    | 'qrText'
    | 'grounds'
    | 'notes'
  > {
  /** 抽查事项 by name: their category is the register's, which may change after the freeze. */
  readonly items: readonly string[]
  /** Pairs of the frozen list of recusals (回避). */
  readonly recusals: number
  /** How the draw goes and how groups are made, a sentence a line. */
  readonly rule: readonly string[]
  /** Whoever will give digits, without them. */
  readonly witnesses: readonly Omit<WitnessFacts, 'digits'>[]
  readonly signatories: Pick<SignatoryFacts, 'operator' | 'supervisor'>
}
