import * as nodeFs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { RefusalError } from '../../../../electron/core/outcome.ts'
import type { Disk } from '../../../../electron/documents/write-files.ts'
import { defaultFormStyle } from '../../../../shared/forms/form-style.ts'
import { contents } from '../../../db/temporary-folder.ts'
import { dense, needTools, textOfPages } from '../../documents/pdf/tools.ts'
import { freeze, giveDigits, hold, openSample, operator, refusalOf, stored } from '../sample-core.ts'
import { eachPlan, replaceObjectPlan } from '../sample-registers.ts'
import { enterVisit, enterWhole, number, prepared } from './inspection-ground.ts'

const decision = {
  reason: '漏列回避关系',
  approver: '苏文彬',
  supervisor: '陈国栋',
  decision: '示例〔2026〕3号',
}

async function refused(work: Promise<unknown>): Promise<{ readonly code: string; readonly message: string }> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof RefusalError) return error.refusal
  throw error ?? new Error('it was not refused')
}

/** Every file below the folders where papers and what they were set from lie. */
function kept(folder: string): string[] {
  return ['documents', 'reprints'].flatMap((name) => {
    const place = path.join(folder, name)
    return nodeFs.existsSync(place) ? [...contents(place).keys()] : []
  })
}

describe('all papers of an inspection', () => {
  test('are archived from one entry of facts, one file a form, each with its digest in the ledger', async (context) => {
    needTools(context, 'pdftotext')
    const { core } = openSample()
    hold(core, eachPlan())
    enterWhole(core, { materials: '燃气经营许可证', noticeIssuedOn: '2026-11-23' })
    enterVisit(core, 1, { problems: '瓶库未设警示标志' })
    const { documents, left, missing, told } = await prepared(core)
    const names = documents.map(({ name }) => name)
    for (const form of [
      '抽查实施方案',
      '锁定名单校验单',
      '抽查工作记录表',
      '行政检查通知书',
      '现场检查记录表',
    ])
      expect(names).toContain(`${number}-${form}.pdf`)
    expect(new Set(names).size).toBe(documents.length)
    expect(missing).toEqual([])
    const digests = [...core.database.ledger.entries()]
      .filter(({ entry }) => entry.event === 'document.archived')
      .map(({ entry }) => entry.data.sha256)
    expect(digests).toEqual(documents.map(({ sha256 }) => sha256))
    expect(core.verifyLedger().ok).toBe(true)
    // The office has no plan and no list beyond its items: what is not made is told with its reason.
    expect(left.map(({ form }) => form)).toEqual(['non-random-visit', 'list-plans', 'archive-catalogue'])
    expect(left.every(({ reason }) => reason.endsWith('。'))).toBe(true)
    expect(told.at(-1)).toMatchObject({ event: 'progress' })
    const text = (form: string) => {
      const document = documents.find((one) => one.form === form)
      return textOfPages(core.documents.read(document?.id ?? '').bytes)
        .map(dense)
        .join('')
    }
    const notice = text('inspection-notice')
    for (const { name } of core.forms.entry(number).visits) expect(notice).toContain(dense(name))
    for (const fact of ['燃气经营许可证', '2026年11月23日', '检通〔2026〕1号', '检通〔2026〕3号'])
      expect(notice).toContain(fact)
    expect(text('inspection-record')).toContain('瓶库未设警示标志')
  })

  test('are given again while the facts are the same, and only those are made anew that say something else', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const forms = ['draw-record', 'inspection-notice', 'inspection-record']
    const first = await prepared(core, forms)
    const before = stored(core)
    const again = await prepared(core, forms)
    expect(again.documents).toEqual(first.documents)
    expect(stored(core)).toEqual(before)
    enterVisit(core, 1, { problems: '瓶库未设警示标志' })
    const later = await prepared(core, forms)
    const changed = later.documents.filter(({ id }) => first.documents.every((one) => one.id !== id))
    expect(changed.map(({ form, name }) => [form, name])).toEqual([
      ['inspection-record', `${number}-现场检查记录表-2.pdf`],
    ])
    const state = (await core.forms.list(number)).find(({ id }) => id === 'inspection-record')
    expect(state).toMatchObject({
      objects: 3,
      unavailable: null,
      current: { id: changed[0]?.id },
      earlier: null,
    })
  })

  test('are one PDF where they are wanted together, in the order of the work', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const forms = ['inspection-record', 'draw-record']
    const single = await prepared(core, forms)
    const { documents } = await prepared(core, forms, { combined: true })
    expect(documents).toMatchObject([{ kind: 'combined', form: null, name: `${number}-文书合订本.pdf` }])
    const pages = single.documents.reduce((sum, document) => sum + (document.pages ?? 0), 0)
    expect(documents[0]?.pages).toBe(pages)
    expect((await prepared(core, forms, { combined: true })).documents).toEqual(documents)
  })

  test('are not given out with a 文号 where the draw was declared void while they were set', async () => {
    const { core, folder } = openSample()
    hold(core, eachPlan())
    const making = refused(prepared(core, ['inspection-notice']))
    // The facts are read when the making begins; the paper is not yet set.
    await Promise.resolve()
    core.draws.declareVoid(operator, number, decision)
    const before = stored(core)
    const { code, message } = await making
    expect(code).toBe('FORM_NOT_READY')
    expect(message).toContain('已作废')
    expect(stored(core)).toEqual(before)
    expect(kept(folder)).toEqual([])
  })

  test('that two windows ask for at once are made once', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const forms = ['inspection-notice']
    const [one, other] = await Promise.all([prepared(core, forms), prepared(core, forms)])
    expect(one.documents).toEqual(other.documents)
    expect(core.documents.list(number)).toHaveLength(1)
    expect(core.database.inspections.numbers(number)).toHaveLength(3)
  })
})

describe('papers that cannot be made', () => {
  test('are named with the reason; those asked for by name are refused, all of them', async () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    const { documents, left } = await prepared(core)
    expect(documents.map(({ form }) => form)).toEqual(['scheme', 'digit-slips', 'freeze-slip'])
    expect(left.find(({ form }) => form === 'draw-record')?.reason).toBe('还没有抽取结果。')
    const before = stored(core)
    const { code, message } = await refused(prepared(core, ['freeze-slip', 'draw-record']))
    expect(code).toBe('FORM_NOT_READY')
    expect(message).toContain('抽查工作记录表')
    expect(stored(core)).toEqual(before)
    const near = await refused(prepared(core, ['检查通知书']))
    expect([near.code, near.message]).toEqual(['FORM_UNKNOWN', expect.stringContaining('“行政检查通知书”')])
    expect((await refused(prepared(core, null, { number: 'YL01-2026-0099' }))).code).toBe('DRAW_UNKNOWN')
  })

  test('tell no outcome that has not been shown in full, also not of a later replacement', async () => {
    const { core } = openSample()
    freeze(core, eachPlan())
    const { steps } = giveDigits(core, number)
    expect((await refused(prepared(core, ['draw-record']))).code).toBe('FORM_NOT_READY')
    expect((await prepared(core)).documents.map(({ form }) => form)).not.toContain('inspection-record')
    core.draws.reveal(operator, number, steps)
    core.draws.confirm(operator, number)
    const object = core.forms.entry(number).visits[0]?.object ?? ''
    const later = freeze(core, replaceObjectPlan(number, object)).number
    giveDigits(core, later)
    const { left } = await prepared(core)
    expect(left.find(({ form }) => form === 'inspection-record')?.reason).toContain(later)
  })

  test('a notice without an approved scheme, whatever the mode, while the other papers are made', async () => {
    const { core } = openSample()
    hold(core, eachPlan({ mode: 'rehearsal', basis: null }))
    const { code, message } = await refused(prepared(core, ['inspection-notice']))
    expect(code).toBe('FORM_NOT_READY')
    expect(message).toContain('批准')
    const { documents, left } = await prepared(core)
    expect(left.map(({ form }) => form)).toContain('inspection-notice')
    expect(documents.map(({ form }) => form)).toContain('inspection-record')
  })

  test('of a void outcome say what the draw was, and nothing is inspected by it', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    core.draws.declareVoid(operator, number, decision)
    const { documents, left } = await prepared(core)
    expect(documents.map(({ form }) => form)).toEqual([
      'scheme',
      'draw-record',
      'drawn-objects-list',
      'inspector-groups',
    ])
    expect(left.find(({ form }) => form === 'inspection-record')?.reason).toContain('作废')
  })

  test('of a replacement are its own; the inspection’s are the draw’s', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const object = core.forms.entry(number).visits[0]?.object ?? ''
    const replacement = hold(core, replaceObjectPlan(number, object))
    const { documents, left } = await prepared(core, null, { number: replacement.number })
    expect(documents.map(({ form }) => form)).toContain('draw-record')
    expect(left.find(({ form }) => form === 'inspection-record')?.reason).toContain(`在“${number}”下生成`)
  })
})

describe('文号', () => {
  const numbersOf = async (core: ReturnType<typeof openSample>['core']) =>
    (await core.forms.list(number)).find(({ id }) => id === 'inspection-notice')?.numbers

  test('is given once and for ever, after the office’s pattern, and is in the ledger', async () => {
    const { core } = openSample()
    core.forms.writeStyle(operator, {
      ...defaultFormStyle,
      numberPattern: '云住建{字}〔{年}〕{号}号',
      firstNumbers: { 检通: 12 },
    })
    hold(core, eachPlan())
    await prepared(core, ['inspection-notice'])
    const given = ['云住建检通〔2026〕12号', '云住建检通〔2026〕13号', '云住建检通〔2026〕14号']
    expect(await numbersOf(core)).toEqual(given)
    const numbered = core.database.ledger.entriesOf('document.numbered').map(({ entry }) => entry.data)
    expect(numbered.map(({ number: text }) => text)).toEqual(given)
    expect(numbered[0]).toMatchObject({ draw: number, form: 'inspection-notice' })
    // Another day, other facts, another pattern: what was given stays.
    core.forms.writeStyle(operator, { ...defaultFormStyle, numberPattern: '〔{年}〕{号}' })
    enterWhole(core, { materials: '台账' })
    await prepared(core, ['inspection-notice'])
    expect(await numbersOf(core)).toEqual(given)
  })

  test('goes on where it was, whichever inspection comes next', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const second = hold(core, eachPlan()).number
    await prepared(core, ['inspection-notice'])
    await prepared(core, ['inspection-notice'], { number: second })
    const texts = core.database.inspections.numbers(second).map(({ text }) => text)
    expect(texts.sort()).toEqual(['检通〔2026〕4号', '检通〔2026〕5号', '检通〔2026〕6号'])
  })

  test('jumps to the number that the office begins with, also in the middle of a year, and never back', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const [second, third] = [hold(core, eachPlan()).number, hold(core, eachPlan()).number]
    await prepared(core, ['inspection-notice'])
    core.forms.writeStyle(operator, { ...defaultFormStyle, firstNumbers: { 检通: 20 } })
    await prepared(core, ['inspection-notice'], { number: second })
    core.forms.writeStyle(operator, { ...defaultFormStyle, firstNumbers: { 检通: 2 } })
    await prepared(core, ['inspection-notice'], { number: third })
    const numbers = (draw: string) =>
      core.database.inspections
        .numbers(draw)
        .map((row) => row.number)
        .sort((a, b) => a - b)
    expect([numbers(number), numbers(second), numbers(third)]).toEqual([
      [1, 2, 3],
      [20, 21, 22],
      [23, 24, 25],
    ])
  })

  test('that was given after a backup is named before the backup is restored', async () => {
    const { core } = openSample()
    hold(core, eachPlan())
    const backup = core.data.backUp(operator, null)
    expect(core.data.compare(backup).documentNumbersLost).toEqual([])
    await prepared(core, ['inspection-notice'])
    expect(core.data.compare(backup).documentNumbersLost).toEqual([
      '检通〔2026〕1号',
      '检通〔2026〕2号',
      '检通〔2026〕3号',
    ])
  })

  test('is not used up by a rehearsal', async () => {
    const { core } = openSample()
    hold(core, eachPlan({ mode: 'rehearsal' }))
    const { documents } = await prepared(core, ['inspection-notice'])
    expect(documents).toHaveLength(1)
    expect(await numbersOf(core)).toEqual([])
  })
})

describe('nothing by halves', () => {
  test('whoever leaves meanwhile has archived nothing and used no 文号 up', async () => {
    const { core, folder } = openSample()
    hold(core, eachPlan())
    const before = stored(core)
    const order = { number, forms: null, combined: false }
    for await (const event of core.forms.prepare(operator, order)) {
      expect(event.event).toBe('progress')
      break
    }
    expect(stored(core)).toEqual(before)
    expect(kept(folder)).toEqual([])
    const stop = new AbortController()
    const making = core.forms.prepare(operator, order, stop.signal)
    await making.next()
    stop.abort()
    expect((await refused(collect(making))).code).toBe('CANCELLED')
    expect(stored(core)).toEqual(before)
    expect(kept(folder)).toEqual([])
    expect((await prepared(core, ['inspection-notice'])).documents).toHaveLength(1)
  })

  test.each([0, 30_000, 90_000])(
    'a disk that is full after %i bytes leaves no file, no row and no 文号; later all is made',
    async (room) => {
      let left = Number.MAX_SAFE_INTEGER
      const disk: Disk = {
        ...nodeFs,
        writeSync: ((handle: number, bytes: Uint8Array, offset: number) => {
          if (left <= 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
          left -= 4_096
          return nodeFs.writeSync(handle, bytes, offset, Math.min(4_096, bytes.length - offset))
        }) as typeof nodeFs.writeSync,
      }
      const { core, folder } = openSample({ disk })
      hold(core, eachPlan())
      const before = stored(core)
      left = room
      const forms = ['draw-record', 'inspection-notice']
      await expect(prepared(core, forms)).rejects.toMatchObject({ code: 'ENOSPC' })
      expect(stored(core)).toEqual(before)
      expect(kept(folder)).toEqual([])
      left = Number.MAX_SAFE_INTEGER
      const { documents } = await prepared(core, forms)
      for (const { id } of documents) core.documents.read(id)
    },
  )

  test('a folder that cannot be made is told, and nothing is written', async () => {
    let isLocked = false
    const disk: Disk = {
      ...nodeFs,
      mkdirSync: ((...given: Parameters<typeof nodeFs.mkdirSync>) => {
        if (isLocked) throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
        return nodeFs.mkdirSync(...given)
      }) as typeof nodeFs.mkdirSync,
    }
    const { core, folder } = openSample({ disk })
    hold(core, eachPlan())
    isLocked = true
    const before = stored(core)
    await expect(prepared(core, ['draw-record'])).rejects.toMatchObject({ code: 'EACCES' })
    expect([stored(core), kept(folder)]).toEqual([before, []])
  })

  test('a transaction that fails takes files and 文号 with it', async () => {
    let failing = false
    const hooks = {
      onBeforeCommit: () => {
        if (failing) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
      },
    }
    const { core, folder } = openSample({ hooks })
    hold(core, eachPlan())
    failing = true
    await expect(prepared(core, ['inspection-notice'])).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    failing = false
    expect(kept(folder)).toEqual([])
    expect(core.database.inspections.numbers(number)).toEqual([])
  })
})

test('a character that no font has is named with its code point and where, at once and in the note', async () => {
  const { core } = openSample()
  hold(core, eachPlan())
  enterVisit(core, 1, { problems: '𰻞𰻞面馆未办证' })
  const first = await prepared(core, ['inspection-record'])
  expect(first.missing).toEqual([{ codePoint: 'U+30EDE', where: expect.stringContaining('面馆') }])
  expect(first.documents[0]?.note).toMatch(/^以“〓”代替的字：.*U\+30EDE/)
  const again = await prepared(core, ['inspection-record'])
  expect(again.documents[0]?.note).toBe(first.documents[0]?.note)
})

test('papers of a confidential draw carry 保密 in their note until the names are disclosed', async () => {
  const { core } = openSample()
  hold(core, eachPlan({ confidential: true }))
  const { documents, left } = await prepared(core)
  const record = documents.find(({ form }) => form === 'draw-record')
  expect(record?.note).toBe('保密')
  expect(left.find(({ form }) => form === 'result-notice')?.reason).toBe('保密抽取，公布名单之前不公示。')
  core.draws.disclose(operator, number, { date: '2026-11-20', reason: '检查已实施' })
  const open = await prepared(core)
  expect(open.documents.find(({ form }) => form === 'draw-record')?.note).toBeNull()
  expect(refusalOf(() => core.documents.read('00000000-0000-4000-8000-000000000000')).code).toBe(
    'DOCUMENT_UNKNOWN',
  )
})

async function collect(events: AsyncGenerator<unknown>): Promise<void> {
  for await (const _ of events) {
    // Whatever it still tells.
  }
}
