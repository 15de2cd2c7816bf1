import { expect, it } from 'vitest'
import { presets } from '../../../../shared/rules/preset.ts'
import { openSample, operator } from '../sample-core.ts'

it('an office’s own 执行细则 is kept whatever it works by, and what changed in it is in the ledger', () => {
  const { core } = openSample()
  const before = core.database.ledger.count
  const own = { ...presets.custom, title: '云岭细则', yearlyCap: presets.changde.yearlyCap }
  expect(core.customRules()).toBeNull()
  expect(core.writeCustomRules(operator, own)).toEqual(own)
  core.writeSettings(operator, { preset: 'dawa' })
  expect(core.customRules()).toEqual(own)
  core.writeCustomRules(operator, own)
  expect(core.writeCustomRules(operator, null)).toBeNull()
  expect([...core.database.ledger.entries(before + 1)].map(({ entry }) => entry.event)).toEqual([
    'preset.changed',
    'setting.changed',
    'preset.changed',
  ])
})
