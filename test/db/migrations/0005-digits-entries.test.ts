import { expect, it } from 'vitest'
import { open } from '../sample-database.ts'
import { aDraw, aFreeze, anAttempt, number } from '../sample-draw.ts'
import { at } from '../sample-rows.ts'
import { allRows, databaseAt, fillVersion1, fillVersion2, fillVersion3, migrateTo } from './at-version.ts'

it('migration 5 keeps a draw with its digits, and adds an empty table for digits that do not count yet', () => {
  const { folder, sqlite } = databaseAt(4)
  fillVersion1(sqlite)
  fillVersion2(sqlite)
  fillVersion3(sqlite)
  const before = allRows(sqlite)
  expect(before.draw_contribution).toHaveLength(1)
  migrateTo(sqlite, folder, 4, 5)
  expect(allRows(sqlite)).toEqual({ ...before, digits_entry: [] })
  expect(sqlite.pragma('user_version', { simple: true })).toBe(5)
  const insert = 'INSERT INTO draw_contribution VALUES (?, 1, ?, ?, ?, ?)'
  sqlite.prepare(insert).run('YL01-2026-0001', 2, '271828', at, '赵监督')
  sqlite.close()
})

it('digits that do not count yet are digits of a seat of a frozen attempt, and can be written anew and deleted', () => {
  const database = open()
  const { draws } = database
  const row = { draw: number(1), attempt: 1, seat: 1, digits: '031415', opened: 0, at, by: '李' }
  const write = (fields: object) => () =>
    database.transaction(() => draws.saveDigitsEntry({ ...row, ...fields }))
  database.transaction(() => {
    draws.insertDraw(aDraw(1))
    draws.insertAttempt(anAttempt(1, null))
  })
  expect(write({})).toThrow('FOREIGN KEY')
  database.transaction(() => draws.insertFreeze(aFreeze(1)))
  for (const digits of ['', '12345', '1'.repeat(65), '12345a', '１２３４５６'])
    expect(write({ digits })).toThrow('CHECK')
  expect(write({ seat: 0 })).toThrow('CHECK')
  expect(write({ opened: 2 })).toThrow('CHECK')
  write({})()
  write({ digits: '271828' })()
  expect(draws.digitsEntries(number(1), 1)).toEqual([{ ...row, digits: '271828' }])
  database.transaction(() => draws.deleteDigitsEntries(number(1), 1))
  expect(draws.digitsEntries(number(1), 1)).toEqual([])
})
