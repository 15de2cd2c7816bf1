import { ORPCError } from '@orpc/client'

/** Whether an error is an answer of the core (asking again would not help) and not a lost connection. */
export function isRefusal(error: unknown): error is ORPCError<string, unknown> {
  return error instanceof ORPCError
}

/** The code of a refusal, `ROW_CHANGED`; `null` for anything else. */
export function refusalCode(error: unknown): string | null {
  return isRefusal(error) ? error.code : null
}

const byCode: Readonly<Record<string, string>> = {
  UNAUTHORIZED: '这个窗口的通行凭证已经失效，没有改动任何数据。请关闭窗口，从程序重新打开操作台。',
  FORBIDDEN: '这个窗口不能做这件事，没有改动任何数据。请从程序重新打开操作台。',
  NOT_FOUND: '程序没有这项功能，没有改动任何数据。操作台可能比程序旧，请关闭窗口重新打开。',
  PAYLOAD_TOO_LARGE: '内容过大，没有保存。请分成几次，或换一个小一些的文件。',
}
const faulty =
  '程序出了意外的差错，这一步没有完成，原有数据没有改动。请重试；仍然如此，请在“帮助”中查看如何求助。'
const unconnected =
  '与程序的连接中断，这一步可能没有完成。操作台正在自动重新连接，连上以后请先核对，再决定是否重做。'

/** What went wrong, in words for the person at the console: what happened, what was kept, what to do. */
export function refusalSentence(error: unknown): string {
  if (isRefusal(error)) {
    const data = error.data
    if (typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string')
      return data.message
    return byCode[error.code] ?? faulty
  }
  if (error instanceof DOMException && error.name === 'AbortError') return '已取消，没有改动任何数据。'
  // What does not come from the core never reached it, or its answer never came back.
  return unconnected
}
