import type { Migration } from './migration.ts'
import { appendOnly, isDigest, isOneOf, isTime } from './sql-fragments.ts'

const by = `"by" TEXT NOT NULL CHECK ("by" <> '')`
const at = `at TEXT NOT NULL CHECK (${isTime('at')})`
const ofAttempt = 'draw = NEW.draw AND attempt = NEW.attempt'

/** A rule between the tables of a draw: an INSERT into `table` is refused where `condition` holds. */
function refused(name: string, table: string, condition: string, sentence: string): string {
  return `CREATE TRIGGER ${name} BEFORE INSERT ON ${table} WHEN ${condition}
BEGIN SELECT RAISE(ABORT, '${sentence}'); END;`
}

/** Draws (摇号) from the draft to the confirmation: SSJ-DRAW-1 sections 3 and 7. */
export const draws = {
  number: 3,
  description: '摇号：草案、场次、承诺、锁定、数字、结果、揭晓、确认、中止与作废',
  sql: `
CREATE TABLE draw_draft (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  body TEXT NOT NULL CHECK (json_valid(body)),
  created_at TEXT NOT NULL CHECK (${isTime('created_at')}),
  updated_at TEXT NOT NULL CHECK (${isTime('updated_at')}),
  ${by}
) STRICT, WITHOUT ROWID;

CREATE TABLE draw (
  number TEXT NOT NULL PRIMARY KEY,
  office_code TEXT NOT NULL CHECK (office_code <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  kind TEXT NOT NULL CHECK (${isOneOf('kind', ['draw', 'match', 'replace-inspector', 'replace-object'])}),
  mode TEXT NOT NULL CHECK (${isOneOf('mode', ['official', 'rehearsal', 'unwitnessed'])}),
  draft_id TEXT REFERENCES draw_draft (id),
  root TEXT REFERENCES draw (number),
  amends TEXT REFERENCES draw_result (digest),
  ${at},
  ${by},
  UNIQUE (office_code, year, sequence),
  CHECK (number = printf('%s-%04d-%04d', office_code, year, sequence)),
  CHECK ((kind = 'draw') = (root IS NULL) AND (kind = 'draw') = (amends IS NULL) AND root IS NOT number)
) STRICT, WITHOUT ROWID;
CREATE INDEX draw_by_root ON draw (root) WHERE root IS NOT NULL;
${refused(
  'draw_consecutive',
  'draw',
  `NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM draw
    WHERE office_code = NEW.office_code AND year = NEW.year)`,
  'numbers of draws must be consecutive',
)}
${appendOnly('draw', [['number'], ['office_code', 'year', 'sequence']])}

CREATE TABLE draw_attempt (
  draw TEXT NOT NULL REFERENCES draw (number),
  attempt INTEGER NOT NULL CHECK (attempt >= 1),
  secret TEXT NOT NULL UNIQUE CHECK (${isDigest('secret')}),
  commitment TEXT NOT NULL UNIQUE CHECK (${isDigest('commitment')} AND commitment <> secret),
  previous TEXT REFERENCES draw_ending (digest),
  reason TEXT CHECK (reason <> ''),
  approver TEXT CHECK (approver <> ''),
  ${at},
  ${by},
  PRIMARY KEY (draw, attempt),
  CHECK ((attempt = 1) = (previous IS NULL) AND (attempt = 1 OR reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
${refused(
  'draw_attempt_follows_ending',
  'draw_attempt',
  `NEW.attempt > 1 AND NOT EXISTS (SELECT 1 FROM draw_ending
    WHERE draw = NEW.draw AND attempt = NEW.attempt - 1 AND digest = NEW.previous)`,
  'a further attempt follows the aborted or void one before it',
)}
${appendOnly('draw_attempt', [['draw', 'attempt'], ['secret'], ['commitment']])}

CREATE TABLE draw_freeze (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  digest TEXT NOT NULL UNIQUE CHECK (${isDigest('digest')}),
  manifest TEXT NOT NULL CHECK (manifest <> ''),
  objects TEXT NOT NULL CHECK (objects <> ''),
  inspectors TEXT NOT NULL CHECK (inspectors <> ''),
  recusals TEXT NOT NULL CHECK (recusals <> ''),
  excluded TEXT NOT NULL CHECK (excluded <> ''),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  ${at},
  ${by},
  PRIMARY KEY (draw, attempt),
  FOREIGN KEY (draw, attempt) REFERENCES draw_attempt (draw, attempt)
) STRICT, WITHOUT ROWID;
${refused(
  'draw_freeze_of_open_attempt',
  'draw_freeze',
  `EXISTS (SELECT 1 FROM draw_ending WHERE ${ofAttempt})`,
  'an ended attempt cannot be frozen',
)}
${appendOnly('draw_freeze', [['draw', 'attempt'], ['digest']])}

CREATE TABLE draw_contribution (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  seat INTEGER NOT NULL CHECK (seat >= 1),
  digits TEXT NOT NULL CHECK (length(digits) BETWEEN 6 AND 64 AND octet_length(digits) = length(digits)
    AND digits NOT GLOB '*[^0-9]*'),
  ${at},
  ${by},
  PRIMARY KEY (draw, attempt, seat),
  FOREIGN KEY (draw, attempt) REFERENCES draw_freeze (draw, attempt)
) STRICT, WITHOUT ROWID;
${refused(
  'draw_contribution_before_result',
  'draw_contribution',
  `EXISTS (SELECT 1 FROM draw_result WHERE ${ofAttempt})`,
  'no digits are taken after the result',
)}
${refused(
  'draw_contribution_of_open_attempt',
  'draw_contribution',
  `EXISTS (SELECT 1 FROM draw_ending WHERE ${ofAttempt})`,
  'an ended attempt takes no digits',
)}
${appendOnly('draw_contribution', [['draw', 'attempt', 'seat']])}

CREATE TABLE draw_result (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  digest TEXT NOT NULL UNIQUE CHECK (${isDigest('digest')}),
  result TEXT NOT NULL CHECK (result <> ''),
  single_candidates INTEGER NOT NULL CHECK (single_candidates >= 0),
  ${at},
  PRIMARY KEY (draw, attempt),
  FOREIGN KEY (draw, attempt) REFERENCES draw_freeze (draw, attempt)
) STRICT, WITHOUT ROWID;
${refused(
  'draw_result_of_open_attempt',
  'draw_result',
  `EXISTS (SELECT 1 FROM draw_ending WHERE ${ofAttempt})`,
  'an ended attempt has no result',
)}
${refused(
  'draw_result_after_contribution',
  'draw_result',
  `NOT EXISTS (SELECT 1 FROM draw_contribution WHERE ${ofAttempt})`,
  'there is no result without the digits of a witness',
)}
${appendOnly('draw_result', [['draw', 'attempt'], ['digest']])}

CREATE TABLE draw_reveal (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  step INTEGER NOT NULL CHECK (step >= 0),
  ${at},
  ${by},
  PRIMARY KEY (draw, attempt, step),
  FOREIGN KEY (draw, attempt) REFERENCES draw_result (draw, attempt)
) STRICT, WITHOUT ROWID;
${refused(
  'draw_reveal_goes_on',
  'draw_reveal',
  `EXISTS (SELECT 1 FROM draw_reveal WHERE ${ofAttempt} AND step > NEW.step)`,
  'what was revealed is not taken back',
)}
${appendOnly('draw_reveal', [['draw', 'attempt', 'step']])}

CREATE TABLE draw_confirmation (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  ${at},
  ${by},
  PRIMARY KEY (draw, attempt),
  FOREIGN KEY (draw, attempt) REFERENCES draw_result (draw, attempt)
) STRICT, WITHOUT ROWID;
${refused(
  'draw_confirmation_of_open_attempt',
  'draw_confirmation',
  `EXISTS (SELECT 1 FROM draw_ending WHERE ${ofAttempt})`,
  'a void attempt cannot be confirmed',
)}
${appendOnly('draw_confirmation', [['draw', 'attempt']])}

CREATE TABLE draw_ending (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (${isOneOf('kind', ['aborted', 'void'])}),
  record TEXT NOT NULL CHECK (record <> ''),
  digest TEXT NOT NULL UNIQUE CHECK (${isDigest('digest')}),
  ${at},
  ${by},
  PRIMARY KEY (draw, attempt),
  FOREIGN KEY (draw, attempt) REFERENCES draw_attempt (draw, attempt)
) STRICT, WITHOUT ROWID;
${refused(
  'draw_ending_aborted_before_result',
  'draw_ending',
  `NEW.kind = 'aborted' AND EXISTS (SELECT 1 FROM draw_result WHERE ${ofAttempt})`,
  'an attempt with a result can only be declared void',
)}
${refused(
  'draw_ending_void_after_result',
  'draw_ending',
  `NEW.kind = 'void' AND NOT EXISTS (SELECT 1 FROM draw_result WHERE ${ofAttempt})`,
  'an attempt without a result can only be aborted',
)}
${appendOnly('draw_ending', [['draw', 'attempt'], ['digest']])}
`,
} satisfies Migration
