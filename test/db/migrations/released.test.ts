import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { allMigrations } from '../../../db/migrations/all-migrations.ts'

/*
 * A migration that an office has run is history: whoever changes its text changes what their database is said
 * to be without changing the database. A new migration adds a line here; no line ever changes.
 */
const released = {
  1: '509c0de2bd0e65f4a858f935ffade57369f3fd2d9f02587b3151a15577bb0e97',
  2: '37e29fce921503c28330df2b7c912c1e265817b45a553accff5564d299ffec03',
  3: '659affc91b38252a9d4e1bcdb57bf44440121d6e3165926fdf19610fa25450a6',
  4: '0f5d84d4fee0a85fe4febfafc670ef23eb4d1fe676095af1ba6798d6cf12b770',
  5: '691512446bb5b30fbbf579930896f6deb6957fbb9c98bb23dcd7a7784f2914ee',
  6: '60dbd665bc0bb04d7a4396107d4f5481adfcda75343e0239d4ebdc3aa74aeff5',
  7: '59bc9688c1dfdf4f0d46296fae12bd6705c04545d50fde73c46385a2a152091f',
  8: '20bf4863d0a9edcd4ad5caea4323fe460d2da7b1dc2f7ff27c90f3956fd9795e',
}

it('no migration was changed after it was released', () => {
  const digests = allMigrations.map(({ number, sql }) => [
    number,
    createHash('sha256').update(sql).digest('hex'),
  ])
  expect(Object.fromEntries(digests)).toEqual(released)
})
