import type { Migration } from './migration.ts'
import { appendOnly, isDigest, isOneOf, isTime } from './sql-fragments.ts'

const stamp = `at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> '')`
const kinds = [
  'freeze-slip',
  'form',
  'combined',
  'notice',
  'package',
  'signed',
  'approval',
  'photograph',
  'recording',
  'catalogue',
  'archive',
  'other',
]

/** Which form a paper is, which printed copy; 文号, what was entered of an inspection, notices and who checked them. */
export const papers = {
  number: 8,
  description: '文书：文号、打印份次、检查情况的填写、公示稿的核对',
  sql: `
CREATE TABLE document_rebuilt (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (${isOneOf('kind', kinds)}),
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL CHECK (type <> ''),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  pages INTEGER CHECK (pages >= 1),
  note TEXT CHECK (note <> ''),
  path TEXT NOT NULL UNIQUE CHECK (path <> ''),
  facts TEXT CHECK (facts IS NULL OR ${isDigest('facts')}),
  compared TEXT CHECK (compared IN ('qr', 'by-hand')),
  form TEXT CHECK (form <> ''),
  copy INTEGER NOT NULL DEFAULT 1 CHECK (copy >= 1),
  original TEXT REFERENCES document (id),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  FOREIGN KEY (draw, attempt) REFERENCES draw_attempt (draw, attempt),
  CHECK ((kind = 'signed') = (compared IS NOT NULL)),
  CHECK ((copy = 1) = (original IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO document_rebuilt
  (id, draw, attempt, kind, name, type, bytes, sha256, pages, note, path, facts, compared, at, "by")
  SELECT id, draw, attempt, kind, name, type, bytes, sha256, pages, note, path, facts, compared, at, "by" FROM document;
DROP TABLE document;
ALTER TABLE document_rebuilt RENAME TO document;
CREATE INDEX document_by_draw ON document (draw, attempt);
CREATE UNIQUE INDEX document_copies ON document (original, copy) WHERE original IS NOT NULL;
${appendOnly('document', [['id'], ['path'], ['original', 'copy']])}

CREATE TABLE document_print (
  document TEXT NOT NULL PRIMARY KEY REFERENCES document (id),
  ${stamp}
) STRICT, WITHOUT ROWID;
${appendOnly('document_print', [['document']])}

CREATE TABLE document_number (
  word TEXT NOT NULL CHECK (word <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL CHECK (text <> ''),
  draw TEXT NOT NULL REFERENCES draw (number),
  form TEXT NOT NULL CHECK (form <> ''),
  object TEXT NOT NULL CHECK (object NOT GLOB '* *'),
  ${stamp},
  PRIMARY KEY (word, year, number),
  UNIQUE (draw, form, object)
) STRICT, WITHOUT ROWID;
${appendOnly('document_number', [
  ['word', 'year', 'number'],
  ['draw', 'form', 'object'],
])}

CREATE TABLE inspection_entry (
  draw TEXT NOT NULL REFERENCES draw (number),
  object TEXT NOT NULL CHECK (object NOT GLOB '* *'),
  version INTEGER NOT NULL CHECK (version >= 1),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  ${stamp},
  PRIMARY KEY (draw, object, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER inspection_entry_consecutive BEFORE INSERT ON inspection_entry
WHEN NEW.version <> 1
  AND NOT EXISTS (SELECT 1 FROM inspection_entry
    WHERE draw = NEW.draw AND object = NEW.object AND version = NEW.version - 1)
BEGIN SELECT RAISE(ABORT, 'versions of inspection_entry must be consecutive'); END;
${appendOnly('inspection_entry', [['draw', 'object', 'version']])}

CREATE TABLE notice (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  draw TEXT NOT NULL REFERENCES draw (number),
  kind TEXT NOT NULL CHECK (${isOneOf('kind', ['before', 'result'])}),
  digest TEXT NOT NULL CHECK (${isDigest('digest')}),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  masked TEXT NOT NULL CHECK (json_valid(masked) AND json_type(masked) = 'array'),
  maker TEXT NOT NULL CHECK (maker <> ''),
  ${stamp}
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_by_draw ON notice (draw, kind);
${appendOnly('notice', [['id']])}

CREATE TABLE notice_confirmation (
  notice TEXT NOT NULL PRIMARY KEY REFERENCES notice (id),
  name TEXT NOT NULL CHECK (name <> ''),
  ${stamp}
) STRICT, WITHOUT ROWID;
${appendOnly('notice_confirmation', [['notice']])}
`,
} satisfies Migration
