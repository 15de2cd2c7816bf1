import {
  type AnySQLiteColumn,
  foreignKey,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { registerNames } from '../shared/registry/columns.ts'

/*
 * The live schema as Drizzle sees it. The migrations create it and hold the constraints; a test compares the
 * two column by column. Foreign keys stand here where Drizzle can say them.
 */

/** When and who, on every row that says what somebody did. */
const at = () => text('at').notNull()
const by = () => text('by').notNull()

export const setting = sqliteTable('setting', {
  key: text('key').notNull().primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
})

export const ledger = sqliteTable('ledger', {
  seq: integer('seq').notNull().primaryKey(),
  at: at(),
  actor: text('actor').notNull(),
  event: text('event').notNull(),
  canonical: text('canonical').notNull(),
  digest: text('digest').notNull(),
  prev: text('prev').notNull(),
  hash: text('hash').notNull(),
})

export const serialCounter = sqliteTable('serial_counter', {
  kind: text('kind', { enum: ['O', 'P', 'I', 'R', 'L', 'V', 'W'] })
    .notNull()
    .primaryKey(),
  last: integer('last').notNull(),
})

export const importRun = sqliteTable('import', {
  id: integer('id').notNull().primaryKey(),
  register: text('register', { enum: registerNames }).notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  at: at(),
  by: by(),
  taken: integer('taken').notNull(),
  normalised: integer('normalised').notNull(),
  changed: integer('changed').notNull(),
  skipped: integer('skipped').notNull(),
})

export const importUndo = sqliteTable('import_undo', {
  importId: integer('import_id')
    .notNull()
    .primaryKey()
    .references(() => importRun.id),
  at: at(),
  by: by(),
  reason: text('reason').notNull(),
  retired: integer('retired').notNull(),
  restored: integer('restored').notNull(),
})

/** The format of the search texts below, so that a program with another one fills them anew. */
export const searchIndex = sqliteTable('search_index', { format: integer('format').notNull().primaryKey() })

/** What every search index of a register has besides the values by which it is filtered. */
const searchColumns = () => ({
  serial: text('serial').notNull().primaryKey(),
  version: integer('version').notNull(),
  searchText: text('search_text').notNull(),
})

export const inspectionObjectSearch = sqliteTable('inspection_object_search', {
  ...searchColumns(),
  kind: text('kind').notNull(),
  state: text('state').notNull(),
  region: text('region').notNull(),
  businessCategory: text('business_category').notNull(),
  department: text('department').notNull(),
  creditGrade: text('credit_grade').notNull(),
  marks: text('marks').notNull(),
  items: text('items').notNull(),
})

export const inspectorSearch = sqliteTable('inspector_search', {
  ...searchColumns(),
  unit: text('unit').notNull(),
  department: text('department').notNull(),
  category: text('category').notNull(),
  specialties: text('specialties').notNull(),
  kind: text('kind').notNull(),
  mayLead: text('may_lead').notNull(),
  establishment: text('establishment').notNull(),
  state: text('state').notNull(),
  origin: text('origin').notNull(),
})

export const inspectionItemSearch = sqliteTable('inspection_item_search', {
  ...searchColumns(),
  department: text('department').notNull(),
  category: text('category').notNull(),
  field: text('field').notNull(),
  method: text('method').notNull(),
  included: text('included').notNull(),
})

export const recusalSearch = sqliteTable('recusal_search', {
  ...searchColumns(),
  reasonCode: text('reason_code').notNull(),
})

/** What every version of a register row carries besides its fields. */
const versionColumns = () => ({
  serial: text('serial').notNull(),
  version: integer('version').notNull(),
  change: text('change', { enum: ['added', 'changed', 'retired'] }).notNull(),
  at: at(),
  moment: integer('moment').notNull(),
  by: by(),
  changeReason: text('change_reason'),
  importId: integer('import_id').references(() => importRun.id),
})

export const inspectionObjectVersion = sqliteTable(
  'inspection_object_version',
  {
    ...versionColumns(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    uscc: text('uscc'),
    registrar: text('registrar'),
    legalRepresentative: text('legal_representative'),
    businessCategory: text('business_category'),
    address: text('address'),
    region: text('region'),
    contact: text('contact'),
    phone: text('phone'),
    department: text('department'),
    items: text('items').notNull(),
    creditGrade: text('credit_grade'),
    marks: text('marks').notNull(),
    state: text('state').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serial, table.version] })],
)

export const inspectorVersion = sqliteTable(
  'inspector_version',
  {
    ...versionColumns(),
    name: text('name').notNull(),
    sex: text('sex'),
    unit: text('unit'),
    department: text('department'),
    post: text('post'),
    position: text('position'),
    region: text('region'),
    category: text('category'),
    specialties: text('specialties').notNull(),
    nonBusinessCategory: text('non_business_category'),
    establishment: text('establishment'),
    issuer: text('issuer'),
    certificate: text('certificate'),
    certificateExpiry: text('certificate_expiry'),
    idNumber: text('id_number'),
    phone: text('phone'),
    mayLead: integer('may_lead').notNull(),
    kind: text('kind').notNull(),
    remark: text('remark'),
    state: text('state').notNull(),
    origin: text('origin').notNull(),
    leaveFrom: text('leave_from'),
    leaveUntil: text('leave_until'),
  },
  (table) => [primaryKey({ columns: [table.serial, table.version] })],
)

export const inspectionItemVersion = sqliteTable(
  'inspection_item_version',
  {
    ...versionColumns(),
    name: text('name').notNull(),
    basis: text('basis'),
    subject: text('subject'),
    department: text('department'),
    objects: text('objects'),
    content: text('content'),
    method: text('method'),
    ratio: integer('ratio'),
    frequency: integer('frequency'),
    level: text('level'),
    category: text('category'),
    field: text('field'),
    included: integer('included').notNull(),
    reasonNotIncluded: text('reason_not_included'),
    appliesKinds: text('applies_kinds').notNull(),
    appliesCategories: text('applies_categories').notNull(),
    lawBasis: text('law_basis'),
    ratioFloor: integer('ratio_floor'),
    ratioCeiling: integer('ratio_ceiling'),
    frequencyFloor: integer('frequency_floor'),
    frequencyCeiling: integer('frequency_ceiling'),
    jointInitiator: text('joint_initiator'),
    jointDepartments: text('joint_departments').notNull(),
    publicConcern: integer('public_concern').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serial, table.version] })],
)

export const recusalVersion = sqliteTable(
  'recusal_version',
  {
    ...versionColumns(),
    object: text('object').notNull(),
    inspector: text('inspector').notNull(),
    reason: text('reason').notNull(),
    reasonCode: text('reason_code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.serial, table.version] })],
)

export const drawDraft = sqliteTable('draw_draft', {
  id: text('id').notNull().primaryKey(),
  body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  by: by(),
})

export const draw = sqliteTable(
  'draw',
  {
    number: text('number').notNull().primaryKey(),
    officeCode: text('office_code').notNull(),
    year: integer('year').notNull(),
    sequence: integer('sequence').notNull(),
    kind: text('kind', { enum: ['draw', 'match', 'replace-inspector', 'replace-object'] }).notNull(),
    mode: text('mode', { enum: ['official', 'rehearsal', 'unwitnessed'] }).notNull(),
    draftId: text('draft_id').references(() => drawDraft.id),
    /** number of the draw at the root of the chain; `null` for a `kind=draw`, which is a root itself */
    root: text('root').references((): AnySQLiteColumn => draw.number),
    /** the record digest D that this one amends; `null` for a `kind=draw` */
    amends: text('amends').references((): AnySQLiteColumn => drawResult.digest),
    at: at(),
    by: by(),
  },
  (table) => [unique().on(table.officeCode, table.year, table.sequence)],
)

export const drawAttempt = sqliteTable(
  'draw_attempt',
  {
    draw: text('draw')
      .notNull()
      .references(() => draw.number),
    attempt: integer('attempt').notNull(),
    /** S: shown to nobody before it is revealed (draw-spec section 3) */
    secret: text('secret').notNull().unique(),
    /** C */
    commitment: text('commitment').notNull().unique(),
    /** digest of the aborted or void attempt before this one */
    previous: text('previous').references((): AnySQLiteColumn => drawEnding.digest),
    reason: text('reason'),
    approver: text('approver'),
    at: at(),
    by: by(),
  },
  (table) => [primaryKey({ columns: [table.draw, table.attempt] })],
)

/** The attempt a row of the tables below belongs to. */
const attemptColumns = () => ({ draw: text('draw').notNull(), attempt: integer('attempt').notNull() })

export const drawFreeze = sqliteTable(
  'draw_freeze',
  {
    ...attemptColumns(),
    /** F */
    digest: text('digest').notNull().unique(),
    manifest: text('manifest').notNull(),
    objects: text('objects').notNull(),
    inspectors: text('inspectors').notNull(),
    recusals: text('recusals').notNull(),
    excluded: text('excluded').notNull(),
    facts: text('facts', { mode: 'json' }).$type<unknown>().notNull(),
    at: at(),
    by: by(),
  },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawAttempt.draw, drawAttempt.attempt],
    }),
  ],
)

export const drawContribution = sqliteTable(
  'draw_contribution',
  {
    ...attemptColumns(),
    seat: integer('seat').notNull(),
    digits: text('digits').notNull(),
    at: at(),
    by: by(),
  },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt, table.seat] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawFreeze.draw, drawFreeze.attempt],
    }),
  ],
)

/** Digits handed over and not yet confirmed: mutable until then, and then gone. */
export const digitsEntry = sqliteTable(
  'digits_entry',
  {
    ...attemptColumns(),
    seat: integer('seat').notNull(),
    digits: text('digits').notNull(),
    /** 1 once the digits of all witnesses were opened together */
    opened: integer('opened').notNull(),
    at: at(),
    by: by(),
  },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt, table.seat] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawFreeze.draw, drawFreeze.attempt],
    }),
  ],
)

export const drawResult = sqliteTable(
  'draw_result',
  {
    ...attemptColumns(),
    /** D */
    digest: text('digest').notNull().unique(),
    result: text('result').notNull(),
    /** how many choices had a single candidate (draw-spec section 7) */
    singleCandidates: integer('single_candidates').notNull(),
    at: at(),
  },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawFreeze.draw, drawFreeze.attempt],
    }),
  ],
)

export const drawReveal = sqliteTable(
  'draw_reveal',
  { ...attemptColumns(), step: integer('step').notNull(), at: at(), by: by() },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt, table.step] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawResult.draw, drawResult.attempt],
    }),
  ],
)

export const drawConfirmation = sqliteTable(
  'draw_confirmation',
  { ...attemptColumns(), at: at(), by: by() },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawResult.draw, drawResult.attempt],
    }),
  ],
)

export const drawEnding = sqliteTable(
  'draw_ending',
  {
    ...attemptColumns(),
    kind: text('kind', { enum: ['aborted', 'void'] }).notNull(),
    record: text('record').notNull(),
    digest: text('digest').notNull().unique(),
    at: at(),
    by: by(),
  },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawAttempt.draw, drawAttempt.attempt],
    }),
  ],
)

export const document = sqliteTable(
  'document',
  {
    id: text('id').notNull().primaryKey(),
    ...attemptColumns(),
    kind: text('kind', {
      enum: [
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
      ],
    }).notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    /** `null` where it is not known */
    pages: integer('pages'),
    note: text('note'),
    /** below the data folder's `documents`, with `/` on every system */
    path: text('path').notNull().unique(),
    /** digest of the facts it was made from; `null` for what came from outside */
    facts: text('facts'),
    /** how D of a signed form was compared */
    compared: text('compared', { enum: ['qr', 'by-hand'] }),
    /** id of the form; `null` for what is no form, and for papers archived before there were ids */
    form: text('form'),
    /** which printed copy (第n次打印) */
    copy: integer('copy').notNull().default(1),
    /** the first copy, of a later one */
    original: text('original').references((): AnySQLiteColumn => document.id),
    at: at(),
    by: by(),
  },
  (table) => [
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawAttempt.draw, drawAttempt.attempt],
    }),
  ],
)

export const approval = sqliteTable(
  'approval',
  {
    ...attemptColumns(),
    purpose: text('purpose', { enum: ['abort', 'void', 'again', 'amendment'] }).notNull(),
    name: text('name').notNull(),
    number: text('number').notNull(),
    date: text('date').notNull(),
    /** its scan, where it was handed in with it */
    document: text('document').references(() => document.id),
    at: at(),
    by: by(),
  },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt, table.purpose] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawAttempt.draw, drawAttempt.attempt],
    }),
  ],
)

export const planLineSearch = sqliteTable('plan_line_search', {
  ...searchColumns(),
  year: text('year').notNull(),
  department: text('department').notNull(),
  item: text('item').notNull(),
  jointInitiator: text('joint_initiator').notNull(),
})

export const visitSearch = sqliteTable('visit_search', {
  ...searchColumns(),
  kind: text('kind').notNull(),
  department: text('department').notNull(),
  item: text('item').notNull(),
  passed: text('passed').notNull(),
})

export const powerSearch = sqliteTable('power_search', {
  ...searchColumns(),
  department: text('department').notNull(),
  field: text('field').notNull(),
  category: text('category').notNull(),
})

export const planLineVersion = sqliteTable(
  'plan_line_version',
  {
    ...versionColumns(),
    year: integer('year').notNull(),
    number: text('number').notNull(),
    item: text('item').notNull(),
    furtherItems: text('further_items').notNull(),
    department: text('department'),
    scope: text('scope'),
    kinds: text('kinds').notNull(),
    businessCategories: text('business_categories').notNull(),
    regions: text('regions').notNull(),
    ratio: integer('ratio'),
    frequency: integer('frequency'),
    estimate: integer('estimate'),
    period: text('period'),
    inspectors: text('inspectors'),
    steps: text('steps'),
    use: text('use'),
    jointInitiator: text('joint_initiator'),
    jointDepartments: text('joint_departments').notNull(),
    ratioComplaint: integer('ratio_complaint'),
    ratioAbnormal: integer('ratio_abnormal'),
    ratioDishonest: integer('ratio_dishonest'),
    ratioWatch: integer('ratio_watch'),
    ratioTrusted: integer('ratio_trusted'),
    note: text('note'),
    exceptionReason: text('exception_reason'),
  },
  (table) => [primaryKey({ columns: [table.serial, table.version] })],
)

export const visitVersion = sqliteTable(
  'visit_version',
  {
    ...versionColumns(),
    object: text('object').notNull(),
    kind: text('kind').notNull(),
    date: text('date').notNull(),
    number: text('number'),
    department: text('department'),
    item: text('item'),
    passed: integer('passed'),
    findings: text('findings'),
    remark: text('remark'),
  },
  (table) => [primaryKey({ columns: [table.serial, table.version] })],
)

export const powerVersion = sqliteTable(
  'power_version',
  {
    ...versionColumns(),
    name: text('name').notNull(),
    category: text('category'),
    basis: text('basis'),
    department: text('department'),
    field: text('field'),
    item: text('item'),
  },
  (table) => [primaryKey({ columns: [table.serial, table.version] })],
)

/** Files kept of anything but a draw (批准文件, 佐证, 公布表). */
export const paper = sqliteTable('paper', {
  id: text('id').notNull().primaryKey(),
  /** what it belongs to: `release:<id>`, `scheme:<id>`, `revision:<register>:<period>` */
  subject: text('subject').notNull(),
  kind: text('kind', { enum: ['approval', 'proof', 'form', 'other'] }).notNull(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  pages: integer('pages'),
  note: text('note'),
  /** below the data folder's `documents` */
  path: text('path').notNull().unique(),
  at: at(),
  by: by(),
})

/** A list as it was handed in for review (报审版本): the register as of `moment`. */
export const release = sqliteTable(
  'release',
  {
    id: text('id').notNull().primaryKey(),
    subject: text('subject', {
      enum: ['items', 'joint-items', 'objects', 'inspectors', 'plans'],
    }).notNull(),
    /** of a plan; 0 where the list is of no year */
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    moment: integer('moment').notNull(),
    rows: integer('rows').notNull(),
    digest: text('digest').notNull(),
    reason: text('reason'),
    at: at(),
    by: by(),
  },
  (table) => [unique().on(table.subject, table.year, table.number)],
)

/** 审核, 批准, 公布, 备案/报送 or 退回 of a release. */
export const releaseStep = sqliteTable(
  'release_step',
  {
    release: text('release')
      .notNull()
      .references(() => release.id),
    sequence: integer('sequence').notNull(),
    step: text('step', { enum: ['reviewed', 'approved', 'published', 'filed', 'returned'] }).notNull(),
    name: text('name'),
    number: text('number'),
    date: text('date').notNull(),
    recipient: text('recipient'),
    place: text('place'),
    note: text('note'),
    paper: text('paper').references(() => paper.id),
    at: at(),
    by: by(),
  },
  (table) => [primaryKey({ columns: [table.release, table.sequence] })],
)

/** That a register was revised for June or December (S1 第六条). */
export const registerRevision = sqliteTable(
  'register_revision',
  {
    register: text('register', { enum: ['objects', 'inspectors', 'items'] }).notNull(),
    /** `2026-06` */
    period: text('period').notNull(),
    moment: integer('moment').notNull(),
    summary: text('summary', { mode: 'json' }).$type<unknown>().notNull(),
    note: text('note'),
    paper: text('paper').references(() => paper.id),
    at: at(),
    by: by(),
  },
  (table) => [primaryKey({ columns: [table.register, table.period] })],
)

/** 实施方案 (S2 第九条). */
export const scheme = sqliteTable('scheme', {
  id: text('id').notNull().primaryKey(),
  /** serial of the plan line; `null` outside any plan */
  line: text('line'),
  body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  by: by(),
})

/** 负责人's approval of a scheme: number, name, date and scan. */
export const schemeApproval = sqliteTable('scheme_approval', {
  scheme: text('scheme')
    .notNull()
    .primaryKey()
    .references(() => scheme.id),
  name: text('name').notNull(),
  number: text('number').notNull(),
  date: text('date').notNull(),
  paper: text('paper')
    .notNull()
    .references(() => paper.id),
  /** of the body that was approved */
  digest: text('digest').notNull(),
  at: at(),
  by: by(),
})

/** On which plan line and scheme an attempt was frozen. */
export const drawBasis = sqliteTable(
  'draw_basis',
  {
    ...attemptColumns(),
    line: text('line'),
    scheme: text('scheme').references(() => scheme.id),
    /** why it is in no plan */
    outside: text('outside'),
    at: at(),
    by: by(),
  },
  (table) => [
    primaryKey({ columns: [table.draw, table.attempt] }),
    foreignKey({
      columns: [table.draw, table.attempt],
      foreignColumns: [drawAttempt.draw, drawAttempt.attempt],
    }),
  ],
)

/** A filter that a page keeps under a name (常用筛选). */
export const savedFilter = sqliteTable(
  'saved_filter',
  {
    id: text('id').notNull().primaryKey(),
    register: text('register', { enum: registerNames }).notNull(),
    name: text('name').notNull(),
    body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
    at: at(),
    by: by(),
  },
  (table) => [unique().on(table.register, table.name)],
)

/** Which field an office's own header title means (表头对应). */
export const headerMapping = sqliteTable(
  'header_mapping',
  {
    register: text('register', { enum: registerNames }).notNull(),
    title: text('title').notNull(),
    field: text('field').notNull(),
    at: at(),
    by: by(),
  },
  (table) => [primaryKey({ columns: [table.register, table.title] })],
)

/** Two rows that look alike and are not the same. */
export const distinctPair = sqliteTable(
  'distinct_pair',
  {
    register: text('register', { enum: ['objects', 'inspectors'] }).notNull(),
    first: text('first').notNull(),
    second: text('second').notNull(),
    reason: text('reason'),
    at: at(),
    by: by(),
  },
  (table) => [primaryKey({ columns: [table.register, table.first, table.second] })],
)

/** A copy that a person saw come out of the printer (确认打印). */
export const documentPrint = sqliteTable('document_print', {
  document: text('document')
    .notNull()
    .primaryKey()
    .references(() => document.id),
  at: at(),
  by: by(),
})

/** 文号 that were given, each once and for ever: to a form of a draw, or of one of its objects (`''`: none). */
export const documentNumber = sqliteTable(
  'document_number',
  {
    word: text('word').notNull(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    draw: text('draw')
      .notNull()
      .references(() => draw.number),
    form: text('form').notNull(),
    object: text('object').notNull(),
    at: at(),
    by: by(),
  },
  (table) => [
    primaryKey({ columns: [table.word, table.year, table.number] }),
    unique().on(table.draw, table.form, table.object),
  ],
)

/** What was entered of an inspection as a whole (`object` empty) or of one object, version by version. */
export const inspectionEntry = sqliteTable(
  'inspection_entry',
  {
    draw: text('draw')
      .notNull()
      .references(() => draw.number),
    object: text('object').notNull(),
    version: integer('version').notNull(),
    body: text('body').notNull(),
    at: at(),
    by: by(),
  },
  (table) => [primaryKey({ columns: [table.draw, table.object, table.version] })],
)

/** A public notice (公示稿) as it was drawn up: what it says, and what was covered in it. */
export const notice = sqliteTable('notice', {
  id: text('id').notNull().primaryKey(),
  draw: text('draw')
    .notNull()
    .references(() => draw.number),
  kind: text('kind', { enum: ['before', 'result'] }).notNull(),
  /** digest of `body` */
  digest: text('digest').notNull(),
  /** the form model, JSON */
  body: text('body').notNull(),
  /** JSON list of what was covered */
  masked: text('masked').notNull(),
  /** who drew it up */
  maker: text('maker').notNull(),
  at: at(),
  by: by(),
})

/** Whoever else compared the notice (核对), never its maker. */
export const noticeConfirmation = sqliteTable('notice_confirmation', {
  notice: text('notice')
    .notNull()
    .primaryKey()
    .references(() => notice.id),
  name: text('name').notNull(),
  at: at(),
  by: by(),
})
