import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { codeOf, openDesk } from '../contract/desk.ts'
import { openSample, refusalOf } from '../sample-core.ts'

it('a file handed over in pieces is there as it was, under the name it came with', async () => {
  const { core, connect } = openDesk('port', { registers: false })
  const { client } = await connect()
  const { upload } = await client.uploads.begin({ name: '名录.xlsx', size: 5 })
  await client.uploads.append({ upload, offset: 0, data: Buffer.from('abc').toString('base64') })
  expect(refusalOf(() => core.uploads.take(upload)).code).toBe('UPLOAD_UNKNOWN')
  await client.uploads.append({ upload, offset: 3, data: Buffer.from('de').toString('base64') })
  const taken = core.uploads.take(upload)
  expect(taken.name).toBe('名录.xlsx')
  expect(readFileSync(taken.path, 'utf8')).toBe('abcde')
  await client.uploads.discard({ upload })
  expect(existsSync(taken.path)).toBe(false)
})

it('a piece that does not follow, or goes beyond the size that was begun, is refused', async () => {
  const { connect } = openDesk('port', { registers: false })
  const { client } = await connect()
  const { upload } = await client.uploads.begin({ name: '名录.xlsx', size: 2 })
  const data = Buffer.from('abc').toString('base64')
  expect(await codeOf(client.uploads.append({ upload, offset: 1, data }))).toBe('UPLOAD_BROKEN')
  expect(await codeOf(client.uploads.append({ upload, offset: 0, data }))).toBe('UPLOAD_BROKEN')
})

it('no upload outlives the core', () => {
  const folder = temporaryFolder()
  const first = openSample({ folder, registers: false }).core
  first.uploads.begin('名录.xlsx', 1)
  first.close()
  const { core } = openSample({ folder, registers: false })
  expect(existsSync(path.join(core.database.folder, 'uploads'))).toBe(false)
})

it('what closed windows left behind does not grow without end: the oldest uploads go', () => {
  const { core, folder } = openSample({ registers: false })
  const begun = Array.from({ length: 40 }, (_, n) => core.uploads.begin(`名录${n}.xlsx`, 0))
  expect(readdirSync(path.join(folder, 'uploads'))).toHaveLength(32)
  expect(refusalOf(() => core.uploads.take(begun[0] ?? '')).code).toBe('UPLOAD_UNKNOWN')
  expect(core.uploads.take(begun[39] ?? '').name).toBe('名录39.xlsx')
})
