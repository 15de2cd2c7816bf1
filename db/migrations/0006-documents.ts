import type { Migration } from './migration.ts'
import { appendOnly, isDigest, isOneOf, isTime } from './sql-fragments.ts'

/** Files that are kept of a draw (文书与材料), and the approvals (批准) beside it. */
export const documents = {
  number: 6,
  description: '文书、材料与批准',
  sql: `
CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (${isOneOf('kind', ['freeze-slip', 'form', 'package', 'signed', 'approval', 'other'])}),
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL CHECK (type <> ''),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  pages INTEGER CHECK (pages >= 1),
  note TEXT CHECK (note <> ''),
  path TEXT NOT NULL UNIQUE CHECK (path <> ''),
  facts TEXT CHECK (facts IS NULL OR ${isDigest('facts')}),
  compared TEXT CHECK (compared IN ('qr', 'by-hand')),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  FOREIGN KEY (draw, attempt) REFERENCES draw_attempt (draw, attempt),
  CHECK ((kind = 'signed') = (compared IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX document_by_draw ON document (draw, attempt);
${appendOnly('document', [['id'], ['path']])}

CREATE TABLE approval (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  purpose TEXT NOT NULL CHECK (${isOneOf('purpose', ['abort', 'void', 'again', 'amendment'])}),
  name TEXT NOT NULL CHECK (name <> ''),
  number TEXT NOT NULL CHECK (number <> ''),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document TEXT REFERENCES document (id),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  PRIMARY KEY (draw, attempt, purpose),
  FOREIGN KEY (draw, attempt) REFERENCES draw_attempt (draw, attempt)
) STRICT, WITHOUT ROWID;
${appendOnly('approval', [['draw', 'attempt', 'purpose']])}
`,
} satisfies Migration
