import { expect, it } from 'vitest'
import { open } from '../sample-database.ts'
import { aDraw, anAttempt } from '../sample-draw.ts'
import { allRows, databaseAt, fillVersion1, fillVersion2, migrateTo } from './at-version.ts'

it('migration 3 keeps the registers with their history, and adds empty tables for draws', () => {
  const { folder, sqlite } = databaseAt(2)
  fillVersion1(sqlite)
  fillVersion2(sqlite)
  const before = allRows(sqlite)
  migrateTo(sqlite, folder, 2, 3)
  expect(allRows(sqlite)).toEqual({
    ...before,
    draw: [],
    draw_attempt: [],
    draw_confirmation: [],
    draw_contribution: [],
    draw_draft: [],
    draw_ending: [],
    draw_freeze: [],
    draw_result: [],
    draw_reveal: [],
  })
  expect(sqlite.pragma('user_version', { simple: true })).toBe(3)
  sqlite.close()
  const database = open({ folder })
  database.transaction(() => {
    database.draws.insertDraw(aDraw(1))
    database.draws.insertAttempt(anAttempt(1, null))
  })
  expect(database.draws.summaries()).toMatchObject([{ attempt: 1, frozen: false }])
})
