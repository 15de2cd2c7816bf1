/*
 * Pieces of SQL that the migrations share. They are part of released migrations: change none, add beside them.
 * (test/db/migrations/released.test.ts compares the digests of all migrations.)
 */

/** CHECK: ISO 8601 to the second with a numeric offset (draw-spec section 1). */
export function isTime(column: string): string {
  const two = '[0-9][0-9]'
  return `${column} GLOB '${two}${two}-${two}-${two}T${two}:${two}:${two}[+-]${two}:${two}'`
}

/** CHECK: 64 lowercase hex digits. The octets are counted too, because `length` and GLOB stop at a NUL. */
export function isDigest(column: string): string {
  return `length(${column}) = 64 AND octet_length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*'`
}

/** CHECK: the column is one of the texts. NULL passes where the column allows it. */
export function isOneOf(column: string, values: readonly string[]): string {
  return `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`
}

/**
 * The triggers that make a table append-only: no UPDATE, no DELETE, and no INSERT of a key that is there,
 * because `INSERT OR REPLACE` deletes without firing DELETE triggers unless `recursive_triggers` is on, which
 * another program need not set.
 *
 * @param keys every unique key of the table, each a list of columns
 */
export function appendOnly(table: string, keys: readonly (readonly string[])[]): string {
  const clash = keys
    .map((columns) => columns.map((column) => `"${column}" = NEW."${column}"`).join(' AND '))
    .map((condition) => `EXISTS (SELECT 1 FROM "${table}" WHERE ${condition})`)
    .join(' OR ')
  return `
CREATE TRIGGER "${table}_no_update" BEFORE UPDATE ON "${table}"
BEGIN SELECT RAISE(ABORT, 'append-only: ${table} cannot be updated'); END;
CREATE TRIGGER "${table}_no_delete" BEFORE DELETE ON "${table}"
BEGIN SELECT RAISE(ABORT, 'append-only: ${table} cannot be deleted from'); END;
CREATE TRIGGER "${table}_no_replace" BEFORE INSERT ON "${table}" WHEN ${clash}
BEGIN SELECT RAISE(ABORT, 'append-only: ${table} already holds this key'); END;
`
}
