import {
  type AnySQLiteColumn,
  foreignKey,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'

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
  kind: text('kind', { enum: ['O', 'P', 'I', 'R'] })
    .notNull()
    .primaryKey(),
  last: integer('last').notNull(),
})

export const importRun = sqliteTable('import', {
  id: integer('id').notNull().primaryKey(),
  register: text('register', { enum: ['objects', 'inspectors', 'items', 'recusals'] }).notNull(),
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
      enum: ['freeze-slip', 'form', 'package', 'signed', 'approval', 'other'],
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
