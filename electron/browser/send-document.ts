import type { ServerResponse } from 'node:http'
import type { StoredDocument } from '../../shared/api/document-contract.ts'
import type { Connection } from '../core/contract/connection.ts'
import { outcomeOfAsync } from '../core/outcome.ts'
import type { TurnedAway } from './request-gate.ts'

/** Gives a stored document, whose digest was compared; refuses as `documents.read` does. */
export type ReadDocument = (
  id: string,
  connection: Connection,
) => Promise<{ readonly document: StoredDocument; readonly data: string }>

/** What the browser shows in its own viewer; anything else is handed over as a file and never run as a page. */
const shown = ['application/pdf', 'image/jpeg', 'image/png']

/** Sends a stored document under its own name, or says why not. */
export async function sendDocument(
  response: ServerResponse,
  read: ReadDocument,
  id: string,
  connection: Connection,
): Promise<TurnedAway | null> {
  const outcome = await outcomeOfAsync(() => read(id, connection))
  if (!outcome.ok) return { status: 404, sentence: outcome.refusal.message }
  const { document, data } = outcome.value
  const bytes = Buffer.from(data, 'base64')
  const isShown = shown.includes(document.type)
  response.writeHead(200, {
    'content-type': isShown ? document.type : 'application/octet-stream',
    'content-length': bytes.byteLength,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(document.name)}`,
  })
  response.end(bytes)
  return null
}

/** RFC 8187: what `encodeURIComponent` leaves and a header parameter does not take is encoded as well. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The address of a stored document on the console's server. */
export function documentAddress({ id, name }: Pick<StoredDocument, 'id' | 'name'>): string {
  return `/documents/${id}/${encodeName(name)}`
}
