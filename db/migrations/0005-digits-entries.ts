import type { Migration } from './migration.ts'
import { isTime } from './sql-fragments.ts'

const ofAttempt = 'draw = NEW.draw AND attempt = NEW.attempt'

/**
 * Digits that witnesses handed over and that do not count yet (draw-spec section 3.3). They change in place and
 * are deleted when they are confirmed or the attempt ends. Confirmed digits stand in `draw_contribution`: an
 * attempt has the one or the other, never both, so that nobody's digits are known before the others give theirs.
 */
export const digitsEntries = {
  number: 5,
  description: '未确认的见证数字',
  sql: `
CREATE TABLE digits_entry (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  seat INTEGER NOT NULL CHECK (seat >= 1),
  digits TEXT NOT NULL CHECK (length(digits) BETWEEN 6 AND 64 AND octet_length(digits) = length(digits)
    AND digits NOT GLOB '*[^0-9]*'),
  opened INTEGER NOT NULL CHECK (opened IN (0, 1)),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  PRIMARY KEY (draw, attempt, seat),
  FOREIGN KEY (draw, attempt) REFERENCES draw_freeze (draw, attempt)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER digits_entry_of_open_attempt BEFORE INSERT ON digits_entry
WHEN EXISTS (SELECT 1 FROM draw_contribution WHERE ${ofAttempt})
  OR EXISTS (SELECT 1 FROM draw_ending WHERE ${ofAttempt})
BEGIN SELECT RAISE(ABORT, 'digits are entered before any is confirmed, of an attempt that is open'); END;
CREATE TRIGGER draw_contribution_not_beside_entries BEFORE INSERT ON draw_contribution
WHEN EXISTS (SELECT 1 FROM digits_entry WHERE ${ofAttempt})
BEGIN SELECT RAISE(ABORT, 'digits are not confirmed one by one while others are entered'); END;
`,
} satisfies Migration
