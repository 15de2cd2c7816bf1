import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import { contents } from '../../../db/temporary-folder.ts'
import { nextOf, openDesk } from '../contract/desk.ts'
import { freeze, hold, openSample, operator, refusalOf, stored } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'
import { handOver, jpeg, pdf, png } from './handed-over.ts'

const number = 'YL01-2026-0001'
const order = { reason: '停电', approver: '苏文彬', supervisor: '陈国栋' }
const approval = { number: '示例〔2026〕3号', date: '2026-11-20' }

/** Attaches a picture as the signed form. */
function sign(core: Core, said: { readonly qr?: string | null; readonly note?: string | null }, of = number) {
  const upload = handOver(core, '扫描0001.png')
  return core.documents.attach(operator, {
    number: of,
    upload,
    kind: 'signed',
    qr: said.qr ?? null,
    note: said.note ?? null,
  })
}

const qrOf = (core: Core, of = number) => core.drawFacts(of).qrText
const archivedOf = (core: Core) => core.draws.archived(number, 1)
const scansMissing = (core: Core) => core.due().due.find(({ what }) => what === 'scan-missing')?.count ?? 0

describe('the signed form closes a confirmed draw', () => {
  test('when D of its code is this draw’s, and every window is told', async () => {
    const { core, connect } = openDesk('port')
    hold(core, eachPlan())
    const { client } = await connect()
    const watched = await client.draws.watch({ number })
    expect(await nextOf(watched)).toMatchObject({ state: 'confirmed', archived: null })
    const upload = handOver(core, '扫描0001.jpg', jpeg)
    const { document, session } = await client.documents.attach({
      number,
      upload,
      kind: 'signed',
      qr: qrOf(core),
    })
    expect(session).toMatchObject({ archived: { document: document.id, by: operator, compared: 'qr' } })
    expect(await nextOf(watched)).toEqual(session)
    expect(document).toMatchObject({
      kind: 'signed',
      type: 'image/jpeg',
      name: `${number}-签字件.jpg`,
      pages: 1,
    })
    expect(readFileSync(document.path)).toEqual(jpeg)
    const { data } = await client.documents.read({ id: document.id })
    expect(Buffer.from(data, 'base64')).toEqual(jpeg)
    const newest = [...core.database.ledger.entries()].at(-1)?.entry
    expect(newest).toMatchObject({
      event: 'draw.archived',
      data: { draw: number, attempt: 1, sha256: document.sha256, compared: 'qr' },
    })
    expect((await client.draws.list({})).rows).toMatchObject([{ archived: true }])
    // Used up: the same upload cannot be filed a second time.
    expect(refusalOf(() => core.uploads.take(upload)).code).toBe('UPLOAD_UNKNOWN')
  })

  test('not with the form of another draw, and the sentence names both', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const other = hold(core, eachPlan())
    const before = stored(core)
    const refused = refusalOf(() => sign(core, { qr: qrOf(core, other.number) }))
    expect(refused.code).toBe('DIGEST_DIFFERENT')
    expect(refused.message).toContain(other.digest.slice(0, 8))
    expect(refused.message).toContain(core.drawFacts(number).digest.slice(0, 8))
    expect(stored(core)).toEqual(before)
    expect(core.documents.list(number)).toEqual([])
    // A note does not make another draw's form this one's.
    expect(refusalOf(() => sign(core, { qr: qrOf(core, other.number), note: '已核对' })).code).toBe(
      'DIGEST_DIFFERENT',
    )
  })

  test('where no code could be read only with what a person says of his comparing', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    expect(refusalOf(() => sign(core, {})).code).toBe('NOT_COMPARED')
    expect(refusalOf(() => sign(core, { qr: 'https://example.com' })).code).toBe('NOT_COMPARED')
    expect(archivedOf(core)).toBeNull()
    const { id, note } = sign(core, { note: '由陈国栋逐位核对' })
    expect(note).toBe('由陈国栋逐位核对')
    expect(archivedOf(core)).toMatchObject({ document: id, compared: 'by-hand' })
  })

  test('not before the outcome is confirmed', () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    const refused = refusalOf(() => sign(core, { note: '已核对' }))
    expect(refused.code).toBe('WRONG_STATE')
    expect(core.documents.list(number)).toEqual([])
  })

  test('and the forms are the same papers before and after', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const before = await core.documents.prepareForms(operator, number)
    sign(core, { qr: qrOf(core) })
    const after = await core.documents.prepareForms(operator, number)
    expect(after.documents.map(({ id }) => id).sort()).toEqual(before.documents.map(({ id }) => id).sort())
  })
})

describe('a scan', () => {
  const attach = (core: Core, name: string, bytes: Uint8Array) =>
    core.documents.attach(operator, {
      number,
      upload: handOver(core, name, bytes),
      kind: 'other',
      qr: null,
      note: null,
    })

  test('is what its content says, whatever it is called, and lies under a name that every system takes', () => {
    const { core, folder } = openSample()
    freeze(core, eachPlan())
    expect(attach(core, '现场照片.pdf', png)).toMatchObject({
      type: 'image/png',
      name: `${number}-现场照片.png`,
    })
    expect(attach(core, '现场照片.PNG', png).name).toBe(`${number}-现场照片-2.png`)
    expect(attach(core, '../../a:b?.pdf', pdf)).toMatchObject({ type: 'application/pdf', pages: null })
    expect(attach(core, `${'长'.repeat(300)}.jpg`, jpeg).type).toBe('image/jpeg')
    const place = path.join(folder, 'documents', number)
    for (const { path: file } of core.documents.list(number)) expect(path.dirname(file)).toBe(place)
  })

  test('that is neither PDF, JPEG nor PNG is refused and not kept', () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    for (const bytes of [Buffer.from('<html>'), Buffer.alloc(0), Buffer.from('PK\u0003\u0004')])
      expect(refusalOf(() => attach(core, '扫描.pdf', bytes)).code).toBe('FILE_NOT_A_SCAN')
    expect(core.documents.list(number)).toEqual([])
  })
})

describe('an approval', () => {
  test('is filed with its scan in the step that it approves', () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    const scan = handOver(core, '批准.png')
    core.draws.abort(operator, number, { ...order, approval: { ...approval, scan } })
    const [document] = core.documents.list(number)
    expect(document).toMatchObject({ kind: 'approval', attempt: 1, name: `${number}-批准文件.png` })
    expect(document?.note).toContain(approval.number)
    expect(core.database.documents.approvals()).toMatchObject([
      { draw: number, attempt: 1, purpose: 'abort', name: '苏文彬', document: document?.id, ...approval },
    ])
    const entry = [...core.database.ledger.entries()].find(
      (one) => one.entry.event === 'draw.approval',
    )?.entry
    expect(entry?.data).toMatchObject({ draw: number, attempt: 1, sha256: document?.sha256, ...approval })
    expect(scansMissing(core)).toBe(0)
    expect(refusalOf(() => core.uploads.take(scan)).code).toBe('UPLOAD_UNKNOWN')
  })

  test('of a step that is refused leaves nothing, and its scan can be handed in again', () => {
    const { core, folder } = openSample()
    hold(core, eachPlan())
    const scan = handOver(core, '批准.png')
    const before = stored(core)
    const given = { ...order, approval: { ...approval, scan } }
    expect(refusalOf(() => core.draws.abort(operator, number, given)).code).toBe('WRONG_STATE')
    expect(stored(core)).toEqual(before)
    expect([...contents(path.join(folder, 'documents')).keys()]).toEqual([])
    core.draws.declareVoid(operator, number, { ...given, decision: '示例〔2026〕4号' })
    expect(core.documents.list(number)).toHaveLength(1)
  })

  test('whose scan is unknown or no scan stops the step', () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    const unknown = '00000000-0000-4000-8000-000000000000'
    for (const [scan, code] of [
      [unknown, 'UPLOAD_UNKNOWN'],
      [handOver(core, '批准.docx', Buffer.from('PK')), 'FILE_NOT_A_SCAN'],
    ] as const)
      expect(
        refusalOf(() => core.draws.abort(operator, number, { ...order, approval: { ...approval, scan } }))
          .code,
      ).toBe(code)
    expect(core.draws.read(number).state).toBe('frozen')
  })

  test('without its scan is due until one is attached', () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    const attach = () =>
      core.documents.attach(operator, {
        number,
        upload: handOver(core, '批准.png'),
        kind: 'approval',
        qr: null,
        note: '批准文号：示例〔2026〕3号',
      })
    // One that was there before approves something else.
    attach()
    core.draws.abort(operator, number, { ...order, approval: { ...approval, scan: null } })
    expect(scansMissing(core)).toBe(1)
    core.draws.again(operator, number, { ...order, approval: { ...approval, scan: null } })
    expect(scansMissing(core)).toBe(2)
    attach()
    expect(scansMissing(core)).toBe(1)
    attach()
    expect(scansMissing(core)).toBe(0)
  })
})

describe('photographs and recordings of a draw (S1: 全程录像、拍照)', () => {
  const mp4 = Buffer.from('00000018667479706d703432', 'hex')
  const wav = Buffer.from('524946462400000057415645', 'hex')
  const id3 = Buffer.from('49443304000000000000', 'hex')
  const frame = Buffer.from('fffb9064000000000000', 'hex')
  const attach = (core: Core, kind: 'photograph' | 'recording', bytes: Uint8Array, name = '现场.bin') =>
    core.documents.attach(operator, {
      number,
      upload: handOver(core, name, bytes),
      kind,
      qr: null,
      note: null,
    })

  test('are filed as what their first bytes say they are, under their own names', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const filed = [
      attach(core, 'photograph', jpeg),
      attach(core, 'photograph', png),
      ...[mp4, wav, id3, frame].map((bytes) => attach(core, 'recording', bytes)),
    ]
    expect(filed.map(({ kind, type }) => `${kind} ${type}`)).toEqual([
      'photograph image/jpeg',
      'photograph image/png',
      'recording video/mp4',
      'recording audio/wav',
      'recording audio/mpeg',
      'recording audio/mpeg',
    ])
    expect(filed[2]).toMatchObject({ name: `${number}-现场.mp4`, pages: null, form: null, copy: 1 })
    expect(core.draws.archived(number, 1)).toBeNull()
    expect(core.verifyLedger().ok).toBe(true)
  })

  test('a file that is none of them is refused, and nothing is kept of it', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const before = stored(core)
    for (const [kind, bytes] of [
      ['photograph', pdf],
      ['photograph', mp4],
      ['recording', jpeg],
      ['recording', Buffer.from('')],
    ] as const)
      expect(refusalOf(() => attach(core, kind, bytes)).code).toBe('FILE_NOT_A_SCAN')
    expect(stored(core)).toEqual(before)
  })
})
