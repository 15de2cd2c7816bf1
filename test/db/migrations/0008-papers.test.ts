import { expect, it } from 'vitest'
import { open } from '../sample-database.ts'
import { aDocument } from '../sample-draw.ts'
import { at, hex } from '../sample-rows.ts'
import { allRows, databaseAt, fillVersion1, fillVersion2, fillVersion3, migrateTo } from './at-version.ts'

const draw = 'YL01-2026-0001'
const [first, second] = [aDocument(1).id, aDocument(2).id]

/** Version 7 with a signed form and the scan of an approval that names it. */
function filled() {
  const { folder, sqlite } = databaseAt(3)
  fillVersion1(sqlite)
  fillVersion2(sqlite)
  fillVersion3(sqlite)
  migrateTo(sqlite, folder, 3, 7)
  const insert = sqlite.prepare(`INSERT INTO document VALUES
    (?, '${draw}', 1, ?, ?, 'application/pdf', 9, '${hex(1)}', 2, NULL, ?, NULL, ?, '${at}', '李')`)
  insert.run(first, 'signed', '签字件.pdf', `${draw}/签字件.pdf`, 'qr')
  insert.run(second, 'approval', '批准文件.pdf', `${draw}/批准文件.pdf`, null)
  sqlite.exec(
    `INSERT INTO approval VALUES ('${draw}', 1, 'again', '苏文彬', '示例〔2026〕3号', '2026-11-20', '${second}', '${at}', '李')`,
  )
  return { folder, sqlite }
}

it('migration 8 keeps every document as a first copy of no form, with the approvals that name it', () => {
  const { folder, sqlite } = filled()
  const before = allRows(sqlite)
  migrateTo(sqlite, folder, 7, 8)
  const after = allRows(sqlite)
  expect(after).toEqual({
    ...before,
    document: (before.document ?? []).map((row) => ({
      ...(row as object),
      form: null,
      copy: 1,
      original: null,
    })),
    document_print: [],
    document_number: [],
    inspection_entry: [],
    notice: [],
    notice_confirmation: [],
  })
  expect(after.document).toHaveLength(2)
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
})

it('after migration 8 documents are guarded as before, and are what only papers can be', () => {
  const { folder, sqlite } = filled()
  migrateTo(sqlite, folder, 7, 8)
  for (const sql of [
    `UPDATE document SET name = '另一份.pdf'`,
    'DELETE FROM document',
    'INSERT OR REPLACE INTO document SELECT * FROM document',
  ])
    expect(() => sqlite.exec(sql), sql).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_TRIGGER' }),
    )
  sqlite.close()
  const database = open({ folder })
  const write = (fields: object) => () =>
    database.transaction(() =>
      database.documents.insert({ ...aDocument(9, draw), attempt: 1, path: `${draw}/9.pdf`, ...fields }),
    )
  expect(write({ kind: 'drawing' })).toThrow('CHECK')
  // A further copy names the first one, and the first one none.
  expect(write({ copy: 2 })).toThrow('CHECK')
  expect(write({ original: first })).toThrow('CHECK')
  expect(write({ copy: 2, original: 'nothing' })).toThrow('FOREIGN KEY')
  write({ kind: 'photograph', copy: 2, original: first })()
  const again = { id: aDocument(8).id, path: `${draw}/8.pdf` }
  expect(write({ ...again, copy: 2, original: first })).toThrow('append-only')
  expect(database.documents.ofDraw(draw)).toHaveLength(3)
})
