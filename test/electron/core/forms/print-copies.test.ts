import * as nodeFs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { RefusalError } from '../../../../electron/core/outcome.ts'
import type { StoredDocument } from '../../../../shared/api/document-contract.ts'
import { dense, needTools, textOfPages } from '../../documents/pdf/tools.ts'
import { handOver, png } from '../papers/handed-over.ts'
import { hold, openSample, operator, type SampleCore, stored } from '../sample-core.ts'
import { eachPlan } from '../sample-registers.ts'
import { enterVisit, number, prepared } from './inspection-ground.ts'

type Core = SampleCore['core']

async function notice(core: Core): Promise<StoredDocument> {
  const [document] = (await prepared(core, ['inspection-notice'])).documents
  if (document === undefined) throw new Error('nothing was archived')
  return document
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof RefusalError)) throw error ?? new Error('it was not refused')
  expect(error.refusal.message).toMatch(/\p{Script=Han}.*。$/u)
  return error.refusal.code
}

const pagesOf = (core: Core, { id }: StoredDocument) => textOfPages(core.documents.read(id).bytes).map(dense)

describe('a paper is printed', () => {
  test('as it was archived, until a person says that it came out of the printer', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const first = await notice(core)
    const before = stored(core)
    expect(await core.forms.print(operator, first.id)).toEqual(first)
    expect(await core.forms.print(operator, first.id)).toEqual(first)
    expect(stored(core)).toEqual(before)
    expect(core.forms.printed(operator, first.id)).toEqual(first)
    const { entry } = [...core.database.ledger.entries()].at(-1) ?? {}
    expect(entry).toMatchObject({
      event: 'document.printed',
      data: { document: first.id, draw: number, copy: 1, sha256: first.sha256 },
    })
    const once = stored(core)
    core.forms.printed(operator, first.id)
    expect(stored(core)).toEqual(once)
  })

  test('again as a further archived copy that is marked on every page and differs in nothing else', async (context) => {
    needTools(context, 'pdftotext')
    const { core } = openSample()
    hold(core, eachPlan())
    const first = await notice(core)
    core.forms.printed(operator, first.id)
    // What was entered since is on the next paper, and not on a copy of this one.
    enterVisit(core, 1, { place: '城东路9号瓶库' })
    const second = await core.forms.print(operator, first.id)
    expect(second).toMatchObject({
      kind: 'form',
      form: 'inspection-notice',
      copy: 2,
      original: first.id,
      name: `${number}-行政检查通知书（第2次打印）.pdf`,
      pages: first.pages,
    })
    const marked = pagesOf(core, second)
    for (const page of marked) expect(page).toContain('第2次打印')
    expect(marked.map((page) => page.replace('第2次打印', ''))).toEqual(pagesOf(core, first))
    // The second is not marked a third time before it was printed, whichever copy is asked for.
    expect(await core.forms.print(operator, first.id)).toEqual(second)
    expect(await core.forms.print(operator, second.id)).toEqual(second)
    core.forms.printed(operator, second.id)
    const third = await core.forms.print(operator, second.id)
    expect(third).toMatchObject({ copy: 3, original: first.id })
    expect(core.database.inspections.numbers(number)).toHaveLength(3)
    expect(core.verifyLedger().ok).toBe(true)
    const state = (await core.forms.list(number)).find(({ id }) => id === 'inspection-notice')
    expect([state?.current?.copy, state?.earlier?.copy].filter((copy) => copy !== undefined)).toEqual([1])
  })

  test('again, like any paper, where it is the 档案目录', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    await notice(core)
    const catalogue = await core.archives.catalogue(operator, number)
    core.forms.printed(operator, catalogue.id)
    const second = await core.forms.print(operator, catalogue.id)
    expect(second).toMatchObject({ kind: 'catalogue', copy: 2, original: catalogue.id })
    // Neither a copy of it nor itself makes it another paper.
    expect(await core.archives.catalogue(operator, number)).toEqual(catalogue)
    expect((await prepared(core, ['archive-catalogue'])).documents).toEqual([catalogue])
  })

  test('of the 档案目录 only as one, whichever pages ask for it at the same time', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    await notice(core)
    const [ofArchive, ofForms] = await Promise.all([
      core.archives.catalogue(operator, number),
      prepared(core, ['archive-catalogue']),
    ])
    expect(ofForms.documents).toEqual([ofArchive])
    expect(core.documents.list(number).filter(({ kind }) => kind === 'catalogue')).toEqual([ofArchive])
  })

  test('again only as what it was: where that cannot be proven, nothing is made', async () => {
    const { core, folder } = openSample()
    hold(core, eachPlan())
    const first = await notice(core)
    core.forms.printed(operator, first.id)
    const place = path.join(folder, 'reprints', number)
    for (const file of nodeFs.readdirSync(place)) nodeFs.appendFileSync(path.join(place, file), ' ')
    const before = stored(core)
    expect(await codeOf(core.forms.print(operator, first.id))).toBe('DOCUMENT_CHANGED')
    nodeFs.rmSync(place, { recursive: true })
    expect(await codeOf(core.forms.print(operator, first.id))).toBe('DOCUMENT_CHANGED')
    expect(stored(core)).toEqual(before)
  })

  test('in a further paper where the one that was printed can never be marked again', async () => {
    const { core, folder } = openSample()
    hold(core, eachPlan())
    const first = await notice(core)
    nodeFs.rmSync(path.join(folder, 'reprints', number), { recursive: true })
    // Nobody has printed it: it is whole, and stays the paper.
    expect(await notice(core)).toEqual(first)
    core.forms.printed(operator, first.id)
    const [state] = (await core.forms.list(number)).filter(({ id }) => id === 'inspection-notice')
    expect(state).toMatchObject({ current: null, earlier: { id: first.id } })
    const further = await notice(core)
    expect(further).toMatchObject({ copy: 1, name: `${number}-行政检查通知书-2.pdf` })
    expect(core.database.inspections.numbers(number)).toHaveLength(3)
    core.forms.printed(operator, further.id)
    expect(await core.forms.print(operator, further.id)).toMatchObject({ copy: 2, original: further.id })
  })

  test('as the next copy where the file of the last one is gone', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const first = await notice(core)
    core.forms.printed(operator, first.id)
    const second = await core.forms.print(operator, first.id)
    nodeFs.rmSync(second.path)
    expect(await core.forms.print(operator, first.id)).toMatchObject({ copy: 3, original: first.id })
  })

  test('never where its file is another, or where it is no PDF', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const first = await notice(core)
    nodeFs.appendFileSync(first.path, ' ')
    expect(await codeOf(core.forms.print(operator, first.id))).toBe('DOCUMENT_CHANGED')
    const upload = handOver(core, '现场.png', png)
    const photograph = core.documents.attach(operator, {
      number,
      upload,
      kind: 'photograph',
      qr: null,
      note: null,
    })
    expect(await codeOf(core.forms.print(operator, photograph.id))).toBe('NOT_PRINTABLE')
    expect(await codeOf(core.forms.print(operator, '00000000-0000-4000-8000-000000000000'))).toBe(
      'DOCUMENT_UNKNOWN',
    )
  })
})

describe('a blank form', () => {
  test('is filed once, and printed as often as it is needed', async () => {
    const { core } = openSample()
    const one = await core.forms.blank(operator, 'inquiry-record')
    const again = await core.forms.blank(operator, 'inquiry-record')
    expect(again).toEqual(one)
    expect(one).toMatchObject({ name: '询问笔录（空白）.pdf', type: 'application/pdf', missing: [] })
    core.forms.printed(operator, one.id)
    expect(await core.forms.print(operator, one.id)).toMatchObject({ id: one.id, copy: 1 })
  })

  test('is none of what only a draw can say', async () => {
    const { core } = openSample()
    expect(await codeOf(core.forms.blank(operator, 'draw-record'))).toBe('FORM_NOT_READY')
    expect(await codeOf(core.forms.blank(operator, 'draw-recrod'))).toBe('FORM_UNKNOWN')
    const empty = openSample({ registers: false }).core
    expect(await codeOf(empty.forms.blank(operator, 'inquiry-record'))).toBe('OFFICE_NOT_SET')
  })
})

test('a visit that no draw decided is printed from its row, with the object it was at', async (context) => {
  needTools(context, 'pdftotext')
  const { core } = openSample()
  const { database } = core
  const stamp = { at: '2026-11-19T08:00:00+08:00', by: operator }
  const object = database.objects.current()[6]
  if (object === undefined) throw new Error('no such object')
  const [serial] = database.transaction(() =>
    database.visits.add(
      [
        {
          object: object.serial,
          kind: '投诉举报',
          date: '2026-11-18',
          number: '12345-07',
          department: null,
          item: null,
          passed: false,
          findings: '电梯困人未报告',
          remark: null,
        },
      ],
      stamp,
    ),
  )
  if (serial === undefined) throw new Error('nothing was added')
  const filed = await core.forms.nonRandom(operator, serial)
  const text = textOfPages(core.documents.read(filed.id).bytes).map(dense).join('')
  for (const fact of [object.row.name, '投诉举报', '12345-07', '电梯困人未报告', '不合格'])
    expect(text).toContain(dense(fact))
  const unknown = core.forms.nonRandom(operator, 'V000099' as typeof serial)
  expect(await codeOf(unknown)).toBe('ROW_UNKNOWN')
})
