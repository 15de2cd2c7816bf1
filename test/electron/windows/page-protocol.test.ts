import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { documentAddress, documentAt, scopeOf } from '../../../electron/windows/addresses.ts'
import { isInside } from '../../../electron/windows/inside.ts'
import { isFromPage } from '../../../electron/windows/message-sender.ts'
import { namedDataFolder } from '../../../electron/windows/named-data-folder.ts'
import { answerDocument, answerPage, pageSchemes } from '../../../electron/windows/page-protocol.ts'
import { temporaryFolder } from '../../db/temporary-folder.ts'

function pages(): string {
  const folder = temporaryFolder()
  for (const scope of ['console', 'stage']) {
    mkdirSync(join(folder, scope, 'assets'), { recursive: true })
    writeFileSync(join(folder, scope, 'index.html'), `<title>${scope}</title>`)
  }
  writeFileSync(join(folder, 'console/assets/main-1a.js'), 'export {}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  return folder
}

it('serves each scope its own page under a policy that lets in nothing from elsewhere', async () => {
  const folder = pages()
  const page = await answerPage(folder, new Request('ssj://console/'))
  expect(await page.text()).toBe('<title>console</title>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("object-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await answerPage(folder, new Request('ssj://console/assets/main-1a.js'))).status).toBe(200)
  expect((await answerPage(folder, new Request('ssj://stage/assets/main-1a.js'))).status).toBe(404)
})

it('reaches no other file of the disk and answers nothing but a look', async () => {
  const folder = pages()
  for (const address of [
    'ssj://console/../secret.json',
    'ssj://console/assets/../../secret.json',
    'ssj://console/assets/%2e%2e%2f%2e%2e%2fsecret.json',
    'ssj://console/assets/..%5c..%5csecret.json',
    'ssj://console//etc/passwd',
    'ssj://documents/secret.json',
    'ssj://elsewhere/',
    'file:///etc/passwd',
    'https://console/',
  ])
    expect((await answerPage(folder, new Request(address))).status, address).toBe(404)
  expect(
    (await answerPage(folder, new Request('ssj://console/', { method: 'POST', body: 'x' }))).status,
  ).toBe(404)
})

it('gives its scheme the rights of a page and no more', () => {
  expect(pageSchemes).toEqual([
    { scheme: 'ssj', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
})

it('shows a stored document as what it is, and under no other address', async () => {
  const shown = answerDocument({ type: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]) })
  expect(shown.headers.get('content-type')).toBe('application/pdf')
  expect(shown.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answerDocument(null).status).toBe(404)
  const id = '5b3bb0c4-2f06-4b3c-9f0e-0d6ab7c3d111'
  expect(documentAt(documentAddress(id))).toBe(id)
  for (const address of [`ssj://console/${id}`, `${documentAddress(id)}/..`, 'ssj://documents/../x'])
    expect(documentAt(address)).toBeNull()
})

it('listens to the page of a scope itself, and to no frame within it and no other page', () => {
  const top = (url: string) => ({ url, parent: null })
  expect(isFromPage(top('ssj://console/#/draws/1'), 'console')).toBe(true)
  expect(isFromPage(top('ssj://stage/'), 'stage')).toBe(true)
  expect(isFromPage(top('ssj://stage/'), 'console')).toBe(false)
  expect(isFromPage({ url: 'ssj://console/', parent: {} }, 'console')).toBe(false)
  expect(isFromPage(null, 'console')).toBe(false)
  for (const url of [
    'ssj://console.evil/',
    'https://console/',
    'ssj://documents/x',
    'about:blank',
    'ssj://console/x',
  ])
    expect(scopeOf(url)).toBeNull()
})

it('knows what lies inside a folder, whatever it is written with', () => {
  expect(isInside('/data', '/data/documents/a.pdf')).toBe(true)
  expect(isInside('/data', '/data')).toBe(true)
  expect(isInside('/data', '/data/..a/b')).toBe(true)
  expect(isInside('/data', '/data/../etc/passwd')).toBe(false)
  expect(isInside('/data', '/database')).toBe(false)
})

it('finds the data folder that the command line names', () => {
  expect(namedDataFolder(['electron', 'main.js', '--data', '/d'])).toBe('/d')
  expect(namedDataFolder(['electron', '--data=/d e'])).toBe('/d e')
  expect(namedDataFolder(['electron', '--data'])).toBe('')
  expect(namedDataFolder(['electron'])).toBeUndefined()
})
