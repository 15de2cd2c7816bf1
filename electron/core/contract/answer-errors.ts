import { ORPCError, ValidationError } from '@orpc/server'
import { describeIssue } from '../../../shared/api/describe-issue.ts'
import { commonErrors, refusalStatus } from '../../../shared/api/refusals.ts'
import { outcomeOf } from '../outcome.ts'
import type { FaultLog } from './connection.ts'

/** What every error of the contract carries, and what only an invalid input has. */
interface Answer {
  readonly message: string
  readonly problems?: readonly { readonly place: string; readonly problem: string }[]
}

/** Marks what has been turned into an error of the contract already. */
class ContractError extends ORPCError<string, Answer> {}

/**
 * The error of the contract that a failure of `call` amounts to: a refusal under its own code, an input that the
 * contract does not allow, or `INTERNAL`, which is written to the log and says nothing of the program's insides.
 * `named` are the codes that the contract promises for the call; a refusal beyond them reaches the window all the
 * same, and the log.
 */
export function contractError(
  error: unknown,
  call: string,
  named: ReadonlySet<string>,
  log: FaultLog,
): ContractError {
  if (error instanceof ContractError) return error
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    const problems = error.cause.issues.map(describeIssue)
    const words = problems.map(({ place, problem }) => `${place} ${problem}`.trim()).join('；')
    const message = `提交的内容不合要求：${words}。没有写入任何数据。请改正后重试。`
    return answer('INPUT_INVALID', commonErrors.INPUT_INVALID.status, { message, problems })
  }
  const refused = refusalOf(error)
  if (refused === null) {
    log({ call, error: error instanceof ORPCError ? (error.cause ?? error) : error })
    const message =
      '程序内部出错，本次操作没有正常结束。已保存的数据不受影响。请核对现状后再试；反复出现时，请将程序日志交给维护人员。'
    return answer('INTERNAL', commonErrors.INTERNAL.status, { message })
  }
  const { code, message } = refused
  if (!named.has(code))
    log({ call, error: new Error(`${code} is not named by the contract`, { cause: error }) })
  return answer(code, refusalStatus, { message })
}

function refusalOf(error: unknown) {
  try {
    const outcome = outcomeOf<never>(() => {
      throw error
    })
    return outcome.ok ? null : outcome.refusal
  } catch {
    return null
  }
}

function answer(code: string, status: number, data: Answer): ContractError {
  return new ContractError(code, { status, message: data.message, data })
}
