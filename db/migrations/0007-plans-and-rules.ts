import type { Migration } from './migration.ts'
import { appendOnly, isDigest, isOneOf, isTime } from './sql-fragments.ts'

const text = (column: string) => `"${column}" TEXT NOT NULL CHECK ("${column}" <> '')`
const optional = (column: string) => `"${column}" TEXT CHECK ("${column}" <> '')`
const oneOf = (column: string, values: readonly string[]) =>
  `"${column}" TEXT NOT NULL CHECK (${isOneOf(`"${column}"`, values)})`
const list = (column: string) =>
  `"${column}" TEXT NOT NULL CHECK (json_valid("${column}") AND json_type("${column}") = 'array')`
const object = (column: string) =>
  `"${column}" TEXT NOT NULL CHECK (json_valid("${column}") AND json_type("${column}") = 'object')`
const share = (column: string) => `"${column}" INTEGER CHECK ("${column}" BETWEEN 1 AND 10000)`
const day = (column: string) => `"${column}" TEXT NOT NULL CHECK ("${column}" IS date("${column}"))`
const stamp = `at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> '')`
const registers = ['objects', 'inspectors', 'items', 'recusals', 'plans', 'visits', 'powers']
const letters = ['O', 'P', 'I', 'R', 'L', 'V', 'W']

/** A register with its history, as migration 2 made the first four, and its search index as migration 4 did. */
function register(
  name: string,
  letter: string,
  columns: readonly string[],
  filters: readonly string[],
): string {
  const table = `${name}_version`
  const six = '[0-9]'.repeat(6)
  return `
CREATE TABLE ${table} (
  serial TEXT NOT NULL CHECK (serial GLOB '${letter}${six}*' AND substr(serial, 2) NOT GLOB '*[^0-9]*'),
  version INTEGER NOT NULL CHECK (version >= 1),
  change TEXT NOT NULL CHECK (${isOneOf('change', ['added', 'changed', 'retired'])}),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  moment INTEGER NOT NULL,
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  change_reason TEXT CHECK (change_reason <> ''),
  import_id INTEGER REFERENCES import (id),
  ${columns.join(',\n  ')},
  PRIMARY KEY (serial, version),
  CHECK ((version = 1) = (change = 'added'))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ${table}_consecutive BEFORE INSERT ON ${table}
WHEN NEW.version <> 1
  AND NOT EXISTS (SELECT 1 FROM ${table} WHERE serial = NEW.serial AND version = NEW.version - 1)
BEGIN SELECT RAISE(ABORT, 'versions of ${name} must be consecutive'); END;
CREATE TRIGGER ${table}_retired_for_good BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM ${table} WHERE serial = NEW.serial AND version = NEW.version - 1 AND change = 'retired')
BEGIN SELECT RAISE(ABORT, 'a retired row of ${name} stays retired'); END;
${appendOnly(table, [['serial', 'version']])}
CREATE VIEW ${name}_current AS SELECT * FROM ${table} AS newest
WHERE change <> 'retired'
  AND NOT EXISTS (SELECT 1 FROM ${table} AS next WHERE next.serial = newest.serial AND next.version = newest.version + 1);
CREATE TABLE ${name}_search (
  serial TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  search_text TEXT NOT NULL,
  ${filters.map((column) => `"${column}" TEXT NOT NULL`).join(',\n  ')}
) STRICT, WITHOUT ROWID;
CREATE INDEX ${name}_by_import ON ${name}_version (import_id) WHERE import_id IS NOT NULL;
`
}

/** A table whose CHECK names the registers is made anew with the new ones; foreign keys are off meanwhile. */
const rebuilt = `
CREATE TABLE import_rebuilt (
  id INTEGER NOT NULL PRIMARY KEY,
  register TEXT NOT NULL CHECK (${isOneOf('register', registers)}),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  taken INTEGER NOT NULL CHECK (taken >= 0),
  normalised INTEGER NOT NULL CHECK (normalised >= 0),
  changed INTEGER NOT NULL CHECK (changed >= 0),
  skipped INTEGER NOT NULL CHECK (skipped >= 0)
) STRICT;
INSERT INTO import_rebuilt SELECT * FROM import;
DROP TABLE import;
ALTER TABLE import_rebuilt RENAME TO import;
${appendOnly('import', [['id']])}
CREATE TABLE serial_counter_rebuilt (
  kind TEXT NOT NULL PRIMARY KEY CHECK (${isOneOf('kind', letters)}),
  last INTEGER NOT NULL CHECK (last >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO serial_counter_rebuilt SELECT * FROM serial_counter;
DROP TABLE serial_counter;
ALTER TABLE serial_counter_rebuilt RENAME TO serial_counter;
INSERT INTO serial_counter (kind, last) VALUES ('L', 0), ('V', 0), ('W', 0);
CREATE TRIGGER serial_counter_only_grows BEFORE UPDATE ON serial_counter
WHEN NEW.kind <> OLD.kind OR NEW.last <= OLD.last
BEGIN SELECT RAISE(ABORT, 'a serial is never given twice'); END;
CREATE TRIGGER serial_counter_kept BEFORE DELETE ON serial_counter
BEGIN SELECT RAISE(ABORT, 'a serial is never given twice'); END;
CREATE TRIGGER serial_counter_not_replaced BEFORE INSERT ON serial_counter
WHEN EXISTS (SELECT 1 FROM serial_counter WHERE kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'a serial is never given twice'); END;
`

const addList = (column: string) =>
  `"${column}" TEXT NOT NULL DEFAULT '[]' CHECK (json_valid("${column}") AND json_type("${column}") = 'array')`

/** What items and inspectors say besides: confirmed objects, law bounds, joint checks; origin and leave. */
const added = [
  ['inspection_item_version', addList('applies_kinds')],
  ['inspection_item_version', addList('applies_categories')],
  ['inspection_item_version', optional('law_basis')],
  ['inspection_item_version', `ratio_floor INTEGER CHECK (ratio_floor BETWEEN 0 AND 10000)`],
  ['inspection_item_version', `ratio_ceiling INTEGER CHECK (ratio_ceiling BETWEEN 0 AND 10000)`],
  ['inspection_item_version', `frequency_floor INTEGER CHECK (frequency_floor BETWEEN 0 AND 366)`],
  ['inspection_item_version', `frequency_ceiling INTEGER CHECK (frequency_ceiling BETWEEN 0 AND 366)`],
  ['inspection_item_version', optional('joint_initiator')],
  ['inspection_item_version', addList('joint_departments')],
  ['inspection_item_version', `public_concern INTEGER NOT NULL DEFAULT 0 CHECK (public_concern IN (0, 1))`],
  [
    'inspector_version',
    `origin TEXT NOT NULL DEFAULT '本单位' CHECK (${isOneOf('origin', ['本单位', '联合部门', '下级单位', '邻近区域'])})`,
  ],
  ['inspector_version', `leave_from TEXT CHECK (leave_from IS date(leave_from))`],
  ['inspector_version', `leave_until TEXT CHECK (leave_until IS date(leave_until))`],
  ['inspector_search', `origin TEXT NOT NULL DEFAULT ''`],
]
  .map(([table, column]) => `ALTER TABLE ${table} ADD COLUMN ${column};`)
  .join('\n')

/** 年度计划, 实施方案, 非双随机检查, 权责清单; reviews and publications of lists; what pages remember. */
export const plansAndRules = {
  number: 7,
  description: '年度计划、实施方案、非双随机检查、权责清单，名录的审核、批准与公布',
  sql: `
${rebuilt}
${added}
${register(
  'plan_line',
  'L',
  [
    `year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999)`,
    text('number'),
    text('item'),
    list('further_items'),
    optional('department'),
    optional('scope'),
    list('kinds'),
    list('business_categories'),
    list('regions'),
    share('ratio'),
    `frequency INTEGER CHECK (frequency BETWEEN 1 AND 366)`,
    `estimate INTEGER CHECK (estimate >= 0)`,
    optional('period'),
    optional('inspectors'),
    optional('steps'),
    optional('use'),
    optional('joint_initiator'),
    list('joint_departments'),
    share('ratio_complaint'),
    share('ratio_abnormal'),
    share('ratio_dishonest'),
    share('ratio_watch'),
    share('ratio_trusted'),
    optional('note'),
    optional('exception_reason'),
  ],
  ['year', 'department', 'item', 'joint_initiator'],
)}
CREATE INDEX plan_line_by_item ON plan_line_version (item);
CREATE INDEX plan_line_by_number ON plan_line_version (number);
${register(
  'visit',
  'V',
  [
    text('object'),
    oneOf('kind', [
      '投诉举报',
      '转办交办督办',
      '其他部门移送',
      '大数据监测发现',
      '突发安全事件',
      '上级专门部署',
      '其他非双随机',
      '其他部门检查',
    ]),
    day('date'),
    optional('number'),
    optional('department'),
    optional('item'),
    `passed INTEGER CHECK (passed IN (0, 1))`,
    optional('findings'),
    optional('remark'),
  ],
  ['kind', 'department', 'item', 'passed'],
)}
CREATE INDEX visit_by_object ON visit_version (object);
CREATE TRIGGER visit_version_refers BEFORE INSERT ON visit_version
WHEN NOT EXISTS (SELECT 1 FROM inspection_object_version WHERE serial = NEW.object)
BEGIN SELECT RAISE(ABORT, 'a visit names an object of the register'); END;
${register(
  'power',
  'W',
  [
    text('name'),
    optional('category'),
    optional('basis'),
    optional('department'),
    `field TEXT CHECK (${isOneOf('field', ['市场监管', '其他行政执法'])})`,
    optional('item'),
  ],
  ['department', 'field', 'category'],
)}
CREATE INDEX power_by_name ON power_version (name);

-- Files kept of anything but a draw: approvals, proofs of filing, published tables.
CREATE TABLE paper (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  subject TEXT NOT NULL CHECK (subject <> ''),
  kind TEXT NOT NULL CHECK (${isOneOf('kind', ['approval', 'proof', 'form', 'other'])}),
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL CHECK (type <> ''),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  pages INTEGER CHECK (pages >= 1),
  note TEXT CHECK (note <> ''),
  path TEXT NOT NULL UNIQUE CHECK (path <> ''),
  ${stamp}
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_by_subject ON paper (subject);
${appendOnly('paper', [['id'], ['path']])}

-- A list as it was handed in for review; year 0 where the list is of no year. Its text is the register's at moment.
CREATE TABLE release (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  subject TEXT NOT NULL CHECK (${isOneOf('subject', ['items', 'joint-items', 'objects', 'inspectors', 'plans'])}),
  year INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 2000 AND 2999),
  number INTEGER NOT NULL CHECK (number >= 1),
  moment INTEGER NOT NULL,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  digest TEXT NOT NULL CHECK (${isDigest('digest')}),
  reason TEXT CHECK (reason <> ''),
  ${stamp},
  UNIQUE (subject, year, number)
) STRICT, WITHOUT ROWID;
${appendOnly('release', [['id'], ['subject', 'year', 'number']])}
CREATE TABLE release_step (
  release TEXT NOT NULL REFERENCES release (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  step TEXT NOT NULL CHECK (${isOneOf('step', ['reviewed', 'approved', 'published', 'filed', 'returned'])}),
  name TEXT CHECK (name <> ''),
  number TEXT CHECK (number <> ''),
  date TEXT NOT NULL CHECK (date IS date(date)),
  recipient TEXT CHECK (recipient <> ''),
  place TEXT CHECK (place <> ''),
  note TEXT CHECK (note <> ''),
  paper TEXT REFERENCES paper (id),
  ${stamp},
  PRIMARY KEY (release, sequence)
) STRICT, WITHOUT ROWID;
${appendOnly('release_step', [['release', 'sequence']])}

-- That a register was revised for June or December (S1 第六条), with what changed since the revision before.
CREATE TABLE register_revision (
  register TEXT NOT NULL CHECK (${isOneOf('register', ['objects', 'inspectors', 'items'])}),
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  moment INTEGER NOT NULL,
  ${object('summary')},
  note TEXT CHECK (note <> ''),
  paper TEXT REFERENCES paper (id),
  ${stamp},
  PRIMARY KEY (register, period)
) STRICT, WITHOUT ROWID;
${appendOnly('register_revision', [['register', 'period']])}

-- 实施方案 (S2 第九条): changed until it is approved, and never after.
CREATE TABLE scheme (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  line TEXT CHECK (line <> ''),
  ${object('body')},
  created_at TEXT NOT NULL CHECK (${isTime('created_at')}),
  updated_at TEXT NOT NULL CHECK (${isTime('updated_at')}),
  "by" TEXT NOT NULL CHECK ("by" <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE scheme_approval (
  scheme TEXT NOT NULL PRIMARY KEY REFERENCES scheme (id),
  name TEXT NOT NULL CHECK (name <> ''),
  number TEXT NOT NULL CHECK (number <> ''),
  date TEXT NOT NULL CHECK (date IS date(date)),
  paper TEXT NOT NULL REFERENCES paper (id),
  digest TEXT NOT NULL CHECK (${isDigest('digest')}),
  ${stamp}
) STRICT, WITHOUT ROWID;
${appendOnly('scheme_approval', [['scheme']])}
CREATE TRIGGER scheme_approved_stays BEFORE UPDATE ON scheme
WHEN EXISTS (SELECT 1 FROM scheme_approval WHERE scheme = OLD.id)
BEGIN SELECT RAISE(ABORT, 'an approved scheme is never changed'); END;
CREATE TRIGGER scheme_approved_kept BEFORE DELETE ON scheme
WHEN EXISTS (SELECT 1 FROM scheme_approval WHERE scheme = OLD.id)
BEGIN SELECT RAISE(ABORT, 'an approved scheme is never deleted'); END;

-- On which line of which plan, and which scheme, an attempt was frozen.
CREATE TABLE draw_basis (
  draw TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  line TEXT CHECK (line <> ''),
  scheme TEXT REFERENCES scheme (id),
  outside TEXT CHECK (outside <> ''),
  ${stamp},
  PRIMARY KEY (draw, attempt),
  FOREIGN KEY (draw, attempt) REFERENCES draw_attempt (draw, attempt)
) STRICT, WITHOUT ROWID;
CREATE INDEX draw_basis_by_line ON draw_basis (line) WHERE line IS NOT NULL;
${appendOnly('draw_basis', [['draw', 'attempt']])}

CREATE TABLE saved_filter (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  register TEXT NOT NULL CHECK (${isOneOf('register', registers)}),
  name TEXT NOT NULL CHECK (name <> ''),
  ${object('body')},
  ${stamp},
  UNIQUE (register, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE header_mapping (
  register TEXT NOT NULL CHECK (${isOneOf('register', registers)}),
  title TEXT NOT NULL CHECK (title <> ''),
  field TEXT NOT NULL CHECK (field <> ''),
  ${stamp},
  PRIMARY KEY (register, title)
) STRICT, WITHOUT ROWID;
-- Two rows of a register that look alike and are not the same: decided once.
CREATE TABLE distinct_pair (
  register TEXT NOT NULL CHECK (${isOneOf('register', ['objects', 'inspectors'])}),
  first TEXT NOT NULL CHECK (first <> ''),
  second TEXT NOT NULL CHECK (second <> '' AND first < second),
  reason TEXT CHECK (reason <> ''),
  ${stamp},
  PRIMARY KEY (register, first, second)
) STRICT, WITHOUT ROWID;
${appendOnly('distinct_pair', [['register', 'first', 'second']])}
`,
} satisfies Migration
