import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openSample } from '../sample-core.ts'

/** Tries to take the lock of a folder as another program would. */
function takeElsewhere(lock: string): string {
  const script = `
    const Database = require('better-sqlite3')
    const lock = new Database(process.argv[1], { timeout: 0 })
    try { lock.exec('BEGIN EXCLUSIVE'); console.log('taken') } catch (error) { console.log(error.code) }`
  return spawnSync(process.execPath, ['-e', script, lock], { encoding: 'utf8' }).stdout.trim()
}

it('the lock of the data folder is not read as a register, which would let go of it', async () => {
  const { core, folder } = openSample()
  const lock = path.join(folder, 'instance.lock')
  await expect(core.imports.inspect('objects', lock)).rejects.toMatchObject({
    refusal: { code: 'FILE_NOT_READABLE' },
  })
  expect(takeElsewhere(lock)).toBe('SQLITE_BUSY')
})
