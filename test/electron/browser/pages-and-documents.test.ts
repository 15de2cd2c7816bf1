import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import type { ReadDocument } from '../../../electron/browser/send-document.ts'
import { serveLoopback } from '../../../electron/browser/serve-loopback.ts'
import { implementContract } from '../../../electron/core/contract/implement-contract.ts'
import { RefusalError } from '../../../electron/core/outcome.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { browse } from '../core/contract/desk.ts'
import { openSample } from '../core/sample-core.ts'

const id = '01234567-89ab-4cde-8f01-23456789abcd'
const documents: ReadDocument = async (wanted) => {
  if (wanted !== id) throw new RefusalError('DOCUMENT_UNKNOWN', '没有这份文件。请刷新后重试。')
  const document = {
    id,
    draw: 'YL01-2026-0001',
    attempt: 1,
    kind: 'form',
    name: '抽取记录 (1).pdf',
    type: 'application/pdf',
    bytes: 5,
    sha256: '0'.repeat(64),
    pages: 1,
    at: '2026-11-20T09:30:00+08:00',
    by: '王操作',
    note: null,
    form: null,
    copy: 1,
    original: null,
    path: '/nowhere',
  } as const
  return { document, data: Buffer.from('%PDF-').toString('base64') }
}

async function open() {
  const pages = temporaryFolder()
  mkdirSync(path.join(pages, 'assets'))
  writeFileSync(path.join(pages, 'index.html'), '<!doctype html><title>操作台</title>')
  writeFileSync(path.join(pages, 'assets/index-x1.js'), 'export {}')
  writeFileSync(path.join(pages, 'secret.html'), 'no page of ours')
  writeFileSync(path.join(pages, 'assets/notes.txt'), 'no file of a page')
  const { core } = openSample()
  const contract = implementContract(core, () => {})
  const loopback = await serveLoopback({
    router: contract.console,
    connection: { actor: '王操作' },
    log: () => {},
    pages,
    documents,
  })
  onTestFinished(() => loopback.close())
  const { cookie } = await browse(loopback)
  // As anybody can write it, every header and dot of it: `fetch` would tidy the address.
  const get = async (address: string, headers: Record<string, string> = { cookie }) => {
    const { hostname, port } = new URL(loopback.origin)
    const sent = request({ hostname, port, path: address, headers, agent: false })
    sent.end()
    const [response] = await once(sent, 'response')
    return { status: response.statusCode, headers: response.headers, body: await text(response) }
  }
  return { loopback, get, cookie }
}

it('gives the page and its files to whoever has the cookie, with a policy that lets nothing foreign in', async () => {
  const { get } = await open()
  const page = await get('/')
  expect([page.status, page.body]).toEqual([200, '<!doctype html><title>操作台</title>'])
  const policy = page.headers['content-security-policy']
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  const script = await get('/assets/index-x1.js')
  expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
})

it('without the cookie shows a page that says where to look, and gives no file', async () => {
  const { get } = await open()
  const page = await get('/', {})
  expect(page.status).toBe(401)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.body).toMatch(/请从程序打开的窗口访问/)
  for (const address of ['/assets/index-x1.js', `/documents/${id}/x.pdf`])
    expect((await get(address, {})).status).toBe(401)
})

it('reaches no file beside the page’s own', async () => {
  const { get } = await open()
  for (const address of [
    '/secret.html',
    '/assets/notes.txt',
    '/assets/../secret.html',
    '/assets/%2e%2e/secret.html',
    '/assets/..%2fsecret.html',
    '/assets/..%5csecret.html',
    '/assets//index-x1.js',
    '/assets/.js',
    '/..%2f..%2fetc/passwd',
    '/documents/../secret.html',
    `/documents/${id}/`,
    `/documents/${id}/../../secret.html`,
    '/documents/..%2f..%2fetc%2fpasswd/x',
  ])
    expect([address, (await get(address)).status]).toEqual([address, 404])
})

it('shows a stored document in place, under its own name, and says why it cannot', async () => {
  const { get } = await open()
  const shown = await get(`/documents/${id}/x.pdf`)
  expect([shown.status, shown.body]).toEqual([200, '%PDF-'])
  expect(shown.headers['content-type']).toBe('application/pdf')
  expect(shown.headers['x-content-type-options']).toBe('nosniff')
  expect(shown.headers['content-disposition']).toBe(
    `inline; filename*=UTF-8''${encodeURIComponent('抽取记录')}%20%281%29.pdf`,
  )
  const unknown = await get('/documents/00000000-0000-4000-8000-000000000000/x.pdf')
  expect([unknown.status, unknown.body]).toEqual([404, '没有这份文件。请刷新后重试。\n'])
})

it('lets a window go from one of our ports to the other, and no frame and no script', async () => {
  const { get, cookie } = await open()
  const from = (mode: string, destination: string, site = 'same-site') =>
    get('/', { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': destination })
  expect((await from('navigate', 'document')).status).toBe(200)
  expect((await from('navigate', 'iframe')).status).toBe(403)
  expect((await from('cors', 'empty')).status).toBe(403)
  expect((await from('navigate', 'document', 'cross-site')).status).toBe(403)
})
