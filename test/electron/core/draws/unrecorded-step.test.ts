import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { hold, openSample, operator } from '../sample-core.ts'
import { eachPlan, objectsOnlyPlan } from '../sample-registers.ts'

test('a ledger whose end was cut off is whole by itself, and the draws tell what is missing', () => {
  const { core } = openSample()
  const kept = hold(core, eachPlan())
  expect(core.verifyLedger()).toMatchObject({ ok: true })
  const end = core.database.ledger.head().seq
  const cut = hold(core, objectsOnlyPlan())
  core.database.sqlite.exec('DROP TRIGGER ledger_no_delete')
  core.database.sqlite.prepare('DELETE FROM ledger WHERE seq > ?').run(end)
  const verdict = core.verifyLedger()
  expect(verdict).toMatchObject({ ok: false, seq: end + 1 })
  expect(JSON.stringify(verdict)).toContain(`“${cut.number}”第1次的承诺码没有对应的台账条目`)
  expect(JSON.stringify(verdict)).not.toContain(kept.number)
})

test('a package that would not verify is not written', async () => {
  const { core } = openSample()
  const { number } = hold(core, eachPlan())
  core.database.sqlite.exec('DROP TRIGGER ledger_no_delete')
  core.database.sqlite.exec('DELETE FROM ledger WHERE seq > 3')
  const out = temporaryFolder()
  await expect(core.writePackage(operator, number, out)).rejects.toMatchObject({
    refusal: { code: 'PACKAGE_NOT_VALID', message: expect.stringContaining('没有写出任何文件') },
  })
  expect(readdirSync(out)).toEqual([])
})
