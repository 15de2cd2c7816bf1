import type { Migration } from './migration.ts'
import { appendOnly, isDigest, isTime } from './sql-fragments.ts'

/** Settings (设置) and the ledger (台账, SSJ-LEDGER-1). */
export const settingsAndLedger = {
  number: 1,
  description: '设置与台账',
  sql: `
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- The office's code begins every id and every draw number: it is fixed once for a data folder.
CREATE TRIGGER setting_office_code_fixed BEFORE UPDATE ON setting
WHEN OLD.key = 'office.code' AND (NEW.key <> OLD.key OR NEW.value <> OLD.value)
BEGIN SELECT RAISE(ABORT, 'the code of the office is fixed'); END;
CREATE TRIGGER setting_office_code_kept BEFORE DELETE ON setting WHEN OLD.key = 'office.code'
BEGIN SELECT RAISE(ABORT, 'the code of the office is fixed'); END;
CREATE TRIGGER setting_office_code_not_replaced BEFORE INSERT ON setting
WHEN NEW.key = 'office.code'
  AND EXISTS (SELECT 1 FROM setting WHERE key = 'office.code' AND value <> NEW.value)
BEGIN SELECT RAISE(ABORT, 'the code of the office is fixed'); END;

-- The columns repeat what the canonical text says, so that a query and the chain can never tell two stories.
CREATE TABLE ledger (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  actor TEXT NOT NULL CHECK (actor <> ''),
  event TEXT NOT NULL CHECK (event <> ''),
  canonical TEXT NOT NULL CHECK (json_valid(canonical)),
  digest TEXT NOT NULL CHECK (${isDigest('digest')}),
  prev TEXT NOT NULL CHECK (prev = '-' AND seq = 1 OR seq > 1 AND ${isDigest('prev')}),
  hash TEXT NOT NULL CHECK (${isDigest('hash')}),
  CHECK (canonical ->> '$.seq' = seq AND canonical ->> '$.at' = at AND canonical ->> '$.actor' = actor
    AND canonical ->> '$.event' = event AND canonical ->> '$.prev' = prev)
) STRICT;
CREATE TRIGGER ledger_chained BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1), '-')
BEGIN SELECT RAISE(ABORT, 'a ledger entry must follow the newest one'); END;
${appendOnly('ledger', [['seq']])}`,
} satisfies Migration
