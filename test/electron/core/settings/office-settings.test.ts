import { expect, it } from 'vitest'
import { openSample, operator, refusalOf } from '../sample-core.ts'

const png = `data:image/png;base64,${Buffer.from('89504e470d0a1a0a0000', 'hex').toString('base64')}`

it('a change of the preset is in the ledger, once; operator, venue and emblem are not', () => {
  const { core } = openSample()
  const before = core.database.ledger.count
  core.writeSettings(operator, { operator: '王操作', venue: '一楼会议室', emblem: png })
  expect(core.database.ledger.count).toBe(before)
  core.writeSettings(operator, { preset: 'dawa' })
  core.writeSettings(operator, { preset: 'dawa' })
  expect([...core.database.ledger.entries(before + 1)].map(({ entry }) => [entry.event, entry.data])).toEqual(
    [['setting.changed', { setting: '执行细则', before: 'custom', after: 'dawa' }]],
  )
  expect(core.settings()).toMatchObject({ operator: '王操作', venue: '一楼会议室', emblem: png })
  core.writeSettings(operator, { venue: null, emblem: null })
  expect(core.settings()).toMatchObject({ operator: '王操作', venue: null, emblem: null })
})

it('an emblem is a PNG, whatever its address says', () => {
  const { core } = openSample()
  const jpeg = `data:image/png;base64,${Buffer.from('ffd8ffe000', 'hex').toString('base64')}`
  expect(refusalOf(() => core.writeSettings(operator, { emblem: jpeg })).code).toBe('FILE_NOT_A_SCAN')
  expect(core.settings().emblem).toBeNull()
})
