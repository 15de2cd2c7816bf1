/** The tables that only ever grow: `UPDATE`, `DELETE` and `INSERT OR REPLACE` abort by trigger. */
export const appendOnlyTables = [
  'ledger',
  'import',
  'import_undo',
  'inspection_object_version',
  'inspector_version',
  'inspection_item_version',
  'recusal_version',
  'draw',
  'draw_attempt',
  'draw_freeze',
  'draw_contribution',
  'draw_result',
  'draw_reveal',
  'draw_confirmation',
  'draw_ending',
] as const
