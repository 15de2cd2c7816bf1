import { expect, onTestFinished } from 'vitest'
import { type Database, type OpenOptions, openDatabase } from '../../db/open-database.ts'
import { aDocument, aDraw, aFreeze, anAttempt, aResult, number } from './sample-draw.ts'
import {
  anInspector,
  anItem,
  anObject,
  aPaper,
  aPlanLine,
  aPower,
  aRelease,
  at,
  aVisit,
  hex,
  stamp,
} from './sample-rows.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An open database, closed when the test is over; by default a new one in a folder of its own. */
export function open(options: Partial<OpenOptions> = {}): Database {
  const outcome = openDatabase({ folder: options.folder ?? temporaryFolder(), at, ...options })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  onTestFinished(() => outcome.database.close())
  return outcome.database
}

/** Opens a folder that is to be refused, and returns the refusal. Its sentence is checked to be Chinese. */
export function refusalOfOpening(options: Omit<OpenOptions, 'at'>): { code: string; message: string } {
  const outcome = openDatabase({ at, ...options })
  if (outcome.ok) {
    outcome.database.close()
    throw new Error('the database opened')
  }
  expect(outcome.refusal.message).toMatch(/\p{Script=Han}.*。$/u)
  return outcome.refusal
}

/** Writes at least one row into every table: a draw with an aborted, a void and a confirmed attempt. */
export function fill(database: Database): void {
  database.transaction(() => {
    database.settings.write({ key: 'office.code', schema: { parse: String } }, 'YL01')
    database.ledger.append({ actor: '王操作', at, event: 'test.first', data: { n: 1 } })
    database.ledger.append({ actor: '王操作', at, event: 'test.second', data: { n: 2 } })
    const importId = database.imports.insert({
      register: 'objects',
      fileName: '名录.xlsx',
      sha256: hex(1),
      at,
      by: '王操作',
      taken: 2,
      normalised: 0,
      changed: 0,
      skipped: 0,
    })
    const [object] = database.objects.add([anObject(1), anObject(2)], { ...stamp, importId })
    database.imports.insertUndo({ importId, at, by: '李', reason: '选错了文件', retired: 2, restored: 0 })
    const [inspector] = database.inspectors.add([anInspector(1), anInspector(2)], stamp)
    database.items.add([anItem(1)], stamp)
    if (object === undefined || inspector === undefined) throw new Error('nothing was added')
    database.recusals.add([{ object, inspector, reason: '配偶任职', reasonCode: 'kin' }], stamp)
    const { draws } = database
    draws.saveDraft({ id: 'draft-1', body: { task: '秋季抽查' }, at, by: '王操作' })
    draws.insertDraw({ ...aDraw(1), draftId: 'draft-1' })
    draws.insertAttempt(anAttempt(1, null))
    draws.insertEnding({
      draw: number(1),
      attempt: 1,
      kind: 'aborted',
      record: 'x',
      digest: hex(900),
      at,
      by: '李',
    })
    draws.insertAttempt(anAttempt(2, hex(900)))
    draws.insertFreeze(aFreeze(2))
    draws.insertContribution({ draw: number(1), attempt: 2, seat: 1, digits: '031415', at, by: '赵监督' })
    draws.insertResult(aResult(2))
    draws.insertReveal({ draw: number(1), attempt: 2, step: 1, at, by: '李' })
    draws.insertEnding({
      draw: number(1),
      attempt: 2,
      kind: 'void',
      record: 'x',
      digest: hex(901),
      at,
      by: '李',
    })
    draws.insertAttempt(anAttempt(3, hex(901)))
    draws.insertFreeze(aFreeze(3))
    draws.insertContribution({ draw: number(1), attempt: 3, seat: 1, digits: '271828', at, by: '赵监督' })
    draws.insertResult(aResult(3))
    draws.insertReveal({ draw: number(1), attempt: 3, step: 1, at, by: '李' })
    draws.insertConfirmation({ draw: number(1), attempt: 3, at, by: '李' })
    const { documents } = database
    documents.insert(aDocument(1))
    const given = {
      draw: number(1),
      attempt: 2,
      purpose: 'void',
      name: '苏文彬',
      number: '示例〔2026〕3号',
    } as const
    documents.insertApproval({ ...given, date: '2026-11-20', document: aDocument(1).id, at, by: '李' })
    database.plans.add([aPlanLine(1)], stamp)
    database.visits.add([aVisit(object)], stamp)
    database.powers.add([aPower(1)], stamp)
    database.papers.insert(aPaper(1))
    database.releases.insert(aRelease(1))
    const noStep = { name: null, number: null, recipient: null, place: null, note: null, paper: aPaper(1).id }
    const reviewed = { release: aRelease(1).id, sequence: 1, step: 'reviewed', date: '2026-11-20' } as const
    database.releases.insertStep({ ...noStep, ...reviewed, at, by: '李' })
    const revision = { register: 'objects', period: '2026-06', moment: 1, summary: { added: 1 } } as const
    database.releases.insertRevision({ ...revision, note: null, paper: null, at, by: '李' })
    database.schemes.save({
      id: 'scheme-1',
      line: 'L000001',
      body: { purpose: '示例' },
      updatedAt: at,
      by: '李',
    })
    const approved = { scheme: 'scheme-1', name: '苏文彬', number: '示例〔2026〕4号', date: '2026-11-20' }
    database.schemes.insertApproval({ ...approved, paper: aPaper(1).id, digest: hex(7), at, by: '李' })
    const basis = { draw: number(1), attempt: 3, line: 'L000001', scheme: 'scheme-1', outside: null }
    database.schemes.insertBasis({ ...basis, at, by: '李' })
    const filter = { id: 'filter-1', register: 'objects', name: '示例区', body: { piece: '' } } as const
    database.listMemory.saveFilter({ ...filter, at, by: '李' })
    database.listMemory.saveMapping({ register: 'objects', title: '主体', field: 'name', at, by: '李' })
    const { inspections } = database
    const said = { draw: number(1), at, by: '李' }
    inspections.insertPrint({ document: aDocument(1).id, at, by: '李' })
    inspections.insertNumber({
      ...said,
      word: '检通',
      year: 2026,
      number: 1,
      text: '检通〔2026〕1号',
      form: 'inspection-notice',
      object: 'YL01-O000001',
    })
    inspections.insertEntry({ ...said, object: '', version: 1, body: '{"method":"现场检查"}' })
    inspections.insertNotice({
      ...said,
      id: 'notice-1',
      kind: 'before',
      digest: hex(8),
      body: '{"title":"事前公示"}',
      masked: '[]',
      maker: '李拟稿',
    })
    inspections.insertConfirmation({ notice: 'notice-1', name: '赵核对', at, by: '赵' })
    const pair = { register: 'objects', first: 'O000001', second: 'O000002', reason: '两家企业' } as const
    database.listMemory.insertDistinct({ ...pair, at, by: '李' })
  })
}
