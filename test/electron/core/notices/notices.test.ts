import * as nodeFs from 'node:fs'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../../../electron/core/core.ts'
import { RefusalError } from '../../../../electron/core/outcome.ts'
import type { Disk } from '../../../../electron/documents/write-files.ts'
import { noInspectionEntry } from '../../../../shared/forms/inspection-entry.ts'
import { noVisitEntry } from '../../../../shared/forms/visit-entry.ts'
import { dense, needTools, textOfPages } from '../../documents/pdf/tools.ts'
import { freeze, giveDigits, hold, openSample, operator, refusalOf, stored } from '../sample-core.ts'
import { eachPlan, replaceInspectorPlan } from '../sample-registers.ts'

const number = 'YL01-2026-0001'
const maker = '张拟稿'
const second = '李核对'
const decision = {
  reason: '漏列回避关系',
  approver: '苏文彬',
  supervisor: '陈国栋',
  decision: '示例〔2026〕3号',
}

/** The code and the sentence that a promise is refused with. */
async function refused(work: Promise<unknown>): Promise<{ readonly code: string; readonly message: string }> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof RefusalError) return error.refusal
  throw error instanceof Error ? error : new Error('it was not refused')
}

/** An official draw of three firms, confirmed; the result of the first is known. */
function drawn(core: Core, plan: object = eachPlan()): string {
  hold(core, plan)
  const [first] = core.forms.entry(number).visits
  if (first === undefined) throw new Error('nothing was drawn')
  enterResult(core, first.object, 0)
  return first.object
}

function enterResult(core: Core, object: string, version: number): void {
  const entry = {
    ...noVisitEntry,
    endedAt: '2026-11-24T11:00',
    representative: '郑小明',
    representativePhone: '13800001234',
    problems: '郑小明（13800001234）未能出示记录',
    result: '发现问题待后续处理',
    handling: version === 0 ? '责令整改' : '立案处罚',
  } as const
  core.forms.saveVisit(operator, { number, object, version, entry })
}

const make = (core: Core, kind: 'before' | 'result' = 'result', by = maker) =>
  core.notices.make(operator, { number, kind, maker: by })
const events = (core: Core, name: string) =>
  [...core.database.ledger.entries()].filter(({ entry }) => entry.event === name)

describe('a public notice (公示稿)', () => {
  test('is drawn up covered, compared by a second person, and archived as page, workbook and PDF', async (context) => {
    needTools(context, 'pdftotext')
    const { core } = openSample()
    drawn(core)
    const notice = make(core)
    expect(notice).toMatchObject({ kind: 'result', maker, current: true, confirmed: null, documents: [] })
    expect(notice.masked).toContainEqual(
      expect.objectContaining({ field: '发现的问题', meaning: '手机号码', shown: '138****1234' }),
    )
    expect(notice.free.map(({ text }) => text)).toContain('郑**（138****1234）未能出示记录')

    const done = await core.notices.confirm(operator, { id: notice.id, name: second })
    expect(done.confirmed?.name).toBe(second)
    expect(done.documents.map(({ name, kind }) => [name, kind]).toSorted()).toEqual([
      [`${number}-结果公示稿.html`, 'notice'],
      [`${number}-结果公示稿.pdf`, 'notice'],
      [`${number}-结果公示稿.xlsx`, 'notice'],
    ])
    const [html, pdf] = ['html', 'pdf'].map((ending) => {
      const document = done.documents.find(({ name }) => name.endsWith(ending))
      return readFileSync(document?.path ?? '')
    })
    const workbook = done.documents.find(({ name }) => name.endsWith('xlsx'))
    const sheets = Object.values(unzipSync(readFileSync(workbook?.path ?? ''))).map((part) => strFromU8(part))
    const texts = [
      html?.toString('utf8') ?? '',
      dense(textOfPages(pdf ?? new Uint8Array()).join('')),
      sheets.join(''),
    ]
    for (const text of texts) {
      expect(text).toContain('郑**')
      expect(text).not.toContain('13800001234')
      expect(text).not.toContain('待核对')
    }
    expect(events(core, 'notice.made')).toHaveLength(1)
    const [confirmed] = events(core, 'notice.confirmed')
    expect(confirmed?.entry.data).toMatchObject({ confirmer: second, digest: notice.digest, draw: number })
    const archived = events(core, 'document.archived').map(({ entry }) => entry.data.sha256)
    expect(archived).toEqual(expect.arrayContaining(done.documents.map(({ sha256 }) => sha256)))
    expect(core.notices.list(number)).toEqual([done])
    expect(core.verifyLedger().ok).toBe(true)
  })

  test('carries 待核对 as long as nobody compared it', async () => {
    const { core } = openSample()
    drawn(core)
    const { id } = make(core)
    expect(core.notices.preview(id)).toContain('待核对')
    await core.notices.confirm(operator, { id, name: second })
    expect(core.notices.preview(id)).not.toContain('待核对')
  })

  test('is not confirmed by whoever drew it up, however the name is typed', async () => {
    const { core } = openSample()
    drawn(core)
    const { id } = make(core, 'result', 'Zhang 拟稿')
    const before = stored(core)
    for (const name of [
      'Zhang 拟稿',
      ' zhang拟稿 ',
      'ＺＨＡＮＧ　拟稿',
      'Zhang\u200b拟\u2060稿',
      'Zhang·拟稿。',
    ])
      expect(await refused(core.notices.confirm(operator, { id, name }))).toMatchObject({
        code: 'SAME_PERSON',
      })
    expect(stored(core)).toEqual(before)
  })

  test('printed again is a further copy of what was published, marked, and no file of the notice', async () => {
    const { core } = openSample()
    drawn(core)
    const { documents } = await core.notices.confirm(operator, { id: make(core).id, name: second })
    const pdf = documents.find(({ type }) => type === 'application/pdf')
    if (pdf === undefined) throw new Error('no PDF was archived')
    expect(await core.forms.print(operator, pdf.id)).toEqual(pdf)
    core.forms.printed(operator, pdf.id)
    const again = await core.forms.print(operator, pdf.id)
    expect(again).toMatchObject({ kind: 'notice', copy: 2, original: pdf.id, pages: pdf.pages })
    expect(again.name).toBe(`${number}-结果公示稿（第2次打印）.pdf`)
    expect(core.notices.list(number)[0]?.documents).toEqual(documents)
  })

  test('is confirmed once', async () => {
    const { core } = openSample()
    drawn(core)
    const { id } = make(core)
    await core.notices.confirm(operator, { id, name: second })
    const before = stored(core)
    const again = await refused(core.notices.confirm(operator, { id, name: '王再核' }))
    expect(again.code).toBe('WRONG_STATE')
    expect(again.message).toContain(second)
    expect(stored(core)).toEqual(before)
  })

  test('of two who confirm at once only one does, with one set of files', async () => {
    const { core } = openSample()
    drawn(core)
    const { id } = make(core)
    const settled = await Promise.allSettled([
      core.notices.confirm(operator, { id, name: second }),
      core.notices.confirm(operator, { id, name: '王再核' }),
    ])
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(core.documents.list(number).filter(({ kind }) => kind === 'notice')).toHaveLength(3)
  })

  test('is not confirmed when what was entered has changed since; what was drawn up stays as it was', async () => {
    const { core } = openSample()
    const object = drawn(core)
    const notice = make(core)
    const page = core.notices.preview(notice.id)
    enterResult(core, object, 1)
    expect(core.notices.list(number).map(({ current }) => current)).toEqual([false])
    expect(await refused(core.notices.confirm(operator, { id: notice.id, name: second }))).toMatchObject({
      code: 'NOTICE_CHANGED',
    })
    expect(core.notices.preview(notice.id)).toBe(page)
    const fresh = make(core)
    expect(fresh.id).not.toBe(notice.id)
    expect(core.notices.list(number).map(({ id }) => id)).toEqual([fresh.id, notice.id])
  })

  test('stays current when something else of the office goes on', async () => {
    const { core, clock } = openSample()
    drawn(core)
    const { id } = make(core)
    freeze(core, eachPlan())
    clock.set('2026-12-08T09:00:00+08:00')
    expect(core.notices.list(number)[0]?.current).toBe(true)
    const done = await core.notices.confirm(operator, { id, name: second })
    expect(done.current).toBe(true)
  })

  test('that says the same is given again, and drawn up anew by another person', async () => {
    const { core } = openSample()
    drawn(core)
    const first = make(core)
    const before = stored(core)
    expect(make(core).id).toBe(first.id)
    expect(stored(core)).toEqual(before)
    const others = make(core, 'result', second)
    expect(others.id).not.toBe(first.id)
    await core.notices.confirm(operator, { id: others.id, name: maker })
    expect(make(core, 'result', '赵某').id).toBe(others.id)
  })

  test('is archived whole or not at all', async () => {
    let full = false
    const disk: Disk = {
      ...nodeFs,
      writeSync: ((...given: Parameters<typeof nodeFs.writeSync>) => {
        if (full) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return nodeFs.writeSync(...given)
      }) as Disk['writeSync'],
    }
    const { core } = openSample({ disk })
    drawn(core)
    const { id } = make(core)
    const before = stored(core)
    full = true
    await expect(core.notices.confirm(operator, { id, name: second })).rejects.toThrow()
    expect(stored(core)).toEqual(before)
    full = false
    expect(core.notices.list(number)[0]?.confirmed).toBe(null)
    expect((await core.notices.confirm(operator, { id, name: second })).documents).toHaveLength(3)
  })

  test('is of the inspection, also where a replacement is asked for, and names who inspects now', () => {
    const { core } = openSample()
    const object = drawn(core)
    const people = () =>
      core.draws
        .inForce(number)
        .objects.find(({ id }) => id === object)
        ?.inspectors.map(({ name }) => name) ?? []
    const before = make(core, 'before')
    const [left] = core.draws.inForce(number).objects.flatMap(({ inspectors }) => inspectors)
    const { number: replacing } = hold(core, replaceInspectorPlan(number, left?.id ?? ''))
    expect(core.notices.list(replacing).map(({ id, current }) => [id, current])).toEqual([[before.id, false]])
    const page = core.notices.preview(make(core, 'before').id)
    expect(page).not.toContain(left?.name)
    for (const name of people()) expect(page).toContain(name)
    expect(page).toContain('更换1次')
  })

  test('that nobody knows is refused', async () => {
    const { core } = openSample()
    const id = '00000000-0000-4000-8000-00000000000f'
    expect(refusalOf(() => core.notices.preview(id)).code).toBe('NOTICE_UNKNOWN')
    expect((await refused(core.notices.confirm(operator, { id, name: second }))).code).toBe('NOTICE_UNKNOWN')
    expect(refusalOf(() => core.notices.list('YL01-2026-0999')).code).toBe('DRAW_UNKNOWN')
  })
})

describe('nothing is published', () => {
  test('of a rehearsal', () => {
    const { core } = openSample()
    hold(core, eachPlan({ mode: 'rehearsal' }))
    expect(refusalOf(() => make(core, 'before')).code).toBe('NOTICE_NOT_LAWFUL')
  })

  test('of an outcome that is void', () => {
    const { core } = openSample()
    drawn(core)
    const notice = make(core)
    core.draws.declareVoid(operator, number, decision)
    expect(refusalOf(() => make(core)).code).toBe('NOTICE_NOT_LAWFUL')
    expect(core.notices.list(number).map(({ current }) => current)).toEqual([false])
    return expect(core.notices.confirm(operator, { id: notice.id, name: second })).rejects.toMatchObject({
      refusal: { code: 'NOTICE_CHANGED' },
    })
  })

  test('before the outcome is shown and confirmed', () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    expect(refusalOf(() => make(core, 'before')).code).toBe('NOT_DRAWN_YET')
    const { steps } = giveDigits(core, number)
    expect(refusalOf(() => make(core, 'before')).code).toBe('NOT_DRAWN_YET')
    core.draws.reveal(operator, number, steps)
    expect(refusalOf(() => make(core, 'before')).code).toBe('NOT_DRAWN_YET')
    core.draws.confirm(operator, number)
    expect(make(core, 'before').current).toBe(true)
  })

  test('of results of which none is known', () => {
    const { core } = openSample()
    hold(core, eachPlan())
    expect(refusalOf(() => make(core)).code).toBe('FORM_NOT_READY')
  })

  test('of a confidential draw before its names are disclosed, but for the reason (S1 附件4五4, S2 第九条)', async () => {
    const { core } = openSample()
    drawn(core, eachPlan({ confidential: true }))
    expect(refusalOf(() => make(core, 'before')).code).toBe('CONFIDENTIAL')
    expect(refusalOf(() => make(core, 'result')).code).toBe('CONFIDENTIAL')
    const names = core.draws.inForce(number).objects.map(({ name }) => name)
    const reason = '提前公开将影响检查效果'
    core.forms.saveEntry(operator, {
      number,
      version: 0,
      entry: { ...noInspectionEntry, noDisclosureReason: reason },
    })
    const { id } = make(core, 'before')
    const page = core.notices.preview(id)
    expect(page).toContain(reason)
    for (const name of names) expect(page).not.toContain(name)

    core.forms.saveEntry(operator, { number, version: 1, entry: noInspectionEntry })
    expect((await refused(core.notices.confirm(operator, { id, name: second }))).code).toBe('CONFIDENTIAL')
    core.draws.disclose(operator, number, { date: '2026-11-20', reason: '检查已经全部实施' })
    const after = core.notices.preview(make(core, 'result').id)
    for (const name of names) expect(after).toContain(name)
  })
})
