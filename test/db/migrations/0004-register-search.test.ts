import { expect, it } from 'vitest'
import { open } from '../sample-database.ts'
import { allRows, databaseAt, fillVersion1, fillVersion2, migrateTo } from './at-version.ts'

it('migration 4 keeps the registers with their history, and what was in them before is found after opening', () => {
  const { folder, sqlite } = databaseAt(3)
  fillVersion1(sqlite)
  fillVersion2(sqlite)
  const before = allRows(sqlite)
  migrateTo(sqlite, folder, 3, 4)
  expect(allRows(sqlite)).toEqual({
    ...before,
    import_undo: [],
    inspection_item_search: [],
    inspection_object_search: [],
    inspector_search: [],
    recusal_search: [],
    search_index: [],
  })
  sqlite.close()
  const database = open({ folder })
  const part = { limit: 9, offset: 0 }
  expect(database.objects.search('slgs', part).rows).toMatchObject([{ serial: 'O000001', version: 2 }])
  expect(database.objects.search('', part, { state: ['停业'] }).total).toBe(1)
  expect(database.inspectors.search('zhangsan', part).total).toBe(1)
  expect(database.items.search('扬尘', part).total).toBe(1)
  expect(database.recusals.search('张三', part).total).toBe(1)
})
