import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../db/temporary-folder.ts'
import { groundedPlan } from '../core/archive/grounded-plan.ts'
import { hold, openSample } from '../core/sample-core.ts'
import { here } from './run-cli.ts'

const number = 'YL01-2026-0001'

test('archive writes the whole file of a draw, as a folder or as a zip, and says that it is not for the public', async () => {
  const { core, folder: data } = openSample()
  hold(core, groundedPlan(core))
  core.close()
  const out = path.join(temporaryFolder(), '档案室')
  const asFolder = await here(['archive', number, '--out', out, '--data', data])
  expect(asFolder.exit).toBe(0)
  expect(existsSync(path.join(String(asFolder.json.archive), '目录.html'))).toBe(true)
  expect(asFolder.notice).toContain('不得公开')
  const asZip = await here(['archive', number, '--out', out, '--zip', '--data', data])
  expect(asZip.json.archive).toMatch(/（档案）\.zip$/)
  expect(readdirSync(out)).toHaveLength(2)
})

test('archive of what nobody knows, or without a place, is refused with the sentence', async () => {
  const { core, folder: data } = openSample()
  core.close()
  const out = temporaryFolder()
  const unknown = await here(['archive', number, '--out', out, '--data', data])
  expect([unknown.exit, unknown.json]).toMatchObject([2, { error: { code: 'DRAW_UNKNOWN' } }])
  expect((await here(['archive', number, '--data', data])).text).toContain('archive 须有编号和 --out')
  expect(readdirSync(out)).toEqual([])
})
