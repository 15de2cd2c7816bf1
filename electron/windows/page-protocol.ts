import type { CustomScheme } from 'electron'
import { pageScheme } from '../../shared/api/page-ports.ts'
import { pagePolicy } from '../browser/content-policy.ts'
import { readPageFile } from '../browser/page-files.ts'

/** A scheme of our own with the rights of a web page's and nothing more: no service workers, no bypass of its policy. */
export const pageSchemes: CustomScheme[] = [
  { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]

const common = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** The viewer of PDF builds its own frame around a document, which a policy of pages would stop. */
const documentPolicy = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** A stored document as its window shows it. */
export interface ShownDocument {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Answers the requests of a page: its own built files, each scope from its own folder, and nothing else of the disk. */
export async function answerPage(pages: string, request: Request): Promise<Response> {
  const url = URL.parse(request.url)
  if (request.method !== 'GET' || url === null || url.protocol !== `${pageScheme}:`) return notFound()
  if (url.hostname !== 'console' && url.hostname !== 'stage') return notFound()
  const file = await readPageFile(`${pages}/${url.hostname}`, url.pathname)
  if (file === null) return notFound()
  return new Response(new Uint8Array(file.bytes), {
    headers: { ...common, 'content-type': file.type, 'content-security-policy': pagePolicy },
  })
}

/** Answers with a stored document, whose digest was compared when it was read; a sentence where it cannot be shown. */
export function answerDocument(document: ShownDocument | null): Response {
  if (document === null) return notFound()
  return new Response(document.bytes, {
    headers: {
      ...common,
      'content-type': document.type,
      'content-security-policy': documentPolicy,
    },
  })
}

function notFound(): Response {
  return new Response('没有这个地址。\n', {
    status: 404,
    headers: { ...common, 'content-type': 'text/plain; charset=utf-8' },
  })
}
