import { ORPCError } from '@orpc/client'
import { refusalStatus } from '../../../shared/api/refusals.ts'
import { RefusalError } from '../outcome.ts'

/** What the core refuses through its contract, whoever asked on behalf of a window refuses with the same sentence. */
export async function refusedAsItIs<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ORPCError && error.status === refusalStatus)
      throw new RefusalError(error.code, error.message)
    throw error
  }
}
