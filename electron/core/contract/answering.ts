import { mapEventIterator } from '@orpc/client'
import { type MiddlewareNextFn, type MiddlewareResult, ORPCError } from '@orpc/server'
import { contractError } from './answer-errors.ts'
import type { FaultLog } from './connection.ts'

interface Call {
  readonly path: readonly string[]
  readonly procedure: { readonly '~orpc': { readonly errorMap: object } }
  readonly signal?: AbortSignal | undefined
  readonly next: MiddlewareNextFn<unknown>
}

/** Around every call: whatever fails, at once or later in an event iterator, leaves as an error of the contract. */
export function answering(log: FaultLog) {
  return async ({ path, procedure, signal, next }: Call): Promise<MiddlewareResult<object, unknown>> => {
    const named = new Set(Object.keys(procedure['~orpc'].errorMap))
    const asContract = (error: unknown) =>
      // Nobody is there any more to be answered.
      signal?.aborted === true
        ? new ORPCError('CLIENT_CLOSED_REQUEST', { cause: error })
        : contractError(error, path.join('.'), named, log)
    try {
      const result = await next()
      if (!isIterator(result.output)) return result
      const events = mapEventIterator(result.output, {
        value: async (value) => value,
        error: async (error) => asContract(error),
      })
      return { ...result, output: events }
    } catch (error) {
      throw asContract(error)
    }
  }
}

function isIterator(value: unknown): value is AsyncIterator<unknown, unknown, undefined> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
