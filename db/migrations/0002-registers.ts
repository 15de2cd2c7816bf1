import type { Migration } from './migration.ts'
import { appendOnly, isDigest, isOneOf, isTime } from './sql-fragments.ts'

const text = (column: string) => `"${column}" TEXT NOT NULL CHECK ("${column}" <> '')`
const optional = (column: string) => `"${column}" TEXT CHECK ("${column}" <> '')`
const optionalOf = (column: string, values: readonly string[]) =>
  `"${column}" TEXT CHECK (${isOneOf(`"${column}"`, values)})`
const oneOf = (column: string, values: readonly string[]) =>
  `"${column}" TEXT NOT NULL CHECK (${isOneOf(`"${column}"`, values)})`
const flag = (column: string) => `"${column}" INTEGER NOT NULL CHECK ("${column}" IN (0, 1))`
const list = (column: string) =>
  `"${column}" TEXT NOT NULL CHECK (json_valid("${column}") AND json_type("${column}") = 'array')`

/**
 * A register with its history: a row a version, clustered by serial and version. The view `…_current` holds
 * the newest version of every row that is not retired; versions have no gaps, so "the newest" is "has no next".
 */
function register(name: string, letter: string, columns: readonly string[]): string {
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
`
}

/** The four registers (一单两库 and 回避关系) with their history, the counter of serials, and imports (导入). */
export const registers = {
  number: 2,
  description: '名录、清单、回避关系及其历次变更，导入记录',
  sql: `
CREATE TABLE serial_counter (
  kind TEXT NOT NULL PRIMARY KEY CHECK (${isOneOf('kind', ['O', 'P', 'I', 'R'])}),
  last INTEGER NOT NULL CHECK (last >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO serial_counter (kind, last) VALUES ('O', 0), ('P', 0), ('I', 0), ('R', 0);
CREATE TRIGGER serial_counter_only_grows BEFORE UPDATE ON serial_counter
WHEN NEW.kind <> OLD.kind OR NEW.last <= OLD.last
BEGIN SELECT RAISE(ABORT, 'a serial is never given twice'); END;
CREATE TRIGGER serial_counter_kept BEFORE DELETE ON serial_counter
BEGIN SELECT RAISE(ABORT, 'a serial is never given twice'); END;
CREATE TRIGGER serial_counter_not_replaced BEFORE INSERT ON serial_counter
WHEN EXISTS (SELECT 1 FROM serial_counter WHERE kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'a serial is never given twice'); END;

CREATE TABLE import (
  id INTEGER NOT NULL PRIMARY KEY,
  register TEXT NOT NULL CHECK (${isOneOf('register', ['objects', 'inspectors', 'items', 'recusals'])}),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (${isDigest('sha256')}),
  at TEXT NOT NULL CHECK (${isTime('at')}),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  taken INTEGER NOT NULL CHECK (taken >= 0),
  normalised INTEGER NOT NULL CHECK (normalised >= 0),
  changed INTEGER NOT NULL CHECK (changed >= 0),
  skipped INTEGER NOT NULL CHECK (skipped >= 0)
) STRICT;
${appendOnly('import', [['id']])}
${register('inspection_object', 'O', [
  text('name'),
  oneOf('kind', ['企业', '从业人员', '项目', '行为']),
  optional('uscc'),
  optional('registrar'),
  optional('legal_representative'),
  optional('business_category'),
  optional('address'),
  optional('region'),
  optional('contact'),
  optional('phone'),
  optional('department'),
  list('items'),
  optionalOf('credit_grade', ['A', 'B', 'C', 'D']),
  list('marks'),
  oneOf('state', ['存续', '停业', '注销', '吊销', '撤销', '迁出']),
])}
CREATE INDEX inspection_object_by_name ON inspection_object_version (name);
CREATE INDEX inspection_object_by_uscc ON inspection_object_version (uscc) WHERE uscc IS NOT NULL;
${register('inspector', 'P', [
  text('name'),
  optionalOf('sex', ['男', '女']),
  optional('unit'),
  optional('department'),
  optional('post'),
  optional('position'),
  optional('region'),
  optional('category'),
  list('specialties'),
  optional('non_business_category'),
  optionalOf('establishment', ['行政', '事业', '编外']),
  optional('issuer'),
  optional('certificate'),
  `certificate_expiry TEXT CHECK (certificate_expiry IS date(certificate_expiry))`,
  optional('id_number'),
  optional('phone'),
  flag('may_lead'),
  oneOf('kind', ['执法人员', '专家', '第三方']),
  optional('remark'),
  oneOf('state', ['在岗', '借调', '离岗', '调离', '退休']),
])}
CREATE INDEX inspector_by_name ON inspector_version (name);
CREATE INDEX inspector_by_certificate ON inspector_version (certificate) WHERE certificate IS NOT NULL;
CREATE INDEX inspector_by_id_number ON inspector_version (id_number) WHERE id_number IS NOT NULL;
CREATE TRIGGER inspector_version_certificate_unique BEFORE INSERT ON inspector_version
WHEN NEW.certificate IS NOT NULL AND NEW.change <> 'retired'
  AND EXISTS (SELECT 1 FROM inspector_current WHERE certificate = NEW.certificate AND serial <> NEW.serial)
BEGIN SELECT RAISE(ABORT, 'another inspector holds this certificate'); END;
${register('inspection_item', 'I', [
  text('name'),
  optional('basis'),
  optional('subject'),
  optional('department'),
  optional('objects'),
  optional('content'),
  optional('method'),
  `ratio INTEGER CHECK (ratio BETWEEN 0 AND 10000)`,
  `frequency INTEGER CHECK (frequency BETWEEN 0 AND 366)`,
  optional('level'),
  optionalOf('category', ['重点', '一般']),
  optionalOf('field', ['市场监管', '其他行政执法']),
  flag('included'),
  `reason_not_included TEXT CHECK (reason_not_included <> '' AND (included = 1 OR reason_not_included IS NOT NULL))`,
])}
CREATE INDEX inspection_item_by_name ON inspection_item_version (name);
${register('recusal', 'R', [
  text('object'),
  text('inspector'),
  text('reason'),
  oneOf('reason_code', ['kin', 'former-post', 'interest', 'contract', 'self-declared', 'other']),
])}
CREATE INDEX recusal_by_object ON recusal_version (object, inspector);
CREATE INDEX recusal_by_inspector ON recusal_version (inspector);
-- A serial alone is no key of a register's table, so what a foreign key would say is said by a trigger.
CREATE TRIGGER recusal_version_refers BEFORE INSERT ON recusal_version
WHEN NOT EXISTS (SELECT 1 FROM inspection_object_version WHERE serial = NEW.object)
  OR NOT EXISTS (SELECT 1 FROM inspector_version WHERE serial = NEW.inspector)
BEGIN SELECT RAISE(ABORT, 'a recusal names an object and an inspector of the registers'); END;
`,
} satisfies Migration
