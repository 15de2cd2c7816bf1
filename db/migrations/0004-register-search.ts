import type { Migration } from './migration.ts'
import { appendOnly, isTime } from './sql-fragments.ts'

/**
 * The search text of every row in force and the values by which it is filtered: an index that the register store
 * keeps, and that opening fills anew where `search_index` names another format than the program's.
 */
function search(name: string, filters: readonly string[]): string {
  return `
CREATE TABLE ${name}_search (
  serial TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  ${filters.map((column) => `"${column}" TEXT NOT NULL`).join(',\n  ')}
) STRICT, WITHOUT ROWID;
CREATE INDEX ${name}_by_import ON ${name}_version (import_id) WHERE import_id IS NOT NULL;
`
}

/** The search in the registers (检索), and what was undone of the imports (撤销导入). */
export const registerSearch = {
  number: 4,
  description: '名录的检索索引与撤销导入',
  sql: `
CREATE TABLE search_index (
  format INTEGER NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
${search('inspection_object', ['kind', 'state', 'region', 'business_category', 'department', 'credit_grade', 'marks', 'items'])}
${search('inspector', ['unit', 'department', 'category', 'specialties', 'kind', 'may_lead', 'establishment', 'state'])}
${search('inspection_item', ['department', 'category', 'field', 'method', 'included'])}
${search('recusal', ['reason_code'])}
CREATE TABLE import_undo (
  import_id INTEGER NOT NULL PRIMARY KEY REFERENCES import (id),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  retired INTEGER NOT NULL CHECK (retired >= 0),
  restored INTEGER NOT NULL CHECK (restored >= 0)
) STRICT;
${appendOnly('import_undo', [['import_id']])}
`,
} satisfies Migration
