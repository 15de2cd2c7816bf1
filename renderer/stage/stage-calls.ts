import type { PoolRow } from '../../shared/api/draw-contract.ts'
import type { DrawSession } from '../../shared/api/session.ts'
import type { StageState } from '../../shared/api/stage-contract.ts'

interface Options {
  readonly signal?: AbortSignal
}
type Numbered = { readonly number: string }

/** The calls that the stage makes: it looks, and shows the next step. */
export interface StageCalls {
  readonly stage: {
    watch(input: Record<string, never>, options: Options): Promise<AsyncIterator<StageState>>
  }
  readonly draws: {
    watch(input: Numbered, options: Options): Promise<AsyncIterator<DrawSession>>
    next(input: Numbered): Promise<DrawSession>
    pool(
      input: Numbered & {
        readonly what: 'object' | 'inspector'
        readonly limit: number
        readonly offset: number
      },
      options: Options,
    ): Promise<{ readonly total: number; readonly rows: readonly PoolRow[] }>
  }
}
