import { type Refusal, refusalOfError } from '../../db/refusal.ts'
import { SpecError } from '../../shared/draw/notation.ts'

export type { Refusal }

/** What a use case comes to: a value, or an expected failure that says what happened, what was kept, what to do. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

/** Thrown inside a use case to undo its transaction; turned into a value where the use case ends. */
export class RefusalError extends Error {
  readonly refusal: Refusal
  constructor(code: string, message: string) {
    super(message)
    this.name = 'RefusalError'
    this.refusal = { code, message }
  }
}

/** Ends a use case: expected failures become values, broken invariants are thrown on. */
export function outcomeOf<T>(run: () => T): Outcome<T> {
  try {
    return { ok: true, value: run() }
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal }
    if (error instanceof SpecError)
      return {
        ok: false,
        refusal: { code: 'NOT_TO_SPEC', message: `${error.message}。没有写入任何数据。请改正后重试。` },
      }
    const refusal = refusalOfError(error)
    if (refusal === null) throw error
    return { ok: false, refusal }
  }
}

/** As {@link outcomeOf}, for a use case that waits for something. */
export async function outcomeOfAsync<T>(run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await run()
    return { ok: true, value }
  } catch (error) {
    return outcomeOf<T>(() => {
      throw error
    })
  }
}
