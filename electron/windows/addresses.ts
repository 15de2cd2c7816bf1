import { pageScheme } from '../../shared/api/page-ports.ts'
import type { Scope } from '../host/messages.ts'

/** Where the page of each scope stands. Each is an origin of its own. */
export const pageAddresses = {
  console: `${pageScheme}://console/`,
  stage: `${pageScheme}://stage/`,
} as const satisfies Record<Scope, string>

/** The origin that stored documents are shown from: no page of ours, and nothing of it reaches one. */
const documentOrigin = `${pageScheme}://documents`

/** The address of a stored document in its window. */
export function documentAddress(id: string): string {
  return `${documentOrigin}/${id}`
}

/** The id of the document at this address; `null` where it is none. */
export function documentAt(address: string): string | null {
  const found = /^ssj:\/\/documents\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(address)
  return found?.[1] ?? null
}

/** The scope whose page this address is, whatever stands behind `#`; `null` where it is none of ours. */
export function scopeOf(address: string): Scope | null {
  const bare = address.replace(/#.*$/s, '')
  if (bare === pageAddresses.console) return 'console'
  return bare === pageAddresses.stage ? 'stage' : null
}
