/** Text of a request at most; nothing that the contract takes comes near it. */
export const maximumRequest = 4 * 1024 * 1024

const request = 1
const abort = 4

/**
 * Whether a message is one that our client sends: the text of a request with a JSON body, or of an abort. oRPC
 * would decode more (binary bodies, forms, streams from the client), and what it cannot decode it throws where
 * nobody can catch it, which would end the core. So whatever else arrives is turned away here.
 */
export function isRequestMessage(message: unknown): message is string {
  if (typeof message !== 'string' || message.length > maximumRequest) return false
  let parsed: unknown
  try {
    parsed = JSON.parse(message)
  } catch {
    return false
  }
  if (!isRecord(parsed) || typeof parsed.i !== 'string') return false
  const type = parsed.t ?? request
  return type === abort || (type === request && isRequest(parsed.p))
}

function isRequest(payload: unknown): boolean {
  if (!isRecord(payload)) return false
  const { u: url, h: headers = {}, m: method = 'POST' } = payload
  if (typeof url !== 'string' || !url.startsWith('/') || !URL.canParse(`http://orpc${url}`)) return false
  if (method !== 'POST' || !isRecord(headers)) return false
  return Object.entries(headers).every(
    ([name, value]) => !name.toLowerCase().startsWith('content-') && typeof value === 'string',
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
